"""The small named comparisons of two statements; each docstring is its published explanation.

A feature gives a value between -1 (speaks for two claims) and 1 (speaks for one), and the
words of both sides that decided, or None where the two cannot be compared in this respect.
After nomenklatura's matchers, where a score is a list of reasons too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.network import cosine
from reportedly.claims.tellings import Person, Telling, anybody
from reportedly.claims.words import Rarity, overlap, stems
from reportedly.claims.wordvectors import near
from reportedly.lexicons import load
from reportedly.model import Spans

_LIKE, _AKIN = 0.5, 0.6
"""Likeness from which two nouns may name the same, and two verbs tell the same."""
_LIKE_VERB = 0.2
_SENSELESS = 0.6
"""Cosine of senses up to which it says nothing: two statements of one story are always alike."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements to be compared, and how rare their words are among all statements."""

    left: Telling
    right: Telling
    rare: Rarity


@dataclass(frozen=True, slots=True)
class Signal:
    """A feature's value from -1 to 1, and the words on both sides that decided."""

    value: float
    left: Spans
    right: Spans


Feature = Callable[[Pair], Signal | None]


def event(pair: Pair) -> Signal | None:
    """Whether both tell of one kind of event; a verb of no listed kind counts for half.

    Light verbs such as "be" do not count.
    """
    left, right = pair.left.statement, pair.right.statement
    if left.event != right.event or left.event in light():
        return None
    return Signal(1.0 if left.event in kinds() else 0.5, (left.predicate,), (right.predicate,))


def event_differs(pair: Pair) -> Signal | None:
    """Whether they tell of different kinds of event; two verbs of like meaning may be one."""
    left, right = pair.left.statement, pair.right.statement
    if left.event == right.event:
        return None
    akin = near(pair.left.verb, pair.right.verb) >= _AKIN
    return Signal(_LIKE_VERB if akin else -1.0, (left.predicate,), (right.predicate,))


def wording(pair: Pair) -> Signal | None:
    """How many content words they share; rare words count for more, numbers not at all."""
    value = overlap(pair.left.plain, pair.right.plain, pair.rare)
    return _whole(pair, value) if value else None


def bare(pair: Pair) -> Signal | None:
    """Whether one of them only takes up an event that others tell in full.

    It names the event and no more ("the desertions"), or nobody by name ("they fled").
    """
    event = pair.left.statement.event
    if event != pair.right.statement.event or event not in kinds():
        return None
    if any(told.bare or all(told.taken_up.values()) for told in (pair.left, pair.right)):
        return _whole(pair, 1.0)
    return None


def agent(pair: Pair) -> Signal | None:
    """Whether the same people are said to have acted."""
    return _role(pair, "agent")


def patient(pair: Pair) -> Signal | None:
    """Whether it is said to have happened to the same people or things."""
    return _role(pair, "patient")


def country(pair: Pair) -> Signal | None:
    """Whether those who acted, or were acted on, are of different countries: then never one."""
    for role in ("agent", "patient"):
        left, right = pair.left.people[role], pair.right.people[role]
        ours, theirs = _countries(left), _countries(right)
        if ours and theirs and not ours & theirs:
            return Signal(-1.0, _where(left), _where(right))
    return None


def story(pair: Pair) -> Signal | None:
    """Whether their reports are of different stories, sharing hardly a name."""
    left, right = pair.left.story, pair.right.story
    if left is None or right is None or left == right:
        return None
    return _whole(pair, -1.0)


def place(pair: Pair) -> Signal | None:
    """Whether it is said to have happened in the same place."""
    left, right = pair.left.statement.place, pair.right.statement.place
    if left is None or right is None:
        return None
    same = frozenset(stems(left.name)) & frozenset(stems(right.name))
    return Signal(1.0 if same else -1.0, (left.span,), (right.span,))


def time(pair: Pair) -> Signal | None:
    """Whether the days on which it is said to have happened meet."""
    left, right = pair.left.statement.time, pair.right.statement.time
    if left is None or right is None or not (left.first and right.first):
        return None
    meet = left.first <= (right.last or "9999") and right.first <= (left.last or "9999")
    return Signal(1.0 if meet else -1.0, (left.span,), (right.span,))


def quantity(pair: Pair) -> Signal | None:
    """Whether both count the same things; a moved number speaks for one claim too, but less."""
    left, right = pair.left.statement.quantity, pair.right.statement.quantity
    if left is None or right is None:
        return None
    ours, theirs = frozenset(stems(left.unit)), frozenset(stems(right.unit))
    if not (ours & theirs or left.unit == right.unit):
        return None
    same = (left.low, left.best, left.high) == (right.low, right.best, right.high)
    return Signal(1.0 if same else 0.4, (left.span,), (right.span,))


def reality(pair: Pair) -> Signal | None:
    """Whether one tells of what happened and the other of the past or of what may yet happen."""
    left, right = pair.left.statement, pair.right.statement
    if left.mode == right.mode:
        return None
    past = {left.mode, right.mode} <= {"actual", "historical"}
    return Signal(-0.5 if past else -1.0, (left.predicate,), (right.predicate,))


def negation(pair: Pair) -> Signal | None:
    """Whether one holds what the other denies: this weighs nothing, it is still one claim."""
    left, right = pair.left.statement, pair.right.statement
    if {left.stance, right.stance} != {"for", "against"}:
        return None
    return Signal(1.0, (left.predicate,), (right.predicate,))


def denied_of(pair: Pair) -> Signal | None:
    """Whether one denies it of somebody whom the other does not speak of."""
    if negation(pair) is None:
        return None
    found = [signal for signal in (agent(pair), patient(pair)) if signal and signal.value < 0]
    return Signal(-1.0, found[0].left, found[0].right) if found else None


def sense(pair: Pair) -> Signal | None:
    """How near both stand in sense by the trained network, whatever their words.

    Only of two that share a name: two fires are alike, whoever's they are.
    """
    if pair.left.names.isdisjoint(pair.right.names):
        return None
    value = cosine(pair.left.words, pair.right.words) - _SENSELESS
    return _whole(pair, value) if value > 0 else None


FEATURES: dict[str, Feature] = {
    "event": event,
    "event_differs": event_differs,
    "wording": wording,
    "bare": bare,
    "agent": agent,
    "patient": patient,
    "country": country,
    "story": story,
    "place": place,
    "time": time,
    "quantity": quantity,
    "reality": reality,
    "negation": negation,
    "denied_of": denied_of,
}

LAST: dict[str, Feature] = {"sense": sense}
"""What takes time, and is asked only where all others together leave it open."""


@cache
def light() -> frozenset[str]:
    """Events that say too little for sharing them to be a reason."""
    return frozenset(load("claims")["light"]["events"])


@cache
def kinds() -> frozenset[str]:
    """The kinds of event that ``lexicons/en/events.toml`` lists."""
    return frozenset(load("events"))


def _whole(pair: Pair, value: float) -> Signal:
    return Signal(value, pair.left.statement.spans, pair.right.statement.spans)


def _countries(held: Sequence[Person]) -> set[str]:
    return {one.participant.country for one in held if one.participant.country}


def _where(held: Sequence[Person]) -> Spans:
    return tuple(one.participant.span for one in held)


def _role(pair: Pair, role: str) -> Signal | None:
    left, right = pair.left.people[role], pair.right.people[role]
    if not left or not right:
        return None
    value = max(_alike(ours, theirs) for ours in left for theirs in right)
    if value < 0 and (pair.left.taken_up[role] or pair.right.taken_up[role]):
        return None
    return Signal(value, _where(left), _where(right))


def _alike(ours: Person, theirs: Person) -> float:
    """1 for a shared word that tells who, 0.5 for a country, 0.3 for "people" twice; else below.

    0.3 as well for words of like meaning: "judges", "magistrates".
    """
    shared = ours.stems & theirs.stems
    if shared - anybody():
        return 1.0
    lands = ours.participant.country, theirs.participant.country
    if lands[0] and lands[0] == lands[1]:
        return 0.5
    if shared:
        return 0.3
    if ours.stems <= anybody() or theirs.stems <= anybody():
        # "People" may be those of a named country, but nothing says that they are.
        return -0.5 if any(lands) else 0.0
    return 0.3 if near(ours.stems, theirs.stems) >= _LIKE else -1.0
