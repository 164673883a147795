"""What Debian's chromium makes of pages that a real server serves is read as what they say."""

import re
import shutil
import subprocess

import pytest

from documents.real.serving import Site, answer, put, read
from documents.real.stories import BRIDGE, LONG, QUAY, missing, page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
STORIES = {"quay": QUAY, "long": LONG, "bridge": BRIDGE}

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")


@pytest.fixture(scope="module")
def site():
    with Site() as served:
        for name, story in STORIES.items():
            served.pages[f"/{name}"] = answer(page(story), content_type="text/html")
        yield served


def chromium(tmp_path, *options):
    """What the browser says on standard output."""
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    shared = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", profile]
    done = subprocess.run([*shared, *options], capture_output=True, timeout=180, check=True)
    return done.stdout


def snapshot(address):
    """The page as the browser saves it in one file."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driving:
        held = driving.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            shown = held.new_page()
            shown.goto(address)
            session = shown.context.new_cdp_session(shown)
            return session.send("Page.captureSnapshot", {"format": "mhtml"})["data"]
        finally:
            held.close()


@pytest.mark.parametrize("name", STORIES)
def test_a_page_printed_as_pdf_has_its_paragraphs_and_no_date_but_that_of_the_printing(
    site, tmp_path, name
):
    story, made = STORIES[name], tmp_path / f"{name}.pdf"
    chromium(tmp_path, f"--print-to-pdf={made}", site.at(f"/{name}"))
    (found,), skipped = read(site, put(site, made))
    assert missing(story, found.text) == []
    assert skipped == []
    assert found.title == f"{story.title} | {story.outlet}"
    assert found.published is None
    assert found.retrieved
    if name == "long":
        printed = site.at("/long")
        assert printed not in found.text, "the foot that the browser prints is in the text"


@pytest.mark.parametrize("name", STORIES)
def test_a_page_saved_as_mhtml_is_the_page_with_where_and_when(site, tmp_path, name):
    story, made = STORIES[name], tmp_path / f"{name}.mhtml"
    made.write_text(snapshot(site.at(f"/{name}")), encoding="utf-8", newline="")
    (found,), _ = read(site, put(site, made))
    assert found.text.split("\n\n") == [*story.paragraphs]
    assert (found.title, found.publisher, found.byline, found.published) == (
        story.title, story.outlet, story.byline, story.published,
    )  # fmt: skip
    assert found.url == site.at(f"/{name}")
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", found.retrieved)


@pytest.mark.parametrize("name", STORIES)
def test_a_page_as_the_browser_holds_it_is_the_page(site, tmp_path, name):
    story, made = STORIES[name], tmp_path / f"{name}.html"
    made.write_bytes(chromium(tmp_path, "--dump-dom", site.at(f"/{name}")))
    assert b'data-read="yes"' in made.read_bytes(), "the page was not run"
    (found,), _ = read(site, put(site, made))
    (served,), _ = read(site, site.at(f"/{name}"))
    assert found.text.split("\n\n") == [*story.paragraphs]
    assert (found.text, found.title, found.publisher, found.published) == (
        served.text, served.title, served.publisher, served.published,
    )  # fmt: skip
