"""What each format is for and what it cannot hold, by groups, for people who look for one.

docs/exports.md has the same groups, and says more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .formats import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Use:
    """A format by its name: what it is opened with or good for, and what is lost in it."""

    name: str
    serves: str
    lacks: str


_UNREAD = "what the reports say: these are the copies, not what was read in them"
_GRAPHS = (
    "characters of reports, and what a statement says in parts: actors, numbers, times, places"
)
_REFERENCES = "what the reports say: these are the reports alone"

GROUPS: tuple[tuple[str, tuple[Use, ...]], ...] = (
    ("Evidence and exchange", (
        Use("bundle", "a second person, who checks it with reportedly verify", "nothing"),
        Use("jsonl", "programs that read line by line", "the kept copies"),
        Use("warc", "replaying pages as they were fetched", _UNREAD),
        Use("copies", "opening the kept copies as files", _UNREAD),
        Use("manifest", "checking kept copies with sha256sum -c", _UNREAD),
    )),
    ("Tables", (
        Use("csv", "a folder of tables for any program", "nesting: lists stand in one cell"),
        Use("xlsx", "Excel and LibreOffice", "nesting, and what is longer than a cell may be"),
        Use("parquet", "pandas, Polars, DuckDB", "the kept copies"),
        Use("sqlite", "Datasette and SQL", "the kept copies"),
        Use("ach", "a spreadsheet for analysis of competing hypotheses",
            "claims that no hypothesis is about"),
    )),
    ("Platforms", (
        Use("ftm", "OpenAleph and other tools of FollowTheMoney",
            "stance, hedge and origin: they are told in notes and roles"),
        Use("stix", "OpenCTI and other tools of STIX 2.1",
            "hedge, origin and chain: they are in an extension; F and 6 are no confidence"),
        Use("misp", "MISP", "origin and chain: they are told in comments; F and 6 have no tag"),
    )),
    ("Provenance and the web", (
        Use("prov-jsonld", "tools of linked data: the lineage as W3C PROV",
            "how many origins there are, and what was lost on the way"),
        Use("prov-n", "people who read PROV",
            "how many origins there are, and what was lost on the way"),
        Use("schema-org", "web pages: each claim as schema.org Claim",
            "denial, hedge and origin; it is a review only where a person ruled"),
        Use("graphml", "networkx, yEd, Cytoscape", _GRAPHS),
        Use("gexf", "Gephi", _GRAPHS),
    )),
    ("Annotation and coding", (
        Use("brat", "annotating reports in brat", "whatever looks across reports"),
        Use("citron", "comparing with other finders of quotations",
            "stance, hedge, statements, and whatever looks across reports"),
        Use("plover", "conflict event data", "statements without an event code, and denials"),
    )),
    ("Writing and showing", (
        Use("markdown", "Obsidian and other readers of Markdown", "places of characters"),
        Use("bibtex", "LaTeX and Zotero", _REFERENCES),
        Use("csl", "Zotero and pandoc", _REFERENCES),
        Use("timeline", "TimelineJS", "claims without a day, and positions beside the voices"),
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
