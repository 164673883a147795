"""A document's dependency parse, with the document's own sentences."""

import numpy as np

from reportedly.model import Document

from .tokens import Doc


def parse(document: Document) -> Doc:
    """The parse of ``document.text``: token offsets are offsets into that very text.

    Sentences are ``document.sentences`` and nothing else, so no arc crosses a line break. One
    document a call: what a parse looks like never depends on what shares its batch.
    """
    from . import syntax  # noqa: PLC0415 - half a second, and most commands read nothing

    parsed = syntax.syntax(document)
    words = syntax.words_of(parsed)
    rows = parsed.to_array(["HEAD", "SPACY"]).astype(np.int64)
    heads = (rows[:, 0] + np.arange(len(rows))).tolist()
    return Doc(document.text, words, [" " if blank else "" for blank in rows[:, 1].tolist()], heads)
