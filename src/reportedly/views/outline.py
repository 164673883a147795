"""One report's reading for a terminal: its attributions as an outline, in the order of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from reportedly.model import Attribution, Document, Reading, Source, cut, hull
from reportedly.visible import plain

from .dates import moment
from .printed import STYLE, many, put, title
from .quoting import quoted
from .words import CONFLICT, DENIAL, FACTUALITY, KIND, MARK, NOT_NAMED

_POINT = " ▸ "


@dataclass(frozen=True, slots=True)
class Placed:
    """An attribution and how many others it stands within."""

    depth: int
    attribution: Attribution


def reading(document: Document, found: Reading, console: Console) -> None:
    """Who says what and how sure; then causes, open questions, conflicts, what was skipped."""
    console.print(_heading(document, found), soft_wrap=True)
    if not found.attributions:
        put(console, "No attribution was found.", 2)
    for placed in nested(found.attributions):
        put(console, _attribution(document, placed.attribution), 2 + 4 * placed.depth, 4)
    _causes(document, found, console)
    _questions(document, found, console)
    _conflicts(document, found, console)
    if found.skipped:
        title(console, "Skipped", len(found.skipped))
    for skip in found.skipped:
        put(console, f"{plain(skip.source)}: {plain(skip.reason)}", 2, 4)
    console.print()


def nested(attributions: Iterable[Attribution]) -> tuple[Placed, ...]:
    """In the order of the text; one that stands within another follows it, one step deeper."""
    ordered = sorted(attributions, key=lambda a: (a.sentence, hull((*a.cue, *a.content)), a.id))
    known = {a.id for a in ordered}
    inside: dict[str, list[Attribution]] = {}
    for one in ordered:
        inside.setdefault(one.within or "", []).append(one)
    done: dict[str, Placed] = {}
    for one in (*(a for a in ordered if a.within not in known), *ordered):
        done.update((p.attribution.id, p) for p in _below(one, 0, inside, done))
    return tuple(done.values())


def _below(
    one: Attribution, depth: int, inside: dict[str, list[Attribution]], done: dict[str, Placed]
) -> Iterator[Placed]:
    """``one`` and all within it; a ring of attributions is walked once."""
    waiting, seen = [Placed(depth, one)], set(done)
    while waiting:
        placed = waiting.pop()
        name = placed.attribution.id
        if name not in seen:
            seen.add(name)
            yield placed
            waiting += [Placed(placed.depth + 1, a) for a in reversed(inside.get(name, []))]


def _heading(document: Document, found: Reading) -> Text:
    counts = (
        many(len(found.attributions), "attribution"),
        many(len(found.causes), "cause"),
        many(len(found.questions), "open question"),
    )
    line = Text(f"{plain(document.outlet)}, {moment(document.published)}", style="bold")
    return line.append(f": {', '.join(counts)}", style="not bold")


def _attribution(document: Document, made: Attribution) -> Text:
    """``source (kind, country) ▸ cue ▸ content  [act, stance, certainty]``."""
    line = _source(document, made.source)
    line.append(_POINT, style="dim").append(quoted(document, made.cue), style="italic")
    if made.content:
        line.append(_POINT, style="dim").append(quoted(document, made.content))
    line.append(f"  [{made.act}, ", style="dim")
    line.append(f"{MARK[made.stance]} {made.stance}", style=STYLE[made.stance])
    more = [f"{made.factuality} {FACTUALITY[made.factuality]}"] if made.stance != "silent" else []
    more += [DENIAL[made.denial]] if made.denial else []
    more += ["attitude"] if made.scope == "attitude" else []
    more += ["both readers"] if made.agreed else []
    return line.append("".join(f", {word}" for word in more) + "]", style="dim")


def _source(document: Document, source: Source | None) -> Text:
    if source is None or not source.spans:
        return Text(NOT_NAMED)
    about = [KIND[source.kind]]
    about += [source.country] if source.country else []
    nameless = source.anonymous and source.kind not in ("anonymous", "unspecified")
    about += ["unnamed"] if nameless else []
    why = f"reason given: {quoted(document, source.anonymity)}"
    about += [why] if source.anonymity else []
    words = (quoted(document, source.spans), "bold")
    printed = cut(document.text, source.spans)
    about += [f"here {source.name}"] if source.name and source.name not in printed else []
    return Text.assemble(words, (f" ({plain(', '.join(about))})", "dim"))


def _causes(document: Document, found: Reading, console: Console) -> None:
    if found.causes:
        title(console, "Causes as stated", len(found.causes))
    for cause in found.causes:
        line = Text(f"{quoted(document, cause.cause)} → {quoted(document, cause.effect)}")
        line.append(_by(document, found, cause.attribution), style="dim")
        put(console, line, 2, 4)


def _questions(document: Document, found: Reading, console: Console) -> None:
    if found.questions:
        title(console, "Open questions", len(found.questions))
    for question in found.questions:
        line = Text(quoted(document, question.spans))
        line.append(_by(document, found, question.attribution), style="dim")
        put(console, line, 2, 4)


def _conflicts(document: Document, found: Reading, console: Console) -> None:
    if found.conflicts:
        title(console, "Conflicts inside this report", len(found.conflicts))
    for conflict in found.conflicts:
        sides = [quoted(document, side.spans) for side in (conflict.left, conflict.right)]
        put(console, f"{CONFLICT[conflict.kind]}: {' / '.join(sides)}", 2, 4)


def _by(document: Document, found: Reading, attribution: str | None) -> str:
    for made in found.attributions:
        if made.id == attribution:
            named = made.source and made.source.spans
            word = quoted(document, made.source.spans) if made.source and named else NOT_NAMED
            return f"  (on the word of {word})"
    return ""
