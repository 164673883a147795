"""Our invented texts, and the marks in them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from .labels import table
from .texts import Judgement, Marked, Pair, Text, View, inner_cues

_OPEN = re.compile(r"\{((?:[SCT]\d+(?:<\d+)?)+)[ \t]?")
_LABEL = re.compile(r"([SCT])(\d+)(?:<(\d+))?")
_ROLES = {"S": "source", "C": "cue", "T": "content"}
_AUXILIARIES = re.compile(
    r"\b(?:ha[sd]|have|is|are|was|were|been|will|would|could|may|might|do|does|did)"
    r"(?:n['’]t|\s(?:not|also|been|have|be))*\s$"
)


def invented(folder: Path) -> list[Text]:
    """The reports of every ``.txt`` in ``folder``, each headed ``# number | style``."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"(?m)^(?=# \d+ \|)", path.read_text(encoding="utf-8")):
            head, _, body = block.partition("\n")
            if head.startswith("# "):
                text, marked = parse(body.strip("\n"))
                view = View(marked, inner=inner_cues(marked, 0))
                found.append(Text(f"{path.stem} {head[2:]}", text, (view,)))
    return found


def short_texts(path: Path, others: dict[str, list[Marked]]) -> list[Text]:
    """Invented texts with one cue and its labels.

    They mark one attribution each; ``others`` holds those that a text may have besides, and
    nothing is learnt of where these are.
    """
    found = []
    for number, (denial, stance, act, value, text) in enumerate(table(path)):
        plain, spans = one_marked(text)
        name, cue = f"{path.stem} {number}", tuple(spans["C"])
        told = bool(spans["T"]) or (stance == "silent" and bool(spans["S"]))
        view = _only(spans, others.get(name, []), told)
        label = "-" if denial in {"none", "silence"} else denial
        voters = tuple(spans["S"]), tuple(spans["T"])
        one = Judgement(cue, act, stance, value, label, *voters)
        judged = () if stance == "-" else (one,)
        found.append(Text(name, plain, (replace(view, judged=judged),)))
    return found


def read_before(path: Path | None) -> dict[str, list[Marked]]:
    """What ``training/inner.py`` read in :func:`short_texts`, by name."""
    every = json.loads(path.read_text(encoding="utf-8")) if path else {}
    return {
        name: [Marked(*(tuple(map(tuple, part)) for part in one)) for one in found]
        for name, found in every.get("short", {}).items()
    }


def _only(spans: dict[str, list[Pair]], others: list[Marked], told: bool) -> View:
    own = [pair for pairs in spans.values() for pair in pairs]
    hidden = [
        pair
        for one in others
        if not any(a < d and c < b for a, b in spans["C"] for c, d in one.cue)
        for pair in (*one.source, *one.cue, *one.content)
        if not any(a < pair[1] and pair[0] < b for a, b in own)
    ]
    roles = (tuple(spans[role]) for role in "SCT")
    marked = (Marked(*roles),) if told else ()
    return View(marked, tuple(hidden))


def one_marked(marked: str) -> tuple[str, dict[str, list[Pair]]]:
    """A text with one attribution, its roles marked by ``{S …}``, ``{C …}`` and ``{T …}``."""
    marks = _read_marks(re.sub(r"\{([SCT]) ", r"{\g<1>1 ", marked))
    return "".join(marks.text), {role: sorted(marks.spans.get((1, role), [])) for role in _ROLES}


def parse(marked: str, silent: bool = False) -> tuple[str, tuple[Marked, ...]]:
    """The text without its marks, and what they mark; raises ValueError where marks are wrong.

    ``{S1 …}`` is the source of attribution 1, ``{C1 …}`` its cue, ``{T1 …}`` its content,
    ``{T1T2 …}`` the content of both; ``{C2<1 …}`` puts 2 within 1, as brackets around it would.
    Where ``silent`` an attribution may be without a content.
    """
    marks = _read_marks(marked)
    text = "".join(marks.text)
    for (_, role), pairs in marks.spans.items():
        if role == "T":
            pairs[0] = (_with_that(text, pairs[0][0]), pairs[0][1])
        elif role == "C":
            pairs[0] = (_with_auxiliaries(text, pairs[0][0]), pairs[0][1])
    return text, tuple(_gathered(marks.spans, marks.above, silent))


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


def _with_auxiliaries(text: str, start: int) -> int:
    """Where a cue starts that takes in "had", "did not" before it, as PolNeAR's do."""
    found = _AUXILIARIES.search(text[:start])
    return found.start() if found else start


def _gathered(
    spans: dict[tuple[int, str], list[Pair]], above: dict[int, int], silent: bool
) -> Iterator[Marked]:
    for k in sorted({k for k, _ in spans}):
        roles = {
            role: tuple(sorted(p for p in spans.get((k, letter), []) if p[0] < p[1]))
            for letter, role in _ROLES.items()
        }
        if not (roles["cue"] and (silent or roles["content"])):
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
