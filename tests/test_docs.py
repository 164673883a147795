"""What the README and the docs show is what the program does."""

import importlib
import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from reportedly import desk
from reportedly.views import terminal

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_worked_example_is_what_the_demo_prints():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = re.search(r"^    C1 .*?(?=^\S)", readme, re.MULTILINE | re.DOTALL)[0]
    console = Console(record=True, file=io.StringIO(), width=100)
    terminal.summary(desk.look(desk.take_in([str(ROOT / "examples/tolvek/reports")])), console)
    assert " ".join(example.split()) in " ".join(console.export_text().split())


def test_the_reasons_for_a_grade_are_described_in_their_own_words(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    reasons = importlib.import_module("reasons")
    assert reasons.PAGE.read_text(encoding="utf-8") == reasons.written()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).is_file(), target


def test_the_two_commands_of_the_readme_are_in_the_makefile():
    rules = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"demo", "test"} <= set(rules)
