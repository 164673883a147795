"""One round of watching, for a terminal: what is new, in the words of the reports."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from reportedly.model import Case, Changes, Claim, Denial, Document, LinkKind, Origin
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .changes import cite, drifts, grouped, moves, moving
from .dates import moment
from .issues import turning, turns
from .moves import sentences
from .printed import STYLE, called, head, kind, many, put, report, stances, title, voice
from .words import MARK, ORIGIN, follows

LISTED = 12
"""Records of a kind that one round tells one by one."""
VOICES = 3
"""Voices of one side that are named with a new claim."""


def news(came: Changes, case: Case, heading: str, console: Console, whole: bool = False) -> None:
    """One round of watching: reports, new claims, what moved in earlier ones, losses on the way.

    ``whole``: everything in the ledger is new, so that it is counted and not listed.
    """
    shelf = Shelf(case)
    put(console, Text(f"{heading}: {_summed(shelf, came)}", style="bold"), 0, 2)
    if whole:
        put(console, "All of it is new, so it is only counted here; reportedly show has it.", 2)
        return
    _reports(shelf, came, console)
    _claims(shelf, came, console)
    _stirred(shelf, came, console)
    told = turning(shelf, came.turned)
    if told:
        title(console, "Questions asked, proposed or ruled on", len(told), LISTED)
        turns(shelf, told[:LISTED], console)
        _rest(told, console)
    lost = [d for d in came.drifts if {d.id, d.claim}.isdisjoint(shelf.hidden)]
    if lost:
        title(console, "Raised, lost or moved on the way", len(lost), LISTED)
        drifts(shelf, lost[:LISTED], console)


def _summed(shelf: Shelf, came: Changes) -> str:
    """``2 new reports, 1 new denial``: what there is of each kind."""
    seen = [c for c in came.claims if c.id not in shelf.hidden]
    counts = (
        (len(came.documents), "new report"), (len(seen), "new claim"),
        (len(came.denials), "new denial"), (len(came.origins), "new origin"),
    )  # fmt: skip
    said = [many(count, noun) for count, noun in counts if count]
    moved = len(moving(shelf, came.moved))
    said += [f"{many(moved, 'earlier claim')} moved"] if moved else []
    asked = len(turning(shelf, came.turned))
    said += [f"{many(asked, 'question')} asked, proposed or ruled on"] if asked else []
    return ", ".join(said) or "nothing but what was lost on the way"


def _reports(shelf: Shelf, came: Changes, console: Console) -> None:
    if came.documents:
        title(console, "New reports", len(came.documents), LISTED)
    new = {claim.id for claim in came.claims}
    carrying = _by_report(shelf.claims, {d.id for d in came.documents[:LISTED]})
    opened = {id_ for origin in came.origins for id_ in origin.documents}
    for document in came.documents[:LISTED]:
        line = Text(f"{report(shelf, document.id)}, {moment(document.published)}", style="bold")
        line.append(f": {plain(document.title)}" if document.title else "", style="not bold")
        put(console, line, 2, 3)
        held = carrying.get(document.id, [])
        about = [*_upstream(shelf, document), *_carried(shelf, held, new, document.id in opened)]
        put(console, Text("; ".join(about), style="dim"), 5, 2)
    _rest(came.documents, console)


def _upstream(shelf: Shelf, document: Document) -> Iterator[str]:
    """``copied from and credits R2 Quillon News Agency``, an upstream a piece."""
    by_upstream: dict[str, list[LinkKind]] = {}
    for link in shelf.links_of.get(document.id, ()):
        to = report(shelf, link.to) if link.to in shelf.documents else plain(link.name or "")
        by_upstream.setdefault(to, []).append(link.kind)
    for to, kinds in by_upstream.items():
        yield f"{follows(kinds)} {to}"


def _carried(shelf: Shelf, held: Sequence[Claim], new: set[str], opens: bool) -> Iterator[str]:
    """``1 new claim``, ``one more report of C1 and C4``, ``no new origin``."""
    fresh = sum(claim.id in new for claim in held)
    known = [shelf.claim_numbers[c.id] for c in held if c.id not in new]
    if fresh:
        yield many(fresh, "new claim")
    if known:
        more = f" and {len(known) - LISTED} more" if len(known) > LISTED else ""
        yield f"one more report of {', '.join(known[:LISTED])}{more}"
    if not opens:
        yield "no new origin"


def _claims(shelf: Shelf, came: Changes, console: Console) -> None:
    held = [claim for claim in came.claims if claim.id not in shelf.hidden]
    if held:
        title(console, "New claims", len(held), LISTED)
    for claim in held[:LISTED]:
        head(shelf, claim, console, named=True)
        stances(shelf, claim, console, VOICES)
    _rest(held, console)


def _stirred(shelf: Shelf, came: Changes, console: Console) -> None:
    """Earlier claims with a new denial, a new origin, or that stand otherwise; each once."""
    new = {claim.id for claim in came.claims} | shelf.hidden
    denials = grouped((d.claim.id, d) for d in came.denials)
    opened = grouped((o.claim, o) for o in came.origins)
    moved = moving(shelf, came.moved)
    touched = denials.keys() | opened.keys() | moved.keys()
    held = [c for c in shelf.claims if c.id in touched and c.id not in new]
    if held:
        title(console, "Earlier claims that moved", len(held), LISTED)
    for claim in held[:LISTED]:
        head(shelf, claim, console, named=True)
        for denial in denials.get(claim.id, ()):
            _denial(shelf, denial, console)
        for origin in opened.get(claim.id, ()):
            _origin(shelf, origin, console)
        moves(shelf, moved.get(claim.id, ()), console)
    _rest(held, console)


def _denial(shelf: Shelf, denial: Denial, console: Console) -> None:
    line = Text.assemble((f"{MARK['against']} denied by ", STYLE["against"]))
    put(console, line.append_text(voice(shelf, denial.position)), 3, 2)
    cite(shelf, sentences(shelf, denial.position.statements), console)


def _origin(shelf: Shelf, origin: Origin, console: Console) -> None:
    line = Text.assemble(
        (f"{ORIGIN[origin.shown]} new origin ", STYLE["for"]), called(origin.voice)
    )
    put(console, line.append(f" ({kind(origin)})", style="dim"), 3, 2)
    cite(shelf, sentences(shelf, origin.statements[:1]), console)


def _by_report(claims: Iterable[Claim], wanted: set[str]) -> dict[str, list[Claim]]:
    pairs = ((id_, c) for c in claims for id_ in c.documents if id_ in wanted)
    return grouped(pairs)


def _rest(held: Sequence[object], console: Console) -> None:
    if len(held) > LISTED:
        put(console, Text(f"and {len(held) - LISTED} more", style="dim"), 2)
