"""Phrases of news with slots, and texts made of them."""

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from .invented import parse
from .labels import table
from .texts import Judgement, Marked, Pair, Text, View, inner_cues

M = TypeVar("M", Marked, Judgement)

_SLOT = re.compile(r"\[([A-Za-z]+)(\d?)\](\}?)")
_TOGETHER = 4
"""Phrases of a text, at most."""
_ALONE, _PLAIN = 0.5, 0.3
"""Shares of texts of one phrase, and of sentences between phrases that nobody says."""
_LABEL = re.compile(r"^(for|unsure|open) \| ")


def phrases(folder: Path, times: int, seed: int) -> list[Text]:
    """The phrases of every file in ``folder``, filled ``times`` times, alone or some together.

    ``fillings.toml`` holds what stands in the slots, drawn anew each time, ``labels.tsv`` what
    is known of the cues: file, section, number of the phrase and of the attribution, labels.
    """
    chance = random.Random(f"phrases {seed}")  # noqa: S311  a seed, not a secret
    fillings = _read(folder / "fillings.toml")
    labels = {tuple(row[:4]): row[4:] for row in table(folder / "labels.tsv")}
    every = [
        ((path.stem, section, str(number)), _LABEL.sub("", phrase))
        for path in sorted(folder.glob("*.toml"))
        if path.stem != "fillings"
        for section, listed in _read(path).items()
        for number, phrase in enumerate(listed)
    ]
    filled = [
        _parsed(put(phrase, fillings, chance), key, labels)
        for _ in range(times)
        for key, phrase in chance.sample(every, len(every))
    ]
    return list(_texts(filled, fillings["plain"], chance))


def put(phrase: str, fillings: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    """The phrase with its slots; what is told of a name ends with a comma where words follow."""
    chosen: dict[str, str] = {}

    def one(match: re.Match[str]) -> str:
        name, number, closing = match.groups()
        kind = name.lower().replace("other", "outlet")
        key = name.lower() + number
        while key not in chosen:
            words = chance.choice(fillings[kind])
            if words not in chosen.values():
                chosen[key] = words
        words = chosen[key]
        words = words[0].upper() + words[1:] if name[0].isupper() else words
        after = phrase[match.end() : match.end() + 2]
        open_ended = ", " in words and re.match(r" [a-z{]", after) and kind == "source"
        return words + closing + ("," if open_ended else "")

    return _SLOT.sub(one, phrase)


Filled = tuple[str, tuple[Marked, ...], tuple[Judgement, ...]]
"""A text, the attributions in it, and what is known of their cues."""


Labels = Mapping[tuple[str, ...], Sequence[str]]
"""Act, stance, factuality and denial by file, section, phrase and attribution."""


def _parsed(phrase: str, key: tuple[str, str, str], labels: Labels) -> Filled:
    text, marked = parse(phrase, key[1] == "silent")
    told = [
        Judgement(one.cue, *labels[(*key, str(number))], one.source, one.content)
        for number, one in enumerate(marked)
        if (*key, str(number)) in labels
    ]
    return text, marked, tuple(told)


def _texts(filled: list[Filled], plain: Sequence[str], chance: random.Random) -> Iterator[Text]:
    at = 0
    while at < len(filled):
        count = 1 if chance.random() < _ALONE else chance.randint(2, _TOGETHER)
        some: list[Filled] = []
        for one in filled[at : at + count]:
            beside = [(chance.choice(plain), (), ())] if chance.random() < _PLAIN else []
            some += [one, *beside]
        at += count
        text, marked, judged = _joined(some, chance.choice((" ", "\n", "\n\n")))
        view = View(marked, inner=inner_cues(marked, 0), judged=judged)
        yield Text(f"phrases {at}", text, (view,))


def _joined(some: Sequence[Filled], between: str) -> Filled:
    text = ""
    marked: list[Marked] = []
    judged: list[Judgement] = []
    for part, found, told in some:
        text += between if text else ""
        marked += [_moved(one, len(text)) for one in found]
        judged += [_moved(one, len(text)) for one in told]
        text += part
    return text, tuple(marked), tuple(judged)


def _moved(one: M, by: int) -> M:
    def moved(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple((a + by, b + by) for a, b in pairs)

    one = replace(one, source=moved(one.source), cue=moved(one.cue), content=moved(one.content))
    if isinstance(one, Marked) and one.carrier is not None:
        return replace(one, carrier=moved(one.carrier))
    return one


def _read(path: Path) -> dict[str, list[str]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
