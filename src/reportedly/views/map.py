"""The map of causes for a terminal: arrows, circles, every cause as stated; and what if."""

from rich.console import Console
from rich.text import Text

from reportedly.model import Arrow, Case, WhatIf
from reportedly.shelf import Shelf

from .named import called
from .printed import between_origins, many, put, quote, report, title, words
from .stated import left_out, on_the_word_of
from .words import FACTUALITY, WOULD_FOLLOW, arrow_word, pull, run

LIMITS = (
    "What reports say, gathered; not what is so. Two phrases are one concept (K) where the program "
    "takes them for one; a ruling settles it. How strongly an arrow (A) pulls, from -1 to +1, "
    "measures what is said: its words, how sure its voices are, how many origins say so."
)
"""What the map is, said before it."""
VOICES = 3
"""Causes of an arrow whose voices are named."""


def causes(case: Case, console: Console) -> None:
    """What is said to lead to what: gathered arrows and circles, then every cause by itself."""
    shelf = Shelf(case)
    if shelf.arrows:
        put(console, Text(LIMITS, style="dim"))
        title(console, "Arrows", len(shelf.arrows))
        for arrow in shelf.arrows.values():
            _arrow(shelf, arrow, console)
    if shelf.loops:
        title(console, "Circles", len(shelf.loops))
        for loop in shelf.loops:
            put(console, f"{called(shelf, loop)} (id {loop.id})", 2, 2)
    if shelf.causes:
        title(console, "Every cause as stated", len(shelf.causes))
    for cause in shelf.causes:
        line = words(shelf, cause.document, cause.cause)
        line.append(f" {cause.polarity} ", style="bold")
        line.append_text(words(shelf, cause.document, cause.effect))
        sure = f"{cause.factuality} {FACTUALITY[cause.factuality]}"
        line.append(f" ({on_the_word_of(shelf, cause)}, {sure}, {cause.id})", style="dim")
        put(console, Text.assemble((f"{report(shelf, cause.document)}: ", "dim"), line), 2, 2)
    if not shelf.causes:
        put(console, "No cause is stated.")
    left_out(shelf, console)


def what_if(case: Case, found: WhatIf, console: Console) -> None:
    """What was held, what moved and between what, how the run was made."""
    shelf = Shelf(case)
    put(console, Text(f"{WOULD_FOLLOW}.", style="bold"))
    for one in found.pulls:
        line = Text("held at ").append(f"{one.level:+g}", style="bold").append(": ")
        put(console, line.append(called(shelf, shelf.concepts[one.concept])), 2, 2)
    title(console, "What moves", len(found.effects))
    for effect in found.effects:
        change = f"{effect.change:+.2f}"
        line = Text.assemble(
            (change, "bold"), f" between {effect.low:+.2f} and {effect.high:+.2f} "
        )
        concept = shelf.concepts[effect.concept]
        put(console, line.append(called(shelf, concept)).append(f" ({concept.id})", "dim"), 2, 4)
    if not found.effects:
        put(console, "Nothing: no report says that it leads anywhere.", 2)
    put(console, Text(f"\n{run(found)}", style="dim"))


def _arrow(shelf: Shelf, arrow: Arrow, console: Console) -> None:
    """``A1 K2 “…” causes K1 “…”``; below it how strongly, by how many, on whose word."""
    line = Text(f"{shelf.map_numbers[arrow.id]} ", style="bold")
    for number, end in enumerate((arrow.cause, arrow.effect)):
        concept = shelf.concepts[end]
        line.append(f" {arrow_word(arrow)} " if number else "", style="bold")
        line.append(f"{shelf.map_numbers[end]} ", style="bold")
        line.append_text(quote(shelf, concept.text).copy())
    put(console, line, 0, 3)
    weight, found = shelf.weights.get(arrow.id), shelf.arrow_ranges.get(arrow.id)
    pulls = weight is not None and (weight.low or weight.high)
    facts = [f"pulls {pull(weight)}" if weight and pulls else "pulls not at all"]
    facts += [many(len(arrow.documents), "report"), between_origins(found)]
    numbers = ", ".join(shelf.map_numbers[id_] for id_ in arrow.opposed)
    facts += [f"against {numbers}"] if numbers else []
    put(console, Text(", ".join((*facts, f"id {arrow.id}")), style="dim"), 3, 3)
    told = [shelf.causes_by_id[id_] for id_ in arrow.causes]
    said = [
        f"{report(shelf, c.document)} {on_the_word_of(shelf, c)}, {c.factuality}"
        for c in told[:VOICES]
    ]
    said += [f"and {len(told) - VOICES} more"] if len(told) > VOICES else []
    put(console, Text("; ".join(said), style="dim"), 3, 3)
