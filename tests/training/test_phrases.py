"""Phrases with slots become texts in which everybody who speaks is marked."""

import sys
from pathlib import Path

TRAINING = Path(__file__).parents[2] / "training"
sys.path.append(str(TRAINING))

from tagger.invented import parse  # noqa: E402  a folder of scripts, no package of ours
from tagger.phrases import phrases, put  # noqa: E402

FILLINGS = {
    "source": ["Ada Venn, the reeve", "two pilots"],
    "clause": ["the mill burnt", "the ferry sank"],
    "noun": ["a fire at the mill"],
    "outlet": ["the Marsh Gazette", "Tolvek Radio"],
    "place": ["Norrin"],
    "plain": ["It rained."],
}


class First:
    """Chooses the first of whatever is left."""

    def __init__(self) -> None:
        self.at = -1

    def choice(self, listed):
        """One after another."""
        self.at += 1
        return listed[self.at % len(listed)]


def filled(phrase):
    return put(phrase, FILLINGS, First())


def test_a_slot_begins_a_sentence_with_a_capital():
    assert filled("{T1 [Clause]}, {S1 [outlet]} {C1 said}.") == (
        "{T1 The mill burnt}, {S1 Tolvek Radio} {C1 said}."
    )


def test_what_is_told_of_a_name_ends_with_a_comma_where_words_follow():
    assert filled("{S1 [Source]} {C1 said} that {T1 [clause]}.").startswith(
        "{S1 Ada Venn, the reeve}, {C1 said}"
    )
    assert filled("{T1 [noun]}, {C1 said} {S1 [source]}.").endswith("two pilots}.")


def test_two_slots_of_a_kind_are_filled_with_two_names():
    assert filled("[outlet] and [other] and [outlet]") == (
        "the Marsh Gazette and Tolvek Radio and the Marsh Gazette"
    )


def test_only_the_silent_may_say_nothing():
    text, (marked,) = parse("{S1 Ada} {C1 could not be reached}.", silent=True)
    assert (text[slice(*marked.cue[0])], marked.content) == ("could not be reached", ())


def test_every_phrase_of_the_project_is_marked_rightly():
    made = phrases(TRAINING / "phrases", 1, 0)
    pairs = [
        (text.text, pair)
        for text in made
        for one in text.views[0].marked
        for part in (one.source, one.cue, one.content)
        for pair in part
    ]
    assert len(pairs) > 1_000
    for text, (start, end) in pairs:
        assert text[start:end].strip() == text[start:end] != ""
    assert not any(mark in text.text for text in made for mark in "{}[]")


def test_the_same_seed_gives_the_same_texts():
    folder = TRAINING / "phrases"
    assert phrases(folder, 1, 3) == phrases(folder, 1, 3) != phrases(folder, 1, 4)


def test_what_is_known_of_a_cue_is_known_of_its_own_words():
    known = {
        (text.text[slice(*one.cue[-1])], one.act, one.stance)
        for text in phrases(TRAINING / "phrases", 1, 0)
        for one in text.views[0].judged
    }
    assert {stance for _, _, stance in known} >= {"for", "against", "observing", "silent"}
    assert ("denied", "deny", "against") in known
    assert ("denied", "say", "for") not in known


def test_a_cue_takes_in_its_auxiliaries_and_no_other_verb():
    text, (marked,) = parse("Ada, {S1 who} had not {C1 said} if she was, {C1 denied} that {T1 it}.")
    assert [text[slice(*pair)] for pair in marked.cue] == ["had not said", "denied"]
