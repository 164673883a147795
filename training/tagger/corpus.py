"""Texts with marked attributions: PolNeAR's brat files, and invented reports with inline marks."""

import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportedly.model import Span
from reportedly.readings.tagger.contents import again, inside

Pair = tuple[int, int]

_OPEN = re.compile(r"\{((?:[SCT]\d+(?:<\d+)?)+)[ \t]?")
_LABEL = re.compile(r"([SCT])(\d+)(?:<(\d+))?")
_ROLES = {"S": "source", "C": "cue", "T": "content"}


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution; pairs are code points into its text.

    ``depth`` counts the contents that hold its cue. ``carrier`` is the cue of who passes it on
    beside it: of the Post in "the Post said, citing two officers". None where that is not known.
    """

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]
    depth: int = 0
    carrier: tuple[Pair, ...] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What causes what: pairs of code points; a signal may be absent or in several pieces."""

    cause: Pair
    effect: Pair
    signal: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Causal:
    """One sentence, and what it says to cause what; nothing where it is not causal."""

    sentence: Pair
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a cue does, on which side, how sure, and what it denies ("-" where that is nothing)."""

    cue: tuple[Pair, ...]
    act: str
    stance: str
    factuality: str
    denial: str


@dataclass(frozen=True, slots=True)
class Committed:
    """How far the voice that speaks of it commits itself to the event that a word names."""

    place: Pair
    factuality: str


@dataclass(frozen=True, slots=True)
class View:
    """What one annotator marked; nothing is to be learnt from ``hidden`` stretches.

    ``marked`` is None where attributions were not marked, ``causal`` where causes were not,
    ``inner`` where the cues within contents were not. Of ``judged`` and ``committed`` there are
    some, never all.
    """

    marked: tuple[Marked, ...] | None
    hidden: tuple[Pair, ...] = ()
    causal: tuple[Causal, ...] | None = None
    inner: tuple[Pair, ...] | None = None
    judged: tuple[Judgement, ...] = ()
    committed: tuple[Committed, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text with one view or several."""

    name: str
    text: str
    views: tuple[View, ...]


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
    every = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Text(f"news {row['id']}", row["text"], (View(None),)) for row in every]


def labelled(texts: list[Text], folder: Path, which: str = "") -> list[Text]:
    """``texts`` with our labels of their cues and events: ``cues.tsv`` and ``events.tsv``.

    Both hold the name of a text, offsets as ``1-5,9-12``, and labels; no text. ``which`` is what
    stands before ``.tsv``: ``_held_back`` for those that no fit sees.
    """
    judged, committed = defaultdict(list), defaultdict(list)
    for name, cue, *labels in _table(folder / f"cues{which}.tsv"):
        judged[name].append(Judgement(_pairs(cue), *labels))
    for name, place, value in _table(folder / f"events{which}.tsv"):
        committed[name].append(Committed(_pairs(place)[0], value))
    return [
        replace(
            text,
            views=tuple(
                replace(v, judged=tuple(judged[text.name]), committed=tuple(committed[text.name]))
                for v in text.views
            ),
        )
        for text in texts
    ]


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _pairs(printed: str) -> tuple[Pair, ...]:
    return tuple((int(a), int(b)) for a, b in re.findall(r"(\d+)-(\d+)", printed))


def read_before(path: Path | None) -> dict[str, list[Marked]]:
    """What ``training/inner.py`` read in the texts of denials, by name."""
    every = json.loads(path.read_text(encoding="utf-8")) if path else {}
    return {
        name: [Marked(*(tuple(map(tuple, part)) for part in one)) for one in found]
        for name, found in every.get("denials", {}).items()
    }


def denials(path: Path, others: dict[str, list[Marked]]) -> list[Text]:
    """Invented texts with one cue that denies, or seems to, and its labels.

    They mark one attribution each; ``others`` holds those that a text may have besides, and
    nothing is learnt of where these are.
    """
    found = []
    for number, (denial, stance, act, value, text) in enumerate(_table(path)):
        plain, spans = one_marked(text)
        name, cue = f"{path.stem} {number}", tuple(spans["C"])
        only = _only(spans, others.get(name, []))
        view = View(None) if stance == "silent" and not spans["T"] else only
        label = "-" if denial in {"none", "silence"} else denial
        judged = () if stance == "-" else (Judgement(cue, act, stance, value, label),)
        found.append(Text(name, plain, (replace(view, judged=judged),)))
    return found


def one_marked(marked: str) -> tuple[str, dict[str, list[Pair]]]:
    """A text with one attribution, its roles marked by ``{S …}``, ``{C …}`` and ``{T …}``."""
    marks = _read_marks(re.sub(r"\{([SCT]) ", r"{\g<1>1 ", marked))
    return "".join(marks.text), {role: sorted(marks.spans.get((1, role), [])) for role in _ROLES}


def _only(spans: dict[str, list[Pair]], others: list[Marked]) -> View:
    own = [pair for pairs in spans.values() for pair in pairs]
    hidden = [
        pair
        for one in others
        if not any(a < d and c < b for a, b in spans["C"] for c, d in one.cue)
        for pair in (*one.source, *one.cue, *one.content)
        if not any(a < pair[1] and pair[0] < b for a, b in own)
    ]
    roles = (tuple(spans[role]) for role in "SCT")
    marked = (Marked(*roles),) if spans["T"] else ()
    return View(marked, tuple(hidden))


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


def invented(folder: Path) -> list[Text]:
    """The reports of every ``.txt`` in ``folder``, each headed ``# number | style``."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"(?m)^(?=# \d+ \|)", path.read_text(encoding="utf-8")):
            head, _, body = block.partition("\n")
            if head.startswith("# "):
                text, marked = parse(body.strip("\n"))
                view = View(marked, inner=_inner(marked, 0))
                found.append(Text(f"{path.stem} {head[2:]}", text, (view,)))
    return found


def _inner(marked: tuple[Marked, ...], depth: int) -> tuple[Pair, ...]:
    return tuple(pair for one in marked if one.depth > depth for pair in one.cue)


def parse(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its marks, and what they mark; raises ValueError where marks are wrong.

    ``{S1 …}`` is the source of attribution 1, ``{C1 …}`` its cue, ``{T1 …}`` its content,
    ``{T1T2 …}`` the content of both; ``{C2<1 …}`` puts 2 within 1, as brackets around it would.
    """
    marks = _read_marks(marked)
    text = "".join(marks.text)
    for (_, role), pairs in marks.spans.items():
        if role == "T":
            pairs[0] = (_with_that(text, pairs[0][0]), pairs[0][1])
    return text, tuple(_gathered(marks.spans, marks.above))


def _read_marks(marked: str) -> "_Marks":
    marks = _Marks()
    at = 0
    while at < len(marked):
        match = _OPEN.match(marked, at)
        if match:
            marks.open(match[1])
            at = match.end()
            continue
        if marked[at] == "}":
            marks.close()
        else:
            marks.text.append(marked[at])
        at += 1
    if marks.held:
        raise ValueError(f"a mark does not end: {marks.held[-1][0]}")
    return marks


@dataclass(slots=True)
class _Marks:
    """What was read so far: characters, spans by number and letter, what is within what."""

    text: list[str] = field(default_factory=list)
    spans: dict[tuple[int, str], list[Pair]] = field(default_factory=lambda: defaultdict(list))
    above: dict[int, int] = field(default_factory=dict)
    held: list[tuple[list[tuple[str, int]], int]] = field(default_factory=list)

    def open(self, marks: str) -> None:
        """Begin ``marks``, such as ``T1T2`` or ``C2<1``."""
        labels = [(role, int(number)) for role, number, _ in _LABEL.findall(marks)]
        self.above |= {int(n): int(outer) for _, n, outer in _LABEL.findall(marks) if outer}
        around = [number for held, _ in self.held for role, number in held if role == "T"]
        for role, number in labels:
            outer = [other for other in around if other != number]
            if role == "C" and outer:
                self.above.setdefault(number, outer[-1])
        self.held.append((labels, len(self.text)))

    def close(self) -> None:
        """End the mark that began last."""
        if not self.held:
            raise ValueError("a mark ends that did not begin: " + "".join(self.text[-40:]))
        labels, start = self.held.pop()
        for role, number in labels:
            self.spans[number, role].append((start, len(self.text)))


def _with_that(text: str, start: int) -> int:
    """Where a content starts that takes in the "that" before it, as PolNeAR's do."""
    found = re.search(r"\bthat\s$", text[:start])
    return found.start() if found else start


def _gathered(spans: dict[tuple[int, str], list[Pair]], above: dict[int, int]) -> Iterator[Marked]:
    for k in sorted({k for k, _ in spans}):
        roles = {
            role: tuple(sorted(p for p in spans.get((k, letter), []) if p[0] < p[1]))
            for letter, role in _ROLES.items()
        }
        if not (roles["cue"] and roles["content"]):
            raise ValueError(f"attribution {k} has no cue or no content")
        depth, at, steps = 0, k, 0
        while at in above:
            depth += _holds(spans[above[at], "T"], spans[at, "C"])
            at, steps = above[at], steps + 1
            if steps > len(above):
                raise ValueError(f"attribution {k} stands within itself")
        over = above.get(k)
        beside = over is not None and not _holds(spans[over, "T"], spans[k, "C"])
        carrier = tuple(sorted(spans[over, "C"])) if over is not None and beside else ()
        yield Marked(roles["source"], roles["cue"], roles["content"], depth, carrier)


def _holds(content: list[Pair], cue: list[Pair]) -> bool:
    return any(a <= cue[0][0] and cue[0][1] <= b for a, b in content)


def contents(text: Text) -> Iterator[Text]:
    """Each content as a text of its own, as the reader reads it again, with what stands in it."""
    for view in text.views:
        seen = set()
        for outer in view.marked or ():
            for part, places in again(text.text, [Span(a, b) for a, b in outer.content]):
                if inside(part).count(" ") >= 2 and (part, places[-2]) not in seen:
                    seen.add((part, places[-2]))
                    yield _excerpt(text, view, (part, places), outer.depth + 1)


def _excerpt(text: Text, view: View, again: tuple[str, list[int]], depth: int) -> Text:
    part, places = again
    at = {place: i for i, place in enumerate(places)}

    def moved(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        inner = ([at[i] for i in range(a, b) if i in at] for a, b in pairs)
        return tuple((run[0], run[-1] + 1) for run in inner if run)

    kept = []
    for one in view.marked or ():
        if one.depth == depth and all(a in at and b - 1 in at for a, b in one.cue):
            carrier = None if one.carrier is None else moved(one.carrier)
            made = Marked(moved(one.source), moved(one.cue), moved(one.content), 0, carrier)
            kept += [made] if made.content else []
    cues = moved(_inner(view.marked or (), depth))
    judged = tuple(replace(j, cue=moved(j.cue)) for j in view.judged if moved(j.cue))
    return Text(f"{text.name} {places}", part, (View(tuple(kept), inner=cues, judged=judged),))


def restyled(text: str) -> str:
    """The same characters with the other kind of quotation marks, offset for offset."""
    if "“" in text or "”" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    opening = re.sub(r'(^|(?<=[\s(\[—–]))"(?=\S)', "“", text, flags=re.MULTILINE)
    return opening.replace('"', "”").replace("'", "’")
