"""From reasons to a digit, and what would make it another one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.lexicons import load
from reportedly.model import Evidence, Factor, Turn

from .factors import FACTORS, ORDERS_ONLY
from .factors.shared import first_words
from .support import Support

_DENIED = "denied"
_MOST = 3
_FALLS = {
    "party": "if somebody who is no party to the matter stood for it, too",
    "reserve": "if one of the origins shown said it for certain",
    "age": "if an origin shown had been reported at the time",
    "access": "if an origin shown were heard directly",
    "denied": "if the denial fell",
    "contradicted": "if the origins shown agreed with one another",
    "withdrawn": "if nothing had been withdrawn",
    "drift": "if nothing had changed on the way",
}


@dataclass(frozen=True, slots=True)
class Digit:
    """A digit, and the sum of the reasons that it follows from."""

    digit: str
    total: float

    @property
    def reason(self) -> Factor:
        """How the one follows from the other; it weighs nothing itself."""
        limits = load("grades")["digits"]
        if self.digit == "6":
            text = "No origin is shown, so the digit is 6, whatever else speaks for it."
        else:
            text = (
                f"What counts adds up to {self.total:g}, which gives a {self.digit}. From "
                f"{limits['three']:g} on it is 3; from {limits['two']:g} on 2, with two origins "
                f"shown; from {limits['one']:g} on 1, with two in different reports and no denial."
            )
        return Factor("digit", 0.0, text)


def reasons(held: Support) -> tuple[Factor, ...]:
    """Every reason that there is for the grade of one claim."""
    return tuple(factor for reason in FACTORS if (factor := reason(held)))


def digit(held: Support, given: Iterable[Factor]) -> Digit:
    """The digit that follows from the reasons ``given``.

    6 where no origin is shown; 1 only with two of them, first reported by different reports, and no
    denial; 5 never.
    """
    limits, counted = load("grades")["digits"], [f for f in given if f.name not in ORDERS_ONLY]
    total, shown = sum(f.weight for f in counted), len(held.shown)
    denied = any(f.name == _DENIED for f in counted)
    if not shown:
        return Digit("6", total)
    if total >= limits["one"] and held.separately and not denied:
        return Digit("1", total)
    if total >= limits["two"] and shown >= 2:
        return Digit("2", total)
    return Digit("3" if total >= limits["three"] else "4", total)


def turns(held: Support, given: Sequence[Factor]) -> tuple[Turn, ...]:
    """What would change the digit, each with the digit that the same functions then give."""
    now = digit(held, given).digit
    found = (*_more(held), *_fewer(held), *_otherwise(held, given), *_denial(held, given))
    return tuple(turn for turn in found if turn.digit != now)


def _more(held: Support) -> Iterator[Turn]:
    """One more origin like the first one; or one of those that are not shown."""
    if held.shown:
        more = replace(held.shown[0], documents=("",), statements=())
        text = "with one more origin like the first, shown to be different, in another report"
        yield _turn(text, replace(held, origins=(*held.origins, more)))
    elif held.origins:
        origins = (replace(held.origins[0], shown=True), *held.origins[1:])
        text = "if one of the origins were shown to be different from the rest"
        yield _turn(text, replace(held, origins=origins))


def _fewer(held: Support) -> Iterator[Turn]:
    for origin in held.shown[:_MOST]:
        left = tuple(o for o in held.origins if o != origin)
        alone = "without the only origin shown" if len(held.shown) == 1 else "without this origin"
        yield _turn(alone, replace(held, origins=left), first_words(held, (origin,)))


def _otherwise(held: Support, given: Sequence[Factor]) -> Iterator[Turn]:
    """If one of the reasons against it fell."""
    for one in given:
        if one.name in _FALLS and (one.weight < 0 or one.name == _DENIED):
            rest = [factor for factor in given if factor is not one]
            yield Turn(_FALLS[one.name], digit(held, rest).digit, one.evidence[:1])


def _denial(held: Support, given: Sequence[Factor]) -> Iterator[Turn]:
    """If somebody who is no party to the matter denied all of it."""
    weight = float(load("grades")["denials"]["whole"])
    if any(f.name == _DENIED and f.weight <= weight for f in given):
        return
    rest = [f for f in given if f.name != _DENIED]
    text = "if somebody who is no party to the matter denied all of it"
    yield Turn(text, digit(held, [*rest, Factor(_DENIED, weight, "")]).digit)


def _turn(text: str, held: Support, evidence: tuple[Evidence, ...] = ()) -> Turn:
    return Turn(text, digit(held, reasons(held)).digit, evidence)


__all__ = ["Digit", "digit", "reasons", "turns"]
