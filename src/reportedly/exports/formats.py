"""Every format that a ledger is exported to: one small file a format, one visible list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from reportedly.errors import UsageError
from reportedly.model import Case

from .holdings import NOTHING, Beside, Copy

Write = Callable[[Case, Copy], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name: what it is, how its files end, and where it is written.

    ``written`` is ``module:function`` of this folder; the module is imported when it is asked for,
    since some formats bring a library of their own. ``media`` is the type it is served as.
    ``whole``: it holds the ledger whole, with what that has beside its case.
    """

    name: str
    about: str
    suffix: str
    media: str
    written: str
    whole: bool = False

    @property
    def file(self) -> str:
        """The name that a file of it is given."""
        known = self.name in self.suffix.split(".")
        return f"reportedly{self.suffix}" if known else f"reportedly-{self.name}{self.suffix}"

    def writer(self, beside: Beside = NOTHING) -> Write:
        """What gives its bytes piece by piece, from a case and what gives kept copies by SHA-256.

        The same ledger gives the same bytes, wherever it is kept. Raises :class:`UsageError` where
        the library that the format needs is not installed.
        """
        module, _, name = self.written.partition(":")
        try:
            found = getattr(import_module(f".{module}", __package__), name)
        except ModuleNotFoundError as error:
            said = f"the format {self.name} needs {error.name}: pip install 'reportedly[exports]'"
            raise UsageError(said) from error
        write: Write = partial(found, beside=beside) if self.whole else found
        return write


FORMATS = (
    Format("ach", "competing hypotheses with their evidence (CSV)", ".csv", "text/csv", "ach:ach"),
    Format(
        "bibtex", "the reports as a bibliography (BibTeX)", ".bib", "application/x-bibtex",
        "bibtex:bibtex",
    ),
    Format(
        "brat", "readings to look at and correct in brat (ZIP of standoff files)", ".zip",
        "application/zip", "brat:archive",
    ),
    Format(
        "bundle", "evidence bundle: dossier, ledger, copies, sums; for verify (zip)", ".zip",
        "application/zip", "bundle:bundle", whole=True,
    ),
    Format(
        "citron", "quotations as BBC Citron gives them (JSON lines)", ".jsonl",
        "application/jsonl", "citron:lines",
    ),
    Format(
        "copies", "the kept copies as files with their manifest (tar)", ".tar",
        "application/x-tar", "manifest:copies",
    ),
    Format(
        "csl", "the reports as a bibliography (CSL-JSON)", ".json",
        "application/vnd.citationstyles.csl+json", "csl:csl",
    ),
    Format(
        "csv", "claims, voices, statements, links … as tables (ZIP of CSV)", ".csv.zip",
        "application/zip", "csv:csv",
    ),
    Format(
        "ftm", "FollowTheMoney entities, for OpenAleph (JSON lines)", ".ftm.json",
        "application/json+ftm", "ftm:ftm",
    ),
    Format(
        "gexf", "reports, claims and voices as a graph with dates, for Gephi (GEXF)", ".gexf",
        "application/gexf+xml", "gexf:gexf",
    ),
    Format(
        "graphml", "reports, claims and voices as a graph (GraphML)", ".graphml",
        "application/graphml+xml", "graphml:graphml",
    ),
    Format(
        "jsonl", "the ledger whole, to add to another one (JSON lines)", ".jsonl",
        "application/jsonl", "jsonl:jsonl", whole=True,
    ),
    Format(
        "manifest", "SHA-256 of the kept copies, for sha256sum -c", ".sha256",
        "text/plain; charset=utf-8", "manifest:manifest",
    ),
    Format(
        "markdown", "a vault of linked notes for Obsidian (ZIP of Markdown)", ".zip",
        "application/zip", "markdown:markdown",
    ),
    Format(
        "misp", "MISP event with Admiralty tags (JSON)", ".misp.json", "application/json",
        "misp:misp",
    ),
    Format(
        "parquet", "the same tables for pandas and DuckDB (ZIP of Parquet)", ".parquet.zip",
        "application/zip", "parquet:parquet",
    ),
    Format(
        "plover", "events that have a PLOVER code (JSON lines)", ".jsonl", "application/jsonl",
        "plover:plover",
    ),
    Format(
        "prov-jsonld", "where every statement comes from, as linked data (W3C PROV, JSON-LD)",
        ".prov.jsonld", "application/ld+json", "prov_jsonld:prov_jsonld",
    ),
    Format(
        "prov-n", "where every statement comes from, to read (W3C PROV-N)", ".provn",
        "text/provenance-notation; charset=utf-8", "prov_n:prov_n",
    ),
    Format(
        "schema-org", "claims, and people's rulings of them, as linked data (schema.org, JSON-LD)",
        ".jsonld", "application/ld+json", "schema_org:schema_org",
    ),
    Format(
        "sqlite", "the same tables with views and full text, for Datasette; read back by add",
        ".sqlite", "application/vnd.sqlite3", "sqlite:sqlite", whole=True,
    ),
    Format(
        "stix", "STIX 2.1 bundle, for OpenCTI (JSON)", ".stix.json",
        "application/stix+json;version=2.1", "stix:stix",
    ),
    Format(
        "timeline", "when claims are said to have happened (TimelineJS JSON)", ".json",
        "application/json", "timeline:timeline",
    ),
    Format(
        "warc", "web archive of the kept copies (WARC 1.1, gzip)", ".warc.gz",
        "application/warc", "warc:warc",
    ),
    Format(
        "xlsx", "the same tables as a workbook for spreadsheets", ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx:xlsx",
    ),
)  # fmt: skip
"""In the order of their names."""
