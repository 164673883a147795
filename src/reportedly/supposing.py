"""What the reports of a case say would follow, for concepts as a person writes them."""

from collections.abc import Iterable

from reportedly.grades.whatif import what_if
from reportedly.model import Case, WhatIf
from reportedly.shelf import Shelf
from reportedly.views.pulls import pull


def followed(case: Case, written: Iterable[str]) -> WhatIf:
    """The run for concepts such as ``K1`` or ``K2=-0.5``; UsageError where there are none such."""
    shelf, found = Shelf(case), case.gathering
    pulls = [pull(shelf, one) for one in written]
    return what_if(found.concepts, found.arrows, case.weights, pulls)
