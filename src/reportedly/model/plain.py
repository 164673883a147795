"""Records to plain data and back, for keeping and for exchange; a span is ``[start, end]``."""

import json
from sys import intern
from typing import Any, TypeVar

import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from .case import Grade
from .documents import Document
from .rulings import Ruling
from .text import Span

Record = TypeVar("Record")

_SHORT = 24


def _text(value: object, _: type[str]) -> str:
    """A string; ids, codes and names stand in many records, and in memory once."""
    text = str(value)
    return intern(text) if len(text) <= _SHORT else text


_CONVERTER = cattrs.Converter(forbid_extra_keys=True)
_CONVERTER.register_structure_hook(str, _text)
_CONVERTER.register_unstructure_hook(Span, lambda span: [span.start, span.end])
_CONVERTER.register_structure_hook(Span, lambda pair, _: Span(*pair))
# A document that states none of these is kept in the same bytes as before they were read.
_CONVERTER.register_unstructure_hook(
    Document,
    make_dict_unstructure_fn(
        Document,
        _CONVERTER,
        links=override(omit_if_default=True),
        syndicated=override(omit_if_default=True),
        canonical=override(omit_if_default=True),
        dated=override(omit_if_default=True),
        excerpt=override(omit_if_default=True),
        signed=override(omit_if_default=True),
        updated=override(omit_if_default=True),
        stamped=override(omit_if_default=True),
        kinds=override(omit_if_default=True),
        foreign=override(omit_if_default=True),
    ),
)
# As it was before reports could be asked what they leave open.
_CONVERTER.register_unstructure_hook(
    Ruling,
    make_dict_unstructure_fn(Ruling, _CONVERTER, seen=override(omit_if_default=True)),
)
# As it was before people could grade, and before it was worked out what would change a grade.
_CONVERTER.register_unstructure_hook(
    Grade,
    make_dict_unstructure_fn(
        Grade, _CONVERTER,
        suggested=override(omit_if_default=True), turns=override(omit_if_default=True),
    ),
)  # fmt: skip


def to_plain(record: object) -> Any:  # noqa: ANN401 (JSON has no closed type)
    """Lists, dicts, strings and numbers that say the same as ``record``."""
    return _CONVERTER.unstructure(record)


def from_plain(kind: type[Record], data: object) -> Record:
    """Read back what :func:`to_plain` gave. Raises ``cattrs.BaseValidationError``."""
    return _CONVERTER.structure(data, kind)


def to_json(data: object) -> str:
    """Canonical JSON: sorted keys, no spaces, characters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
