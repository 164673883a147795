"""The bundled story's gold, and its reports read without the program.

``expected.json`` is described in ``examples/README.md``.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

STORY = Path(__file__).parent.parent / "examples" / "tolvek"
REPORTS = STORY / "reports"
FILES = tuple(sorted(REPORTS.iterdir()))


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the story as its file states it."""

    url: str
    publisher: str
    published: str
    title: str
    text: str


@cache
def gold() -> dict[str, Any]:
    """The expected ledger."""
    loaded: dict[str, Any] = json.loads((STORY / "expected.json").read_text(encoding="utf-8"))
    return loaded


@cache
def reports() -> tuple[Report, ...]:
    """Every report of the story, by publication."""
    found = [report for path in FILES for report in READERS[path.suffix](path)]
    return tuple(sorted(found, key=lambda r: (r.published, r.url)))


@cache
def texts() -> dict[str, str]:
    """The text of each report by its short key in the gold."""
    by_key = {(report.url, report.published): report.text for report in reports()}
    return {
        key: by_key[at["url"], at["published"]]
        for key, at in gold()["reports"].items()
        if (at["url"], at["published"]) in by_key
    }


def fragments() -> list[tuple[str, str]]:
    """Every (report key, fragment) that the gold claims to be printed there."""
    claims, story = gold()["claims"], gold()
    mentions = [m for c in claims for m in [*c["mentions"], *c.get("may", [])]]
    conflicts = [*story["conflicts"], *story["conflicts_may"]]
    sides = [
        place for conflict in conflicts for side in ("left", "right") for place in conflict[side]
    ]
    sides += [place for places in story["apart"] for place in places]
    found = [(m["report"], m["text"]) for m in [*mentions, *sides, *story["questions"]]]
    found += [(q["report"], q["text"]) for issue in story["issues"] for q in issue["questions"]]
    for drift in [*story["drift"], *story["drift_may"]]:
        found += [(drift["from"], drift["before"]), (drift["to"], drift["after"])]
    for arrow in story["arrows"]:
        found += [(at["report"], at["text"]) for at in (*arrow["cause"], *arrow["effect"])]
    for cause in story["causes"]:
        found += [(cause["report"], cause["cause"]), (cause["report"], cause["effect"])]
    return found


def _lines(path: Path) -> list[Report]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Report(**{k: row[k] for k in Report.__slots__}) for row in rows]


def _markdown(path: Path) -> list[Report]:
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    return [Report(**{k: v.strip('"') for k, v in fields.items()}, text=text.strip())]


def _page(path: Path) -> list[Report]:
    tree = html.fromstring(path.read_text(encoding="utf-8"))

    def meta(name: str) -> str:
        return str(tree.xpath(f"string(//meta[@property='{name}']/@content)"))

    paragraphs = [p.text_content() for p in tree.xpath("//article//p")]
    return [
        Report(
            url=str(tree.xpath("string(//link[@rel='canonical']/@href)")),
            publisher=meta("og:site_name"),
            published=meta("article:published_time"),
            title=meta("og:title"),
            text="\n\n".join(paragraphs),
        )
    ]


READERS = {".jsonl": _lines, ".md": _markdown, ".html": _page}
