"""How causal a sentence looks by its words, arcs and their numbers: a linear model.

A logistic regression over traits of the parse, fitted to the Causal News Corpus by
``training/causality.py`` (the card in ``models/causality`` says more). The network reads senses;
this counts, and where it errs, it errs elsewhere.
"""

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum, log1p

import numpy as np

from reportedly import encoder, lexicons

from .tokens import Token

NAME = "causality"
"""The folder of ``models/`` that holds the weights."""

_NAMES = frozenset({"PROPN", "NUM"})
_AIMS, _DOING = frozenset({"advcl", "xcomp", "acl"}), frozenset({"advcl", "pcomp"})
_COUNTS = 0.5
"""What a count weighs beside the traits that are there or not."""


@dataclass(frozen=True, slots=True)
class _Model:
    weights: dict[str, float]
    always: float


def leaning(tokens: Sequence[Token]) -> float:
    """The logarithm of the odds that a sentence of these ``tokens`` says what causes what."""
    model = _model()
    known = [
        model.weights[trait] * value
        for trait, value in traits(tokens).items()
        if trait in model.weights
    ]
    return fsum((model.always, *known))  # in whatever order


def traits(tokens: Sequence[Token]) -> dict[str, float]:
    """What the model may know of a sentence, each with a value above 0.

    Words and arcs that are there share a length of 1; how often tags, arcs and some small words
    stand there is told as a logarithm.
    """
    there = set(_there(tokens))
    found = dict.fromkeys(there, len(there) ** -0.5 if there else 0.0)
    for trait, count in Counter(_counted(tokens)).items():
        found[trait] = _COUNTS * log1p(count)
    return found


def _there(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        own, arc, head = _name(token), token.dep_, token.head
        of = _name(head)
        yield from (
            own,
            f"{arc} {own}",
            f"{arc} of {of}",
            f"{arc} {own} of {of}",
            f"{arc} {own} of {head.tag_}",
            f"{arc} {token.tag_} of {of}",
            f"{arc} {token.pos_} of {head.pos_}",
        )


def _name(token: Token) -> str:
    """The lemma; names are all alike, and numbers."""
    return token.pos_ if token.pos_ in _NAMES else token.lemma_.lower()


def _counted(tokens: Sequence[Token]) -> Iterator[str]:
    listed, before = _listed(), ""
    for token in tokens:
        yield "# words"
        for name in (token.tag_, token.dep_, token.lower_):
            if name in listed:
                yield f"# {name}"
        if token.tag_ == "VB" and before == "to" and token.dep_ in _AIMS:
            yield "# aims"
        if token.tag_ == "VBG" and token.dep_ in _DOING:
            yield f"# {token.dep_} VBG"
        before = token.lower_
    if tokens and (tokens[0].tag_ == "PRP" or tokens[0].is_quote):
        yield "# opens"


@cache
def _listed() -> frozenset[str]:
    lists = lexicons.load("causes")["counted"]
    return frozenset((*lists["tags"], *lists["arcs"], *lists["words"]))


@cache
def _model() -> _Model:
    """The weights, loaded once a process, their hashes checked."""
    blobs, settings = encoder.checked(NAME)
    steps = np.load(io.BytesIO(blobs["weights.npy"])).tolist()
    names = blobs["traits.txt"].decode().removesuffix("\n").split("\n")
    step, always = settings["step"], settings["always"]
    weights = {name: step * count for name, count in zip(names, steps, strict=True)}
    return _Model(weights, always)
