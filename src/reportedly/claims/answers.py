"""Claims that bear on an issue: what would say yes or no, or give the part that is asked for.

A claim is compared with the statement inside the question as two statements are, but for what is
open about the question. What asks how, which or what, and what is not asked as a statement, is left
alone: a claim of the same matter is easily found there, and seldom an answer.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.claims.asking import Asking
from reportedly.claims.compare import factors, score
from reportedly.claims.features import Pair, light
from reportedly.claims.tellings import Telling, anybody
from reportedly.claims.words import Rarity, overlap, rarity
from reportedly.lexicons import load
from reportedly.model import Answer, Asked, Cause, Claim, Evidence, Factor, Reading, Spans

_ONE = "It gives what the question asks for."
_SEVERAL = "Its statements give what the question asks for; whether they give the same, they say."

_PART: dict[Asked, Callable[[Asking, Telling], Spans]] = {}
"""The words of a statement that give what is asked for, none where it does not give it."""


def _gives(asked: Asked) -> Callable[..., Callable[[Asking, Telling], Spans]]:
    def keep(made: Callable[[Asking, Telling], Spans]) -> Callable[[Asking, Telling], Spans]:
        _PART[asked] = made
        return made

    return keep


@_gives("who")
def _who(asking: Asking, telling: Telling) -> Spans:
    """Somebody told by name or word, in the part that the question leaves empty."""
    held = asking.telling.people if asking.telling else {}
    role = "agent" if not held.get("agent") else "patient"
    if held.get(role):
        return ()
    return tuple(one.participant.span for one in telling.people[role] if one.stems - anybody())[:1]


@_gives("where")
def _where(asking: Asking, telling: Telling) -> Spans:
    """The place."""
    del asking
    return (telling.statement.place.span,) if telling.statement.place else ()


@_gives("when")
def _when(asking: Asking, telling: Telling) -> Spans:
    """The time, where it gives a day."""
    del asking
    time = telling.statement.time
    return (time.span,) if time and time.first else ()


@_gives("how many")
def _how_many(asking: Asking, telling: Telling) -> Spans:
    """The number of what the question counts."""
    counted = telling.statement.quantity
    unit = frozenset(counted.unit.split()) if counted else frozenset()
    return (counted.span,) if counted and unit & _units(asking) else ()


def _units(asking: Asking) -> frozenset[str]:
    """Stems of the question that can be counted; people are people."""
    return asking.bag | frozenset(word for word in asking.words.lower().split() if word.isalpha())


@dataclass(frozen=True)
class Known:
    """What questions are compared with: statements that somebody stands for or against.

    ``claims``: the claim of each statement; ``sided``: those that take a side. ``causes``: of each
    effect that is a statement, what is said to lead to it.
    """

    claims: Mapping[str, Claim]
    told: Mapping[str, Telling]
    sided: Collection[str]
    by_key: Mapping[tuple[str, str], tuple[Telling, ...]]
    causes: Mapping[str, tuple[tuple[Cause, str], ...]]
    rare: Mapping[str, Rarity] = field(default_factory=dict)


def known(
    told: Sequence[Telling], claims: Iterable[Claim], readings: Iterable[Reading],
    fields: frozenset[str],
) -> Known:  # fmt: skip
    """Statements of ``fields``, by their event and by each of their content words."""
    home = {id_: claim for claim in claims for id_ in claim.statements}
    sided = {id_ for claim in home.values() for p in claim.positions
             if p.stance in ("for", "against") for id_ in p.statements}  # fmt: skip
    held = [t for t in told if t.field in fields]
    by_key: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in held:
        if telling.id in sided:
            for key in _keys(telling):
                by_key[telling.field, key].append(telling)
    bags: dict[str, list[frozenset[str]]] = defaultdict(list)
    for telling in held:
        bags[telling.field].append(telling.bag)
    return Known(
        home, {t.id: t for t in held}, sided, {key: tuple(row) for key, row in by_key.items()},
        _causes(readings), {name: rarity(row) for name, row in bags.items()},
    )  # fmt: skip


def _keys(telling: Telling) -> Iterator[str]:
    if telling.statement.event not in light():
        yield f"event {telling.statement.event}"
    yield from (f"word {word}" for word in telling.plain)


def _causes(readings: Iterable[Reading]) -> Mapping[str, tuple[tuple[Cause, str], ...]]:
    """For each statement that is an effect, the causes and the statement that each is told in."""
    found: dict[str, list[tuple[Cause, str]]] = defaultdict(list)
    for reading in readings:
        for cause in reading.causes:
            ends = [
                [s.id for s in reading.statements if any(s.predicate in span for span in spans)]
                for spans in (cause.cause, cause.effect)
            ]
            for effect in ends[1]:
                found[effect] += [(cause, ends[0][0])] if ends[0] else []
    return {effect: tuple(rows) for effect, rows in found.items()}


def answers(asking: Asking, held: Known) -> dict[str, Answer]:
    """Claims that bear on what is asked, by id, those that come nearest first."""
    if asking.accounts:
        return {id_: Answer(id_, (_account(asking, id_, held),)) for id_ in asking.accounts}
    telling = asking.telling
    if telling is None or telling.statement.polarity == "-":
        return {}
    found: dict[str, tuple[float, Answer]] = {}
    for other in _near(telling, held):
        if asking.ahead and not _may_tell(asking, other):
            continue
        near = Pair(telling, other, held.rare[telling.field])
        for answer, value in _answering(asking, near, held):
            if answer.claim not in found or value > found[answer.claim][0]:
                found[answer.claim] = value, answer
    best = sorted(found.values(), key=lambda one: (-one[0], one[1].claim))
    return {one.claim: one for _, one in best[: int(_threshold("most"))]}


def _may_tell(asking: Asking, other: Telling) -> bool:
    """Whether a statement can say what was yet to come: it speaks of that, or came later."""
    asked, told = asking.document.published, other.document.published
    return other.statement.mode == "future" or bool(asked and told and told > asked)


def nearness(pair: Pair) -> float:
    """The score of two statements, 0 where they hardly share a word: one fire is not another."""
    shared = overlap(pair.left.plain, pair.right.plain, pair.rare)
    return score(pair) if shared >= _threshold("wording") else 0.0


def _near(telling: Telling, held: Known) -> list[Telling]:
    """Statements that share an event or a word with the question, the nearest in words first.

    What the rarest words lead to is looked at first, and not more than ``looked`` statements.
    """
    rare, most = held.rare[telling.field], int(_threshold("looked"))
    rows = [held.by_key.get((telling.field, key), ()) for key in _keys(telling)]
    found: dict[str, Telling] = {}
    for row in sorted(rows, key=lambda row: (len(row), [t.id for t in row[:1]])):
        for other in row[: most - len(found)]:
            if other.id != telling.id:
                found[other.id] = other
    ranked = sorted(found.values(), key=lambda t: (-overlap(telling.plain, t.plain, rare), t.order))
    return ranked[: int(_threshold("compared"))]


def _answering(asking: Asking, near: Pair, held: Known) -> Iterator[tuple[Answer, float]]:
    """What the second statement of a pair is an answer by, and how near it comes."""
    other, value = near.right, nearness(near)
    claim = held.claims[other.id]
    if asking.asked == "whether":
        if value >= _threshold("whether"):
            yield Answer(claim.id, factors(near)), value
    elif value >= _threshold("part") and near.left.statement.event == other.statement.event:
        if asking.asked == "why":
            yield from ((answer, value) for answer in _led_to(asking, near, held))
        elif given := _parts(asking, other, claim, held):
            shown = (asking.evidence, *given.values())
            text = _ONE if len(given) == 1 else _SEVERAL
            asked_for = Factor("asked for", 0.0, text, shown)
            yield Answer(claim.id, (asked_for, *factors(near)), tuple(given)), value


def _led_to(asking: Asking, near: Pair, held: Known) -> Iterator[Answer]:
    """Claims of what is said to have led to it; only those who say so stand behind the answer."""
    for cause, statement in held.causes.get(near.right.id, ()):
        shown = (asking.evidence, Evidence(cause.document, cause.cause))
        why = Factor("asked for", 0.0, "A report says that this led to it.", shown)
        yield Answer(held.claims[statement].id, (why, *factors(near)), (statement,))


def _parts(asking: Asking, like: Telling, claim: Claim, held: Known) -> dict[str, Evidence]:
    """By statement of the claim, the words that give the part that is asked for."""
    make = _PART.get(asking.asked)
    told = (held.told[id_] for id_ in claim.statements if id_ in held.told)
    return {
        t.id: Evidence(t.document.id, part)
        for t in told
        if make and t.statement.event == like.statement.event and t.id in held.sided
        and (part := make(asking, t))
    }  # fmt: skip


def _account(asking: Asking, claim: str, held: Known) -> Factor:
    here = (t for t in held.told.values() if t.document.id == asking.document.id)
    said = next(t for t in here if held.claims[t.id].id == claim)
    text = "The report means what the last voice before said; it could not check it."
    return Factor("account", 0.0, text, (asking.evidence, said.evidence))


def _threshold(name: str) -> float:
    return float(load("issues")["thresholds"][name])
