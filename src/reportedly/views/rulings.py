"""People's rulings: the log, those behind one record, and what a new one changed."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from reportedly.model import Case, Claim, Document, Link, Logged, Origin, Target

from .dates import moment
from .named import called
from .printed import many, origins, put, quote, report
from .shelf import Record, Shelf
from .visible import plain
from .words import LINK

TOLD = 6
"""Changes that a new ruling tells one by one."""


def log(case: Case, console: Console) -> None:
    """Every ruling: number, what, who, when, whether it counts, on which records, why."""
    shelf = Shelf(case)
    for logged in shelf.rulings:
        ruling = logged.ruling
        line = Text.assemble((f"{ruling.number} {ruling.kind}", "bold"))
        line.append(f" {ruling.undoes}" if ruling.undoes is not None else "", style="bold")
        line.append(f" by {plain(ruling.by)}, {moment(ruling.recorded)}, {state(logged)}")
        put(console, line, 0, 3)
        for target, rest in zip(ruling.targets, logged.rests, strict=True):
            put(console, _target(shelf, target, rest), 3, 3)
        if ruling.why:
            put(console, f"why: {plain(ruling.why)}", 3, 3)
    if not shelf.rulings:
        put(console, "Nobody has ruled on anything.")


def state(logged: Logged) -> str:
    """Whether a ruling counts, and what it is in conflict with."""
    if logged.state == "undone":
        return f"undone by ruling {logged.ended}"
    if logged.state == "overruled":
        return f"in conflict with the later ruling {logged.ended}, which counts"
    said = "in force" if logged.state == "in force" else "no longer attached to anything"
    if not logged.against:
        return said
    numbers = ", ".join(str(number) for number in logged.against)
    return f"{said}, in conflict with ruling {numbers}, and it counts"


def told(logged: Logged) -> str:
    """A ruling in one line."""
    ruling = logged.ruling
    why = f": {plain(ruling.why)}" if ruling.why else ""
    return f"{ruling.number} by {plain(ruling.by)}, {ruling.kind}, {state(logged)}{why}"


def touching(shelf: Shelf, record: Record) -> Iterator[Logged]:
    """The rulings that touched a record."""
    for logged in shelf.rulings:
        about = zip(logged.ruling.targets, logged.rests, strict=True)
        if any(_touches(target, rest, record) for target, rest in about):
            yield logged


def ruled(number: int, before: Case, after: Case, console: Console) -> None:
    """What the ruling with that number changed, in a few sentences."""
    shelf = Shelf(after)
    lines: list[Text | str] = [*_links(Shelf(before), shelf), *_claims(Shelf(before), shelf)]
    put(console, f"Ruling {number} is kept." + ("" if lines else " It joins and parts nothing."))
    for line in lines[:TOLD]:
        put(console, line, 0, 3)
    if len(lines) > TOLD:
        put(console, f"{len(lines) - TOLD} more records changed.")


def _touches(target: Target, rest: str | None, record: Record) -> bool:
    if isinstance(record, Claim):
        return rest in record.statements
    if isinstance(record, Origin):
        named = target.kind != "origin" or target.name == record.voice
        return rest in record.statements and named and target.kind != "claim"
    if isinstance(record, Document):
        ends = {target.document, target.to} if target.kind == "link" else {target.id}
        return record.id in ends
    return record.id in {target.id, rest}


def _target(shelf: Shelf, target: Target, rest: str | None) -> str:
    """What a ruling is about, as it is called now; of a link that is gone, both ends."""
    record = _now(shelf, target, rest)
    if record is not None:
        then = f", then {target.id}" if target.id != record.id else ""
        return f"{target.kind} {called(shelf, record)} (id {record.id}{then})"
    if target.kind == "link" and target.document in shelf.documents:
        here = target.to in shelf.documents
        upstream = report(shelf, target.to or "") if here else plain(target.name or target.to or "")
        return f"link from {report(shelf, target.document)} to {upstream} (id {target.id})"
    return f"{target.kind} {target.id}, not here any more"


def _now(shelf: Shelf, target: Target, rest: str | None) -> Record | None:
    held: Sequence[Record] = ()
    if target.kind == "claim":
        held = [c for c in shelf.case.gathering.claims if rest in c.statements]
    elif target.kind == "origin":
        near = [o for o in shelf.case.lineage.origins if rest in o.statements]
        held = [o for o in near if o.voice == target.name] or near
    elif target.kind == "statement":
        return shelf.records.get(rest or "")
    return held[0] if held else shelf.records.get(target.id)


def _links(before: Shelf, after: Shelf) -> Iterator[str]:
    for link in before.links.values():
        if link.id not in after.links:
            yield f"Gone: {_link(before, link)}."
    for link in after.links.values():
        if link.id not in before.links:
            yield f"Found: {_link(after, link)}."


def _link(shelf: Shelf, link: Link) -> str:
    to = report(shelf, link.to) if link.to in shelf.documents else plain(link.name or "")
    return f"{report(shelf, link.document)} {LINK[link.kind]} {to}"


def _claims(before: Shelf, after: Shelf) -> Iterator[Text]:
    old = {claim.id: claim for claim in before.case.gathering.claims}
    new = {claim.id: claim for claim in after.case.gathering.claims}
    for claim in new.values():
        was = old.get(claim.id)
        if was is None:
            yield _claim("A claim of its own: ", after, claim, f"has {_size(after, claim)}")
        elif _size(before, was) != _size(after, claim) or was.statements != claim.statements:
            said = f"now has {_size(after, claim)}; {_size(before, was)} before"
            yield _claim("", after, claim, said)
    for claim in old.values():
        if claim.id not in new:
            into = next(c for c in new.values() if claim.statements[0] in c.statements)
            yield _claim("", before, claim, f"is one with {into.id} now", numbered=False)


def _claim(lead: str, shelf: Shelf, claim: Claim, said: str, numbered: bool = True) -> Text:
    number = f"{shelf.claim_numbers[claim.id]} " if numbered else ""
    line = Text(f"{lead}{number}").append_text(quote(shelf, claim.text))
    return line.append(f" ({claim.id}) {said}.")


def _size(shelf: Shelf, claim: Claim) -> str:
    counts = (
        many(len(claim.documents), "report"), many(len(claim.statements), "statement"),
        origins(shelf, claim),
    )  # fmt: skip
    return ", ".join(counts)
