"""Real reports of ``stories`` and ``news_cluster`` as documents, with readings that are kept."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from reportedly import engines, readings
from reportedly.cache import Cache
from reportedly.documents.raw import Fields, Raw
from reportedly.documents.record import keep
from reportedly.model import Document, Kept, Reading

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
Name = tuple[str, str]
"""A report's corpus and its id there."""


def _lines(name: str) -> Iterator[dict]:  # type: ignore[type-arg]
    for line in (CORPORA / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@cache
def stories() -> dict[tuple[str, str], list[Name]]:
    """Names of the reports of every story; a report that tells two stands in the first."""
    held: dict[tuple[str, str], list[Name]] = {}
    seen: set[str] = set()
    for story in _lines("stories/train.jsonl"):
        for one in story["reports"]:
            if one["body"] not in seen:
                seen.add(one["body"])
                held.setdefault(("stories", story["claim"]), []).append(("stories", one["body"]))
    for row in _lines("news_cluster/articles.jsonl"):
        held.setdefault(("news_cluster", str(row["event"])), []).append(("news_cluster", row["id"]))
    return held


@cache
def documents() -> dict[Name, Document]:
    """Every report as a document; ``stories`` state no publisher, address or date."""
    found: dict[Name, Document] = {}
    for row in _lines("fnc1/bodies.jsonl"):
        found["stories", row["id"]] = _document(row["id"], Fields(row["text"]))
    for row in _lines("news_cluster/articles.jsonl"):
        fields = Fields(row["text"], row["title"], row["url"], row["publisher"],
                        published=row["published"])  # fmt: skip
        found["news_cluster", row["id"]] = _document(row["id"], fields)
    return found


def _document(name: str, fields: Fields) -> Document:
    kept = keep(Raw(name, name.encode()), fields)
    assert isinstance(kept, Kept)
    return kept.document


def read(held: Iterable[Document], folder: Path | None, jobs: int = 2) -> dict[str, Reading]:
    """Readings by document; those kept in ``folder`` are not made again."""
    asked = list({d.id: d for d in held}.values())
    cache_ = Cache.at(folder, readings.identity(readings.DEFAULT)) if folder else None
    known = {d.id: kept for d in asked if cache_ and (kept := cache_.get(d))}
    todo = [d for d in asked if d.id not in known]
    for document, reading in zip(
        todo, engines.run(readings.read, todo, engines.Workers(jobs)), strict=True
    ):
        known[document.id] = reading
        if cache_:
            cache_.put(document, reading)
    return known
