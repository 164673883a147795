"""Sentences of labelled cues with the cue of another one in its place, for a teacher to judge.

As data of this kind help a smaller network most to learn from a larger one (Jiao et al. 2020).
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .texts import Judgement, Pair, Text, View, unlabelled

_WORD = re.compile(r"[\w’']+")
_ENDS = ("ing", "ed", "s")
"""Endings of a first word in which a cue must be like the one that it stands for."""

_OPENING = {
    "the": "a", "a": "a", "an": "a", "his": "a", "her": "a", "its": "a", "their": "a", "this": "a",
    "he": "he", "she": "he", "it": "he", "they": "he", "we": "he", "i": "he", "you": "he",
    "there": "he", "that": "that", "to": "to", "whether": "if", "if": "if", "what": "if",
    "how": "if", "who": "if", "why": "if",
}  # fmt: skip
"""Words that may open what follows a cue, those that open alike together."""

Frame = tuple[str, str, str, str]
"""What a cue is surrounded by, and what its first word ends in."""


def exchanged(texts: Sequence[Text], times: int, chance: random.Random) -> Iterator[Text]:
    """Each sentence of one cue ``times`` over, with cues that stand elsewhere in a like frame.

    ``texts``: sentences alone (:func:`tagger.texts.alone`), with one judged cue each.
    """
    held: dict[Frame, dict[str, str]] = defaultdict(dict)
    framed = []
    for text in texts:
        one = text.views[0].judged[0]
        if len(one.cue) == 1 and one.source and one.content:
            frame, cue = _frame(text.text, one), text.text[slice(*one.cue[0])]
            held[frame].setdefault(cue.lower(), cue)
            framed.append((text, one, frame))
    for text, one, frame in framed:
        others = [cue for cue in held[frame].values() if cue != text.text[slice(*one.cue[0])]]
        for number, cue in enumerate(chance.sample(others, min(times, len(others)))):
            yield _with(text, one, cue, number)


def _frame(text: str, one: Judgement) -> Frame:
    """Which parts stand before and behind the cue, what follows it, and the form of its word."""
    start, end = one.cue[0]
    parts = "".join(
        role
        for role, pairs in (("s", one.source), ("t", one.content))
        if any(first < start for first, _ in pairs)
    )
    words = _WORD.findall(text[start:end].lower())
    first, last = (words[0], words[-1]) if words else ("", "")
    form = first if len(first) < 5 else next((e for e in _ENDS if first.endswith(e)), "")
    return parts, _opening(text[end:]), form, last if len(last) < 5 and len(words) > 1 else ""


def _opening(rest: str) -> str:
    """What kind of word or sign follows."""
    found = re.match(r"\s*(?:(\w+)|(.))", rest)
    if not found or not found[1]:
        return found[2] if found else ""
    word = found[1].lower()
    return _OPENING.get(word, "ing" if word.endswith("ing") else found[1][0].isupper() * "A")


def _with(text: Text, one: Judgement, cue: str, number: int) -> Text:
    start, end = one.cue[0]
    by = len(cue) - (end - start)

    def moved(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple((a + by * (a >= end), b + by * (b >= end)) for a, b in pairs)

    made = unlabelled(((start, start + len(cue)),), moved(one.source), moved(one.content))
    plain = text.text[:start] + cue + text.text[end:]
    return Text(f"{text.name} {number}", plain, (View(None, judged=(made,)),))
