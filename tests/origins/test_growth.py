"""The work of tracing grows with the reports and not with their square.

What is counted is lines of the stage that are run, every turn of a loop among them, so that a test
needs no clock. ``benchmarks/origins_growth.py`` measures time.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reportedly import origins
from reportedly.model import Link
from reportedly.origins import trace
from reportedly.origins.lineage import graph
from retold import Told, Voice, report, story

STAGE = str(Path(origins.__file__).parent)
SIZES, SLACK = (20, 40, 80), 1.03
STANDING = "The bridge there has been closed to lorries since the flood carried its railing off."
QUOTE = "“We counted every lamp on the bridge twice”"


def _reports(number, name):
    """Four reports: a wire, its reprint, one that credits it, one that credits something else."""
    outlet = "".join("abcdefghij"[int(digit)] for digit in f"{number:04}").capitalize()
    town = name(outlet)
    mayor = f"Ana {town}ik"
    words = f"thirty guards walked away from the gate of {town} and left their lamps behind"
    wire = f"Mayor {mayor} said {words}. {QUOTE}, a baker said."
    heard = Told(words, Voice(mayor, "person", mayor), "said", claim=town)
    passed = Told(words, Voice("Lanta Wire", "media", "Lanta Wire"), "reported", claim=town)
    told = (
        ("Lanta Wire", wire, heard),
        ("Vesk Courier", f"{wire}\n\nWith reporting by the Lanta Wire.", heard),
        (f"Radio {outlet}", f"In {town} {words}, the Lanta Wire reported. {STANDING}", passed),
        ("Orsk Mail", f"It rains in {town}. The Vesk Courier reported {QUOTE}. {STANDING}", None),
    )
    for hour, (publisher, text, one) in enumerate(told):
        when = datetime(2031, 3, 1) + timedelta(hours=5 * number + hour)
        yield report(publisher, 1, text, *([one] if one else []), published=when.isoformat())


def _lines(size, name):
    """Lines of the stage that are run to trace ``size`` times four reports."""
    reports = [one for number in range(size) for one in _reports(number, name)]
    told = story(*reports)
    lines = 0

    def count(frame, event, _):
        nonlocal lines
        lines += event == "line"
        return count

    held = sys.gettrace()
    sys.settrace(lambda f, _, __: count if f.f_code.co_filename.startswith(STAGE) else None)
    try:
        trace(told.documents, told.readings, told.gathering)
    finally:
        sys.settrace(held)
    return lines


@pytest.mark.parametrize(
    "name",
    [str, lambda _: "Vesk"],
    ids=["more and more stories", "one story that is told more and more"],
)
def test_twice_as_many_more_reports_take_twice_the_work_more(name):
    """Differences are compared: the first reports have nobody before them to be compared with."""
    some, more, most = (_lines(size, name) for size in SIZES)
    assert most - more <= SLACK * 2 * (more - some)


def test_a_chain_of_any_length_is_followed():
    """No step of it is a call inside another."""
    links = [Link(str(at), "credited", f"{at:05}", f"{at + 1:05}", None, ()) for at in range(5000)]
    back = Link("back", "credited", "05000", "04998", None, ())
    assert graph(links).loops() == ()
    assert graph([*links, back]).loops() == (("04998", "04999", "05000"),)


def test_a_quotation_is_linked_to_the_last_reports_of_an_outlet_that_print_it():
    printed = [
        report("Lanta Wire", at, f"On day {at} {QUOTE} was read out.") for at in range(1, 26)
    ]
    told = story(
        *printed, report("Orsk Mail", 28, f"The Lanta Wire told of it. {QUOTE}, we heard.")
    )
    lineage = trace(told.documents, told.readings, told.gathering)
    linked = [
        k.to for k in lineage.links if k.kind == "quoted" and k.document == told.documents[-1].id
    ]
    assert linked == [d.id for d in told.documents[5:25]]
