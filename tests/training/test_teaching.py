"""The larger network reads windows of any length alike, and learns only where it shall."""

import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

import teaching  # noqa: E402  a folder of scripts, no package of ours
from tagger import larger  # noqa: E402
from tagger.texts import Judgement, Text, View, sentences, shifted  # noqa: E402


def test_distances_are_told_apart_near_by_and_by_side():
    kinds = larger.distances(300)
    assert kinds.shape == (300, 300)
    assert kinds[5, 5] == 0
    assert len({*kinds[100, 93:108].tolist()}) == 15
    assert kinds[0, 200] == kinds[0, 299] != kinds[200, 0] == kinds[299, 0]
    assert 0 <= int(kinds.min()) <= int(kinds.max()) < larger.BUCKETS


@pytest.fixture
def made():
    torch.manual_seed(0)
    return larger.Larger(0.0, larger.LAYERS - 1).eval()


def test_padding_changes_nothing(made):
    ids = torch.tensor([[101, 2000, 2001, 102, 0, 0]])
    seen = (ids > 0)[:, None, None, :]
    with torch.no_grad():
        padded, alone = made.vectors(ids, seen), made.vectors(ids[:, :4], seen[..., :4])
    assert torch.allclose(padded[:, :4], alone, atol=1e-4)


def test_lower_layers_stay_as_they_are(made):
    ids = torch.tensor([[101, 2000, 102]])
    made.judge(ids, torch.ones(1, 1, 1, 3, dtype=torch.bool))["judged"].sum().backward()
    learnt = {
        name.split(".")[1]
        for name, p in made.named_parameters()
        if "layers" in name and p.grad is not None
    }
    assert learnt == {str(larger.LAYERS - 1)}
    assert teaching._rate("layers.11.up.weight") > teaching._rate("layers.5.up.weight") > 0
    assert teaching._rate("layers.0.up.weight") == teaching._rate("piece.weight") == 0


def test_a_sentence_stands_once_with_all_that_is_judged_in_it():
    text = "Doru said the town fell, and Brel denied it. Nobody knows."
    cues = [(5, 9), (34, 40)]
    held = tuple(
        Judgement((cue,), "say", "for", "CT+", "-", (), ((10, 23),) if not at else ((41, 43),))
        for at, cue in enumerate(cues)
    )
    before = "Late. "
    moved = tuple(shifted(one, len(before)) for one in held)
    found = list(sentences(Text("t", before + text, (View(None, judged=moved),))))
    assert [start for start, _ in found] == [len(before)]
    assert [one.text for _, one in found] == ["Doru said the town fell, and Brel denied it."]
    assert found[0][1].views[0].judged == held
