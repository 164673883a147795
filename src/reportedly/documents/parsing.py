"""Bytes of JSON → a value, within bounds: a few bytes can stand for two hundred in memory."""

import json

from reportedly.errors import SourceError

from .raw import MEGABYTE, Raw

MOST_MEMORY = 800 * MEGABYTE
"""What a value may take at once, by :func:`weight`; what is read line by line takes far less."""


_LONGEST_NUMBER = 1_000
"""Digits beyond which a number stays as written: Python refuses to read much longer ones."""


class Decoder(json.JSONDecoder):
    """Reads what other programs write: no number is too long, and one that is none is nothing."""

    def __init__(self) -> None:
        super().__init__(parse_int=_whole_number, parse_constant=lambda _: None)


def parsed(raw: Raw) -> object:
    """The value that a file, line or element is. Raises :class:`SourceError` where it is none."""
    if weight(raw.data) > MOST_MEMORY:
        raise SourceError(raw.name, "it is too much JSON to take apart at once: give it in parts")
    try:
        value: object = json.loads(raw.data, cls=Decoder)
    except UnicodeDecodeError as error:
        raise SourceError(raw.name, "it is not UTF-8, as JSON must be") from error
    except RecursionError as error:
        raise SourceError(raw.name, "it is nested too deeply") from error
    except ValueError as error:
        raise SourceError(raw.name, f"it is not JSON: {error}") from error
    return value


def weight(data: bytes) -> int:
    """About the bytes that are needed at most: 120 an object, 80 a list, 100 a value of either.

    Besides, the text three times: as it is, decoded, and in the value. Measured on CPython 3.11
    with what takes most: objects of one value, lists of two letters, one object of all.
    """
    inside = 120 * data.count(b"{") + 80 * data.count(b"[") + 100 * data.count(b",")
    return 3 * len(data) + inside


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits
