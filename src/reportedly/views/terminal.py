"""The same records for a terminal, with rich. Whatever is in “ ” is cut from a report by span."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.errors import UsageError
from reportedly.model import (
    Actor,
    Attribution,
    Case,
    Changes,
    Claim,
    Document,
    Drift,
    Evidence,
    Origin,
    Position,
    Reading,
    Skipped,
    Statement,
)

from . import explain
from .dates import day, moment, stretch
from .quoting import quoted
from .shelf import Shelf, stands_alone
from .visible import plain
from .words import CONFLICT, DRIFT, FACTUALITY, KIND, LINK, MARK, STANCE_MEANING

LISTED = 12
"""Rows of a kind in the summary; the dossier has them all."""
_STYLE = {"for": "blue", "against": "red", "observing": "default", "silent": "yellow"}


def summary(case: Case, console: Console, dossier_path: Path | None = None) -> None:
    """Counts, the leading claim, disputed claims, drift, what was skipped, where the dossier is."""
    shelf = Shelf(case)
    _counts(shelf, console)
    disputed = [c for c in shelf.claims if c.status in ("contested", "denied")]
    leading = disputed or [c for c in shelf.claims if not stands_alone(c)]
    if leading:
        title = "Disputed claims" if disputed else "Most reported claims"
        _title(console, title, len(leading), LISTED)
        for claim in leading[:LISTED]:
            _block(shelf, claim, console)
    drifts = case.lineage.drifts
    if drifts:
        _title(console, "Raised, lost or moved on the way", len(drifts), LISTED)
        for drift in drifts[:LISTED]:
            _drift(shelf, drift, console)
    _skipped(shelf.skipped, console)
    if dossier_path is not None:
        console.print(Text(f"\nDossier: {plain(str(dossier_path))}", style="bold"), soft_wrap=True)


def claims(case: Case, console: Console) -> None:
    """Every claim: number, id, words, status, reports, origins, grade."""
    shelf = Shelf(case)
    table = _table("", "Claim", "Status", "Reports", "Origins", "Grade", "Id")
    for claim in shelf.claims:
        grade = shelf.grades.get(claim.id)
        table.add_row(
            shelf.claim_numbers[claim.id],
            _quote(shelf, claim.text),
            claim.status,
            str(len(claim.documents)),
            _range(shelf, claim, ""),
            f"{grade.letter}{grade.digit}" if grade else "",
            Text(claim.id, style="dim"),
        )
    _print(console, table, "No claim was found.")


def claim(case: Case, id_: str, console: Console) -> None:
    """One claim: positions, origins, the way it travelled, every statement.

    ``id_`` is its id, the beginning of it, or its number ("C1"). Raises UsageError if none fits.
    """
    shelf = Shelf(case)
    by_number = {number: name for name, number in shelf.claim_numbers.items()}
    found = explain.find(shelf, by_number.get(id_, id_))
    if not isinstance(found, Claim):
        raise UsageError(f"{plain(id_)}: this is not a claim")
    _block(shelf, found, console)
    _origins(shelf, found, console)
    for drift in shelf.drifts.get(found.id, ()):
        _drift(shelf, drift, console)
    _title(console, "Statements", len(found.statements))
    for statement in shelf.statements_of(found):
        _statement(shelf, statement, console)


def actors(case: Case, console: Console) -> None:
    """Who speaks or acts: kind, forms of the name, positions by claim number."""
    shelf = Shelf(case)
    taken: dict[str, list[str]] = {}
    for held in shelf.claims:
        for p in held.positions:
            words = f"{shelf.claim_numbers[held.id]} {MARK[p.stance]} {p.stance} {p.factuality}"
            taken.setdefault(p.actor or "", []).append(words)
    table = _table("Actor", "Kind", "Mentions", "Positions", "Id")
    for actor in case.gathering.actors:
        table.add_row(
            plain(actor.name),
            _kind(actor),
            str(len(actor.mentions)),
            "; ".join(taken.get(actor.id, ())) or "none",
            Text(actor.id, style="dim"),
        )
    _print(console, table, "No actor was found.")


def origins(case: Case, console: Console) -> None:
    """For each claim that somebody is for: how many origins, and which."""
    shelf = Shelf(case)
    for held in shelf.claims:
        if held.id in shelf.origins:
            _head(shelf, held, console)
            _origins(shelf, held, console)
    if not case.lineage.origins:
        console.print(Text("No origin was found."))


def questions(case: Case, console: Console) -> None:
    """What the reports say is not known, or yet to be seen."""
    shelf = Shelf(case)
    for question in shelf.questions:
        document = shelf.documents[question.document]
        line = Text(quoted(document, question.spans))
        if question.cue:
            line.append(f" by the words {quoted(document, question.cue)}", style="dim")
        _said(shelf, line, question.document, console)
    if not shelf.questions:
        console.print(Text("No report names an open question."))


def conflicts(case: Case, console: Console) -> None:
    """Statements that cannot both hold, one under the other."""
    shelf = Shelf(case)
    for conflict in shelf.conflicts:
        number = shelf.claim_numbers.get(conflict.claim or "", "no claim")
        console.print(Text(f"{CONFLICT[conflict.kind]} ({number}, {conflict.id})", style="bold"))
        for side in (conflict.left, conflict.right):
            _said(shelf, _quote(shelf, side), side.document, console)
        for reason in conflict.reasons:
            _indented(console, Text(plain(reason.text), style="dim"), 2)
    if not shelf.conflicts:
        console.print(Text("No conflict was found."))


def documents(case: Case, console: Console) -> None:
    """Every report: number, outlet, date, title, what was found in it, id."""
    shelf = Shelf(case)
    table = _table("", "Outlet", "Published", "Title", "Attributions", "Id")
    for document in case.documents:
        held = shelf.readings.get(document.id)
        table.add_row(
            shelf.numbers[document.id],
            plain(document.outlet),
            moment(document.published),
            plain(document.title or ""),
            str(len(held.attributions) if held else 0),
            Text(document.id, style="dim"),
        )
    _print(console, table, "There is no report.")


def reading(document: Document, found: Reading, console: Console) -> None:
    """One report's attributions and open questions as a table."""
    console.print(Text(f"{plain(document.outlet)}, {moment(document.published)}", style="bold"))
    table = _table("Source", "Cue", "Content", "Act", "Stance", "Certainty")
    for made in found.attributions:
        table.add_row(*_attribution(document, made))
    _print(console, table, "No attribution was found.")
    for question in found.questions:
        console.print(Text(f"open question: {quoted(document, question.spans)}"))
    _skipped(found.skipped, console)


def changes(came: Changes, case: Case, console: Console) -> None:
    """What came since a moment: reports, claims, denials, origins, drift."""
    shelf = Shelf(case)
    _title(console, "New reports", len(came.documents))
    for document in came.documents:
        console.print(Text(f"  {_report(shelf, document.id)}, {moment(document.published)}"))
    _title(console, "New claims", len(came.claims))
    for held in came.claims:
        _head(shelf, held, console)
    _title(console, "New denials", len(came.denials))
    for denial in came.denials:
        console.print(_voice(denial.position))
        _indented(console, _quote(shelf, denial.claim.text), 4)
    _title(console, "New origins", len(came.origins))
    for origin in came.origins:
        number = shelf.claim_numbers.get(origin.claim, origin.claim)
        console.print(Text(f"  {number}: {plain(origin.voice)} ({KIND[origin.kind]})"))
    _title(console, "New drift", len(came.drifts))
    for drift in came.drifts:
        _drift(shelf, drift, console)


def why(case: Case, id_: str, console: Console) -> None:
    """Every span and factor behind one record; UsageError where no record has that id."""
    shelf = Shelf(case)
    by_number = {n: i for held in (shelf.claim_numbers, shelf.numbers) for i, n in held.items()}
    for line in explain.lines(shelf, explain.find(shelf, by_number.get(id_, id_))):
        label = Text(f"{line.label}  " if line.label else "", style="dim")
        _indented(console, label + Text(line.text), 2 * line.depth)


def _counts(shelf: Shelf, console: Console) -> None:
    case = shelf.case
    outlets = {d.outlet for d in case.documents}
    days = sorted(d.published for d in case.documents if d.published)
    statuses = Counter(c.status for c in shelf.claims)
    told = [f"{n} {status}" for status, n in sorted(statuses.items())]
    line = Text()
    line.append(_many(len(case.documents), "report"), style="bold").append(" from ")
    line.append(_many(len(outlets), "outlet"), style="bold").append(", ")
    line.append(_many(len(shelf.claims), "claim"), style="bold")
    line.append(f" ({', '.join(told)})" if told else "")
    line.append(f"; {stretch(days[0], days[-1])}" if days else "")
    console.print(line)
    if shelf.claims and not stands_alone(shelf.claims[0]):
        leading = shelf.claims[0]
        console.print(Text("Leading claim: ") + _quote(shelf, leading.text))
        reports = _many(len(leading.documents), "report")
        console.print(Text(f"{reports}, {_range(shelf, leading)}", style="bold"))


def _block(shelf: Shelf, held: Claim, console: Console) -> None:
    """A claim with one line a stance: who, what kind of source, how sure."""
    _head(shelf, held, console)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, width=13)
    grid.add_column(overflow="fold")
    for stance in STANCE_MEANING:
        voices = [_voice(p) for p in held.positions if p.stance == stance]
        more = [Text(f"and {len(voices) - 8} more")] if len(voices) > 8 else []
        if voices:
            label = Text(f"  {MARK[stance]} {stance}", style=_STYLE[stance])
            grid.add_row(label, Text("; ").join([*voices[:8], *more]))
    console.print(grid)


def _head(shelf: Shelf, held: Claim, console: Console) -> None:
    grade = shelf.grades.get(held.id)
    line = Text(f"{shelf.claim_numbers[held.id]} ", style="bold").append_text(
        _quote(shelf, held.text)
    )
    facts = [held.status, _many(len(held.documents), "report"), _range(shelf, held)]
    facts += [f"grade {grade.letter}{grade.digit} suggested"] if grade else []
    console.print(line)
    console.print(Text(f"  {', '.join(facts)}", style="dim"))


def _voice(position: Position) -> Text:
    sure = f", {position.factuality}" if position.stance in ("for", "against") else ""
    return Text(plain(position.voice)).append(f" ({_kind(position)}{sure})", style="dim")


def _origins(shelf: Shelf, held: Claim, console: Console) -> None:
    for origin in shelf.origins.get(held.id, ()):
        count = "at least and at most" if origin.shown else "at most only"
        line = Text(f"  origin: {plain(origin.voice)} ({_kind(origin)}), counts in {count}, ")
        line.append(_many(len(origin.documents), "report")).append(f" {origin.id}", style="dim")
        console.print(line)


def _drift(shelf: Shelf, drift: Drift, console: Console) -> None:
    link = shelf.links.get(drift.link)
    hop = f"{_report(shelf, drift.after.document)} {LINK[link.kind] if link else 'after'} "
    hop += _report(shelf, drift.before.document)
    number = shelf.claim_numbers.get(drift.claim, drift.claim)
    console.print(Text(f"  {number} {DRIFT[drift.kind]}: ", style="bold").append(hop, style="dim"))
    line = _quote(shelf, drift.before) + Text(" → ") + _quote(shelf, drift.after)
    _indented(console, line, 4)


def _statement(shelf: Shelf, statement: Statement, console: Console) -> None:
    document = shelf.documents[statement.document]
    line = Text(f"{MARK[statement.stance]} ", style=_STYLE[statement.stance])
    line.append(f"{_report(shelf, document.id)}, {day(document.published)}: ", style="dim")
    line.append(quoted(document, statement.spans))
    line.append(f" {statement.factuality} {FACTUALITY[statement.factuality]}", style="dim")
    for voice in shelf.voices(statement):
        named = quoted(document, voice.source.spans) if voice.source else "nobody named"
        line.append(f", on the word of {named}", style="dim")
    _indented(console, line, 2)


def _attribution(document: Document, made: Attribution) -> list[str]:
    return [
        quoted(document, made.source.spans) if made.source else "nobody named",
        quoted(document, made.cue),
        quoted(document, made.content),
        made.act,
        f"{MARK[made.stance]} {made.stance}",
        f"{made.factuality} {FACTUALITY[made.factuality]}",
    ]


def _skipped(skipped: Iterable[Skipped], console: Console) -> None:
    held = tuple(skipped)
    if held:
        _title(console, "Skipped", len(held), LISTED)
    for skip in held[:LISTED]:
        console.print(Text(f"  {plain(skip.source)}: {plain(skip.reason)}"))


def _said(shelf: Shelf, line: Text, document: str, console: Console) -> None:
    where = Text(f"  {_report(shelf, document)}: ", style="dim")
    console.print(where + line)


def _indented(console: Console, line: Text, by: int) -> None:
    console.print(Padding(line, (0, 0, 0, by), expand=False))


def _title(console: Console, title: str, count: int, listed: int | None = None) -> None:
    shown = f"{listed} of {count}" if listed and count > listed else str(count)
    console.print(Text(f"\n{title} ({shown})", style="bold underline"))


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="bold", pad_edge=False)
    for column in columns:
        narrow = column in ("", "Id", "Grade", "Reports")
        table.add_column(column, overflow="fold", no_wrap=narrow)
    return table


def _print(console: Console, table: Table, empty: str) -> None:
    console.print(table if table.row_count else Text(empty))


def _quote(shelf: Shelf, evidence: Evidence) -> Text:
    return Text(quoted(shelf.documents[evidence.document], evidence.spans))


def _report(shelf: Shelf, document: str) -> str:
    return f"{shelf.numbers[document]} {plain(shelf.documents[document].outlet)}"


def _range(shelf: Shelf, held: Claim, unit: str = "origin") -> str:
    found = shelf.ranges.get(held.id)
    if found is None or not found.at_most:
        return f"no {unit}" if unit else "none"
    if found.at_least == found.at_most:
        return _many(found.at_least, unit) if unit else str(found.at_least)
    return f"{found.at_least} to {found.at_most}" + (f" {unit}s" if unit else "")


def _kind(about: Actor | Position | Origin) -> str:
    return KIND[about.kind] + (f", {plain(about.country)}" if about.country else "")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
