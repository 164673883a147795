"""What came to a ledger and what moved in it, for a terminal."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from reportedly.model import Case, Changes, Drift, Evidence, Move
from reportedly.shelf import Shelf

from .dates import moment
from .issues import turning, turns
from .moves import CITED, shown, told
from .printed import called, head, kind, put, quote, report, title, voice
from .rulings import ruled_since
from .stated import left_out
from .words import DRIFT, LINK

QUOTED = 3
"""Sentences that are quoted for one thing that moved."""

R = TypeVar("R")


def changes(came: Changes, case: Case, console: Console, since: str = "") -> None:
    """What came since a moment: reports, claims, denials, origins, drift, what moved, rulings.

    ``since``: that moment (ISO 8601, UTC), for the rulings; each is told with what it decides.
    """
    shelf = Shelf(case)
    claims = [held for held in came.claims if held.id not in shelf.hidden]
    title(console, "New reports", len(came.documents))
    for document in came.documents:
        put(console, f"{report(shelf, document.id)}, {moment(document.published)}", 2, 2)
    title(console, "New claims", len(claims))
    for held in claims:
        head(shelf, held, console)
    title(console, "New denials", len(came.denials))
    for denial in came.denials:
        put(console, voice(shelf, denial.position), 2, 2)
        put(console, quote(shelf, denial.claim.text), 4, 2)
    title(console, "New origins", len(came.origins))
    for origin in came.origins:
        number = shelf.claim_numbers.get(origin.claim, origin.claim)
        put(console, f"{number}: {called(origin.voice)} ({kind(origin)})", 2, 2)
    title(console, "New drift", len(came.drifts))
    drifts(shelf, came.drifts, console)
    stirred = moving(shelf, came.moved)
    title(console, "Claims that stand otherwise than before", len(stirred))
    for claim, moved in stirred.items():
        head(shelf, shelf.claims_by_id[claim], console, named=True)
        moves(shelf, moved, console)
    told = turning(shelf, came.turned)
    title(console, "Questions asked, proposed or ruled on", len(told))
    turns(shelf, told, console)
    ruled_since(shelf, since, console)
    left_out(shelf, console)


def drifts(shelf: Shelf, lost: Iterable[Drift], console: Console, numbered: bool = False) -> None:
    """Each hop once, with what was lost or moved on it below; ``numbered`` as D1, D2."""
    before = None
    for number, drift in enumerate(lost, 1):
        hop = _hop(shelf, drift)
        if hop != before:
            put(console, hop, 2, 4)
        before = hop
        kind_ = (f"D{number} " * numbered + f"{DRIFT[drift.kind]}: ", "bold")
        line = Text.assemble(kind_, quote(shelf, drift.before), " → ", quote(shelf, drift.after))
        put(console, line, 5, 4)


def _hop(shelf: Shelf, drift: Drift) -> Text:
    """``C1, from R1 Quillon News Agency to R3 Tressen Evening Bell (credits it)``."""
    link = shelf.links.get(drift.link)
    number = shelf.claim_numbers.get(drift.claim, drift.claim)
    took = f" ({LINK[link.kind]} it)" if link else ""
    ends = report(shelf, drift.before.document), report(shelf, drift.after.document)
    return Text(f"{number}, from {ends[0]} to {ends[1]}").append(took, style="dim")


def moves(shelf: Shelf, moved: Iterable[Move], console: Console) -> None:
    """What moved, with the words that show how sure; what follows of those stands without."""
    for move in moved:
        put(console, told(move), 3, 2)
        if move.kind in CITED:
            cite(shelf, shown(shelf, move), console)


def cite(shelf: Shelf, found: Sequence[Evidence], console: Console) -> None:
    """Words of reports, each with the report; of many the first, and how many more."""
    for evidence in found[:QUOTED]:
        line = quote(shelf, evidence)
        put(console, line.append(f" {report(shelf, evidence.document)}", style="dim"), 5, 2)
    if len(found) > QUOTED:
        put(console, Text(f"and {len(found) - QUOTED} more", style="dim"), 5)


def moving(shelf: Shelf, moved: Iterable[Move]) -> dict[str, list[Move]]:
    """Moves by the id of their claim, hidden claims left out."""
    return grouped((m.claim.id, m) for m in moved if m.claim.id not in shelf.hidden)


def grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    """What stands beside one key, in the order given."""
    found: dict[str, list[R]] = {}
    for key, record in pairs:
        found.setdefault(key, []).append(record)
    return found
