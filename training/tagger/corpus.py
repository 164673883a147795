"""The corpora that a fit learns from."""

import hashlib
import json
import random
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from .texts import Causal, Marked, Pair, Relation, Text, View


def polnear(folder: Path, inner: Path | None = None) -> list[Text]:
    """PolNeAR's documents in an order that has nothing to do with their outlets or dates.

    ``inner`` names a file of cues within contents, which the corpus does not mark: what
    ``training/inner.py`` read.
    """
    found = []
    within = json.loads(inner.read_text(encoding="utf-8"))["polnear"] if inner else {}
    for path in (folder / "text").glob("*.txt"):
        notes = (folder / "attributions").glob(f"{path.stem}*.ann")
        views = [_view(p) for p in sorted(notes) if p.stem.rsplit("_", 1)[0] == path.stem]
        if inner:
            pairs = tuple((a, b) for a, b in within[path.stem])
            views = [replace(view, inner=pairs) for view in views]
        found.append(Text(path.stem, path.read_bytes().decode(), tuple(views)))
    return sorted(found, key=lambda t: hashlib.sha256(t.name.encode()).digest())


def _view(path: Path) -> View:
    marks: dict[str, list[Pair]] = {}
    hidden: list[Pair] = []
    found = []
    for line in path.read_bytes().decode().split("\n"):
        head, _, rest = line.rstrip("\r").partition("\t")
        if re.fullmatch(r"T\d+", head):
            kind, _, offsets = rest.partition("\t")[0].partition(" ")
            marks[head] = [(int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", offsets)]
            hidden += marks[head] if kind == "Discard" else []
        elif re.fullmatch(r"E\d+", head):
            roles: dict[str, list[Pair]] = defaultdict(list)
            for part in rest.split():
                role, _, mark = part.partition(":")
                roles[role.rstrip("0123456789")] += marks.get(mark, [])
            one = [tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")]
            if one[1] or one[2]:
                found.append(Marked(*one))
    return View(tuple(found), tuple(hidden))


def news(path: Path) -> list[Text]:
    """The reports of News Cluster, in which nothing is marked."""
    return _plain("news", path)


def bodies(path: Path) -> list[Text]:
    """The articles of FNC-1, likewise."""
    return _plain("fnc1", path)


def _plain(corpus: str, path: Path) -> list[Text]:
    return [Text(f"{corpus} {row['id']}", row["text"], (View(None),)) for row in _rows(path)]


def causal_news(folder: Path) -> list[Text]:
    """The sentences of the Causal News Corpus, each a text, in an order without meaning."""
    related: dict[str, list[Relation]] = defaultdict(list)
    for row in _rows(folder / "train_subtask2.jsonl"):
        related[row["text"]].append(_relation(row["text_w_pairs"]))
    found = []
    for row in _rows(folder / "train_subtask1.jsonl"):
        text = row["text"]
        relations = tuple(sorted(related.get(text, []), key=lambda r: sorted((r.cause, r.effect))))
        causal = (Causal((0, len(text)), relations),)
        found.append(Text(row["index"], text, (View(None, (), causal),)))
    return sorted(found, key=lambda t: hashlib.sha256(t.name.encode()).digest())


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _relation(marked: str) -> Relation:
    """``<ARG0>`` is the cause, ``<ARG1>`` the effect; signals are numbered."""
    spans: dict[str, list[Pair]] = defaultdict(list)
    begun: dict[str, int] = {}
    length, at = 0, 0
    for match in re.finditer(r"<(/?)(ARG[01]|SIG\d)>", marked):
        length += match.start() - at
        at = match.end()
        if match[1]:
            spans[match[2] if match[2][0] == "A" else "SIG"].append((begun[match[2]], length))
        else:
            begun[match[2]] = length
    return Relation(spans["ARG0"][0], spans["ARG1"][0], tuple(sorted(spans["SIG"])))


def mixed(texts: list[Text], chance: random.Random) -> list[Text]:
    """:func:`grouped`, in another order each time."""
    return grouped(chance.sample(texts, len(texts)))


def grouped(texts: list[Text], most: int = 4) -> list[Text]:
    """Texts of one sentence, some of them set one behind another as in a report."""
    found, at = [], 0
    while at < len(texts):
        count = 1 if len(found) % 2 else 2 + len(found) // 2 % (most - 1)
        found.append(_together(texts[at : at + count], "\n" if len(found) % 4 else " "))
        at += count
    return found


def _together(texts: list[Text], between: str) -> Text:
    whole, causal = "", []
    for text in texts:
        start = len(whole) + len(between) if whole else 0
        whole = whole + between + text.text if whole else text.text
        causal += [_moved(one, start) for one in text.views[0].causal or ()]
    return Text(" ".join(t.name for t in texts), whole, (View(None, (), tuple(causal)),))


def _moved(one: Causal, by: int) -> Causal:
    def on(pair: Pair) -> Pair:
        return pair[0] + by, pair[1] + by

    relations = (
        Relation(on(r.cause), on(r.effect), tuple(map(on, r.signal))) for r in one.relations
    )
    return Causal(on(one.sentence), tuple(relations))
