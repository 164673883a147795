"""Makes the pictures in docs/, 1280 pixels wide, from the bundled story.

dossier.png is the top of its dossier, lineage.png the way of its leading claim, causes.png its map
of causes; web-*.png are seven pages of its ledger as ``reportedly serve`` shows them.

    python docs/pictures.py [SOURCE ...]

Needs Chromium or Chrome on the path; nothing is fetched.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from reportedly import documents, pipeline
from reportedly.ledger import opened
from reportedly.model import Case, Kept, Skipped
from reportedly.views import dossier

HERE = Path(__file__).parent
STORY = HERE.parent / "examples" / "tolvek" / "reports"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 1260


def main(sources: list[str]) -> None:
    """Read ``sources`` (the bundled story by default) and take the picture."""
    loaded = list(documents.load(sources or [str(STORY)]))
    reports = [one.document for one in loaded if isinstance(one, Kept)]
    skipped = [one for one in loaded if isinstance(one, Skipped)]
    case = replace(pipeline.compare(reports, pipeline.read(reports)), skipped=tuple(skipped))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "dossier.html"
        html = dossier.render(case)
        page.write_text(html, encoding="utf-8")
        picture(page, HERE / "dossier.png")
        element(page, "#causes .pictures", HERE / "causes.png")
        page.write_text(alone(html, "article"), encoding="utf-8")
        picture(page, HERE / "lineage.png")
        served(case, Path(folder) / "case.db")


def served(case: Case, where: Path) -> None:
    """Pictures of seven pages of a ledger that holds ``case``."""
    with opened(str(where)) as ledger:
        ledger.record(case, "pictures")
    asked = [sys.executable, "-m", "reportedly", "serve", "-l", str(where), "--port", "0"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline().split()[-1] if server.stdout else ""
        try:
            _served(address, _pages(case))
        finally:
            server.terminate()


def _pages(case: Case) -> dict[str, str]:
    leading = case.gathering.claims[0]
    return {
        "story": "/", "claims": "/claims", "claim": f"/claims/{leading.id}",
        "report": f"/documents/{leading.text.document}", "timeline": "/timeline",
        "rule": f"/rule/{leading.id}", "hypotheses": "/hypotheses",
    }  # fmt: skip


def _served(address: str, pages: dict[str, str]) -> None:
    home = address.partition("/?")[0]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 1000})
        page.goto(address)
        for name, path in pages.items():
            page.goto(home + path)
            page.screenshot(path=HERE / f"web-{name}.png")
            print(HERE / f"web-{name}.png")


def element(page: Path, selector: str, target: Path) -> None:
    """One element of ``page`` as a PNG, as high as it is."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": 1000})
        shown.goto(page.as_uri())
        shown.locator(selector).screenshot(path=target)
    print(target)


def chromium() -> str:
    """The browser on the path; SystemExit where there is none."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise SystemExit(f"none of {', '.join(BROWSERS)} is installed")
    return browser


def alone(html: str, tag: str) -> str:
    """The page with nothing but its first element of that kind."""
    head, end = html.partition("<body>")[0], f"</{tag}>"
    start = html.index(f"<{tag}")
    return f"{head}<body>{html[start : html.index(end, start)]}{end}</body></html>"


def picture(page: Path, target: Path) -> None:
    """The top of ``page`` as a PNG, in the light colours."""
    subprocess.run(
        [
            chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", "--force-device-scale-factor=1",
            f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={target}", page.as_uri(),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    print(target)


if __name__ == "__main__":
    main(sys.argv[1:])
