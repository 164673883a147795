"""Every served page stays light, however large the ledger and whichever record it is about."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from reportedly.ledger import changes
from reportedly.model import Case, Run
from reportedly.origins.edits import edits
from reportedly.shelf import Shelf
from reportedly.views.pages import PAGES, Asked, Page, State, render
from views.case import story
from views.many import many

MOST = 500_000
"""Bytes of a page."""


def state(case: Case) -> State:
    """The case as though it had come in one run, after an empty one."""
    runs = (
        Run(1, "2031-03-01T00:00:00", "reader 1", 0),
        Run(2, "2031-03-02T00:00:00", "reader 1", 0),
    )

    def at(run: int) -> Shelf:
        return Shelf(Case() if run < 2 else case)

    return State(Shelf(case), runs, (), lambda run: changes(at(run).case, case), at, edits)


def heaviest(page: Page, case: Case) -> str:
    """The record that has most to show on a page of its kind; empty where there is none."""
    of = case.gathering
    weighed = {
        "/claims/{id}": [(len(c.statements), c.id) for c in of.claims],
        "/rule/{id}": [(len(c.statements), c.id) for c in of.claims],
        "/why/{id}": [(len(c.statements), c.id) for c in of.claims],
        "/actors/{id}": [(len(a.mentions), a.id) for a in of.actors],
        "/documents/{id}": [(len(d.text), d.id) for d in case.documents],
        "/documents/{id}/versions": [(len(d.text), d.id) for d in case.documents],
    }
    return max(weighed.get(page.path, []), default=(0, ""))[1]


def weights(case: Case, query: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Each kind of page that this case has, with its bytes."""
    now = state(case)
    for page in PAGES:
        html = render(page, now, Asked(query, heaviest(page, case), "reader", False, "seal"))
        if html is not None:
            yield page.path, len(html.encode())


@pytest.mark.parametrize("reports", [1, 20, 500])
@pytest.mark.parametrize("query", [{}, {"q": "o"}, {"sort": "reports"}, {"page": "2"}])
def test_every_page_weighs_less_than_500_kilobytes(reports: int, query: dict[str, str]):
    """Nothing asked, what nearly every report holds, the largest claims first, a further part."""
    held = dict(weights(many(reports, Random(reports)), query))
    assert len(held) >= len(PAGES) - 2, "all but an actor and a ruling"
    assert {path: weight for path, weight in held.items() if weight >= MOST} == {}


def test_the_list_of_claims_grows_no_further_with_their_voices():
    """Of a claim's positions five of each side are listed; the others stand at its own address."""
    case = story()
    first = case.gathering.claims[0]
    voices = tuple(replace(first.positions[0], voice=f"Voice {n}") for n in range(400))
    claims = (replace(first, positions=voices), *case.gathering.claims[1:])
    many_voices = replace(case, gathering=replace(case.gathering, claims=claims))
    page = next(page for page in PAGES if page.path == "/claims")
    html = render(page, state(many_voices), Asked())
    assert "Voice 4" in html
    assert "Voice 5" not in html
    assert f'<a href="/claims/{first.id}">395 more</a>' in html


def test_an_option_is_selected_by_what_is_asked_and_written_once_for_all():
    """The outlet that is asked for stays chosen in the form."""
    case = story()
    outlet = case.documents[0].outlet
    page = next(page for page in PAGES if page.path == "/documents")
    now = state(case)
    assert f'<option value="{outlet}" selected>' in render(page, now, Asked({"outlet": outlet}))
    assert "selected" not in render(page, now, Asked())
    assert "selected" not in render(page, now, Asked({"outlet": '"><script>'}))
