"""docs/documents.md names every format, suffix and column there is."""

from pathlib import Path

from reportedly.documents import FORMATS
from reportedly.documents.record import LONGEST
from reportedly.documents.table import COLUMNS

DOCS = (Path(__file__).parents[2] / "docs" / "documents.md").read_text(encoding="utf-8")


def test_every_format_is_documented_with_its_suffixes_and_limit():
    for kind in FORMATS:
        suffixes = " ".join(f"`{suffix}`" for suffix in kind.suffixes)
        assert f"| {kind.name} | {suffixes} | {kind.most // 1_000_000} MB |" in DOCS
    assert f"{LONGEST:,} characters" in DOCS


def test_every_column_is_documented_with_its_spellings():
    for column, spellings in COLUMNS.items():
        others = " ".join(f"`{other}`" for other in spellings[1:])
        assert f"| `{column}` | {others} |" in DOCS
