"""Pages of a bank, from stories, layouts and furniture: the same bytes every time.

    python benchmarks/pages/make.py --bank a -o FOLDER

writes every page as a file of its own and ``gold.jsonl`` with one line a page (README.md has its
fields).
"""

import argparse
import json
import re
import sys
import tomllib
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

HERE = Path(__file__).resolve().parent
if __package__ in {None, ""}:
    sys.path.insert(0, str(HERE.parent))

from pages.head import Head  # noqa: E402 - found beside this file when it is run as a script
from pages.sheet import Sheet  # noqa: E402
from pages.story import Story, load, plain  # noqa: E402

BANKS = ("a", "b")
PLACES = ("meta", "jsonld", "time", "byline", "address", "text")
NAMES = ("og", "jsonld", "suffix", "logo", "shown")
LARGEST_CHUNK = 90
HELPERS = (
    "no", "maybe", "draw", "one", "has", "dated", "named", "when", "stray", "block", "live",
    "liveposts", "notes", "script", "style", "drawing", "data", "jsonld",
)  # fmt: skip
"""What a layout calls by its own name."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What a reader should give for one page; README.md says by which rule."""

    id: str
    layout: str
    url: str
    fetched: bool
    title: list[str]
    byline: list[str]
    published: str | None
    dated: list[str]
    updated: str | None
    publisher: list[str]
    paragraphs: list[str]
    optional: list[str]
    within: list[str]
    without: list[str]
    stub: bool
    wall: bool
    entries: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as served: its bytes, the name of its file, its gold."""

    name: str
    data: bytes = field(repr=False)
    gold: Gold


def pages(bank: str) -> list[Page]:
    """Every page of a bank, in the order of its list."""
    folder = HERE / bank
    lines = tomllib.loads((folder / "pages.toml").read_text(encoding="utf-8"))
    furniture = tomllib.loads((folder / "furniture.toml").read_text(encoding="utf-8"))
    stories = {path.stem: load(path) for path in sorted((folder / "stories").glob("*.txt"))}
    return [
        _page(
            folder, line | {"id": f"{bank}{number:02}"}, stories[line["story"]], furniture, number
        )
        for number, line in enumerate(lines["page"], 1)
    ]


def _page(
    folder: Path, line: dict[str, Any], story: Story, furniture: dict[str, Any], number: int
) -> Page:
    line.setdefault("fetched", number % 2 == 0)
    outlet = furniture["outlet"][line["outlet"]]
    sheet = Sheet(line, story, outlet, furniture["pieces"], _address(line, story, outlet))
    sheet.maybe(story.title)
    if story.deck:
        sheet.maybe(story.deck)
    html = _layouts(folder).get_template(line["layout"] + ".html").render(
        p=line, s=story, o=outlet, head=Head(sheet), sheet=sheet,
        **{name: getattr(sheet, name) for name in HELPERS},
    )  # fmt: skip
    data = html.encode(line.get("charset", "utf-8"), "xmlcharrefreplace")
    return Page(f"{line['id']}-{line['layout']}.html", data, _gold(sheet))


@cache
def _layouts(folder: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder / "layouts"),
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )  # fmt: skip


def _address(line: dict[str, Any], story: Story, outlet: dict[str, Any]) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", story.title.lower())[:7])
    path = line.get("path", outlet.get("path", "/news/{slug}"))
    if line.get("published"):
        path = datetime.fromisoformat(line["published"]).strftime(path)
    return f"https://{line.get('at', outlet['host'])}{path.replace('{slug}', slug)}"


def _gold(sheet: Sheet) -> Gold:
    line, story = sheet.page, sheet.story
    dated = _dated(sheet)
    updated = any(sheet.dated(f"{place} updated") for place in PLACES)
    wall = line.get("wall", False)
    return Gold(
        id=line["id"],
        layout=line["layout"].split("_")[0],
        url=sheet.address,
        fetched=line["fetched"],
        title=[]
        if wall or line.get("untitled")
        else [story.title, *filter(None, [line.get("window")])],
        byline=list(story.by) if line.get("signed", True) else [],
        published=line["published"] if dated else None,
        dated=dated,
        updated=line["updated"] if updated else None,
        publisher=_publisher(sheet),
        paragraphs=sheet.kept,
        optional=sheet.free,
        within=_within(sheet),
        without=_without(sheet),
        stub=line.get("stub", False),
        wall=wall,
        entries=sheet.entries,
    )


def _dated(sheet: Sheet) -> list[str]:
    """Where the page dates itself; a day in an address that is known counts too."""
    line = sheet.page
    path = line.get("path", sheet.outlet.get("path", ""))
    told = "%d" in path and (line["fetched"] or line.get("canonical", True))
    return [p for p in PLACES if sheet.dated(p) or (p == "address" and told)]


def _publisher(sheet: Sheet) -> list[str]:
    """Spellings that count: of an outlet named somewhere, of a host, or none."""
    if any(sheet.named(place) for place in NAMES):
        return [sheet.outlet["name"], *sheet.outlet.get("also", [])]
    return [sheet.outlet["host"]] if sheet.named("host") else []


def _within(sheet: Sheet) -> list[str]:
    """Up to three pieces of the article that must be in the text: of its start, middle, end."""
    held = [piece for piece in sheet.kept if piece not in sheet.noted]
    at = sorted({0, len(held) // 2, len(held) - 1}) if held else []
    return list(dict.fromkeys(_chunk(held[i]) for i in at))


def _chunk(words: str) -> str:
    if len(words) <= LARGEST_CHUNK:
        return words
    start = words.find(" ", len(words) // 3) + 1
    return words[start : start + LARGEST_CHUNK].rsplit(" ", 1)[0]


def _without(sheet: Sheet) -> list[str]:
    """Up to five pieces of furniture, none of which is in the article, its title or deck."""
    own = " ".join((*sheet.kept, *sheet.free, *(plain(b.text) for b in sheet.story.blocks)))
    held = [piece for piece in dict.fromkeys(sheet.barred) if len(piece) > 12 and piece not in own]
    return sorted(sheet.rng("without").sample(held, min(5, len(held))))


def write(bank: str, folder: Path) -> list[Page]:
    """The pages of a bank as files in ``folder``, with their gold beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages(bank)
    for page in made:
        (folder / page.name).write_bytes(page.data)
    rows = [json.dumps({"file": p.name} | asdict(p.gold), ensure_ascii=False) for p in made]
    (folder / "gold.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return made


def main() -> None:
    """Write a bank's pages and their gold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", choices=BANKS, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    asked = parser.parse_args()
    made = write(asked.bank, asked.output)
    print(f"{len(made)} pages, {sum(len(p.data) for p in made) / 1e6:.1f} MB, in {asked.output}")


if __name__ == "__main__":
    main()
