"""Addresses as a person names them: one by itself, or a file with one a line."""

import re

from reportedly.documents.formats import TEXT, chosen
from reportedly.documents.raw import MEGABYTE, Raw

LONGEST_LIST = 10 * MEGABYTE

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is meant as an address to fetch."""
    return bool(re.match(r"https?://", source, re.IGNORECASE))


def listed(raw: Raw) -> tuple[str, ...]:
    """The addresses of a list, each once; none where the text is anything else.

    In a list every line is an address, blank, or begins with "#".
    """
    if b"://" not in raw.data or len(raw.data) > LONGEST_LIST or chosen(raw) is not TEXT:
        return ()
    try:
        lines = [line.strip() for line in raw.data.decode("utf-8-sig").split("\n")]
    except UnicodeDecodeError:
        return ()
    said = [line for line in lines if line and not line.startswith("#")]
    return tuple(dict.fromkeys(said)) if all(map(_ADDRESS.fullmatch, said)) else ()
