"""How lines get to a terminal, and the small pieces all of its views print.

On a terminal a line is folded at words and goes on under its own beginning. Into a pipe or a
file it stays one line, however long: whoever searches or counts lines finds it whole.
"""

from rich.console import Console
from rich.text import Text

from reportedly.model import (
    Actor,
    Claim,
    Evidence,
    Origin,
    OriginRange,
    Position,
    Source,
    Spans,
    Stance,
)
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .quoting import quoted
from .words import KIND, MARK, NAMELESS, graded, standing

STYLE: dict[Stance, str] = {
    "for": "blue",
    "against": "red",
    "observing": "default",
    "silent": "yellow",
}
_NARROWEST = 24


def put(console: Console, line: Text | str, indent: int = 0, hang: int = 0) -> None:
    """One line, ``indent`` deep; where it is folded, what follows stands ``hang`` deeper."""
    led(console, line, " " * indent, " " * (indent + hang))


def led(console: Console, line: Text | str, first: str, rest: str) -> None:
    """One line behind ``first``; where it is folded, what follows stands behind ``rest``."""
    text = line if isinstance(line, Text) else Text(line)
    if not console.is_terminal:
        console.print(Text(first, style="dim") + text, soft_wrap=True)
        return
    text.expand_tabs(8)
    rooms = [max(_NARROWEST, console.width - len(lead)) for lead in (first, rest)]
    head_ = text.wrap(console, rooms[0])[0]
    taken = len(text) - len(text.plain[len(head_) :].lstrip())
    more = text[taken:].wrap(console, rooms[1]) if taken < len(text) else ()
    for number, part in enumerate((head_, *more)):
        part.rstrip()
        lead = Text(rest if number else first, style="dim")
        console.print(lead + part, soft_wrap=True)


def title(console: Console, words: str, count: int, listed: int | None = None) -> None:
    """A heading with how many follow, and of how many."""
    shown = f"{listed} of {count}" if listed and count > listed else str(count)
    console.print(Text(f"\n{words} ({shown})", style="bold underline"))


def head(shelf: Shelf, claim: Claim, console: Console, named: bool = False) -> None:
    """A claim's number and words, then its status, reports, origins and grade (and id)."""
    grade = shelf.grades.get(claim.id)
    number = f"{shelf.claim_numbers[claim.id]} "
    put(console, Text.assemble((number, "bold"), quote(shelf, claim.text)), 0, 3)
    facts = [claim.status, many(len(claim.documents), "report"), origins(shelf, claim)]
    facts += [f"grade {graded(grade)}"] if grade else []
    facts += [f"id {claim.id}"] if named else []
    put(console, Text(", ".join(facts), style="dim"), 3)


def stances(shelf: Shelf, claim: Claim, console: Console, most: int = 8) -> None:
    """One line a stance: who, what kind of source, how sure."""
    for stance, style in STYLE.items():
        voices = [voice(shelf, p) for p in claim.positions if p.stance == stance]
        more = [Text(f"and {len(voices) - most} more")] if len(voices) > most else []
        if voices:
            listed = Text("; ").join([*voices[:most], *more])
            put(console, Text.assemble((f"{MARK[stance]} {stance:<10}", style), listed), 3, 12)


def voice(shelf: Shelf, position: Position) -> Text:
    """A voice with what it is; how sure only where it takes a side."""
    sure = [position.factuality] if position.stance in ("for", "against") else []
    about = ", ".join((*standing(position, shelf.in_own_words(position)), *sure))
    said = Text(called(position.voice))
    return said.append(f" ({plain(about)})", style="dim") if about else said


def called(voice_: str) -> str:
    """What a voice is called where a person reads it."""
    return plain(NAMELESS.get(voice_, voice_))


def kind(about: Actor | Origin | Source) -> str:
    """What kind of voice, and of which country."""
    return KIND[about.kind] + (f", {plain(about.country)}" if about.country else "")


def quote(shelf: Shelf, evidence: Evidence) -> Text:
    """The words an evidence marks."""
    return words(shelf, evidence.document, evidence.spans)


def words(shelf: Shelf, document: str, spans: Spans) -> Text:
    """The words under ``spans`` of the document with that id."""
    return Text(quoted(shelf.documents[document], spans))


def report(shelf: Shelf, document: str) -> str:
    """``R3 Tressen Evening Bell``."""
    return f"{shelf.numbers[document]} {plain(shelf.documents[document].outlet)}"


def origins(shelf: Shelf, claim: Claim) -> str:
    """``between 2 and 4 origins``, ``1 origin``, ``no origin``."""
    return between_origins(shelf.ranges.get(claim.id))


def between_origins(found: OriginRange | None) -> str:
    """The same of any range."""
    if found is None or not found.at_most:
        return "no origin"
    if found.at_least == found.at_most:
        return many(found.at_least, "origin")
    return f"between {found.at_least} and {found.at_most} origins"


def many(count: int, noun: str) -> str:
    """``1 report``, ``2 reports``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
