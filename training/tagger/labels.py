"""Our labels of cues, events and causes: offsets into texts that stand elsewhere."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from .texts import Causal, Committed, Judgement, Pair, Relation, Text, View, unlabelled

_DENYING = re.compile(
    r"\b(no|not|never|nothing|nobody|none|neither|nor|without|false|untrue|lie|lies|lying|wrong|hoax|"
    r"myth|baseless|den(?:y|ied|ies|ial))\b|n[’']t\b",
    re.IGNORECASE,
)


def labelled(texts: list[Text], folder: Path, which: str = "") -> list[Text]:
    """``texts`` with our labels of their cues, events and causes: ``cues.tsv`` and so on.

    All hold the name of a text, offsets as ``1-5,9-12``, and labels; no text. Behind the labels of
    a cue may stand the offsets of its source and content, where no corpus marks them. ``which`` is
    what stands before ``.tsv``: ``_held_back`` for those that no fit sees.
    """
    judged, committed = defaultdict(list), defaultdict(list)
    causal = _causal(folder / "causes.tsv") if not which else {}
    for name, cue, act, stance, value, denial, *voters in table(folder / f"cues{which}.tsv"):
        given = (_pairs(part) for part in voters)
        judged[name].append(Judgement(_pairs(cue), act, stance, value, denial, *given))
    for name, place, value in table(folder / f"events{which}.tsv"):
        committed[name].append(Committed(_pairs(place)[0], value))
    return [
        replace(
            text,
            views=tuple(
                replace(
                    v,
                    judged=tuple(
                        _told(one, v, text.text if not which else "") for one in judged[text.name]
                    ),
                    committed=tuple(committed[text.name]),
                    causal=causal.get(text.name, v.causal),
                )
                for v in text.views
            ),
        )
        for text in texts
    ]


def _told(one: Judgement, view: View, text: str) -> Judgement:
    """``one`` with its cue, source and content as they are marked, if they are.

    What it denies is left open where its content, read in ``text``, may deny something.
    """
    for marked in view.marked or ():
        if marked.cue and marked.cue[-1][1] == one.cue[-1][1]:
            one = replace(one, cue=marked.cue, source=marked.source, content=marked.content)
    may_deny = any(_DENYING.search(text[a:b]) for a, b in one.content)
    return replace(one, denial="?") if one.denial == "-" and may_deny else one


@dataclass(frozen=True, slots=True)
class Chances:
    """What a teacher holds likely of cues: by name of their report, or in sentences alone."""

    by_report: dict[str, list[Judgement]] = field(default_factory=dict)
    alone: list[Text] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Chances":
        """What ``training/teaching.py label`` wrote: a line a cue."""
        by_report: dict[str, list[Judgement]] = defaultdict(list)
        alone = []
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            parts = (tuple(map(tuple, row[role])) for role in ("cue", "source", "content"))
            one = unlabelled(*parts, tuple(row["chances"]))
            if "text" in row:
                alone.append(Text(row["name"], row["text"], (View(None, judged=(one,)),)))
            else:
                by_report[row["name"]].append(one)
        return cls(by_report, alone)

    def beside(self, text: Text) -> Text:
        """``text`` with them beside our labels; cues without a label come in."""
        told = {one.cue: one for one in self.by_report.get(text.name, ())}
        return replace(text, views=tuple(_beside(view, told) for view in text.views))


def _beside(view: View, told: dict[tuple[Pair, ...], Judgement]) -> View:
    ours = [
        replace(one, chances=told[one.cue].chances) if one.cue in told else one
        for one in view.judged
    ]
    labelled = {one.cue for one in ours}
    return replace(view, judged=(*ours, *(one for c, one in told.items() if c not in labelled)))


def _causal(path: Path) -> dict[str, tuple[Causal, ...]]:
    """By name of the text its sentences, each with what it says to cause what, if anything."""
    told: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for name, sentence, cause, effect, signal in table(path):
        told[name, sentence] += (
            [Relation(_pairs(cause)[0], _pairs(effect)[0], _pairs(signal))] if cause != "-" else []
        )
    found: dict[str, tuple[Causal, ...]] = defaultdict(tuple)
    for (name, sentence), relations in told.items():
        found[name] += (Causal(_pairs(sentence)[0], tuple(relations)),)
    return found


def table(path: Path) -> list[list[str]]:
    """The rows of a table, cut at tabs."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _pairs(printed: str) -> tuple[Pair, ...]:
    return tuple((int(a), int(b)) for a, b in re.findall(r"(\d+)-(\d+)", printed))
