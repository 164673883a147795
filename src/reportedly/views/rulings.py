"""People's rulings: the log, those behind one record, and what a new one changed."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from reportedly.model import (
    Actor,
    Case,
    Cell,
    Claim,
    Concept,
    Document,
    Issue,
    Logged,
    Origin,
    Statement,
    Target,
    bare,
)
from reportedly.shelf import Record, Shelf
from reportedly.visible import plain

from .dates import moment
from .moved import Moved, moved
from .named import called
from .printed import kind, put, quote, report, title
from .quoting import quoted

SIDE = {"+": "for ", "-": "against ", "?": "about "}
"""On which side of a claim a hypothesis is."""
TOLD = 6
"""Changes that a new ruling tells one by one."""


def log(case: Case, console: Console) -> None:
    """Every ruling: number, what, who, when, whether it counts, on which records, why."""
    shelf = Shelf(case)
    for logged in shelf.rulings:
        ruling = logged.ruling
        put(console, _headed(logged), 0, 3)
        for about in abouts(shelf, logged):
            put(console, about, 3, 3)
        if ruling.why:
            put(console, f"why: {plain(ruling.why)}", 3, 3)
    if not shelf.rulings:
        put(console, "Nobody has ruled on anything.")


def ruled_since(shelf: Shelf, since: str, console: Console) -> None:
    """The rulings made since a moment (ISO 8601, UTC), each in one line, with what it is about."""
    made = [logged for logged in shelf.rulings if logged.ruling.recorded >= since]
    title(console, "New rulings", len(made))
    for logged in made:
        line = _headed(logged)
        ruling = logged.ruling
        about = list(abouts(shelf, logged))
        about += [f"why: {plain(ruling.why)}"] if ruling.why else []
        put(console, line.append("".join(f"; {said}" for said in about), style="not bold"), 2, 2)


def abouts(shelf: Shelf, logged: Logged) -> Iterator[str]:
    """What a ruling is about, a line a record, and whose word it says that it is."""
    for target, rest in zip(logged.ruling.targets, logged.rests, strict=True):
        yield _target(shelf, target, rest)
    if logged.ruling.source is not None:
        yield _whose(shelf, logged)


def _headed(logged: Logged) -> Text:
    """``2 grade C3 by anna, 7 Mar 2031, 18:00, in force``."""
    ruling = logged.ruling
    undone = str(ruling.undoes) if ruling.undoes is not None else ""
    said = (str(ruling.number), ruling.kind, plain(ruling.value), undone)
    line = Text.assemble((" ".join(word for word in said if word), "bold"))
    return line.append(f" by {plain(ruling.by)}, {moment(ruling.recorded)}, {state(logged)}")


def _whose(shelf: Shelf, logged: Logged) -> str:
    """Whose word a person says that it is, in the words of the report."""
    source, target = logged.ruling.source, logged.ruling.targets[0]
    document = shelf.documents.get(target.document or "")
    if source is None or document is None:
        return "the word of somebody whose report is not here any more"
    return f"the word of {quoted(document, source.spans)} ({kind(source)})"


def state(logged: Logged) -> str:
    """Whether a ruling counts, and what it is in conflict with."""
    if logged.state == "held back" and logged.ruling.kind != "grade":
        return "held back: it does not follow from the state that the question is in"
    if logged.state == "held back":
        return "held back: a digit 1 takes two origins that are shown to be different"
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
    said = f"{ruling.kind} {plain(ruling.value)}".rstrip()
    return f"{ruling.number} by {plain(ruling.by)}, {said}, {state(logged)}{why}"


def touching(shelf: Shelf, record: Record) -> Iterator[Logged]:
    """The rulings that touched a record."""
    return (logged for logged in shelf.rulings if _told_of(shelf, logged, record))


def _told_of(shelf: Shelf, logged: Logged, record: Record) -> bool:
    """Whether a ruling is about a record; one about a cell is about both of its ends, too."""
    about = list(zip(logged.ruling.targets, logged.rests, strict=True))
    if not {target.kind for target, _ in about} & {"item", "hypothesis"}:
        return any(_touches(shelf, target, rest, record) for target, rest in about)
    found = {held.id for target, rest in about if (held := _now(shelf, target, rest))}
    if isinstance(record, Cell):
        return found == {record.item, record.hypothesis}
    return record.id in found


def ruled(number: int, before: Case, after: Case, console: Console) -> None:
    """What the ruling with that number changed, in a few sentences."""
    shelf = Shelf(after)
    changed = moved(Shelf(before), shelf)
    nothing = " It changes no claim and no ranking."
    put(console, f"Ruling {number} is kept." + ("" if changed else nothing))
    for one in changed[:TOLD]:
        put(console, _line(shelf, one), 0, 3)
    if len(changed) > TOLD:
        put(console, f"{len(changed) - TOLD} more records changed.")


def _line(shelf: Shelf, one: Moved) -> Text:
    line = Text(one.lead)
    if one.claim:
        number = shelf.claim_numbers.get(one.claim.id, "")
        line.append(f"{number} " if number else "").append_text(quote(shelf, one.claim.text))
        line.append(f" ({one.claim.id}) ")
    return line.append(f"{one.said}.")


def _touches(shelf: Shelf, target: Target, rest: str | None, record: Record) -> bool:
    match record:
        case Concept():
            return rest in {mention.id for mention in record.mentions}
        case Claim():
            said = (shelf.statements[number].attribution for number in record.statements)
            return rest in record.statements or (target.kind == "attribution" and rest in said)
        case Origin():
            named = target.kind != "origin" or target.name == record.voice
            return rest in record.statements and named and target.kind != "claim"
        case Document():
            linked = target.kind == "link" and record.id in {target.document, target.to}
            return linked or _is_of(target, record.outlet) or target.id == record.id
    return record.id in {target.id, rest} or _means(target, rest, record)


def _means(target: Target, rest: str | None, record: Record) -> bool:
    """Whether a ruling is on an actor by its name, an issue by a question, a statement by voice."""
    match record:
        case Actor():
            return _is_of(target, record.name)
        case Statement():
            return target.kind == "attribution" and rest is not None and rest == record.attribution
        case Issue():
            return target.kind == "issue" and rest in record.questions
    return False


def _is_of(target: Target, outlet: str) -> bool:
    """Whether a ruling is about the outlet of that name."""
    return target.kind == "outlet" and bare(target.name or "") == bare(outlet)


def _target(shelf: Shelf, target: Target, rest: str | None) -> str:
    """What a ruling is about, as it is called now; of a link that is gone, both ends."""
    if target.kind == "outlet":
        return f"outlet {plain(target.name or '')}"
    record = _now(shelf, target, rest)
    if record is not None:
        then = f", then {target.id}" if target.id != record.id else ""
        side = SIDE.get(target.name or "", "") if target.kind == "claim" else ""
        return f"{side}{target.kind} {called(shelf, record)} (id {record.id}{then})"
    if target.kind == "link" and target.document in shelf.documents:
        here = target.to in shelf.documents
        upstream = report(shelf, target.to or "") if here else plain(target.name or target.to or "")
        return f"link from {report(shelf, target.document)} to {upstream} (id {target.id})"
    return f"{target.kind} {target.id}, not here any more"


def _now(shelf: Shelf, target: Target, rest: str | None) -> Record | None:
    held: Sequence[Record] = ()
    if target.kind == "claim":
        held = [c for c in shelf.case.gathering.claims if rest in c.statements]
    elif target.kind == "concept":
        told = shelf.case.gathering.concepts
        held = [c for c in told if rest in {mention.id for mention in c.mentions}]
    elif target.kind == "origin":
        near = [o for o in shelf.case.lineage.origins if rest in o.statements]
        held = [o for o in near if o.voice == target.name] or near
    elif target.kind == "issue":
        held = [one for one in shelf.case.gathering.issues if rest in one.questions]
    elif target.kind == "attribution":
        return shelf.found.get(rest or "")
    elif target.kind == "item":
        items = (i for i in shelf.items.values() if rest in i.statements)
        held = [i for i in items if i.voice == target.name]
    elif target.kind == "hypothesis" and rest:
        homes = {c.id for c in shelf.case.gathering.claims if rest in c.statements}
        alike = (h for h in shelf.hypotheses.values() if h.key == target.name)
        held = [h for h in alike if h.premises[0].claim in homes]
    elif target.kind in {"statement", "actor"} and rest:
        return shelf.records.get(rest or "")
    return held[0] if held else shelf.records.get(target.id)
