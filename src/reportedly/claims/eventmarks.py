"""The small named comparisons of two mentions of events; each docstring is its explanation.

A feature gives a table of values from 0 to 1, one row and one column a mention of a scene. After
Bejan and Harabagiu (2010) and Barhom et al. (2019): heads, those who take part, where and when,
words around, and what the reports have in common.
"""

from collections.abc import Callable, Hashable

import numpy as np

from reportedly.claims.scenes import (
    Named,
    Row,
    Scene,
    Table,
    actors,
    around,
    names,
    own,
    sentence,
)
from reportedly.claims.words import stems

Feature = Callable[[Scene], Table]
_LIKE, _STEEP = 0.6, 3


def same_word(scene: Scene) -> Table:
    """Both are named by one word, in whatever form."""
    return scene.same_head


def like_words(scene: Scene) -> Table:
    """How near the words that name them are in meaning, where they are two."""
    return scene.near_head * (1 - scene.same_head)


def very_like_words(scene: Scene) -> Table:
    """The words that name them are two, and very near in meaning: counts only where near."""
    found: Table = like_words(scene) ** _STEEP
    return found


def nearly_one_word(scene: Scene) -> Table:
    """The words that name them are two that mean nearly the same."""
    return np.where(like_words(scene) > _LIKE, 1.0, 0.0)


def same_kind(scene: Scene) -> Table:
    """Two words name them, of one listed kind of event."""
    return _yes(scene.same(lambda one: one.statement.event)) * (1 - scene.same_head)


def phrase(scene: Scene) -> Table:
    """How many of the words that name the one name the other."""
    return _yes(scene.shared(lambda one: stems(one.words)))


def other_phrase(scene: Scene) -> Table:
    """No word that names the one names the other."""
    return _no(scene.shared(lambda one: stems(one.words)))


def same_form(scene: Scene) -> Table:
    """The words that name them are the same in every letter."""
    return _yes(scene.same(lambda one: one.words.lower()))


def rare(scene: Scene) -> Table:
    """How rare the words that name them are in English."""
    return _both(scene.rare)


def told(scene: Scene) -> Table:
    """In how many of the reports the words that name them are found."""
    return _both(scene.told)


def again(scene: Scene) -> Table:
    """How often the words that name them are found again in one report."""
    return _both(scene.again)


def cues(scene: Scene) -> Table:
    """Both only give somebody's words."""
    return _both(scene.row(lambda one: one.cue))


def one_cue(scene: Scene) -> Table:
    """One only gives somebody's words."""
    return _apart(scene.row(lambda one: one.cue))


def agent(scene: Scene) -> Table:
    """How many words for who acted they share."""
    return _yes(scene.shared(lambda one: actors(one, "agent")))


def other_agent(scene: Scene) -> Table:
    """Others are said to have acted."""
    return _no(scene.shared(lambda one: actors(one, "agent")))


def patient(scene: Scene) -> Table:
    """How many words for whom it befell they share."""
    return _yes(scene.shared(lambda one: actors(one, "patient")))


def other_patient(scene: Scene) -> Table:
    """It is said to have befallen others."""
    return _no(scene.shared(lambda one: actors(one, "patient")))


def people(scene: Scene) -> Table:
    """How many words for anybody who took part they share."""
    return _yes(scene.shared(actors))


def other_people(scene: Scene) -> Table:
    """Nobody is said to have taken part in both."""
    return _no(scene.shared(actors))


def place(scene: Scene) -> Table:
    """They are said to have happened in one place."""
    return _yes(scene.shared(_where))


def other_place(scene: Scene) -> Table:
    """They are said to have happened in different places."""
    return _no(scene.shared(_where))


def time(scene: Scene) -> Table:
    """They are said to have happened on one day."""
    return _yes(scene.same(_when))


def other_time(scene: Scene) -> Table:
    """They are said to have happened on different days."""
    return _no(scene.same(_when))


def quantity(scene: Scene) -> Table:
    """The same number is told with both."""
    return _yes(scene.same(_how_many))


def other_quantity(scene: Scene) -> Table:
    """Different numbers are told with them."""
    return _no(scene.same(_how_many))


def sentences(scene: Scene) -> Table:
    """How much the words of both sentences have in common."""
    return scene.cosine(sentence)


def surroundings(scene: Scene) -> Table:
    """How much the words next to both have in common."""
    return scene.cosine(around)


def wording(scene: Scene) -> Table:
    """How much the statements about them have in common."""
    return scene.cosine(own)


def named_beside(scene: Scene) -> Table:
    """How many names their sentences share."""
    return _yes(scene.shared(names))


def others_named(scene: Scene) -> Table:
    """Their sentences share no name."""
    return _no(scene.shared(names))


def reports(scene: Scene) -> Table:
    """How much their reports have in common."""
    return scene.alike_documents


def one_report(scene: Scene) -> Table:
    """One report tells of both."""
    return _yes(scene.same(lambda one: one.document.id))


def one_sentence(scene: Scene) -> Table:
    """One sentence tells of both."""
    return _yes(scene.same(lambda one: (one.document.id, one.statement.sentence)))


def reality(scene: Scene) -> Table:
    """One happened and the other is past history or may yet happen."""
    return _no(scene.same(lambda one: one.statement.mode))


def certainty(scene: Scene) -> Table:
    """One is held for more or less certain than the other, or denied."""
    return _no(scene.same(lambda one: one.statement.factuality))


def attributed(scene: Scene) -> Table:
    """One is told in the report's own words and the other in somebody else's."""
    return _no(scene.same(lambda one: one.statement.attribution is not None))


def going_on(scene: Scene) -> Table:
    """One is named by a word in -ing and the other is not."""
    return _apart(scene.row(lambda one: one.head.endswith("ing")))


def far(scene: Scene) -> Table:
    """One is told early in its report and the other late."""
    return _apart(scene.row(_how_late))


def late(scene: Scene) -> Table:
    """How late in its report the later of them is told."""
    row = scene.row(_how_late)
    return np.maximum(row[:, None], row[None, :])


HEADS: tuple[Feature, ...] = (same_word, like_words, very_like_words, nearly_one_word, same_kind)
OTHERS: tuple[Feature, ...] = (
    phrase, other_phrase, same_form, rare, told, again, cues, one_cue, agent, other_agent, patient,
    other_patient, people, other_people, place, other_place, time, other_time, quantity,
    other_quantity, sentences, surroundings, wording, named_beside, others_named, reports,
    one_report, one_sentence, reality, certainty, attributed, going_on, far, late,
)  # fmt: skip
OF_LIKE_WORDS: tuple[Feature, ...] = (
    people, other_people, agent, other_agent, patient, other_patient, sentences, surroundings,
    wording, reports, named_beside, one_report, rare, told, one_sentence, phrase,
)  # fmt: skip
"""Features that count once more by how near the two words are; all others do by one word."""


def columns() -> tuple[str, ...]:
    """The name of each column of :func:`marks`."""
    return (
        "constant",
        *(one.__name__ for one in (*HEADS, *OTHERS)),
        *(f"{one.__name__}_of_one_word" for one in OTHERS),
        *(f"{one.__name__}_of_like_words" for one in OF_LIKE_WORDS),
    )


def marks(scene: Scene) -> Table:
    """Every feature of every pair: mentions, mentions, columns."""
    held = {one: one(scene) for one in (*HEADS, *OTHERS)}
    found = [np.ones_like(scene.same_head), *held.values()]
    found += [held[one] * held[same_word] for one in OTHERS]
    found += [held[one] * held[like_words] for one in OF_LIKE_WORDS]
    return np.stack(found, axis=-1).astype(np.float32)


def _yes(table: Table) -> Table:
    return np.maximum(table, 0.0)


def _no(table: Table) -> Table:
    return np.where(table < 0, 1.0, 0.0)


def _both(row: Row) -> Table:
    return np.minimum(row[:, None], row[None, :])


def _apart(row: Row) -> Table:
    return np.abs(row[:, None] - row[None, :])


def _where(one: Named) -> tuple[str, ...]:
    place = one.statement.place
    return stems(place.name) if place else ()


def _when(one: Named) -> Hashable:
    return one.statement.time.first if one.statement.time else None


def _how_many(one: Named) -> Hashable:
    return one.statement.quantity.best if one.statement.quantity else None


def _how_late(one: Named) -> float:
    return one.statement.sentence.start / max(1, len(one.document.text))
