"""Pairs of reports of a large ledger that name the same."""

import pytest

from build import document
from reportedly.claims import alike as module
from reportedly.claims.alike import alike


def told(text, day="2031-05-01", outlet="Paper"):
    return document(text, outlet, published=day)


def weights(*documents):
    pairs = alike(documents)
    held = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.weight.tolist(), strict=True)
    return {(left, right): weight for left, right, weight in held}


OLD = told("Ana Brel of Orrin met Ostra Vell of Hale at Lund and at Marn.")


def test_rare_names_count_for_more():
    same = told("Ana Brel of Orrin spoke.", outlet="A"), told("Ana Brel of Orrin spoke on.")
    town = [told(f"Lund was calm, and so was Marn{n}.", outlet=f"Town {n}") for n in range(8)]
    found = weights(*same, *town)
    assert found[0, 1] > max(weight for pair, weight in found.items() if pair != (0, 1))


@pytest.mark.parametrize(("day", "share"), [("2031-05-03", 2), ("2031-05-05", 5)])
def test_days_between_two_reports_make_them_less_alike(day, share):
    near, far = (
        weights(OLD, told(OLD.text, at, "Other"))[0, 1] for at in ("2031-05-01", day)
    )  # fmt: skip
    assert far == pytest.approx(near / share, abs=0.001)


def test_a_report_without_a_date_is_no_less_alike_and_tried_with_the_earliest():
    named = [told(OLD.text, f"2031-05-{1 + n:02}", f"Paper {n}") for n in range(20)]
    found = weights(*named, told(OLD.text, None, "Undated"))
    near = {left: weight for (left, right), weight in found.items() if right == 20}
    assert sorted(near) == list(range(module._NEXT))
    assert min(near.values()) >= max(found.values())


def test_what_comes_out_later_changes_no_pair_before_the_last_mark(monkeypatch):
    monkeypatch.setattr(module, "_COUNTED", 4)
    names = [f"{a}{e}n" for a in ("Orr", "Ves", "Tar", "Hal") for e in "aeiou"]
    held = [
        told(
            f"{names[n % 20]} and {names[n * 7 % 20]} met {names[n * 3 % 20]} at {names[n // 2]}.",
            f"2031-05-{1 + n // 2:02}", f"Paper {n}",
        )
        for n in range(40)
    ]  # fmt: skip
    before, after = weights(*held[:32]), weights(*held)
    mark = max(at for at in range(32) if module.zlib.crc32(held[at].id.encode()) % 4 == 0)
    early = {pair: weight for pair, weight in before.items() if pair[1] < mark}
    assert len(early) > 20
    assert {pair: weight for pair, weight in after.items() if pair[1] < mark} == early


def test_a_date_that_is_none_is_no_date():
    assert weights(OLD, told(OLD.text, "2031-05-99", "Other"))
    assert weights() == {} == weights(OLD)
