"""One text has a sense, two have a relation, whichever comes first; the files are those fitted."""

import json
import shutil
from importlib.resources import as_file, files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import encoder
from reportedly.claims import network
from reportedly.claims.network import SENSE, read, sense, together
from reportedly.errors import ModelError

FIRE = "Blaze guts a warehouse in Hale"


def near(one, other):
    """The cosine of two senses."""
    ours, theirs = (np.frombuffer(sense(text), np.int8).astype(float) for text in (one, other))
    return ours @ theirs / np.sqrt((ours @ ours) * (theirs @ theirs))


def test_another_wording_is_nearer_than_another_matter():
    assert near(FIRE, "Inferno destroys depot at Hale") > near(FIRE, "Bakers in Hale win a prize")


def test_a_text_without_words_has_no_sense():
    assert sense(" \n ") == bytes(SENSE)


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_a_sense_is_whole_numbers_of_a_byte_whose_largest_is_127(text):
    found = np.frombuffer(sense(text), np.int8)
    assert len(found) == SENSE
    assert np.abs(found.astype(int)).max() in (0, 127)
    assert sense.__wrapped__(text) == found.tobytes()


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_chances_of_a_relation_sum_up_to_one_in_either_order(a, b):
    assert sum(np.exp(together(a, b))) == pytest.approx(1, abs=1e-3)
    assert together(a, b) == together(b, a)
    assert all(-2 <= value <= 2 for value in read(a, b).values())


def test_a_network_over_another_shared_layer_is_refused(monkeypatch, tmp_path):
    models = tmp_path / "models"
    with as_file(files("reportedly").joinpath("models")) as folder:
        shutil.copytree(folder, models)
    settings_file = models / "comparison" / "model.json"
    told = json.loads(settings_file.read_text(encoding="utf-8"))
    settings_file.write_text(json.dumps(told | {"over": "0" * 64}), encoding="utf-8")
    monkeypatch.setattr(encoder, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match=r"fitted over another shared\.onnx"):
        network._comparer.__wrapped__()
