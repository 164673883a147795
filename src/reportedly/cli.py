"""The command line.

Exit codes: 0 done; 1 some sources skipped; 2 wrong use; 3 nothing read; 130 stopped by Ctrl-C.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from reportedly import __version__, claims, desk, exports, garbage, pairs, shelf
from reportedly.deciding import rule
from reportedly.errors import NothingReadError, ReportedlyError, UsageError
from reportedly.exporting import export_to, format_named
from reportedly.ledger import changes, opened
from reportedly.model import Case, Document, Reading
from reportedly.model.plain import to_plain
from reportedly.options import FETCHING, READING, LedgerPath, Options, with_options
from reportedly.origins.between import Between
from reportedly.origins.edits import edits
from reportedly.serving import serve
from reportedly.stopping import stoppable
from reportedly.supposing import followed
from reportedly.views import dossier, finding, terminal
from reportedly.views.verified import verified
from reportedly.watching.command import watch

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads reports about a contested story and keeps a ledger: who says what, on whose word, "
    "how sure, who disputes it, and from how few origins. It never says what is true.",
)

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files, folders, globs, addresses to fetch, or - for standard input.",
    ),
]
Dossier = Annotated[Path, typer.Option("--output", "-o", help="Where to write the dossier.")]


class ReadFormat(StrEnum):
    """Formats of ``reportedly read``."""

    jsonl = "jsonl"
    brat = "brat"
    citron = "citron"
    table = "table"


class Scope(StrEnum):
    """What ``reportedly read`` prints of a report."""

    all = "all"
    speech = "speech"


class Shelf(StrEnum):
    """What ``reportedly show`` can show."""

    summary = "summary"
    claims = "claims"
    claim = "claim"
    timeline = "timeline"
    actors = "actors"
    relations = "relations"
    causes = "causes"
    what_if = "what-if"
    origins = "origins"
    hypotheses = "hypotheses"
    questions = "questions"
    conflicts = "conflicts"
    documents = "documents"
    rulings = "rulings"


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    garbage.seldom()
    try:
        app()
    except NothingReadError as error:
        _fail(error, 3)
    except ReportedlyError as error:
        _fail(error, 2)
    except BrokenPipeError:
        sys.stderr.close()
    sys.exit(0)


def _fail(error: ReportedlyError, code: int) -> NoReturn:
    typer.echo(f"reportedly: {error}", err=True)
    sys.exit(code)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, help="Print the version and leave.")
    ] = False,
) -> None:
    del version


@app.command()
@with_options("jobs", "reader")
def demo(output: Dossier = Path("dossier.html"), *, options: Options) -> None:
    """Read the bundled story, write its dossier and print the summary."""
    intake = desk.take_in([str(_story())], options.jobs)
    _tell(desk.look(intake, options.way), output)


@app.command()
@with_options(*READING, *FETCHING)
def report(
    sources: Sources,
    output: Dossier = Path("dossier.html"),
    ledger: Annotated[
        str | None, typer.Option("--ledger", "-l", help="Add the reports to this ledger, too.")
    ] = None,
    json_output: Annotated[
        Path | None, typer.Option("--json", help="Write the whole ledger as JSON, too.")
    ] = None,
    *,
    options: Options,
) -> None:
    """Read, compare and trace reports; write the dossier and print the summary."""
    with stoppable(ledger, options.cache):
        case, skipped = _reported(sources, ledger, options)
    if json_output:
        _write(json_output, json.dumps(exports.ledger_json(case), ensure_ascii=False, indent=1))
    _tell(case, output)
    _leave(skipped)


@app.command()
@with_options("jobs", "engine", "address", "reader", "cache", *FETCHING)
def read(
    sources: Sources,
    format_: Annotated[
        ReadFormat, typer.Option("--format", "-f", help="How to print what was read.")
    ] = ReadFormat.jsonl,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder for brat's files.")
    ] = None,
    scope: Annotated[
        Scope, typer.Option("--scope", help="Everything, or only what sources say, not think.")
    ] = Scope.all,
    *,
    options: Options,
) -> None:
    """Read single reports: one JSON object a document, standoff files, or a table."""
    if (format_ is ReadFormat.brat) != (output is not None):
        raise UsageError("--output names the folder for --format brat, and goes with that only")
    with stoppable(cache=options.cache):
        intake = desk.take_in(sources, options.way.workers.here, desk.fetcher(options.manners))
        found = desk.read(intake.documents, options.way, given=intake.readings)
    kept = map(desk.spoken, found) if scope is Scope.speech else found
    pairs = zip(intake.documents, kept, strict=True)
    if output:
        _write_brat(output, pairs)
    elif format_ is ReadFormat.table:
        for document, reading in pairs:
            terminal.reading(document, reading, Console(highlight=False))
    else:
        make = exports.reading_json if format_ is ReadFormat.jsonl else exports.citron
        for document, reading in pairs:
            typer.echo(json.dumps(make(document, reading), ensure_ascii=False))
    _leave(len(intake.skipped))


@app.command()
@with_options(*READING, *FETCHING, "follow")
def add(sources: Sources, ledger: LedgerPath, *, options: Options) -> None:
    """Add reports to a kept ledger; reports that are in it already change nothing."""
    with stoppable(ledger, options.cache):
        fetcher = desk.fetcher(options.manners, ledger)
        added = desk.add_to(ledger, sources, options.way, fetcher)
    terminal.summary(added.case, Console(highlight=False))
    _leave(added.skipped)


@app.command()
def show(
    ledger: LedgerPath,
    what: Annotated[Shelf, typer.Argument(help="What to show.")] = Shelf.summary,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID",
            help="The claim, for `show claim ID`; the concepts, for `show what-if K1 K2=-0.5`.",
        ),
    ] = None,
) -> None:
    """Show what a ledger holds."""
    named = ids or []
    if what is Shelf.what_if and not named:
        raise UsageError("`show what-if` takes concepts: `show causes` lists them (K1, K2 …)")
    if what is not Shelf.what_if and (what is Shelf.claim) != (len(named) == 1):
        raise UsageError("an ID goes with `show claim`, and only with that")
    console, case = Console(highlight=False), _case(ledger)
    if what is Shelf.claim:
        terminal.claim(case, named[0], console)
    elif what is Shelf.what_if:
        terminal.what_if(case, followed(case, named), console)
    else:
        getattr(terminal, what.value)(case, console)


@app.command()
def why(
    ledger: LedgerPath,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="A record, or two reports.")],
) -> None:
    """Print every span and factor behind one record, or what two reports have in common."""
    console, case = Console(highlight=False), _case(ledger)
    if len(ids) == 1:
        terminal.why(case, ids[0], console)
        return
    if len(ids) != 2:
        raise UsageError("why takes one ID, or two reports")
    held = shelf.Shelf(case)
    one, other = (finding.document(held, id_) for id_ in ids)
    if one == other:
        raise UsageError("why takes two different reports")
    terminal.between(case, (one, other), Between(case).tie(one, other), edits, console)


app.command()(rule)


@app.command()
def diff(
    ledger: LedgerPath,
    since: Annotated[
        str, typer.Option(metavar="WHEN", help="Date or date-time (ISO 8601, UTC if not stated).")
    ],
) -> None:
    """Print what came since a moment: reports, claims, denials, origins, drift, rulings."""
    desk.must_be(ledger)
    moment = _moment(since)
    with opened(ledger) as kept:
        before, now = kept.since(moment)
    terminal.changes(changes(before, now), now, Console(highlight=False), moment)


def _list(wanted: bool) -> None:
    if wanted:
        terminal.formats(Console(highlight=False))
        raise typer.Exit


@app.command()
def export(
    ledger: LedgerPath,
    to: Annotated[
        str, typer.Option(metavar="FORMAT", help="The format; --list tells which there are.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; - is standard output.")
    ],
    listed: Annotated[
        bool, typer.Option("--list", callback=_list, is_eager=True, help="Show every format.")
    ] = False,
) -> None:
    """Write a ledger in another format; a kept copy that was changed is named and left out."""
    del listed
    form = format_named(to)
    desk.must_be(ledger)
    with stoppable(), opened(ledger) as kept:
        flaws = export_to(kept, form, output)
    if flaws:
        raise typer.Exit(1)


app.command()(serve)


@app.command()
def verify(
    bundle: Annotated[
        Path, typer.Argument(metavar="BUNDLE", help="What export --to bundle wrote.")
    ],
) -> None:
    """Check an evidence bundle: all sums, texts, places and pages; the code is 1 for any flaw."""
    from reportedly import verifying  # noqa: PLC0415 - no other command needs it

    checks = verifying.verify(bundle)
    verified(str(bundle), checks, Console(highlight=False))
    _leave(sum(len(check.flaws) for check in checks))


app.command()(watch)


@app.command()
def compare(
    path: Annotated[Path, typer.Argument(metavar="PAIRS.jsonl", help="Rows {a, b} of texts.")],
) -> None:
    """Compare pairs of texts: do they say the same, and which side is a on towards b."""
    for row in pairs.rows(path):
        found = to_plain(claims.compare_texts(row["a"], row["b"]))
        typer.echo(json.dumps({**row, **found}, ensure_ascii=False))


def _moment(when: str) -> str:
    try:
        moment = datetime.fromisoformat(when)
    except ValueError as error:
        raise UsageError(f"{when}: this is no date of the form 2031-03-07T18:00") from error
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat()


def _reported(sources: list[str], ledger: str | None, options: Options) -> tuple[Case, int]:
    """The case, and how much was skipped."""
    fetcher = desk.fetcher(options.manners, ledger)
    if ledger is None:
        intake = desk.take_in(sources, options.way.workers.here, fetcher)
        return desk.look(intake, options.way), len(intake.skipped)
    added = desk.add_to(ledger, sources, options.way, fetcher)
    return added.case, added.skipped


def _case(where: str) -> Case:
    desk.must_be(where)
    with opened(where) as kept:
        return kept.case()


def _tell(case: Case, output: Path) -> None:
    _write(output, dossier.render(case))
    terminal.summary(case, Console(highlight=False), output)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _write_brat(folder: Path, pairs: Iterator[tuple[Document, Reading]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in exports.standoff(pairs):
        _write(folder / name, text)


def _leave(skipped: int) -> None:
    if skipped:
        raise typer.Exit(1)


def _story() -> Path:
    here = Path(__file__).parent
    home = here / "examples" if (here / "examples").is_dir() else here.parents[1] / "examples"
    return next(p for p in sorted(home.iterdir()) if p.is_dir()) / "reports"
