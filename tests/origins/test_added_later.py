"""Reports that come later: links, origins and drift are those of all read at once."""

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import desk
from reportedly.desk import Intake, Way
from reportedly.ledger import opened
from reportedly.model import Kept
from reportedly.model.plain import to_json, to_plain

WIRE = (
    "Up to thirty guards walked away from the bridge at Orsk on Sunday night, leaving lamps on, "
    "two officers said. The mayor of Orsk, Ana Brel, closed the market hall before noon."
)
ROWS = (
    ("Lanta Wire", "2031-03-01T08:00", WIRE),
    ("Vesk Courier", "2031-03-01T11:00", f"ORSK (Lanta Wire) — {WIRE} It rained in Vesk."),
    (
        "Radio Marn",
        "2031-03-02",
        "Thirty guards walked away from the bridge at Orsk on Sunday night, according to the "
        "Vesk Courier. Mayor Ana Brel of Orsk closed the market hall, she told Radio Marn.",
    ),
    (
        "Ondra Herald",
        "2031-03-02T09:00",
        "The Orsk Ministry of Roads denied that guards walked away from the bridge at Orsk. "
        "“Every guard of ours stood at his post all night”, Minister Ivo Tarn said.",
    ),
    (
        "Tarn Gazette",
        "2031-03-03",
        "“Every guard of ours stood at his post all night”, Minister Ivo Tarn told the Ondra "
        "Herald. Radio Marn reported that thirty guards left the bridge at Orsk.",
    ),
    (
        "Lanta Wire",
        None,
        "Thirty guards left the bridge at Orsk, the Tarn Gazette reported, citing Radio Marn.",
    ),
    ("Vesk Courier", "2031-03-04", f"{WIRE} More lamps burned, our correspondent saw."),
)


@dataclass(frozen=True)
class Growing:
    """Reports, taken in, and a folder that keeps their readings."""

    kept: tuple[Kept, ...]
    way: Way

    def at_once(self, kept=None):
        """The case of all of them, or of ``kept``, read without a ledger."""
        return desk.look(Intake(tuple(kept or self.kept), ()), self.way)

    def added(self, *batches):
        """The case after the last batch, as it was made and as the ledger keeps it."""
        with TemporaryDirectory() as folder, opened(str(Path(folder) / "case.db")) as ledger:
            for batch in batches:
                case = desk.add(ledger, Intake(tuple(batch), ()), self.way)
            return case, ledger.case()


def _taken(folder, rows):
    file = folder / "reports.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return Growing(desk.take_in([str(file)]).kept, Way(cache=folder / "readings"))


@pytest.fixture(scope="module")
def growing(tmp_path_factory):
    rows = (
        {"publisher": p, "published": day, "text": text, "url": f"https://r{n}.example/"}
        for n, (p, day, text) in enumerate(ROWS)
    )
    return _taken(tmp_path_factory.mktemp("growing"), rows)


def _bytes(case):
    return to_json(to_plain(case)).encode()


def test_the_story_has_links_of_every_usual_kind_several_origins_and_drift(growing):
    lineage = growing.at_once().lineage
    assert {"copied", "credited", "quoted"} <= {link.kind for link in lineage.links}
    assert len({origin.voice for origin in lineage.origins}) > 2
    assert lineage.drifts


@given(st.permutations(range(len(ROWS))), st.lists(st.integers(1, len(ROWS) - 1), max_size=3))
@settings(max_examples=15, deadline=None)
def test_reports_in_any_order_and_batches_give_the_bytes_of_all_at_once(growing, order, cuts):
    kept = growing.kept
    ends = [0, *sorted(set(cuts)), len(ROWS)]
    batches = [[kept[at] for at in order[start:end]] for start, end in pairwise(ends)]
    made, held = growing.added(*batches)
    assert _bytes(made) == _bytes(held) == _bytes(growing.at_once())


def test_a_report_that_is_added_twice_changes_nothing(growing):
    kept = growing.kept
    made, held = growing.added(kept, kept[:2])
    assert _bytes(made) == _bytes(held) == _bytes(growing.at_once())


def _named(case):
    return {d.id: (d.publisher, (d.published or "")[:10]) for d in case.documents}


def _links(case):
    of = _named(case)
    return {(k.kind, of[k.document][0], of[k.to][0] if k.to else f"outside: {k.name}")
            for k in case.lineage.links}  # fmt: skip


def test_an_upstream_that_comes_after_its_copies_takes_its_place(growing):
    wire, courier, radio, *_ = growing.kept
    before, _ = growing.added([courier, radio])
    assert ("credited", "Vesk Courier", "outside: Lanta Wire") in _links(before)
    after, held = growing.added([courier, radio], [wire])
    assert _bytes(after) == _bytes(held) == _bytes(growing.at_once([wire, courier, radio]))
    assert {
        ("copied", "Vesk Courier", "Lanta Wire"),
        ("credited", "Vesk Courier", "Lanta Wire"),
    } <= _links(after)
    assert not any("outside" in above for _, _, above in _links(after))


def test_origins_lead_to_an_upstream_that_came_late(growing):
    wire, courier, radio, *_ = growing.kept
    after, _ = growing.added([radio], [courier], [wire])
    of = _named(after)
    first = [
        o
        for o in after.lineage.origins
        if {"Lanta Wire", "Vesk Courier"} <= {of[d][0] for d in o.documents}
    ]
    assert first
    alone = [
        o for o in after.lineage.origins if {of[d][0] for d in o.documents} == {"Vesk Courier"}
    ]
    carried = {o.claim for o in first}
    assert not carried & {o.claim for o in alone}


LOOP = (
    ("Hale Post", "Guards left the bridge at Orsk, the Lund Mail reported."),
    ("Lund Mail", "Guards left the bridge at Orsk, the Hale Post reported. Barges sank off Tarn."),
    ("Ondra Herald", "Barges sank off Tarn, Ana Brel said."),
)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_a_loop_of_credits_is_reported_and_not_followed(tmp_path, order):
    rows = ({"publisher": p, "published": "2031-03-05", "text": text} for p, text in LOOP)
    growing = _taken(tmp_path, rows)
    made, held = growing.added(*([growing.kept[at]] for at in order))
    assert _bytes(made) == _bytes(held) == _bytes(growing.at_once())
    assert {
        ("credited", "Hale Post", "Lund Mail"),
        ("credited", "Lund Mail", "Hale Post"),
    } <= _links(made)
    ranges = [r for r in made.lineage.ranges if any(f.name == "circle" for f in r.reasons)]
    assert {(r.at_least, r.at_most) for r in ranges} == {(1, 1)}
    of = _named(made)
    assert {
        frozenset(of[d][0] for d in claim.documents)
        for claim in made.gathering.claims
        if claim.id in {r.claim for r in ranges}
    } == {frozenset({"Hale Post", "Lund Mail"})}
