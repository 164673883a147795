"""What the reasons have in common: weights, the best of several origins, places in the text."""

from collections.abc import Callable, Iterable
from itertools import islice

from reportedly.grades.support import Support
from reportedly.lexicons import load
from reportedly.model import Evidence, Origin, Statement


def weight(name: str) -> float:
    """What a reason weighs."""
    return float(load("grades")["weights"][name])


def limit(name: str) -> float:
    """A limit that is no weight: how many, how old."""
    return float(load("grades")["limits"][name])


def best(held: Support, weigh: Callable[[Origin], float]) -> tuple[float, tuple[Origin, ...]]:
    """The greatest weight that an origin shown has, and those that have it; 0 without any."""
    weights = [(weigh(origin), origin) for origin in held.shown]
    most = max((given for given, _ in weights), default=0.0)
    return most, tuple(origin for given, origin in weights if given == most)


def places(statements: Iterable[Statement]) -> tuple[Evidence, ...]:
    """Where statements stand; of very many the first."""
    return some(Evidence(s.document, s.spans) for s in statements)


def some(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first of what shows a reason, once each: a grade is read, not counted."""
    return tuple(islice(dict.fromkeys(evidence), int(limit("evidence"))))


def first_words(held: Support, origins: Iterable[Origin]) -> tuple[Evidence, ...]:
    """The first statement of each origin."""
    return places(said for origin in origins for said in held.first(origin)[:1])


def naming(held: Support, origins: Iterable[Origin]) -> tuple[Evidence, ...]:
    """The words that name each origin in its first report; its statement where none do."""
    return some(_named(held, said, o.voice) for o in origins for said in held.first(o)[:1])


def _named(held: Support, said: Statement, voice: str) -> Evidence:
    source = held.called(said, voice)
    spans = source.spans if source and source.spans else said.spans
    return Evidence(said.document, spans)
