"""What cues that are used so mostly do: a linear model of words, shapes and the rules' judgement.

A logistic regression over traits such as a cue's lemma, who speaks, the first word of the content,
and what the rules make of the cue, fitted by ``training/usage.py`` (the card in ``models/usage``
says on what). The network reads the whole sentence; this remembers single words better.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from reportedly import encoder
from reportedly.model import Act, SourceKind, Spans, Stance

from .contents import Shape, is_quoted
from .cues import lemma_of
from .cuewords import CueWords, top
from .stance import Cued, Judged
from .tagger.look import chances
from .tagger.marks import ACTS, STANCES
from .tokens import Doc, Token

NAME = "usage"
"""The folder of ``models/`` that holds the weights."""

_NEGATIONS = frozenset(
    {"not", "n't", "no", "never", "neither", "nor", "nobody", "nothing", "none", "hardly", "yet"}
)
_LONG = 5
"""The power of two from which contents count as equally long."""


@dataclass(frozen=True, slots=True)
class _Model:
    """The row of every trait, the weights (traits, acts) in steps, and what always counts.

    ``together``: see :func:`together`.
    """

    rows: dict[str, int]
    weights: NDArray[np.int8]
    step: float
    always: NDArray[np.float32]
    together: dict[tuple[Act, Stance], float]


def usage(cued: Cued, ruled: Judged, kind: SourceKind | None) -> tuple[float, ...]:
    """What a cue used as that of ``cued`` mostly does: the logarithm of the chance of every act.

    ``ruled`` is the rules' judgement, ``kind`` that of the source, None without one.
    """
    model = _model()
    known = [model.rows[t] for t in traits(cued, ruled, kind) if t in model.rows]
    sums = np.add.reduce(model.weights[known], axis=0, dtype=np.int64)
    found = chances(model.always + np.float32(model.step) * sums.astype(np.float32))
    return tuple(np.log(found).tolist())


def together() -> dict[tuple[Act, Stance], float]:
    """How much oftener an act and a side go together over our labels than by chance.

    The logarithm of that ratio.
    """
    return _model().together


def traits(cued: Cued, ruled: Judged, kind: SourceKind | None) -> frozenset[str]:
    """Everything about a cue, its source and its content that the model may know."""
    words, form, decides = cued.words, cued.form, cued.decides
    if words is None or decides is None:
        return frozenset()
    key = decides.key
    found = [f"key {key}", f"shape {form}", f"kind {kind}", *_of_cue(cued.doc, words)]
    found += [*_of_source(cued), *_of_content(cued)]
    return frozenset((*found, *_of_rules(key, form, ruled, kind)))


def _of_cue(doc: Doc, words: CueWords) -> Iterator[str]:
    own = {_name(t) for t in words.tokens}
    head = _name(words.head)
    yield from (f"tag {words.head.tag_}", f"head {head}")
    yield from (f"cue {lemma}" for lemma in own)
    yield from (f"near {name}" for t in words.around if (name := _name(t)) not in own)
    if any(t.lower_ in _NEGATIONS for t in words.around):
        yield from ("negated", f"negated {head}")
    first, behind = words.tokens[0].i, words.tokens[-1].i + 1
    if first:
        yield f"before {_name(doc[first - 1])}"
    if behind < len(doc):
        yield f"after {_name(doc[behind])}"


def _of_source(cued: Cued) -> Iterator[str]:
    if not cued.source:
        return
    head = top(cued.source)
    yield from (f"source {_name(head)}", f"source {head.tag_}")
    if _before(cued.said.source, cued.said.cue):
        yield "source first"


def _name(token: Token) -> str:
    """The token's lemma; names are all alike, so that they are not remembered; so are breaks."""
    if token.is_space:
        return "break"
    return "name" if token.tag_.startswith("NNP") else lemma_of(token)


def _of_content(cued: Cued) -> Iterator[str]:
    said, tokens = cued.said, cued.content
    yield f"long {min(_LONG, (1 + len(tokens)).bit_length() - 1)}"
    if not tokens:
        return
    yield from (f"opens {_name(tokens[0])}", f"opens {tokens[0].tag_}")
    yield f"content {top(tokens).tag_}"
    if tokens[-1].text in {"?", "!"}:
        yield f"ends {tokens[-1].text}"
    if is_quoted(cued.doc, said.content):
        yield "quoted"
    if _before(said.content, said.cue):
        yield "content first"


def _of_rules(key: str, form: Shape, ruled: Judged, kind: SourceKind | None) -> Iterator[str]:
    done, value = ruled.act, ruled.factuality
    yield from (f"act {done}", f"stance {ruled.stance}", f"value {value}")
    yield f"ruled {done} {ruled.stance} {value}"
    yield from (f"{done} {key}", f"{value} {key}")
    yield from (f"{done} {form}", f"{value} {form}", f"{done} of {kind}")


def _before(one: Spans, other: Spans) -> bool:
    return bool(one and other) and one[0].start < other[0].start


@cache
def _model() -> _Model:
    """The weights, loaded once a process, their hashes checked."""
    blobs, settings = encoder.checked(NAME)
    weights = np.load(io.BytesIO(blobs["weights.npy"]))
    names = blobs["traits.txt"].decode().removesuffix("\n").split("\n")
    rows = {trait: at for at, trait in enumerate(names)}
    always = np.array(settings["always"], dtype=np.float32)
    common = dict(zip(product(ACTS, STANCES), settings["together"], strict=True))
    return _Model(rows, weights, settings["step"], always, common)
