"""Another cue stands where the first stood, and everything else is what it was."""

import random
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "training"))

from tagger.exchanged import exchanged
from tagger.texts import Judgement, Text, View

WORD = st.text("abcdefgh é’", min_size=1, max_size=12).map(lambda s: s.strip() or "a")
STEM = st.text("bcdfghkl", min_size=4, max_size=9)


def sentence(source: str, cue: str, content: str) -> Text:
    text = f"{source} {cue} the {content}."
    at = len(source) + 1
    one = Judgement(
        ((at, at + len(cue)),),
        *("say", "for", "CT+", "-"),
        ((0, len(source)),),
        ((at + len(cue) + 1, len(text) - 1),),
    )
    return Text(cue, text, (View(None, judged=(one,)),))


@given(st.lists(st.tuples(WORD, STEM, WORD), min_size=1, max_size=6), st.integers(1, 3))
def test_only_the_cue_changes(parts, times):
    texts = [sentence(source, f"{stem}ed", content) for source, stem, content in parts]
    cues = {f"{stem}ed" for _, stem, _ in parts}
    made = list(exchanged(texts, times, random.Random(0)))
    assert len(made) == len(texts) * min(times, len(cues) - 1)
    known = {(source, f"the {content}") for source, _, content in parts}
    for text in made:
        (one,) = text.views[0].judged
        cue, source, content = (
            text.text[slice(*pairs[0])] for pairs in (one.cue, one.source, one.content)
        )
        assert cue in cues
        assert (source, content) in known
        assert text.text == f"{source} {cue} {content}."
        assert (one.act, one.stance, one.factuality, one.denial) == ("?",) * 4


def test_a_cue_comes_only_where_it_may_stand():
    texts = [sentence("Doru", "doubted", "news"), sentence("Doru", "doubting", "news")]
    assert not list(exchanged(texts, 3, random.Random(0)))
