"""Makes docs/dossier.png and docs/lineage.png: the dossier of the bundled story, 1280 pixels wide.

The first is the top of it, the second the way of its leading claim.

    python docs/pictures.py [SOURCE ...]

Needs Chromium or Chrome on the path; nothing is fetched.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reportedly import documents, pipeline
from reportedly.model import Kept, Skipped
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
    case = pipeline.compare(reports, pipeline.read(reports), skipped)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "dossier.html"
        html = dossier.render(case)
        page.write_text(html, encoding="utf-8")
        picture(page, HERE / "dossier.png")
        page.write_text(alone(html, "article"), encoding="utf-8")
        picture(page, HERE / "lineage.png")


def alone(html: str, tag: str) -> str:
    """The page with nothing but its first element of that kind."""
    head, end = html.partition("<body>")[0], f"</{tag}>"
    start = html.index(f"<{tag}")
    return f"{head}<body>{html[start : html.index(end, start)]}{end}</body></html>"


def picture(page: Path, target: Path) -> None:
    """The top of ``page`` as a PNG, in the light colours."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise SystemExit(f"none of {', '.join(BROWSERS)} is installed")
    subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", "--force-device-scale-factor=1",
            f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={target}", page.as_uri(),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    print(target)


if __name__ == "__main__":
    main(sys.argv[1:])
