"""Mentions of events in many reports joined into chains, beside the head-lemma baseline, on ECB+.

    python benchmarks/events.py [--keep FOLDER]

Leave-topics-out: each fifth of the topics is read by weights fitted on the others
(``training/chains.py``). Both systems are given the sub-topics, and join within them only.

Gold mentions: those of every sentence with a mention that is tied to another report. Predicted
mentions: the words that the program takes for events in these sentences; a mention is right
where it is the head of a gold one, and both systems get the same. The baseline joins what has
one head lemma (by spaCy); "stem" is the same with the stem, which also joins verb and noun.
"Every content word" is the lemma baseline where each verb and noun is a mention.

MUC, B-cubed, CEAF-e and their mean (CoNLL), LEA; intervals: 95 %, whole topics drawn with
replacement, the same draws for all systems. ``FOLDER`` keeps what was read.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coreference import MEASURES, Score, added, conll, score
from ecbplus import CORPUS
from ecbplus_read import Read, read_all

from reportedly.claims.eventmarks import marks
from reportedly.claims.events import JOIN, chances, linked, mentions
from reportedly.claims.events import weights as shipped
from reportedly.claims.eventspots import THRESHOLD, Numbers, Words, table
from reportedly.claims.eventspots import chances as spot_chances
from reportedly.claims.scenes import Named, Scene, Table
from reportedly.model import Document, Span
from reportedly.readings.parse import parse
from reportedly.readings.tokens import Doc

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from chains import chains, fit_pairs, fit_spots, marked_spots, pairs, scenes

FOLDS, DRAWS = 5, 1000
Place = tuple[str, int]
"""A mention: the document, and where its head starts."""
Labels = dict[Place, object]


@dataclass(frozen=True, slots=True)
class System:
    """What one system gives for each topic."""

    name: str
    found: Mapping[str, Score]

    def of(self, topics: Iterable[str]) -> Score:
        """The counts of some topics together."""
        return added(self.found[topic] for topic in topics)


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """One topic: its gold chains, and the mentions of each sub-topic, given and predicted."""

    name: str
    gold: Labels
    given: Mapping[str, tuple[Named, ...]]
    predicted: Mapping[str, tuple[Named, ...]]
    words: Mapping[str, tuple[Named, ...]]


def place(one: Named) -> Place:
    """Where the head of a mention stands."""
    return one.document.id, one.statement.predicate.start


def fold_of(topics: Iterable[str]) -> dict[str, int]:
    """Which fifth each topic is in."""
    return {topic: at % FOLDS for at, topic in enumerate(sorted(set(topics), key=int))}


def crossed(read: Sequence[Read]) -> list[System]:
    """All systems, over gold and predicted mentions."""
    gold, folds = chains(read), fold_of(one.report.topic for one in read)
    given = scenes(read)
    tables = {name: marks(Scene(named)) for name, named in given.items()}
    held = {name: pairs(named, tables[name], gold) for name, named in given.items()}
    found: dict[str, dict[str, Score]] = defaultdict(dict)
    for fold in range(FOLDS):
        rest = [one for one in read if folds[one.report.topic] != fold]
        pair = fit_pairs([held[name] for name in sorted({one.report.subtopic for one in rest})])
        spot = fit_spots(rest)
        for topic in sorted(t for t, at in folds.items() if at == fold):
            mine = [one for one in read if one.report.topic == topic]
            for name, counts in _topic(_laid(mine, gold, given, spot), pair).items():
                found[name][topic] = counts
    return [System(name, counts) for name, counts in found.items()]


def _laid(
    read: Sequence[Read],
    gold: Mapping[tuple[str, object], str],
    given: Mapping[str, tuple[Named, ...]],
    spot: tuple[Words, Numbers],
) -> Topic:
    names = sorted({one.report.subtopic for one in read})
    kept = {name: given[name] for name in names}
    wanted: Labels = {
        place(one): gold[one.document.id, one.place] for name in names for one in kept[name]
    }
    predicted, words = defaultdict[str, list[Named]](list), defaultdict[str, list[Named]](list)
    for one in read:
        name = one.report.subtopic
        predicted[name] += _stated(one, _spotted(one, *spot))
        words[name] += _stated(one, _verbs_and_nouns(one))
    return Topic(read[0].report.topic, wanted, kept, _fixed(predicted), _fixed(words))


def _fixed(held: Mapping[str, list[Named]]) -> dict[str, tuple[Named, ...]]:
    return {name: tuple(sorted(some, key=lambda one: one.order)) for name, some in held.items()}


def _stated(one: Read, places: Iterable[Span]) -> tuple[Named, ...]:
    told = {at: one.stated[at] for at in places if at in one.stated}
    return mentions(one.report.document, one.reading, told)


def _spotted(one: Read, words: Words, weights: Numbers) -> list[Span]:
    spots = marked_spots(one)
    chance = spot_chances(table(spots, words), weights) if spots else []
    return [spot.place for spot, c in zip(spots, chance, strict=True) if c >= THRESHOLD]


def _verbs_and_nouns(one: Read) -> list[Span]:
    tagged = lemmas(one.report.document)
    starts = {spot.place.start: spot.place for spot in marked_spots(one)}
    return [at for start, at in starts.items() if tagged.get(start, ("", ""))[1] in {"VB", "NN"}]


def _topic(topic: Topic, pair: Numbers) -> dict[str, Score]:
    """Each system's counts on one topic."""
    return {
        f"{system}, {kind}": score(topic.gold, found)
        for kind, named in (("gold", topic.given), ("predicted", topic.predicted))
        for system, found in (
            ("reportedly", ours(named, pair)),
            ("head lemma", by_lemma(named)),
            ("head stem", by_stem(named)),
        )
    } | {"head lemma, every content word": score(topic.gold, by_lemma(topic.words))}


def ours(scenes: Mapping[str, tuple[Named, ...]], weights: Numbers) -> Labels:
    """What the program joins with these ``weights``."""
    found: Labels = {}
    for name, named in scenes.items():
        if named:
            of: Table = chances(marks(Scene(named)), weights)
            for number, group in enumerate(linked(of, JOIN)):
                found |= {place(named[at]): (name, number) for at in group}
    return found


def by_lemma(scenes: Mapping[str, tuple[Named, ...]]) -> Labels:
    """One chain a head lemma in each sub-topic."""
    return {
        place(one): (name, lemmas(one.document).get(place(one)[1], (one.head, ""))[0])
        for name, named in scenes.items()
        for one in named
    }


def by_stem(scenes: Mapping[str, tuple[Named, ...]]) -> Labels:
    """One chain a head stem in each sub-topic."""
    return {
        place(one): (name, stem)
        for name, named in scenes.items()
        if named
        for one, stem in zip(named, Scene(named).heads, strict=True)
    }


_LEMMAS: dict[str, dict[int, tuple[str, str]]] = {}


def lemmas(document: Document) -> dict[int, tuple[str, str]]:
    """The lemma and the first two letters of the tag of each token, by where it starts."""
    if document.id not in _LEMMAS:
        doc: Doc = parse(document)
        _LEMMAS[document.id] = {t.idx: (t.lemma_.lower(), t.tag_[:2]) for t in doc}
    return _LEMMAS[document.id]


def seen(read: Sequence[Read]) -> float:
    """CoNLL, 0 to 1, over gold mentions by the shipped weights, which have seen them.

    Only tells whether anything broke: what is new to the weights is what :func:`crossed` scores.
    """
    gold, given = chains(read), scenes(read)
    wanted: Labels = {
        place(one): gold[one.document.id, one.place] for held in given.values() for one in held
    }
    return conll(score(wanted, ours(given, shipped())))


def drawn(topics: Sequence[str]) -> list[list[str]]:
    """Topics drawn with replacement."""
    chance = random.Random(7)
    return [chance.choices(topics, k=len(topics)) for _ in range(DRAWS)]


def interval(values: Iterable[float]) -> str:
    """The middle 95 %."""
    held = sorted(values)
    return f"{held[int(DRAWS * 0.025)]:.1f} to {held[int(DRAWS * 0.975)]:.1f}"


def printed(systems: Sequence[System]) -> None:
    """Every system, and how far the program is ahead of each on the same mentions."""
    topics = sorted(systems[0].found, key=int)
    draws = drawn(topics)
    leads = {one.name.split(", ")[1]: one for one in systems if one.name.startswith("reportedly")}
    leads["every content word"] = leads["predicted"]
    for one in systems:
        whole, drew = one.of(topics), [100 * conll(one.of(draw)) for draw in draws]
        line = f"{one.name:32} CoNLL {100 * conll(whole):.1f} ({interval(drew)})"
        for name in MEASURES:
            counts = whole[name]
            line += f"  {name} {100 * counts.precision:.1f}/{100 * counts.recall:.1f}"
            line += f"/{100 * counts.f1:.1f}"
        lead = leads[one.name.split(", ")[1]]
        if lead is not one:
            first = [100 * conll(lead.of(draw)) for draw in draws]
            gap = 100 * (conll(lead.of(topics)) - conll(whole))
            apart = interval(a - b for a, b in zip(first, drew, strict=True))
            line += f"  behind by {gap:.1f} ({apart})"
        print(line)


def counted(read: Sequence[Read]) -> None:
    """Print how much there is to join."""
    gold = chains(read)
    print(f"{len(read)} reports, {len(gold)} gold mentions, {len(set(gold.values()))} chains")


def main() -> None:
    """Print every system."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    given = parser.parse_args()
    read = read_all(given.corpus, given.keep)
    systems = crossed(read)
    counted(read)
    printed(systems)


if __name__ == "__main__":
    main()
