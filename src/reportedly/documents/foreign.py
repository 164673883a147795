"""Passages of a report in another language than the report itself, told one paragraph at a time."""

import re
from functools import cache
from itertools import groupby
from operator import itemgetter

from reportedly.lexicons import load
from reportedly.model import READ, Foreign, Span

from .language import ENOUGH, language, letters
from .sentences import paragraphs

MOST_ASKED = 500
"""Passages of one report that are looked at more closely, the first ones."""

_LOOK_AT = 400
_OF_ANOTHER_SCRIPT = 10
_OWN_WORDS = 16
"""Of so many words of an English passage one at least is a word that only English has."""

_LATIN = re.compile(r"[A-Za-z]+")
_OTHER = re.compile(
    r"[^\W\d_A-Za-z\u00aa-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u2071-\u209c\u2100-\u218b\u2c60-\u2c7f"
    r"\ua720-\ua7ff\ufb00-\ufb06\uff21-\uff5a\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]"
)
"""A letter of another script than Latin, of which styled and joined letters are a part."""


def foreign(text: str, own: str | None) -> tuple[Foreign, ...]:
    """The passages of ``text`` that are surely not in its ``own`` language, in their order.

    A passage is a line. It needs 40 letters, and a language that is told as surely as that of a
    report; or, in a report in Latin letters, ten letters of another script that are most of its
    letters, and then its language is None where it cannot be told. Neighbours in one language
    are one passage. Without ``own`` it is English, since the report is read as that.
    """
    teller = _Teller(text, own or READ)
    places = ((teller.told(text[p.start : p.end][:_LOOK_AT]), p) for p in paragraphs(text))
    found: list[Foreign] = []
    for code, run in groupby(places, key=itemgetter(0)):
        if code != teller.own:
            spans = [span for _, span in run]
            found.append(Foreign(Span(spans[0].start, spans[-1].end), code or None))
    return tuple(found)


class _Teller:
    """Tells the languages of the passages of one report."""

    def __init__(self, text: str, own: str) -> None:
        self.own = own
        self._left = MOST_ASKED
        self._latin = own == READ or not _in_another_script(text[:_LOOK_AT])

    def told(self, passage: str) -> str:
        """The code of its language: the report's own where nothing else is sure, "" of a script."""
        if self._latin and _in_another_script(passage):
            code = self._asked(_LATIN.sub("", passage), _OF_ANOTHER_SCRIPT)
            return "" if code == self.own else code or ""
        if (self.own == READ and _english(passage)) or letters(passage) < ENOUGH:
            return self.own
        return self._asked(passage, ENOUGH) or self.own

    def _asked(self, passage: str, enough: int) -> str | None:
        self._left -= 1
        return language(passage, enough) if self._left >= 0 else None


def _in_another_script(passage: str) -> bool:
    if passage.isascii():
        return False
    other = len(_OTHER.findall(passage))
    return other >= _OF_ANOTHER_SCRIPT and 2 * other > letters(passage)


def _english(passage: str) -> bool:
    words = passage.lower().split()
    return sum(map(_words().__contains__, words)) * _OWN_WORDS >= len(words)


@cache
def _words() -> frozenset[str]:
    return frozenset(load("english")["english"]["words"].split())
