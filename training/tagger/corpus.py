"""Texts with marked attributions: PolNeAR's brat files, and invented reports with inline marks."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.model import Span
from reportedly.readings.tagger.contents import END, bare

Pair = tuple[int, int]

_OPEN = re.compile(r"\{((?:[SCT]\d+(?:<\d+)?)+)[ \t]?")
_LABEL = re.compile(r"([SCT])(\d+)(?:<(\d+))?")
_ROLES = {"S": "source", "C": "cue", "T": "content"}


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution; pairs are code points into its text. ``depth`` 0 is outermost."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What one annotator marked; nothing is to be learnt from ``hidden`` stretches."""

    marked: tuple[Marked, ...]
    hidden: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text with one view or several."""

    name: str
    text: str
    views: tuple[View, ...]


def polnear(folder: Path) -> list[Text]:
    """PolNeAR's documents in an order that has nothing to do with their outlets or dates."""
    found = []
    for path in (folder / "text").glob("*.txt"):
        notes = (folder / "attributions").glob(f"{path.stem}*.ann")
        views = [_view(p) for p in sorted(notes) if p.stem.rsplit("_", 1)[0] == path.stem]
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


def invented(folder: Path) -> list[Text]:
    """The reports of every ``.txt`` in ``folder``, each headed ``# number | style``."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"(?m)^(?=# \d+ \|)", path.read_text(encoding="utf-8")):
            head, _, body = block.partition("\n")
            if head.startswith("# "):
                text, marked = parse(body.strip("\n"))
                found.append(Text(f"{path.stem} {head[2:]}", text, (View(marked),)))
    return found


def parse(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its marks, and what they mark; raises ValueError where marks are wrong.

    ``{S1 …}`` is the source of attribution 1, ``{C1 …}`` its cue, ``{T1 …}`` its content,
    ``{T1T2 …}`` the content of both; ``{C2<1 …}`` puts 2 within 1, as brackets around it would.
    """
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
    text = "".join(marks.text)
    for (_, role), pairs in marks.spans.items():
        if role == "T":
            pairs[0] = (_with_that(text, pairs[0][0]), pairs[0][1])
    return text, tuple(_gathered(marks.spans, marks.above))


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
        depth, at = 0, k
        while at in above:
            depth, at = depth + 1, above[at]
            if depth > len(above):
                raise ValueError(f"attribution {k} stands within itself")
        yield Marked(roles["source"], roles["cue"], roles["content"], depth)


def contents(text: Text) -> Iterator[Text]:
    """Each content as a text of its own, as the reader reads it again, with what stands in it."""
    for view in text.views:
        for outer in view.marked:
            for start, end in outer.content:
                span = bare(text.text, Span(start, end))
                if text.text[span.start : span.end].count(" ") >= 2:
                    yield _excerpt(text, view, span, outer.depth + 1)


def _excerpt(text: Text, view: View, span: Span, depth: int) -> Text:
    def moved(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        inside = ((max(a, span.start), min(b, span.end)) for a, b in pairs)
        return tuple((a - span.start, b - span.start) for a, b in inside if a < b)

    held = [m for m in view.marked if m.depth == depth and Span(*m.cue[0]) in span]
    marked = [Marked(moved(m.source), moved(m.cue), moved(m.content)) for m in held]
    kept = tuple(m for m in marked if m.cue and m.content)
    part = text.text[span.start : span.end] + END
    return Text(f"{text.name} {span.start}", part, (View(kept),))


def restyled(text: str) -> str:
    """The same characters with the other kind of quotation marks, offset for offset."""
    if "“" in text or "”" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    opening = re.sub(r'(^|(?<=[\s(\[—–]))"(?=\S)', "“", text, flags=re.MULTILINE)
    return opening.replace('"', "”").replace("'", "’")
