"""Score certainty and polarity of events, who takes part, and causal links against MEANTIME.

    python benchmarks/meantime.py [--corpus DIR] [--split tune|score] [--errors]

The gold event mention is given, the program reads the whole report and judges it. Documents are
split by a hash of the file's name: those of ``tune`` may be looked at, ``score`` is counted.

*Certainty and polarity.* MEANTIME marks what the text commits itself to, in reported speech what
its speaker does: "the maker claims that the jet is quieter" is CERTAIN POS. The value compared is
therefore the voice's (``Statement.factuality``), not the author's, whom reported words leave
uncommitted. CERTAIN, PROBABLE and POSSIBLE with POS or NEG are FactBank's CT, PR, PS with + or -;
UNDERSPECIFIED certainty is Uu; UNDERSPECIFIED polarity is CTu where certain, and + where
PROBABLE or POSSIBLE (the scheme here has no PRu). Mentions without a mark are left out. Futures
and what stands in a plan are marked CERTAIN where the text presents them as settled.

*Actors.* Arg0 is the agent, Arg1 the patient; a participant is right where the head of its words
is the head of a gold mention of the entity in that role ("who" is whom it stands for). Only what
the corpus marks as a mention of an entity counts: amounts are no actors, other things unmarked.

*Causes.* A link of the program joins the highest gold events of its cause and of its effect.

Intervals are 95 %, 1,000 bootstrap samples of documents.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from meantime_gold import CORPUS, ROLES, Gold, Link, gold, split_of

from reportedly import lexicons, readings
from reportedly.model import Document, Reading, Span, Spans, Statement
from reportedly.readings import commitments
from reportedly.readings.clauses import climb, tokens_in
from reportedly.readings.parse import parse
from reportedly.readings.tokens import Doc, Token

COMMON = 20
"""Examples of a class below which its score says little."""

SAMPLES = 1000
WINDOW = 5
"""Words before an event among which the lexicon alone looks for a marker."""

_ORDER = ("U", "PS", "PR", "CT")

Who = tuple[Span, str, frozenset[str]]
"""An event's place, a role, and the entities that the head which fills it can stand for."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold document and everything to count in it, by system ("program" and the baselines)."""

    gold: Gold
    values: dict[str, list[str]]
    actors: dict[str, set[Who]]
    wanted: set[Who]
    links: dict[str, set[Link]]


# What is read, by the program and by the baselines


def judged(one: Gold) -> Judged:
    """Everything to count in one document."""
    places = tuple(e.place for e in one.events)
    stated = readings.stated_at(one.document, places)
    read = readings.read(one.document)
    wanted = {
        (e.place, role, frozenset({one.mentions[at]}))
        for e in one.events
        for role, at in e.actors
        if at in one.mentions
    }
    actors = {
        "program": {who for p in places for who in _taking_part(one, p, stated[p])},
        "nearest noun phrases": {who for p in places for who in _nearest(one, p)},
    }
    values = {
        "program": [stated[p].factuality for p in places],
        "the lexicon alone": [_by_lexicon(one.document.text, p) for p in places],
        "all certain-positive": ["CT+" for _ in places],
    }
    links = {
        "program": _caused(one, read),
        "signal between neighbours": _signalled(one),
    }
    return Judged(one, values, actors, wanted, links)


@cache
def _parsed(report: Document) -> Doc:
    return parse(report)


def _head(one: Gold, place: Span) -> Token:
    """A mention's head, by the parse."""
    words = tokens_in(_parsed(one.document), (place,))
    return min(words, key=lambda t: (sum(1 for _ in climb(t)), t.i))


@cache
def _entities(one: Gold) -> dict[int, frozenset[str]]:
    """The entities that each token heads a mention of; "A and B" has two heads."""
    found: dict[int, set[str]] = defaultdict(set)
    for place, entity in one.mentions.items():
        head = _head(one, place)
        for token in (head, *(t for t in head.conjuncts if place.start <= t.idx < place.end)):
            found[token.i].add(entity)
    return {at: frozenset(names) for at, names in found.items()}


def _taking_part(one: Gold, place: Span, statement: Statement) -> Iterator[Who]:
    for actor in statement.actors:
        entities = _entities(one).get(_head(one, actor.span).i)
        if actor.role in ROLES.values() and entities:
            yield place, actor.role, entities


def _nearest(one: Gold, place: Span) -> Iterator[Who]:
    """The mention that ends last before the event is its agent, the next after it its patient."""
    sentence = next((s for s in one.document.sentences if place in s), place)
    near = [m for m in one.mentions if m in sentence]
    before = [m for m in near if m.end <= place.start]
    after = [m for m in near if m.start >= place.end]
    if before:
        last = max(before, key=lambda m: (m.end, -m.start))
        yield place, "agent", _entities(one)[_head(one, last).i]
    if after:
        first = min(after, key=lambda m: (m.start, -m.end))
        yield place, "patient", _entities(one)[_head(one, first).i]


def _by_lexicon(text: str, place: Span) -> str:
    """The markers among the words before an event, as far as the next comma or full stop."""
    before = re.split(r"[,;:.?!\n]", text[: place.start])[-1]
    level, sign = "CT", 1
    for word in re.findall(r"n't|[\w’']+?(?=n't\b)|[\w’']+", before.lower())[-WINDOW:]:
        value = _marker(word)
        if value is not None:
            level = min(level, value.rstrip("-"), key=_ORDER.index)
            sign = -sign if value.endswith("-") else sign
    return "Uu" if level == "U" else level + ("+" if sign > 0 else "-")


def _marker(word: str) -> str | None:
    if word in {"not", "n't", "no", *commitments.listed("negators")}:
        return "CT-"
    if word in commitments.listed("conditions", "marks"):
        return "U"
    tables = [commitments.table(n) for n in ("modals", "adverbs", "governors", "implicatives")]
    forms = (w for w in (word, word.rstrip("s")) if w not in {"be", "have"})
    return next((t[w] for w in forms for t in tables if w in t), None)


def _caused(one: Gold, read: Reading) -> set[Link]:
    ends = ((_highest(one, c.cause), _highest(one, c.effect)) for c in read.causes)
    return {(a, b) for a, b in ends if a is not None and b is not None and a != b}


def _highest(one: Gold, spans: Spans) -> Span | None:
    """The gold event within ``spans`` that stands highest in the parse."""
    inside = [e.place for e in one.events if any(e.place in s for s in spans)]
    return min(inside, key=lambda p: (len(list(climb(_head(one, p)))), p), default=None)


def _signalled(one: Gold) -> set[Link]:
    """Neighbouring events of a sentence with a causal word between them."""
    words = lexicons.load("causes")
    backward = {*words["marks"]["words"], *words["prepositions"]["phrases"]}
    forward = {
        *words["adverbs"]["phrases"],
        *words["joints"]["words"],
        *words["purposes"]["phrases"],
    }
    found = set()
    for first, second in pairwise(e.place for e in one.events):
        between = f" {one.document.text[first.end : second.start].lower()} "
        if "\n" in between or ". " in between:
            continue
        if any(f" {w} " in between for w in backward):
            found.add((second, first))
        elif any(f" {w} " in between for w in forward):
            found.add((first, second))
    return found


# Scores


def macro_f1(found: list[Judged], system: str, classes: list[str]) -> float:
    """Mean F1 over ``classes``."""
    scores = [_f1(*_hits(found, system, c)) for c in classes]
    return sum(scores) / max(len(scores), 1)


def departures(found: list[Judged], system: str) -> float:
    """F1 of telling that an event is anything but certain and affirmed."""
    pairs = [
        (v, e.value) for j in found for v, e in zip(j.values[system], j.gold.events, strict=True)
    ]
    hits = sum(v != "CT+" and g != "CT+" for v, g in pairs)
    return _f1(hits, sum(v != "CT+" for v, _ in pairs), sum(g != "CT+" for _, g in pairs))


def actors_f1(found: list[Judged], system: str, role: str | None = None) -> float:
    """F1 of participants, of one role or of both."""
    read = wanted = right = met = 0
    for one in found:
        told = [w for w in one.actors[system] if role in (None, w[1])]
        want = [w for w in one.wanted if role in (None, w[1])]
        read, wanted = read + len(told), wanted + len(want)
        right += sum(_is_among(w, want) for w in told)
        met += sum(_is_among(w, told) for w in want)
    precision, recall = right / max(read, 1), met / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _is_among(one: Who, others: Iterable[Who]) -> bool:
    return any(one[:2] == other[:2] and one[2] & other[2] for other in others)


def links_f1(found: list[Judged], system: str) -> float:
    """F1 of causal links, direction included."""
    return _sets([j.links[system] for j in found], [set(j.gold.links) for j in found])


def _sets(read: list[set[Any]], want: list[set[Any]]) -> float:
    hits = sum(len(r & w) for r, w in zip(read, want, strict=True))
    return _f1(hits, sum(map(len, read)), sum(map(len, want)))


def _hits(found: list[Judged], system: str, one: str) -> tuple[int, int, int]:
    pairs = [
        (v, e.value) for j in found for v, e in zip(j.values[system], j.gold.events, strict=True)
    ]
    return pairs.count((one, one)), sum(v == one for v, _ in pairs), sum(g == one for _, g in pairs)


def _f1(hits: int, read: int, want: int) -> float:
    return 2 * hits / max(read + want, 1)


def interval(found: list[Judged], score: Callable[[list[Judged]], float]) -> tuple[float, float]:
    """The middle 95 % of ``score`` over samples of documents."""
    rng = random.Random(1)
    values = sorted(score(rng.choices(found, k=len(found))) for _ in range(SAMPLES))
    return values[int(0.025 * SAMPLES)], values[int(0.975 * SAMPLES) - 1]


# Printing


def main() -> None:
    """Print the scores of one split, and on demand what was read wrongly."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--corpus", type=Path, default=CORPUS)
    options.add_argument("--split", choices=("tune", "score"), default="score")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    paths = [p for p in sorted(chosen.corpus.glob("*/*.xml")) if split_of(p) == chosen.split]
    found = [judged(gold(p)) for p in paths]
    _show(found)
    if chosen.errors:
        _wrong(found)


def _show(found: list[Judged]) -> None:
    count = Counter(e.value for j in found for e in j.gold.events)
    common = [c for c, n in count.most_common() if n >= COMMON]
    print(f"{len(found)} documents, {count.total()} events: {dict(count.most_common())}")
    print(f"\n== certainty and polarity, macro F1 over {', '.join(common)}")
    for system in found[0].values:
        _line(found, system, lambda f, s=system: macro_f1(f, s, common))
        told = (f"{c} {_f1(*_hits(found, system, c)):.2f}" for c in count)
        print(f"{'':28}{', '.join(told)}")
    print("\n== anything but certain and affirmed, F1")
    for system in found[0].values:
        _line(found, system, lambda f, s=system: departures(f, s))
    print(f"\n== actors, F1, {sum(len(j.wanted) for j in found)} wanted")
    for system in found[0].actors:
        for role in (None, "agent", "patient"):
            _line(found, f"{system} {role or ''}", lambda f, s=system, r=role: actors_f1(f, s, r))
    print(f"\n== causal links, F1, {sum(len(j.gold.links) for j in found)} wanted")
    for system in found[0].links:
        _line(found, system, lambda f, s=system: links_f1(f, s))


def _line(found: list[Judged], title: str, score: Callable[[list[Judged]], float]) -> None:
    low, high = interval(found, score)
    print(f"{title:28}{100 * score(found):5.1f}  [{100 * low:.1f}, {100 * high:.1f}]")


def _wrong(found: list[Judged]) -> None:
    for one in found:
        text = one.gold.document.text
        print(f"\n=== {one.gold.document.name}")
        for event, value in zip(one.gold.events, one.values["program"], strict=True):
            if event.value != value:
                print(f"{event.value} read {value}: {_told(one, event.place)}")
        actors = one.actors["program"]
        for title, left, right in (("missed", one.wanted, actors), ("wrong", actors, one.wanted)):
            for who in sorted((w for w in left if not _is_among(w, right)), key=str):
                print(f"{title} {who[1]} {_names(one, who)}: {_told(one, who[0])}")
        wanted, links = set(one.gold.links), one.links["program"]
        for title, left, right in (("missed", wanted, links), ("wrong", links, wanted)):
            for a, b in sorted(left - right):
                print(f"{title} link {text[a.start : a.end]!r} > {_told(one, b)}")


def _names(one: Judged, who: Who) -> list[str]:
    text = one.gold.document.text
    return sorted({text[m.start : m.end] for m, e in one.gold.mentions.items() if e in who[2]})[:3]


def _told(one: Judged, place: Span) -> str:
    """The sentence around ``place``, which is marked."""
    text = one.gold.document.text
    sentence = next((s for s in one.gold.document.sentences if place in s), place)
    return (f"{text[sentence.start : place.start]}**{text[place.start : place.end]}**"
            f"{text[place.end : sentence.end]}")  # fmt: skip


if __name__ == "__main__":
    main()
