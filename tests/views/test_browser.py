"""The dossier in a real browser: safe, readable without script, and its tools work."""

import shutil
from pathlib import Path
from random import Random

import pytest

from reportedly.views import dossier
from views.case import story
from views.drawn import drawn
from views.hostile import case_of
from views.many import many
from views.travelled import copied

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome on the path")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 400, "height": 800}
HOSTILE = (
    "<script>document.title='run'</script> <img src=x onerror=\"document.title='run'\"> said\n\n"
    "</q></style><svg onload=\"document.title='run'\"> “left” \u202e javascript:alert(1) the post. "
    '<a href="javascript:document.title=\'run\'">x</a> <base href="http://h.example"> denied it.'
)


class Opened:
    """One page in one window, with everything it complained about and asked for."""

    def __init__(self, browser, file: Path, **window):
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.address = file.as_uri()
        self.page = browser.new_page(**window)
        self.page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(self.address)

    def rows(self) -> list[str]:
        """The numbers of the claims in the table that can be seen, in their order."""
        links = self.page.locator("table.claims tbody tr:visible th a.no")
        return links.all_inner_texts()


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        held = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield held
        held.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    cases = {
        "story": story(),
        "many": many(20, Random(2)),
        "hostile": case_of(HOSTILE, Random(4)),
        "long": copied(200),
        "drawn": drawn(12),
        "crowded": drawn(500),
    }
    for name, case in cases.items():
        (folder / f"{name}.html").write_text(dossier.render(case), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in cases}


@pytest.fixture
def opened(browser, files):
    """Opens a page by name; closes its window at the end."""
    held: list[Opened] = []

    def go(name: str, **window) -> Opened:
        held.append(Opened(browser, files[name], **{"viewport": WIDE, **window}))
        return held[-1]

    yield go
    for one in held:
        one.page.close()


@pytest.mark.parametrize("name", ["story", "many", "hostile", "drawn"])
def test_nothing_is_fetched_and_nothing_complained_about(opened, name):
    """One request, the file itself; no error and no breach of the page's own policy."""
    held = opened(name)
    assert [held.address] == held.requests
    assert held.complaints == []


def test_hostile_reports_run_nothing(opened):
    """Markup of a report is printed as text: no script of it ran, no element of it stands."""
    held = opened("hostile")
    for link in held.page.locator("a.open:visible").all()[:2]:
        link.click()
        held.page.keyboard.press("Escape")
    assert held.page.title().startswith("Dossier:")
    assert held.page.locator("img, base, iframe, svg[onload]").count() == 0
    assert held.page.locator("script").count() == 1
    assert held.complaints == []


def test_the_table_is_filtered_by_words_and_by_status(opened):
    """Rows that do not fit are hidden, and how many are left is said."""
    held = opened("story")
    assert held.rows() == ["C1", "C2"]
    held.page.fill("#find", "inventions")
    assert len(held.rows()) == 0
    held.page.fill("#find", "Ministry of DEFENCE")
    assert held.rows() == ["C1"]
    assert held.page.inner_text("#left") == "1 of 2 claims"
    held.page.fill("#find", "")
    held.page.select_option("#status", "denied")
    assert held.rows() == []
    held.page.select_option("#status", "contested")
    assert held.rows() == ["C1"]


def test_the_table_is_sorted(opened):
    """By reports the most first, by origins the fewest first, and back."""
    held = opened("many")
    before = held.rows()
    held.page.select_option("#sort", "reports")
    assert held.rows() != before
    for key in ("reports", "origins", "order"):
        held.page.select_option("#sort", key)
        cells = held.page.locator("table.claims tbody tr")
        found = cells.evaluate_all(f"rows => rows.map(row => Number(row.dataset.{key}))")
        assert sorted(found) == found
    assert held.rows() == before


def test_the_drawer_opens_on_the_words_in_their_report(opened):
    """The paragraph of the report with the statement lit; Close closes it."""
    held = opened("story")
    held.page.locator("#evidence a.open:visible").first.click()
    drawer = held.page.locator("#drawer")
    assert drawer.is_visible()
    lit = drawer.locator(".here").inner_text()
    assert lit == "forty soldiers may have left the garrison at Olm Pass"
    assert "Vesk Courier" in drawer.locator("h3").inner_text()
    drawer.get_by_text("Close").click()
    assert not drawer.is_visible()


def test_a_link_into_a_folded_part_unfolds_it(opened):
    """The report opens where a link leads to it."""
    held = opened("story")
    assert not held.page.locator("#R3 p.text").first.is_visible()
    held.page.locator('a[href="#R3"]:visible').first.click()
    assert held.page.locator("#R3 p.text").first.is_visible()


def test_a_link_to_a_section_leaves_what_is_folded_in_it(opened):
    """The rows of lesser claims stay out of the way until somebody asks for them."""
    held = opened("story")
    held.page.locator('nav a[href="#timeline"]').click()
    assert held.page.locator("#timeline tbody:visible").count() == 2
    held.page.locator("#timeline summary").click()
    assert held.page.locator("#timeline tbody:visible").count() == 3


def test_without_script_everything_can_be_read(opened):
    """Claims, voices, grades, evidence and reports are there; only the tools are not."""
    held = opened("story", java_script_enabled=False)
    assert not held.page.locator("form.tools").is_visible()
    assert held.rows() == ["C1", "C2"]
    for words in (
        "8 reports from 7 outlets",
        "between 2 and 3 origins",
        "a senior official",
        "The way it",
    ):
        assert held.page.get_by_text(words).first.is_visible()
    folded = held.page.locator("#R3 > summary")
    folded.click()
    assert held.page.locator("#R3 p.text").first.is_visible()


@pytest.mark.parametrize("name", ["story", "many", "hostile", "long", "drawn", "crowded"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_without_sideways_scrolling(opened, name, scheme):
    """At 400 pixels no part of the page is wider than the window; drawings scroll by themselves."""
    held = opened(name, viewport=NARROW, color_scheme=scheme)
    assert held.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


@pytest.mark.parametrize("name", ["story", "many", "long", "drawn", "crowded"])
def test_nothing_is_cut_off_on_a4(opened, name):
    """Within the margins of A4 (703 pixels) the printed page needs no more width."""
    held = opened(name, viewport={"width": 703, "height": 1000})
    held.page.emulate_media(media="print")
    assert held.page.evaluate("document.documentElement.scrollWidth") == 703


def test_copies_open_without_script(opened):
    """The folded reports are named once somebody asks for them."""
    held = opened("long", java_script_enabled=False, viewport=NARROW)
    folded = held.page.locator(".way details").first
    assert not folded.get_by_text("Outlet 199").is_visible()
    folded.locator("summary").click()
    assert folded.get_by_text("Outlet 199").is_visible()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_lanes_are_as_high_as_their_lines_and_stand_clear_of_the_words(opened, media):
    """So that a lane goes on from line to line, at any width."""
    held = opened("story", viewport=NARROW)
    held.page.emulate_media(media=media)
    for line in held.page.locator(".way > li:visible").all():
        whole, drawn = line.bounding_box(), line.locator("svg").bounding_box()
        assert abs(whole["height"] - drawn["height"]) < 1
        words = line.locator("p, ul").first
        if words.count():
            assert words.bounding_box()["x"] > drawn["x"] + drawn["width"]


@pytest.mark.parametrize("name", ["story", "long", "drawn", "crowded", "hostile"])
@pytest.mark.parametrize("window", [WIDE, NARROW])
def test_words_in_drawings_have_room(opened, name, window):
    """None is wider than the box or the column that it stands in."""
    held = opened(name, viewport=window)
    cut = held.page.evaluate("""() => [...document.querySelectorAll("svg.drawn svg text")]
        .filter(text => text.ownerSVGElement.getAttribute("class") !== "at")
        .filter(text => text.getBoundingClientRect().width > 0)
        .filter(text => text.getBoundingClientRect().width >
                        text.ownerSVGElement.width.baseVal.value + 0.5)
        .map(text => text.textContent)""")
    assert cut == []


@pytest.mark.parametrize("name", ["story", "long", "drawn", "crowded"])
def test_what_scrolls_by_itself_can_be_scrolled_by_keyboard(opened, name):
    """A drawing that is wider than a phone takes the focus, under a name."""
    held = opened(name, viewport=NARROW)
    without = held.page.evaluate("""() => [...document.querySelectorAll(".wide")]
        .filter(part => part.scrollWidth > part.clientWidth)
        .filter(part => part.tabIndex !== 0 || !part.getAttribute("aria-label"))
        .map(part => part.innerHTML)""")
    assert without == []


@pytest.mark.parametrize("name", ["story", "drawn"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_are_seen_on_either_ground_and_told_to_whoever_hears_them(opened, name, scheme):
    """Lines and words have the colour of the page's own words; each drawing has its two names."""
    held = opened(name, color_scheme=scheme)
    ink = held.page.evaluate("getComputedStyle(document.body).color")
    drawings = held.page.locator("svg[role=img]")
    assert drawings.count() > 0
    for drawing in drawings.all():
        named = drawing.get_attribute("aria-labelledby").split()
        assert len(named) == 2
        assert all(held.page.locator(f"[id='{one}']").text_content() for one in named)
        assert drawing.locator("a").count() == 0
        colours = drawing.evaluate("""svg => [...svg.querySelectorAll(".ct, .pr, .ps, .uu")]
            .map(line => getComputedStyle(line).stroke)""")
        assert set(colours) <= {ink}
