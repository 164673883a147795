"""The alphabet keeps offsets, windows cover a text, and the files are those that were trained."""

import json
import shutil
from importlib.resources import as_file, files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import encoder
from reportedly.claims import network
from reportedly.encoder import BREAK, CORE, SIDE, windows
from reportedly.errors import ModelError

TEXT = "The Vesk Courier said on Friday: “Nobody left.”\n\nThe army didn’t comment."
EXACT = (-0.1230, 0.3626, 0.2975, -0.5902)
"""The first numbers of the third piece of it in ``shared.onnx``, which no new fit changes."""


def pieces(text):
    return encoder.load("attribution").alphabet.pieces(text)


def test_pieces_are_slices_of_the_text_and_lines_are_set_apart():
    found = pieces(TEXT)
    words = [TEXT[found.starts[i] : found.ends[i]] for i in found.words]
    assert words[:6] == ["The", "Ve", "Courier", "said", "on", "Friday"]
    assert found.ids.count(BREAK) == 1


@given(st.text(max_size=300))
@settings(deadline=None)
def test_pieces_of_any_text_lie_inside_it_in_order(text):
    found = pieces(text)
    assert len(found.ids) == len(found.starts) == len(found.ends)
    assert all(0 <= s <= e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)
    assert list(found.words) == sorted(set(found.words))


@given(st.lists(st.sampled_from([7, 8, 9, BREAK]), max_size=3 * CORE))
def test_windows_read_every_piece_once_and_stay_short(ids):
    cut = list(windows(ids))
    assert [i for w in cut for i in range(w.start, w.end)] == list(range(len(ids)))
    for w in cut:
        assert w.end - w.start <= CORE
        assert w.start - w.first <= SIDE
        assert w.last - w.end <= SIDE
        assert 0 <= w.first <= w.start < w.end <= w.last <= len(ids)


def test_a_window_ends_at_a_line_break_where_there_is_one():
    ids = [7] * (CORE - 10) + [BREAK] + [7] * CORE
    assert next(windows(ids)).end == CORE - 9


def test_products_of_integers_are_exact_on_every_processor():
    """Where they overflow, as by default on some, these numbers are off in the first digit."""
    shared = encoder.load("attribution").share(pieces(TEXT).ids)
    assert shared[3, :4] == pytest.approx(EXACT, abs=0.01)


def test_networks_give_the_same_numbers_however_products_are_summed(monkeypatch):
    given, blob = pieces(TEXT).ids, encoder.checked("attribution")[0]["shared.onnx"]
    row = np.array([[encoder.BEGIN, *given, BREAK]], dtype=np.int64)
    by_itself = encoder.session(blob).run(None, {"ids": row})[0]
    monkeypatch.setattr(encoder, "_exact", lambda: False)
    assert (encoder.session(blob).run(None, {"ids": row})[0] == by_itself).all()


def test_a_processor_that_overflows_is_told_from_one_that_does_not(monkeypatch):
    class Overflowing:
        def __init__(self, *_):
            pass

        def run(self, _, given):
            return [np.full((len(given["a"]), 16), 2 * 32767)]

    encoder._exact.cache_clear()
    monkeypatch.setattr(encoder.onnxruntime, "InferenceSession", Overflowing)
    assert not encoder._exact()
    encoder._exact.cache_clear()


def test_a_window_gives_the_same_numbers_whatever_was_read_before():
    loaded = encoder.load("attribution")
    one, other = pieces(TEXT).ids, pieces("Two officers denied it.").ids
    shared = loaded.share(one)
    found, weighed = loaded.find(shared), loaded.weigh(shared)
    loaded.weigh(loaded.share(other))
    again = loaded.share(one)
    assert (again == shared).all()
    assert (loaded.find(again) == found).all()
    assert (loaded.weigh(again) == weighed).all()


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """A copy of the model's folder that a test may spoil."""
    with as_file(files("reportedly").joinpath("models", "attribution")) as folder:
        shutil.copytree(folder, tmp_path / "models" / "attribution")
    monkeypatch.setattr(encoder, "files", lambda package: tmp_path)
    return tmp_path / "models" / "attribution"


def test_altered_weights_are_refused(elsewhere):
    blob = bytearray((elsewhere / "found.onnx").read_bytes())
    blob[1000] ^= 1
    (elsewhere / "found.onnx").write_bytes(blob)
    with pytest.raises(ModelError, match=r"found\.onnx is not the file that was made"):
        encoder.load.__wrapped__("attribution")


def test_missing_weights_are_named(elsewhere):
    (elsewhere / "found.onnx").unlink()
    with pytest.raises(ModelError, match="model attribution"):
        encoder.load.__wrapped__("attribution")


def test_the_hashes_stand_beside_the_weights(elsewhere):
    told = json.loads((elsewhere / "model.json").read_text(encoding="utf-8"))
    assert set(told["sha256"]) == {
        "found.onnx", "shared.onnx", "tokenizer.json", "weighed.onnx",
    }  # fmt: skip


def test_no_window_and_no_pair_of_texts_is_longer_than_what_ships():
    loaded = encoder.load("attribution")
    longest = max(CORE + 2 * SIDE + 2, 2 * network.EACH + 3)
    assert len(loaded.share([7] * (longest - 2))) == longest
