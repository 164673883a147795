"""What the manual and the notebook of the Python interface show is what is done."""

import io
import json
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import reportedly
from reportedly import desk, errors, exports, rulings
from reportedly.ledger import opened

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "examples" / "notebook.ipynb"
REPORTS = ROOT / "examples" / "tolvek" / "reports"
BLOCKS = re.findall(
    r"```(\w+)\n(.*?)```", (ROOT / "docs/python.md").read_text(encoding="utf-8"), re.DOTALL
)


def test_the_manual_prints_what_it_says(tmp_path, monkeypatch):
    """Its blocks in order, in one program, in a folder where the examples are."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    told, shown, names = [], [], {}
    for kind, body in BLOCKS:
        if kind == "text":
            told.append(body)
            continue
        out = io.StringIO()
        with redirect_stdout(out):
            exec(body, names)
        shown.append(out.getvalue())
    assert shown == told
    assert (tmp_path / "hypotheses.csv").read_text(encoding="utf-8").startswith("matrix,row")


def test_the_first_example_has_ten_lines():
    lines = [line for line in BLOCKS[0][1].splitlines() if line]
    assert len(lines) <= 10


def test_the_manual_names_everything_that_a_story_has():
    manual = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    public = {name for name in vars(reportedly.Story) if not name.startswith("_")}
    assert {
        name for name in public if f"`{name}" not in manual and name not in ("where", "copies")
    } == set()


@pytest.fixture
def short(tmp_path):
    (tmp_path / "one.txt").write_text("Two officers said the bridge at Orsk was shut.")
    (tmp_path / "two.txt").write_text("The mayor of Orsk denied that the bridge was shut.")
    return tmp_path


@pytest.mark.parametrize("form", exports.FORMATS, ids=lambda form: form.name)
def test_a_story_without_a_ledger_is_exported_as_one_with_a_ledger(short, form):
    """It has no rulings; all else is the same."""
    sources = sorted(short.glob("*.txt"))
    reportedly.report(*sources, reader="rules").export(form.name, short / "a")
    reportedly.add(short / "case.db", *sources, reader="rules").export(form.name, short / "b")
    assert (short / "a").read_bytes() == (short / "b").read_bytes()


def test_what_a_ruling_hides_is_in_no_list(short):
    where = str(short / "case.db")
    story = reportedly.add(where, short / "one.txt", reader="rules")
    gone = story.claims[0]
    with opened(where) as ledger:
        desk.rule(ledger, lambda case: rulings.drafted("hide", [gone], case, "Ana"))
    shown = reportedly.show(where)
    assert gone not in shown.claims
    assert gone in shown.case.gathering.claims


def test_every_quotation_is_cut_from_its_report(short):
    story = reportedly.report(short / "one.txt", reader="rules")
    (document,) = story.documents
    for claim in story.claims:
        assert story.text(claim.text) in document.text
        assert story.grade(claim).claim == claim.id
        assert story.text(claim.text) in story.why(claim.id)


def test_what_is_wrong_is_told_in_a_sentence(short):
    story = reportedly.report(short / "one.txt", reader="rules")
    with pytest.raises(errors.UsageError, match="no format papyrus; known are ach, "):
        story.export("papyrus", short / "x")
    with pytest.raises(errors.UsageError, match="cannot be written"):
        story.export("ach", short / "none" / "x")
    with pytest.raises(errors.UsageError, match="there is no such ledger"):
        reportedly.show(short / "none.db")
    with pytest.raises(errors.NothingReadError):
        reportedly.report(short / "none.txt")
    with pytest.raises(AttributeError, match="'reportedly' has no attribute 'papyrus'"):
        _ = reportedly.papyrus
    assert not list(short.glob("x*"))


def test_the_notebook_holds_no_outputs():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [(cell["outputs"], cell["execution_count"]) for cell in code] == [([], None)] * len(code)


def test_the_notebook_runs():
    """In a kernel of its own, reached over this machine's own files; nothing else is."""
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    book = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3").execute(cwd=str(ROOT))
    told = [
        "".join(o.get("text", "") for o in c.outputs) for c in book.cells if c.cell_type == "code"
    ]
    assert all(told)
    assert told[0].startswith("20 reports, ")
    assert "“Up to 30 soldiers may have left their posts" in told[1]
    assert "against: Halvorian Ministry of Defence (government, CT-)" in told[2]
