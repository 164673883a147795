# make demo and make test are all the set-up there is.
PYTHON ?= python3
BIN := .venv/bin
PIN := $(BIN)/pip-compile --quiet --no-header --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: demo test lint accuracy serving pictures weighing wheel pins clean

demo: .venv/ready
	$(BIN)/reportedly demo

test: lint
	$(BIN)/pytest -n 2 --dist worksteal

lint: .venv/ready
	$(BIN)/ruff check --no-cache
	$(BIN)/ruff format --no-cache --check
	$(BIN)/mypy
	$(BIN)/lint-imports

accuracy: .venv/ready
	$(BIN)/python benchmarks/attribution.py
	$(BIN)/python benchmarks/nesting.py
	$(BIN)/python benchmarks/sources.py
	$(BIN)/python benchmarks/stances.py
	$(BIN)/python benchmarks/denials.py
	$(BIN)/python benchmarks/phrasings.py
	$(BIN)/python benchmarks/meantime.py
	$(BIN)/python benchmarks/causes.py
	$(BIN)/python benchmarks/figures.py
	$(BIN)/python benchmarks/abstentions.py
	$(BIN)/python benchmarks/claims.py
	$(BIN)/python benchmarks/articles.py
	$(BIN)/python benchmarks/traps.py
	$(BIN)/python benchmarks/gathering.py $(if $(MINILM),--minilm $(MINILM))
	$(BIN)/python benchmarks/actors.py
	$(BIN)/python benchmarks/origins.py
	$(BIN)/python benchmarks/weighing.py --given
	$(BIN)/python benchmarks/weighing.py
	$(BIN)/python benchmarks/report_pairs.py
	$(BIN)/python benchmarks/credits.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/origins_growth.py
	$(BIN)/python benchmarks/events.py
	$(BIN)/python benchmarks/extraction.py --bank b
	$(BIN)/python benchmarks/languages.py

serving: .venv/ready
	$(BIN)/python benchmarks/serving.py $(if $(DATASETTE),--datasette $(DATASETTE))

pictures: .venv/ready
	$(BIN)/python docs/pictures.py

weighing: .venv/ready
	$(BIN)/python docs/reasons.py

wheel: .venv/ready
	$(BIN)/python -m build --wheel --no-isolation

pins: .venv/ready
	$(BIN)/python -c "import tomllib, pathlib; pathlib.Path('requirements.in').write_text('\n'.join(tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies']) + '\n')"
	$(PIN) --output-file requirements-dev.txt requirements-dev.in
	$(PIN) --constraint requirements-dev.txt --output-file requirements.txt requirements.in
	sed -n '/^psycopg/,/# via/p' requirements-dev.txt > deploy/postgres.txt
	$(PIN) --constraint requirements-dev.txt --output-file requirements-ray.txt requirements-ray.in

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/ready: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	# Types of SQLAlchemy 1.4, which followthemoney asks for, would hide those that SQLAlchemy 2 brings.
	$(BIN)/pip uninstall --quiet --yes sqlalchemy2-stubs
	touch .venv/ready
