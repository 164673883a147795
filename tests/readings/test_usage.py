"""What cues that are used so mostly do is remembered by their words, never by names."""

import numpy as np
import pytest

import build
from reportedly import encoder
from reportedly.errors import ModelError
from reportedly.readings import usage
from reportedly.readings.parse import parse
from reportedly.readings.stance import Cued, Judged, Said
from reportedly.readings.tagger.marks import ACTS, STANCES

SAID = Judged("say", "for", "CT+", ())


def said(source: str, cue: str, content: str) -> tuple:
    """The arguments of a sentence "SOURCE CUE CONTENT." that the rules take for plain saying."""
    text = f"{source} {cue} {content}."
    document = build.document(text)
    spans = (build.spans(text, part) for part in (source, cue, content))
    return Cued(parse(document), Said(*spans, document.id, text)), SAID, "person"


def likeliest(chances):
    return ACTS[int(np.argmax(chances))]


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "that the bridge was closed", "say"),
        ("promised", "to rebuild the bridge", "promise"),
        ("urged", "the council to close the bridge", "demand"),
    ],
)
def test_common_cues_are_known_whatever_the_rules_say(cue, content, expected):
    assert expected == likeliest(usage.usage(*said("The mayor", cue, content)))


def test_chances_sum_up_to_one():
    found = usage.usage(*said("The mayor", "denied", "that the bridge had fallen"))
    assert sum(np.exp(found)) == pytest.approx(1, abs=1e-3)


def test_acts_go_with_sides():
    common = usage.together()
    assert len(common) == len(ACTS) * len(STANCES)
    assert common["dismiss", "against"] > 0 > common["dismiss", "for"]
    assert common["decline", "silent"] > 0 > common["say", "silent"]


def test_no_name_is_a_trait():
    found = usage.traits(*said("Ana Kovic", "told", "Davit Arun that the bridge was closed"))
    assert {"source name", "after name"} <= found
    assert not any(name in trait for trait in found for name in ("kovic", "davit", "arun"))


def test_a_cue_without_a_word_has_no_traits_and_gets_the_usual_shares():
    doc = parse(build.document("The mayor said so."))
    empty = Cued(doc, Said((), (), (), "d", "The mayor said so."))
    assert usage.traits(empty, SAID, None) == frozenset()
    assert likeliest(usage.usage(empty, SAID, None)) in {"say", "report"}


def test_other_weights_than_those_that_were_fitted_are_refused(monkeypatch, tmp_path):
    folder = tmp_path / "models" / "usage"
    folder.mkdir(parents=True)
    for name, blob in encoder.checked("usage")[0].items():
        (folder / name).write_bytes(blob + b"x")
    (folder / "model.json").write_text('{"sha256": {"traits.txt": "0", "weights.npy": "0"}}')
    monkeypatch.setattr(encoder, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match="not the file that was made"):
        usage._model.__wrapped__()
