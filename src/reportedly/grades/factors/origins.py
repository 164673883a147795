"""Reasons that lie in the origins of a claim: how many, who they are, what they could know."""

from collections.abc import Iterator

from reportedly.grades.support import Support, nameless
from reportedly.grades.wording import kind, times
from reportedly.model import Evidence, Factor, Origin, Statement

from .shared import best, first_words, limit, naming, places, some, weight

_OFFICIAL = {"government", "office", "military", "intelligence"}
_OWN = {"media", "author"}


def origins_shown(held: Support) -> Factor | None:
    """Origins that are shown to be different support one another.

    The first weighs most, each of the next two less, and every further one a little.
    """
    count = len(held.shown)
    if not count:
        text = "No origin is shown to be different from the rest."
        return Factor("origins shown", 0.0, text)
    total = weight("shown_first") + _next(1, count - 1)
    kinds = ", ".join(dict.fromkeys(kind(o.kind, 1) for o in held.shown))
    text = f"{count} shown to be different from one another ({kinds})."
    return Factor("origins shown", total, text, first_words(held, held.shown))


def unnamed(held: Support) -> Factor | None:
    """Voices that are described but have no name may be one person, or nobody.

    In the order of claims each weighs as one more origin shown would, and nothing in the digit: an
    echo that names nobody cannot be told from a new voice. "Reports" and "sources" weigh nothing
    anywhere.
    """
    voices = [s for s in held.behind if nameless(s, held)]
    described = [o for o in held.origins if _described(o)]
    if not voices and not described:
        return None
    counted = min(len(described), int(limit("unshown_counted")))
    told = times(len(described), "voice is", "voices are")
    text = (
        f"{told} described without a name; that orders claims and moves no digit."
        if described
        else "Nobody in particular stands behind it, too; that adds nothing."
    )
    evidence = places(voices) or first_words(held, described)
    return Factor("unnamed", _next(max(1, len(held.shown)), counted), text, evidence)


def own_words(held: Support) -> Factor | None:
    """An outlet that tells it in its own words may have been there, or have it from others.

    Each weighs a little in the order of claims, and nothing in the digit.
    """
    outlets = [o for o in held.origins if o.named and not o.shown and o.kind in _OWN]
    if not outlets:
        return None
    counted = min(len(outlets), int(limit("unshown_counted")))
    told = times(len(outlets), "outlet tells", "outlets tell")
    text = f"{told} it in own words and may have it from others; that moves no digit."
    return Factor("own words", counted * weight("own_words"), text, first_words(held, outlets))


def named(held: Support) -> Factor | None:
    """Somebody with a name stands for it and can be asked."""
    voices = [o for o in held.shown if o.named and o.kind != "media"]
    if not voices:
        return None
    kinds = ", ".join(dict.fromkeys(kind(o.kind, 1) for o in voices))
    text = f"{len(voices)} with a name ({kinds})."
    return Factor("named", weight("named"), text, naming(held, voices))


def access(held: Support) -> Factor | None:
    """Who could know: who saw it, then a body in whose charge it is, then who was only heard.

    A witness saw it, and so did an outlet that says that its own people were there. A body is
    competent where its state acts in the claim or holds the place. Whoever is heard only by way of
    another outlet than the report's own is relayed.
    """
    most, whose = best(held, lambda origin: weight(way(held, origin)))
    if not most:
        return None
    said = {
        "saw": f"{times(len(whose), 'origin is', 'origins are')} told to have seen it.",
        "competent": "A body whose state acts in it, or holds the place, stands for it.",
        "relayed": "Nobody shown is heard directly: each is passed on by another outlet.",
    }
    return Factor("access", most, said[way(held, whose[0])], naming(held, whose))


def detail(held: Support) -> Factor | None:
    """What is told with a place, a time, a number and names can be checked.

    Each of the four weighs a little, in the first report of the origin that gives most of them.
    """
    most, whose = best(held, lambda o: len(dict(_particulars(held, o))) * weight("detail"))
    if not most:
        return None
    given = dict(_particulars(held, whose[0]))
    text = f"It is told with {', '.join(given)}."
    return Factor("detail", most, text, tuple(given.values()))


def party(held: Support) -> Factor | None:
    """Every origin shown is a party to the matter: it has a reason to say so.

    A party acts in the claim or is acted on, or is a state whose people do, in which it happens, or
    that fights such a state, as the origin's own first report tells it.
    """
    least, whose = best(held, lambda o: weight("party") if held.sided(o) else 0.0)
    if not least:
        return None
    text = "Whoever stands for it is a party to the matter."
    return Factor("party", least, text, naming(held, whose))


def reserve(held: Support) -> Factor | None:
    """Nobody who is shown to stand behind it is certain."""
    least, whose = best(held, lambda o: 0.0 if _certain(held, o) else weight("reserve"))
    if not least:
        return None
    text = "None of the origins shown says it for certain."
    return Factor("reserve", least, text, first_words(held, whose))


def age(held: Support) -> Factor | None:
    """Every origin shown was first reported long after the days that it tells of.

    Counted from the last day told to the day of the origin's first report; where either is not
    stated nothing is old.
    """
    least, whose = best(held, lambda o: weight("age") if _late(held, o) else 0.0)
    if not least:
        return None
    days = int(limit("late_days"))
    text = f"Whoever stands for it was first reported more than {days} days after it."
    return Factor("age", least, text, _times(held, whose))


def _next(before: int, more: int) -> float:
    """What ``more`` origins weigh that follow ``before`` others."""
    near = max(0, min(more, int(limit("shown_near")) - before))
    return near * weight("shown_more") + (more - near) * weight("shown_far")


def _described(origin: Origin) -> bool:
    return not origin.shown and not origin.named and origin.kind != "unspecified"


def way(held: Support, origin: Origin) -> str:
    """How an origin could know: saw, competent, heard or relayed."""
    if origin.kind == "witness" or (origin.kind in _OWN and origin.reasons[0].weight > 0):
        return "saw"
    if origin.kind in _OFFICIAL and held.competent(origin):
        return "competent"
    said = held.first(origin)
    return "relayed" if said and all(held.relayed(s) for s in said) else "heard"


def _certain(held: Support, origin: Origin) -> bool:
    return any(s.factuality == "CT+" for s in held.first(origin))


def _particulars(held: Support, origin: Origin) -> Iterator[tuple[str, Evidence]]:
    """Each kind of particular that an origin's first report gives, with its words."""
    for said in reversed(held.first(origin)):
        if said.place:
            yield "a place", Evidence(said.document, (said.place.span,))
        if said.time:
            yield "a time", Evidence(said.document, (said.time.span,))
        if said.quantity:
            yield "a number", Evidence(said.document, (said.quantity.span,))
        if actors := [a.span for a in said.actors if _proper(held, said, a.name)]:
            yield "names", Evidence(said.document, tuple(actors[:1]))


def _proper(held: Support, said: Statement, name: str) -> bool:
    """Whether a participant is printed with a capital where no sentence begins."""
    span = next(a.span for a in said.actors if a.name == name)
    printed = held.texts[said.document][span.start : span.end].removeprefix("the ")
    return span.start > said.sentence.start and printed[:1].isupper()


def _late(held: Support, origin: Origin) -> bool:
    """Whether the first report of an origin is late; False where that is not told."""
    days = [held.delay(s) for s in held.first(origin)]
    told = [given for given in days if given is not None]
    return bool(told) and min(told) > limit("late_days")


def _times(held: Support, origins: tuple[Origin, ...]) -> tuple[Evidence, ...]:
    said = (s for origin in origins for s in held.first(origin))
    return some(Evidence(s.document, (s.time.span,)) for s in said if s.time)


__all__ = [
    "access",
    "age",
    "detail",
    "named",
    "origins_shown",
    "own_words",
    "party",
    "reserve",
    "unnamed",
    "way",
]
