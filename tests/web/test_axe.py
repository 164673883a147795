"""Every page by the rules of axe-core: nothing serious, light and dark."""

import pytest

from reportedly.shelf import Shelf
from views.case import story
from web.browsing import NARROW, NEEDS_BROWSER, WIDE, addresses
from web.server import serving

sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = NEEDS_BROWSER
GRAVE = ("serious", "critical")
EVERYTHING, CONTRAST = {}, {"runOnly": ["color-contrast"]}


@pytest.fixture(scope="module")
def small(story_file):
    """The hand-made case of eight reports: every kind of record, and short pages."""
    with serving(story_file) as server:
        yield server


def findings(page, options) -> list[str]:
    """What axe finds grave, each with the first element it is about."""
    rules = {"resultTypes": ["violations"], **options}
    found = sync_playwright.Axe().run(page, options=rules).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in GRAVE]


def judged(reader, path: str) -> list[str]:
    """The page with everything unfolded: all rules in the light, contrast again in the dark."""
    page = reader.open(path).page
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.emulate_media(color_scheme="light")
    light = findings(page, EVERYTHING)
    page.emulate_media(color_scheme="dark")
    return [f"{path} {one}" for one in (*light, *findings(page, CONTRAST))]


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_grave_is_found_on_any_page(at, small, window):
    reader = at(small, viewport=window)
    paths = (
        [*addresses(Shelf(story())), "/enter", "/dossier"] if window is WIDE else ["/", "/claims"]
    )
    assert [one for path in paths for one in judged(reader, path)] == []


def test_what_is_grave_would_be_found(at, small):
    """The check itself: a picture without words, and grey on grey."""
    page = at(small).page
    page.evaluate("""() => {
        const p = document.querySelector('main p');
        p.style.color = p.style.background = '#777777';
        document.querySelector('main').append(document.createElement('img'));
    }""")
    found = " ".join(findings(page, EVERYTHING))
    assert "image-alt" in found
    assert "color-contrast" in found
