"""The same records for a terminal. Whatever is in “ ” is cut from a report by span."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from reportedly.errors import UsageError
from reportedly.model import (
    ORDER,
    Case,
    Claim,
    Evidence,
    Retrieval,
    Skipped,
    Statement,
)
from reportedly.shelf import Shelf, stands_alone
from reportedly.visible import plain

from . import explain, finding, left_open, page, unread
from . import timeline as times
from .changes import changes
from .changes import drifts as hops
from .dates import day, moment, stretch
from .explain import Tied
from .issues import questions
from .lineage import FOLD, shown
from .listing import formats
from .map import causes, what_if
from .news import news
from .outline import reading
from .printed import (
    STYLE,
    head,
    kind,
    many,
    put,
    quote,
    report,
    stances,
    title,
    voice,
)
from .printed import origins as counted
from .quoting import quoted
from .rulings import log as rulings
from .rulings import ruled
from .stated import conflicts, left_out, on_the_word_of, relations
from .telling import Line
from .tree import of_origin, tree
from .versions import Compared, version
from .weighed import hypotheses, rankings
from .words import FACTUALITY, MARK

__all__ = [
    "actors", "between", "causes", "changes", "claim", "claims", "conflicts", "documents",
    "formats", "hypotheses", "news", "origins", "questions", "reading", "relations", "ruled",
    "rulings", "summary", "timeline", "what_if", "why",
]  # fmt: skip

KEY = (
    "CT+ certain, PR+ probable, PS+ possible; with - that it is not so. Grades are suggestions on "
    "the Admiralty scale: F and 6 cannot be judged."
)
"""What the codes of the summary mean."""
LISTED = 12
"""Rows of a kind in the summary; the dossier has them all."""

ROUTES = 3
"""Routes of one report that are named in the list of reports; its page has them all."""

DRIFTS = 60
"""Losses told word by word of one claim; the tree above them names all."""


def summary(case: Case, console: Console, dossier_path: Path | None = None) -> None:
    """Counts, the leading claim, disputed claims, drift, what was skipped, where the dossier is."""
    shelf = Shelf(case)
    _counts(shelf, console)
    disputed = [c for c in shelf.claims if c.status in ("contested", "denied")]
    leading = disputed or [c for c in shelf.claims if not stands_alone(c)]
    if leading:
        heading = "Disputed claims" if disputed else "Most reported claims"
        title(console, heading, len(leading), LISTED)
    for held in leading[:LISTED]:
        head(shelf, held, console)
        stances(shelf, held, console)
    if leading:
        put(console, Text(KEY, style="dim"))
    drifts = [d for held in shelf.claims for d in shelf.drifts.get(held.id, ())]
    if drifts:
        title(console, "Raised, lost or moved on the way", len(drifts), LISTED)
    hops(shelf, drifts[:LISTED], console)
    rankings(shelf, console)
    _skipped(shelf.skipped, console)
    if told := unread.of_all(case.documents):
        put(console, Text(f"\n{told}"))
    put(console, Text(f"\n{left_open.told(shelf)}", style="dim"))
    left_out(shelf, console)
    if dossier_path is not None:
        console.print(Text(f"\nDossier: {plain(str(dossier_path))}", style="bold"), soft_wrap=True)


def claims(case: Case, console: Console) -> None:
    """Every claim: number, words, status, reports, origins, grade, id; and why in this order."""
    shelf = Shelf(case)
    if shelf.claims:
        put(console, Text(ORDER, style="dim"))
    for held in shelf.claims:
        head(shelf, held, console, named=True)
    if not shelf.claims:
        put(console, "No claim was found.")
    left_out(shelf, console)


def claim(case: Case, id_: str, console: Console) -> None:
    """One claim: positions, origins, the way it travelled, every statement.

    ``id_`` is its id, the beginning of it, or its number ("C1"). Raises UsageError if none fits.
    """
    shelf = Shelf(case)
    found = finding.record(shelf, id_)
    if not isinstance(found, Claim):
        raise UsageError(f"{plain(id_)}: this is not a claim")
    head(shelf, found, console, named=True)
    stances(shelf, found, console, most=66)
    told = f"{many(len(found.documents), 'report')}, {counted(shelf, found)}"
    console.print(Text(f"\nWho has it from whom: {told}", style="bold underline"), soft_wrap=True)
    tree(shelf, found, console)
    drifts = shelf.drifts.get(found.id, ())
    if drifts:
        title(console, "Raised, lost or moved on the way", len(drifts), DRIFTS)
    hops(shelf, drifts[:DRIFTS], console, numbered=True)
    title(console, "Statements", len(found.statements))
    _statements(shelf, found, console)


def timeline(case: Case, console: Console) -> None:
    """Claims by the day on which they are said to have happened; who says so, how long before."""
    shelf = Shelf(case)
    told = times.timeline(shelf)
    put(console, Text(times.RULE, style="dim") if told.rows else "No claim gives a day.")
    for row in told.rows:
        number = f"  {shelf.claim_numbers[row.claim.id]} "
        when = (f"{row.times[0].told}{number}", "bold")
        put(console, Text.assemble(when, quote(shelf, row.claim.text)), 0, 3)
        apart = [times.APART] if row.apart else []
        seen = f"first reported here {day(row.claim.first_seen)}"
        put(console, Text(", ".join((row.claim.status, seen, *apart)), style="dim"), 3)
        for given in row.times:
            put(console, _given(shelf, given, len(row.times) > 1), 3, 3)
    if told.left_out:
        put(console, Text(told.left_out, style="dim"))
    left_out(shelf, console)


def actors(case: Case, console: Console) -> None:
    """Who speaks or acts: kind, how often named, positions by claim number, id."""
    shelf = Shelf(case)
    taken: dict[str, dict[str, list[str]]] = {}
    for held in shelf.claims:
        for p in held.positions:
            by_stance = taken.setdefault(p.actor or "", {})
            by_stance.setdefault(p.stance, []).append(shelf.claim_numbers[held.id])
    for actor in case.gathering.actors:
        line = Text(plain(actor.name), style="bold")
        about = f" ({kind(actor)}), named {many(len(actor.mentions), 'time')}, id {actor.id}"
        put(console, line.append(about, style="not bold dim"), 0, 3)
        for stance, style in STYLE.items():
            numbers = taken.get(actor.id, {}).get(stance)
            if numbers:
                label = (f"{MARK[stance]} {stance:<10}", style)
                put(console, Text.assemble(label, " ".join(numbers)), 3, 12)
    if not case.gathering.actors:
        put(console, "No actor was found.")


def origins(case: Case, console: Console) -> None:
    """For each claim that somebody is for: how many origins, and which."""
    shelf = Shelf(case)
    for held in shelf.claims:
        if held.id in shelf.origins:
            head(shelf, held, console)
            _origins(shelf, held, console)
    if not case.lineage.origins:
        put(console, "No origin was found.")
    left_out(shelf, console)


def documents(case: Case, console: Console) -> None:
    """Every report: number, outlet, date, title, versions and routes if several, findings, id."""
    shelf = Shelf(case)
    for document in case.documents:
        held = shelf.readings.get(document.id)
        line = Text(report(shelf, document.id), style="bold")
        line.append(f", {moment(document.published)}", style="not bold")
        line.append(f": {plain(document.title)}" if document.title else "", style="not bold")
        put(console, line, 0, 3)
        number, of = version(shelf, document)
        if of > 1:
            put(console, f"version {number} of {of} of {plain(document.url or '')}", 3, 2)
        _routes(shelf.routes.get(document.id, ()), console)
        about = [many(len(held.attributions) if held else 0, "attribution")]
        about += [document.language] if document.language and document.readable else []
        about += [told] if (told := unread.of_report(document)) else []
        put(console, Text(", ".join((*about, f"id {document.id}")), style="dim"), 3)
        if said := "; ".join(page.told(document)):
            put(console, Text(plain(said), style="dim"), 3)
    if not case.documents:
        put(console, "There is no report.")


def _routes(routes: Sequence[Retrieval], console: Console) -> None:
    if len(routes) > 1:
        told = [plain(r.name) + (f" ({moment(r.retrieved)})" if r.retrieved else "")
                for r in routes[:ROUTES]]  # fmt: skip
        told += [f"and {len(routes) - ROUTES} more"] if len(routes) > ROUTES else []
        put(console, f"{len(routes)} routes: {', '.join(told)}", 3, 2)


def why(case: Case, id_: str, console: Console) -> None:
    """Every span and factor behind one record; UsageError where no record has that id."""
    shelf = Shelf(case)
    _explained(explain.lines(shelf, finding.record(shelf, id_)), console)


def between(
    case: Case, ids: tuple[str, str], tie: Tied, compared: Compared, console: Console
) -> None:
    """What two reports have to do with one another: how, by what, with the words of both."""
    _explained(explain.between(Shelf(case), ids, tie, compared), console)


def _explained(lines: Iterable[Line], console: Console) -> None:
    for line in lines:
        label = f"{line.label}: " if line.label else ""
        put(console, Text.assemble((label, "dim"), line.text), 2 * line.depth, 4)


def _counts(shelf: Shelf, console: Console) -> None:
    """Reports, outlets, days, claims; then the leading claim with its origins."""
    case = shelf.case
    outlets = {d.outlet for d in case.documents}
    days = sorted(d.published for d in case.documents if d.published)
    line = Text.assemble((many(len(case.documents), "report"), "bold"), " from ")
    line.append(many(len(outlets), "outlet"), style="bold")
    put(console, line.append(f", {stretch(days[0], days[-1])}" if days else ""))
    told = f": {', '.join(_told(shelf))}" if shelf.claims else ""
    put(console, Text.assemble((many(len(shelf.claims), "claim"), "bold"), told))
    if shelf.claims and not stands_alone(shelf.claims[0]):
        leading = shelf.claims[0]
        put(console, Text("Leading claim: ") + quote(shelf, leading.text), 0, 3)
        behind = f"{many(len(leading.documents), 'report')}, {counted(shelf, leading)}"
        put(console, Text(behind, style="bold"), 3)


def _told(shelf: Shelf) -> list[str]:
    """How many claims are disputed, told by several reports, told by one."""
    disputed = sum(1 for c in shelf.claims if c.status in ("contested", "denied"))
    alone = sum(1 for c in shelf.claims if stands_alone(c))
    shared = len(shelf.claims) - disputed - alone
    told = [f"{disputed} disputed"] if disputed else []
    told += [f"{shared} more in several reports"] if shared else []
    return told + ([f"{alone} in one report only and undisputed"] if alone else [])


def _origins(shelf: Shelf, held: Claim, console: Console) -> None:
    for origin in shelf.origins.get(held.id, ()):
        put(console, of_origin(origin), 3, 3)


def _statements(shelf: Shelf, held: Claim, console: Console) -> None:
    """In the order of their reports; those that say the same in the same words are folded."""
    alike: dict[object, list[Statement]] = {}
    for s in shelf.statements_of(held):
        same = (shown(shelf, Evidence(s.document, s.spans)), s.stance, s.factuality)
        alike.setdefault((*same, s.attribution is None), []).append(s)
    for like in alike.values():
        alone = 1 if len(like) > FOLD else len(like)
        for statement in like[:alone]:
            _statement(shelf, statement, console)
        if like[alone:]:
            told = f"the same words {len(like) - alone} more times: "
            told += " ".join(dict.fromkeys(shelf.numbers[s.document] for s in like[alone:]))
            put(console, Text(told, style="dim"), 4, 2)


def _statement(shelf: Shelf, statement: Statement, console: Console) -> None:
    document = shelf.documents[statement.document]
    line = Text.assemble((f"{MARK[statement.stance]} ", STYLE[statement.stance]))
    line.append(f"{report(shelf, document.id)}, {day(document.published)}: ", style="dim")
    line.append(quoted(document, statement.spans))
    sure = f"{statement.factuality} {FACTUALITY[statement.factuality]}"
    about = [] if statement.stance == "silent" else [sure]
    about += [on_the_word_of(shelf, statement), f"id {statement.id}"]
    put(console, line.append(f" {', '.join(about)}", style="dim"), 2, 2)


def _given(shelf: Shelf, given: times.Given, dated: bool) -> Text:
    """``2 Mar 2031: “on Sunday” R8, the claim first reported 1 day after, given by …``."""
    line = Text.assemble((f"{given.told}: " if dated else "", "bold"))
    line.append_text(quote(shelf, given.evidence))
    more = f" and {many(given.more, 'more report')}" if given.more else ""
    line.append(f" {shelf.numbers[given.evidence.document]}{more}", style="dim")
    line.append(f", the claim first reported {given.distance}" if given.distance else "")
    voices = [Text(f"{MARK[p.stance]} ").append_text(voice(shelf, p)) for p in given.voices]
    if not voices:
        return line.append(f", {on_the_word_of(shelf, shelf.statements[given.statement])}")
    line.append(f", given by {given.heard} voices: " if given.heard > 1 else ", given by ")
    line.append_text(Text("; ").join(voices[:3]))
    return line.append(f" and {len(voices) - 3} more" if len(voices) > 3 else "")


def _skipped(skipped: Iterable[Skipped], console: Console) -> None:
    held = tuple(skipped)
    if held:
        title(console, "Skipped", len(held), LISTED)
    for skip in held[:LISTED]:
        put(console, f"{plain(skip.source)}: {plain(skip.reason)}", 2, 2)
