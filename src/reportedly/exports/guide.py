"""What opens each format and what it cannot hold, by groups, for people who look for one.

docs/exports.md has the same groups, and says more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .formats import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Use:
    """A format by its name: what opens it, and what it cannot hold, empty where that is nothing."""

    name: str
    opens: str
    lacks: str = ""


_COPIES = "what was read in the reports: these are the copies alone"
_LINEAGE = "causes, questions, hypotheses, and why a grade is what it is"
_GRAPHS = "the words, and what a statement says in parts: actors, numbers, times, places"
_LISTS = "what was read in the reports: these are the reports alone"

GROUPS: tuple[tuple[str, tuple[Use, ...]], ...] = (
    ("Evidence and exchange", (
        Use("bundle", "reportedly verify, reportedly add, any browser"),
        Use("jsonl", "reportedly add, jq"),
        Use("warc", "replaying programs: pywb, ReplayWeb.page", _COPIES),
        Use("copies", "tar", _COPIES),
        Use("manifest", "sha256sum -c", _COPIES),
    )),
    ("Tables", (
        Use("csv", "any spreadsheet or database", "kept copies; lists stand in one cell"),
        Use("xlsx", "Excel, LibreOffice",
            "kept copies; a cell ends at 32,767 characters, lists stand in one cell"),
        Use("parquet", "pandas, Polars, DuckDB", "kept copies"),
        Use("sqlite", "Datasette, SQLite, reportedly add",
            "as tables: actors across reports, hypotheses and the map of causes"),
        Use("ach", "any spreadsheet", "claims that no hypothesis is about"),
    )),
    ("Platforms", (
        Use("ftm", "OpenAleph, ftm",
            "claims, stance, hedge, origins: told in events, roles and notes"),
        Use("stix", "OpenCTI and other platforms of STIX",
            "stance, hedge, origins, chain: told in an extension; F and 6 are no confidence"),
        Use("misp", "MISP", "stance, origins, chain: told in comments; F and 6 have no tag"),
    )),
    ("Provenance and the web", (
        Use("prov-jsonld", "rdflib and other tools of linked data", _LINEAGE),
        Use("prov-n", "a person, tools of PROV", _LINEAGE),
        Use("schema-org", "search engines and other readers of schema.org",
            "denial, hedge, origins; a review is there only where a person ruled"),
        Use("graphml", "networkx, yEd, Cytoscape", _GRAPHS),
        Use("gexf", "Gephi", _GRAPHS),
    )),
    ("Annotation and coding", (
        Use("brat", "brat, reportedly add", "whatever looks across reports"),
        Use("citron", "programs that score quotations",
            "stance, hedge, statements, whatever looks across reports"),
        Use("plover", "programs for conflict events",
            "statements without a code; a denial is the event, negated"),
    )),
    ("Writing and showing", (
        Use("markdown", "Obsidian and other readers of Markdown", "offsets of characters"),
        Use("bibtex", "LaTeX, Zotero", _LISTS),
        Use("csl", "Zotero, pandoc", _LISTS),
        Use("timeline", "TimelineJS", "claims for which no day is told"),
    )),
)  # fmt: skip
"""In the order of docs/exports.md."""


def guided() -> Iterator[tuple[str, list[tuple[Format, Use]]]]:
    """Each group with those of its formats that there are."""
    known = {form.name: form for form in FORMATS}
    for title, uses in GROUPS:
        held = [(known[one.name], one) for one in uses if one.name in known]
        if held:
            yield title, held
