"""The way of a claim as a tree of lines: origins at the root, reports below those they follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from reportedly.model import Claim, Origin
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .dates import moment
from .lineage import Hop, Loss, Sign, Stop, Trail, Unit, outside, trail
from .printed import STYLE, kind, led, many, put, quote, report, words
from .words import DRIFT, MARK, NAMELESS, ORIGIN, SHOWN, certainty, follows

DEEP = 6
"""Steps that are indented; what lies deeper stands below the last, and says whom it follows."""
LINES = 120
"""Reports, folds and mentions in one tree; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A report that stands elsewhere in the tree, named where it follows something else, too.

    ``hop`` is that step; None where it has an origin from nobody here, beside those it follows.
    """

    unit: Unit
    hop: Hop | None
    below: str


Item = Origin | Unit | Mention


@dataclass(frozen=True, slots=True)
class Twig:
    """One item and, for each level above it and its own, whether it is the last there."""

    path: tuple[bool, ...]
    item: Item


def tree(shelf: Shelf, claim: Claim, console: Console) -> None:
    """Who has it from whom: each report once, with what was lost on the way to it."""
    way = trail(shelf, claim)
    twigs = list(branches(way))
    for twig in twigs[:LINES]:
        first, rest = _guides(twig.path)
        for number, line in enumerate(_lines(shelf, twig.item)):
            led(console, line, rest if number else first, rest + "  ")
    if twigs[LINES:]:
        put(console, f"and {many(len(twigs) - LINES, 'more line')}, not shown here", 3)


def branches(way: Trail) -> Iterator[Twig]:
    """Depth first; what stands below one thing is in the order of time."""
    below = _below(way)
    waiting = _stacked((), below.get(None, []))
    while waiting:
        twig = waiting.pop()
        yield twig
        if not isinstance(twig.item, Mention):
            name = twig.item.id if isinstance(twig.item, Origin) else twig.item.first.id
            waiting += _stacked(twig.path, below.get(name, []))


def _stacked(path: tuple[bool, ...], items: list[Item]) -> list[Twig]:
    return [Twig((*path, n == 0), item) for n, item in enumerate(reversed(items))]


def _below(way: Trail) -> dict[str | None, list[Item]]:
    """What stands below each origin and report (by id), and at the root (None)."""
    found: dict[str | None, list[Item]] = {None: list(way.origins)}
    for unit in way.units:
        stop = unit.first
        roots = [origin.id for origin in stop.origins]
        home = stop.nearest or next(iter(roots), None)
        found.setdefault(home, []).append(unit)
        others: list[tuple[str, Hop | None]] = [(hop.upstream, hop) for hop in stop.hops[1:]]
        others += [(root, None) for root in roots if root != home]
        for name, hop in others:
            found.setdefault(name, []).append(Mention(unit, hop, home or ""))
    return found


def _guides(path: tuple[bool, ...]) -> tuple[str, str]:
    """What stands before the first line of an item, and before its others."""
    held = path[1 : DEEP + 1]
    if not held:
        return "", "   "
    bars = "".join("   " if last else "│  " for last in held[:-1])
    if len(path) > DEEP + 1:
        bars += "   " if held[-1] else "│  "
        return f"{bars}↳ ", f"{bars}  "
    return bars + ("└─ " if held[-1] else "├─ "), bars + ("   " if held[-1] else "│  ")


def _lines(shelf: Shelf, item: Item) -> Iterator[Text]:
    match item:
        case Origin():
            yield of_origin(item)
        case Unit():
            yield from _unit(shelf, item)
        case Mention():
            yield from _mention(shelf, item)


def of_origin(origin: Origin) -> Text:
    """``◇ two officers (unnamed, known to the report), counts in at most only, …``."""
    line = Text(f"{ORIGIN[origin.shown]} ")
    line.append(plain(NAMELESS.get(origin.voice, origin.voice)), style="bold")
    about = f" ({kind(origin)})" if origin.voice not in NAMELESS else ""
    behind = many(len(origin.documents), "report")
    said = f", counts in {SHOWN[origin.shown]}, behind {behind}, id {origin.id}"
    return line.append(f"{about}{said}", style="dim")


def _unit(shelf: Shelf, unit: Unit) -> Iterator[Text]:
    stop = unit.first
    yield (_folded(shelf, unit) if len(unit.stops) > 1 else _stop(shelf, stop)).append_text(
        _said(shelf, stop)
    )
    for hop in stop.hops[:1]:
        yield from _lost(shelf, hop, len(unit.stops))


def _stop(shelf: Shelf, stop: Stop) -> Text:
    """``R3 Tressen Evening Bell, 3 Mar 2031, 15:30 UTC, credits R1``."""
    line = Text(report(shelf, stop.id), style="bold")
    line.append(f", {moment(stop.document.published)}", style="not bold dim")
    told = how(shelf, stop)
    return line.append(f", {told}" if told else "", style="not bold")


def _folded(shelf: Shelf, unit: Unit) -> Text:
    """``and 34 more, copied from R1, first 3 Mar 2031 (R4 …), last 6 Mar 2031 (R40 …)``."""
    ends = (
        f"{word} {moment(stop.document.published)} ({report(shelf, stop.id)})"
        for word, stop in (("first", unit.first), ("last", unit.last))
    )
    told = (how(shelf, unit.first), *ends)
    line = Text(f"and {len(unit.stops)} more", style="bold")
    return line.append("".join(f", {words_}" for words_ in told if words_), style="not bold")


def how(shelf: Shelf, stop: Stop) -> str:
    """Whom the report follows, and how; what leads in a circle, and who is not here, too.

    Empty where it follows no report and leads to an origin.
    """
    told = [_follows(shelf, hop) for hop in stop.hops]
    told += [f"{_follows(shelf, hop)} in a circle" for hop in stop.back]
    told += [f"{plain(name)}, not here" for name in outside(stop)]
    return "; ".join(told) or ("" if stop.origins else "no upstream shown")


def _follows(shelf: Shelf, hop: Hop) -> str:
    return f"{follows(link.kind for link in hop.links)} {shelf.numbers[hop.upstream]}"


def _said(shelf: Shelf, stop: Stop) -> Text:
    """``: ▲ possible (PS+) on the word of “two officers”, “Up to 30”; ▲ certain (CT+) …``."""
    return Text(": ").append_text(Text("; ").join(_sign(shelf, stop, s) for s in stop.signs))


def _sign(shelf: Shelf, stop: Stop, sign: Sign) -> Text:
    line = Text(f"{MARK[sign.stance]} ", style=STYLE[sign.stance])
    line.append(certainty(sign.stance, sign.factuality), style="default")
    line.append(" in its own words" if sign.own else "", style="dim")
    if sign.voices:
        named = [quote(shelf, voice) for voice in sign.voices[:2]]
        line.append(" on the word of ", style="dim").append_text(Text(", ").join(named))
    cut = [words(shelf, stop.id, (span,)) for span in sign.numbers[:3]]
    if cut:
        line.append(", number ", style="dim").append_text(Text(", ").join(cut))
    return line


def _lost(shelf: Shelf, hop: Hop, times: int = 1) -> Iterator[Text]:
    """``lost or moved after R1: a hedge dropped, a number moved “Up to 30” → “30”``."""
    if hop.losses:
        each = ", by each" if times > 1 else ""
        line = Text(f"on the way from {shelf.numbers[hop.upstream]}{each}: ", style="dim")
        yield line.append_text(Text(", ").join(_loss(shelf, loss) for loss in hop.losses))


def _loss(shelf: Shelf, loss: Loss) -> Text:
    drift = loss.drift
    line = Text(f"{loss.number} {DRIFT[drift.kind]}", style="bold not dim")
    if drift.kind == "number":
        line.append(" ").append_text(quote(shelf, drift.before))
        line.append(" → ").append_text(quote(shelf, drift.after))
    return line


def _place(shelf: Shelf, name: str) -> str:
    """What a report is called that others stand below, or an origin."""
    held = shelf.records[name]
    if isinstance(held, Origin):
        return f"{ORIGIN[held.shown]} {plain(NAMELESS.get(held.voice, held.voice))}"
    return shelf.numbers[name]


def _mention(shelf: Shelf, mention: Mention) -> Iterator[Text]:
    """``also R9 The Corlisse Herald, which credits it; it stands below R6``."""
    stop, more = mention.unit.first, len(mention.unit.stops) - 1
    line = Text(f"also {report(shelf, stop.id)}", style="dim")
    line.append(f" and {more} more" if more else "")
    if mention.hop:
        line.append(f", {follows(link.kind for link in mention.hop.links)} it")
    line.append(f"; stands below {_place(shelf, mention.below)}")
    yield line
    if mention.hop:
        yield from _lost(shelf, mention.hop, more + 1)
