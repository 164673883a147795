"""A reader at a browser: everything it complained about and asked for is kept, and judged."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from reportedly.shelf import Shelf
from reportedly.views.pages import PAGES
from web.server import Server

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
NEEDS_BROWSER = pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome on the path")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 400, "height": 800}
LONG = 60_000
"""Milliseconds that a ruling may take to be worked out beside other tests."""


@contextmanager
def chromium() -> Iterator[object]:
    """The browser, without a window."""
    with sync_api.sync_playwright() as playwright:
        held = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield held
        held.close()


@dataclass
class Reader:
    """One person in one window of their own."""

    server: Server
    page: object
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, browser, server: Server, **window) -> "Reader":
        context = browser.new_context(**{"viewport": WIDE, **window})
        context.set_default_timeout(20_000)
        made = cls(server, context.new_page())
        made.page.on("console", lambda m: m.type == "error" and made.complaints.append(m.text))
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.on("request", lambda request: made._request(request.url))
        made.page.on("response", made._answer)
        return made

    def _request(self, url: str) -> None:
        if url != "data:," and not url.startswith(self.server.root + "/"):
            self.outside.append(url)

    def _answer(self, answer) -> None:
        if answer.status >= 400:
            self.refused.append(f"{answer.status} {answer.url}")

    def judge(self) -> None:
        """Nothing was complained about, nothing asked of anybody else, nothing refused."""
        assert (self.complaints, self.outside, self.refused) == ([], [], [])

    def open(self, path: str = "") -> "Reader":
        """A page by its path; without one the printed address."""
        self.page.goto(self.server.root + path if path else self.server.address)
        return self

    def press(self, name: str, role: str = "button") -> None:
        """Press a button, or follow a link, by the words on it; the page that it leads to is there.

        A click alone returns while the page before, or only a part of the next, can be read.
        """
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=True).first.click()

    def follow(self, selector: str) -> str:
        """Follow the first link that fits and can be seen; where it leads."""
        link = self.page.locator(f"{selector}:visible").first
        leads = link.get_attribute("href")
        link.click()
        self.page.wait_for_url(lambda url: url != "about:blank" and url.endswith(leads))
        return leads

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.server.root)

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return " ".join(self.page.locator("main").inner_text().split())

    def settled(self) -> str:
        """Wait until the ruling of this page is worked out; what the page says then."""
        waiting = self.page.get_by_text("not worked out yet")
        sync_api.expect(waiting).to_have_count(0, timeout=LONG)
        return self.text

    def is_wide(self) -> bool:
        """Whether the page itself must be scrolled sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth > innerWidth")


def addresses(shelf: Shelf) -> list[str]:
    """Every page of PAGES once, about the first record where it is about one."""
    claim, report = shelf.claims[0].id, next(iter(shelf.documents))
    actor = shelf.case.gathering.actors[0].id
    ids = {"/claims/{id}": claim, "/rule/{id}": claim, "/why/{id}": claim,
           "/documents/{id}": report, "/documents/{id}/versions": report,
           "/actors/{id}": actor}  # fmt: skip
    held = [page.path.replace("{id}", ids.get(page.path, "{id}")) for page in PAGES]
    asked = [path.replace("/search", "/search?q=garrison") for path in held]
    return [path for path in asked if path != "/rulings/{id}"]
