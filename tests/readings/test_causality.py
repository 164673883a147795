"""How causal a sentence looks is told from its words and arcs, never from names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from reportedly import encoder
from reportedly.errors import ModelError
from reportedly.readings import causality
from reportedly.readings.parse import parse


def tokens(text):
    return list(parse(build.document(text)))


def test_a_protest_over_a_death_looks_more_causal_than_a_price():
    grave = tokens("Thousands protested on Monday after police killed a student.")
    plain = tokens("The bread costs four crowns at the mill.")
    assert causality.leaning(grave) > 0 > causality.leaning(plain)


def test_no_name_and_no_number_is_a_trait():
    found = causality.traits(tokens("Ana Kovic sued Davit Arun over 4,100 crowns."))
    assert {"PROPN", "NUM"} <= set(found)
    assert not any(name in trait for trait in found for name in ("kovic", "davit", "arun", "4,1"))


def test_what_stands_often_counts_for_more():
    once, twice = (
        causality.traits(tokens(text))
        for text in ("He left after the raid.", "He left after the raid and after the fire.")
    )
    assert twice["# after"] > once["# after"] > 0


WORDS = ["He", "left", "Brenn", "after", "4", "raids", ","]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_words_and_arcs_share_a_length_of_one(words):
    found = causality.traits(tokens(" ".join(words)))
    there = [value for trait, value in found.items() if not trait.startswith("# ")]
    assert sum(value**2 for value in there) == pytest.approx(1)


def test_a_sentence_without_words_gets_what_always_counts():
    assert causality.leaning([]) == causality._model().always


def test_other_weights_than_those_that_were_fitted_are_refused(monkeypatch, tmp_path):
    folder = tmp_path / "models" / "causality"
    folder.mkdir(parents=True)
    for name, blob in encoder.checked("causality")[0].items():
        (folder / name).write_bytes(blob + b"x")
    (folder / "model.json").write_text('{"sha256": {"traits.txt": "0", "weights.npy": "0"}}')
    monkeypatch.setattr(encoder, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match="not the file that was made"):
        causality._model.__wrapped__()
