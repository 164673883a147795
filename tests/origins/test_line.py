"""The last reports of an outlet that are not known to be later than another."""

from hypothesis import given, settings
from hypothesis import strategies as st

from build import document
from reportedly.origins import line
from reportedly.origins.clock import earlier
from reportedly.origins.line import Line

TIMES = st.builds(
    "2031-05-{:02}T{:02}:00{}".format,
    st.integers(1, 4),
    st.sampled_from([0, 1, 12, 23]),
    st.sampled_from(["", "+00:00", "-11:00", "+05:30"]),
)  # fmt: skip
DATES = st.one_of(
    st.none(), TIMES, st.builds("2031-05-{:02}".format, st.integers(1, 4)),
    st.sampled_from(["", "2031", "last Tuesday", "2031-05-02 or so"]),
)  # fmt: skip


def _reports(dates):
    return [document("Fog.", published=date, id=str(at)) for at, date in enumerate(dates)]


@settings(max_examples=500, deadline=None)
@given(st.lists(DATES, max_size=20), DATES, st.integers(1, 6), st.booleans())
def test_the_last_are_those_that_the_clock_leaves(dates, own, most, among):
    held = _reports(sorted(dates, key=lambda date: date or "9999") if among else dates)
    asked = held[0] if among and held else document("Fog.", published=own, id="own")
    passing = [d for d in held if d.id != asked.id and earlier(asked, d) is not True]
    assert Line(held).last(asked, most) == passing[-most:]


def test_reports_that_came_long_after_are_not_looked_at(monkeypatch):
    asked = []
    monkeypatch.setattr(line, "earlier", lambda a, b: asked.append(b) or earlier(a, b))
    held = _reports(
        f"2031-{month:02}-{day:02}T08:00" for month in range(1, 13) for day in range(1, 29)
    )
    assert len(Line(held).last(held[100], 20)) == 20
    assert len(asked) <= 21
