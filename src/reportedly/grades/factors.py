"""The reasons for a grade: each a function, its docstring the reason in general.

A reason speaks from what stands behind a claim, never from how often it is printed.
"""

from collections.abc import Callable

from reportedly.lexicons import load
from reportedly.model import Evidence, Factor, Statement

from .support import Support


def shown(held: Support) -> Factor | None:
    """Origins that are shown to be different support one another."""
    count = len(held.shown)
    if not count:
        text = "No origin is shown to be different from the rest."
        return Factor("origins shown", 0.0, text)
    more = min(count, int(_weight("shown_counted"))) - 1
    weight = _weight("shown_first") + more * _weight("shown_more")
    return Factor("origins shown", weight, f"{count} shown to be different from one another.")


def named(held: Support) -> Factor | None:
    """Somebody with a name stands for it and can be asked."""
    voices = [o for o in held.shown if o.named and o.kind != "media"]
    if not voices:
        return None
    kinds = ", ".join(dict.fromkeys(o.kind for o in voices))
    return Factor("named", _weight("named"), f"{len(voices)} with a name ({kinds}).")


def unnamed(held: Support) -> Factor | None:
    """Unnamed voices may be one person, or nobody: they add nothing."""
    voices = [s for s in held.behind if nameless(s, held)]
    if not voices:
        return None
    text = f"{len(voices)} supporting statements rest on voices without a name; they add nothing."
    return Factor("unnamed", _weight("unnamed"), text, _places(voices))


def firsthand(held: Support) -> Factor | None:
    """An outlet says that its own people saw it."""
    seen = [o for o in held.shown if o.kind in {"media", "author"} and o.reasons[0].weight > 0]
    if not seen:
        return None
    many = f"{len(seen)} outlets say that their own people were there."
    text = many if len(seen) > 1 else "An outlet says that its own people were there."
    return Factor("first hand", _weight("firsthand"), text)


def party(held: Support) -> Factor | None:
    """Every origin shown is a party to the matter."""
    sided = [o for o in held.shown if held.parties.holds(o.voice, o.country)]
    if not sided or len(sided) < len(held.shown):
        return None
    return Factor("party", _weight("party"), "Whoever stands for it is a party to the matter.")


def reserve(held: Support) -> Factor | None:
    """Nobody who stands behind it is certain."""
    if not held.shown or any(s.factuality == "CT+" for s in held.behind if _by_shown(s, held)):
        return None
    return Factor("reserve", _weight("reserve"), "None of the origins shown says it for certain.")


def denied(held: Support) -> Factor | None:
    """Somebody denies it: outright, in part, or as a party with a reason to."""
    if not held.against:
        return None
    by_others = [s for s in held.against if not held.party(s)]
    outright = [s for s in held.against if s.factuality == "CT-"]
    if not outright:
        weight, text = _weight("denied_in_part"), "It is doubted, not flatly denied."
    elif by_others:
        weight, text = _weight("denied"), "It is denied."
    else:
        weight, text = _weight("denied_by_party"), "It is denied, by parties to the matter only."
    return Factor("denied", weight, text, _places(held.against))


def drifted(held: Support) -> Factor | None:
    """On its way between reports something was dropped or moved."""
    if not held.drifts:
        return None
    kinds = ", ".join(sorted({d.kind for d in held.drifts}))
    text = f"On the way between reports it changed: {kinds}."
    places = tuple(e for d in held.drifts for e in (d.before, d.after))
    return Factor("drift", _weight("drift"), text, places)


def repetition(held: Support) -> Factor | None:
    """Reports that repeat others are no support of their own."""
    reports = len({s.document for s in held.behind})
    if reports <= held.range.at_most:
        return None
    origins = held.range.at_most
    text = f"{reports} reports carry it, from at most {origins} origins; repeats add nothing."
    return Factor("repetition", _weight("repetition"), text)


FACTORS: tuple[Callable[[Support], Factor | None], ...] = (
    shown, named, firsthand, unnamed, party, reserve, denied, drifted, repetition,
)  # fmt: skip
"""Every reason, in the order in which a grade lists them."""


def nameless(statement: Statement, held: Support) -> bool:
    """Whether an attributed statement's voice has no name."""
    if statement.attribution is None:
        return False
    source = held.source(statement)
    return source is None or source.anonymous or source.kind in {"anonymous", "unspecified"}


def _by_shown(statement: Statement, held: Support) -> bool:
    return any(statement.id in origin.statements for origin in held.shown)


def _places(statements: list[Statement] | tuple[Statement, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(s.document, s.spans) for s in statements)


def _weight(name: str) -> float:
    return float(load("grades")["weights"][name])
