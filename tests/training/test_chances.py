"""What a teacher holds likely comes to the cues that it judged, and moves a fit that way."""

import json
import random
import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to read")

sys.path.append(str(Path(__file__).parents[2] / "training"))

import teaching  # noqa: E402  a folder of scripts, no package of ours
from tagger.batches import OPEN, Judged, Prepared, collate  # noqa: E402
from tagger.fit import COLUMNS, Recipe, _judging_loss  # noqa: E402
from tagger.labels import Chances  # noqa: E402
from tagger.texts import Judgement, Text, View  # noqa: E402

from reportedly.encoder import Pieces  # noqa: E402
from reportedly.readings.tagger.marks import JUDGED, VALUES, VOTERS  # noqa: E402

TEXT = "Doru said the town fell. Brel denied it."
SAID = Judgement(((5, 9),), "say", "for", "CT+", "-", ((0, 4),), ((10, 23),))
DENIED = Judgement(((30, 36),), *"????", ((25, 29),), ((37, 39),))
GIVEN = tuple(1.0 / size for size in COLUMNS for _ in range(size))


def test_labels_stay_and_cues_without_one_come_in(tmp_path):
    path = tmp_path / "chances.jsonl"
    rows = [
        {"name": "t", "cue": one.cue, "source": one.source, "content": one.content}
        for one in (SAID, DENIED)
    ]
    alone = {**rows[0], "name": "other", "text": TEXT}
    lines = [json.dumps({**row, "chances": GIVEN}) for row in (*rows, alone)]
    path.write_text("\n".join(lines), encoding="utf-8")
    chances = Chances.read(path)
    text = chances.beside(Text("t", TEXT, (View(None, judged=(SAID,)),)))
    (made,) = chances.alone
    said, denied = text.views[0].judged
    assert (said.act, said.chances) == ("say", GIVEN)
    assert (denied.cue, denied.act, denied.chances) == (DENIED.cue, "?", GIVEN)
    assert made.text == TEXT
    assert [one.cue for one in made.views[0].judged] == [SAID.cue]


def test_a_teacher_judges_each_cue_in_its_sentence():
    sure = torch.zeros(JUDGED)
    sure[3] = 9.0

    def judge(ids, seen):
        scores = torch.zeros(*ids.shape, len(VOTERS) * JUDGED)
        scores[..., :JUDGED] = sure
        return {"judged": scores}

    reports = [Text("t", TEXT, (View(None, judged=(SAID, DENIED)),))]
    rows = list(teaching.labels([judge, judge], reports, []))
    assert sorted(row["cue"] for row in rows) == [SAID.cue, DENIED.cue]
    assert all("text" not in row and row["name"] == "t" for row in rows)
    for row in rows:
        parts = torch.tensor(row["chances"]).split(COLUMNS)
        assert [round(float(part.sum()), 2) for part in parts] == [1.0] * len(COLUMNS)
        assert row["chances"][3] > 0.99


def test_a_fit_goes_to_what_the_teacher_holds_likely():
    pieces = Pieces([5, 6, 7], [0, 2, 4], [1, 3, 5], [0, 1, 2])
    starts = [sum(COLUMNS[:at]) for at in range(len(COLUMNS))]
    chances = tuple(float(column in starts) for column in range(JUDGED))
    one = Judged(([1], [0], [2]), (OPEN,) * 4, chances)
    held = Prepared(pieces, [0] * 3, [False] * 3, [], [], None, [one], [])
    batch = collate([(held, 0, 3)], 0.0, random.Random(0))
    scores = torch.zeros(1, 5, len(VOTERS) * JUDGED, requires_grad=True)
    empty = torch.zeros(1, 5, len(VALUES))
    given = {"judged": scores, "committed": empty, "causal": empty}
    _judging_loss(given, batch, Recipe()).backward()
    moved = -scores.grad[0, 2, :JUDGED]
    assert [int(part.argmax()) for part in moved.split(COLUMNS)] == [0] * len(COLUMNS)
    assert all(float(moved[at]) > 0 for at in starts)
