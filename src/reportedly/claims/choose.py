"""The words that stand for a claim, and its status."""

from collections.abc import Sequence

from reportedly.claims.tellings import Telling
from reportedly.claims.words import words
from reportedly.model import Position, Status

_SHORTEST, _LONGEST = 6, 30
_NEAR = 0.6
"""Share of the most central statement's score from which a statement is near the middle."""
_CONNECTING = {"because", "that", "as", "while", "although", "though", "whether", "if", "since"}
_NOMINAL = ("ing", "ion", "ions", "ment", "ments", "al", "als")


def spokesman(told: Sequence[Telling], central: dict[str, float]) -> Telling:
    """The statement whose words stand for the claim.

    A supporting one before any other, a clause of 6 to 30 words before a bare noun, one with
    somebody in it; of those near the middle by ``central`` (a statement's score to it) the
    earliest, since later ones may be the inflated ones.
    """
    near = _NEAR * max(central.values())
    return min(told, key=lambda t: (*_unfit(t), central[t.id] < near, t.order))


def status(positions: Sequence[Position], told: Sequence[Telling]) -> Status:
    """What the positions amount to; it is never a verdict.

    ``contested``: somebody stands for it and somebody against it. ``denied``: somebody
    denies or dismisses it, and for it stand at most unspecified reports. ``single origin``: nobody
    is against it, and more than one outlet carries what a single voice says. Else
    ``uncontested``; so is a mere negative ("no one was hurt") that nobody speaks against.
    """
    supporting = [p for p in positions if p.stance == "for"]
    against = [p for p in positions if p.stance == "against"]
    real = {p.voice for p in supporting if p.kind != "unspecified"}
    if any(real - {p.voice} for p in against):
        return "contested"
    if against and not real and (supporting or any(_denies(t) for t in told)):
        return "denied"
    outlets = {t.document.outlet for t in told}
    if len(supporting or against) == 1 and len(outlets) > 1:
        return "single origin"
    return "uncontested"


def _denies(telling: Telling) -> bool:
    attribution = telling.attribution
    return attribution is not None and attribution.act in ("deny", "dismiss", "correct")


def _unfit(telling: Telling) -> tuple[bool, ...]:
    statement = telling.statement
    supports = statement.stance == "for"
    fits = _SHORTEST <= len(words(telling.words)) <= _LONGEST
    scattered = len(statement.spans) > 1
    return (not supports, not fits, not _is_clause(telling), not statement.actors, scattered)


def _is_clause(telling: Telling) -> bool:
    """Whether the event stands as a verb with a subject before it, as far as its form shows."""
    at = telling.statement.predicate
    event = telling.document.text[at.start : at.end].lower()
    opens = telling.words.split(maxsplit=1)[0].lower() in _CONNECTING
    starts = telling.statement.spans[0].start < at.start
    return starts and not opens and not event.endswith(_NOMINAL)
