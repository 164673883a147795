"""How many: figures and number words with their hedges, as low, best and high.

``low`` and ``high`` are the ends that the words set, None where they set none; ``best`` is the
one figure that is printed, None where two are or where a word such as "dozens" is no figure.
UCDP's reading:

=======================  ==================
"30"                     30, 30, 30
"at least 30"            30, 30, None
"more than 30", "over"   30, 30, None
"up to 30"               None, 30, 30
"fewer than 30"          None, 30, 30
"between 10 and 12"      10, None, 12
"about 30"               27, 30, 33
"dozens", "a few dozen"  24, None, None
=======================  ==================

"more than" and "fewer than" leave the figure itself out, which low and high do not show: the
words are under ``span``. A tenth either way of "about", and two of a plural's scale as its
floor, are our own choice.
"""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from reportedly import lexicons
from reportedly.model import Quantity

from .clauses import climb, span_of

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOOK_BACK = 4


@dataclass(frozen=True, slots=True)
class _Number:
    """A run of tokens that spell one number; ``floor`` where it is a plural like "dozens"."""

    tokens: tuple[Token, ...]
    value: float
    floor: bool = False


def quantity(tokens: list[Token], heads: list[Token]) -> Quantity | None:
    """The first count among ``tokens``: of one of ``heads`` where there is one, else of anything.

    Years, dates, ages and clock times are no counts.
    """
    numbers = [n for n in _numbers(tokens) if _counts(n)]
    of_heads = [n for n in numbers if _counted(n) in heads]
    chosen = next(iter(of_heads or numbers), None)
    return _quantity(chosen, numbers) if chosen else None


def _unit(number: _Number) -> str:
    first = number.tokens[0]
    if first.i > 0 and first.nbor(-1).text in _currencies():
        return _currencies()[first.nbor(-1).text]
    unit = _counted(number)
    return unit.lemma_.lower() if unit is not None else ""


def _quantity(number: _Number, numbers: list[_Number]) -> Quantity:
    second = _second(number, numbers)
    words, hedge = _hedge(number)
    run = [*words, *number.tokens, *(second.tokens if second else ())]
    span = span_of(sorted(run, key=lambda t: t.i))
    low, best, high = _bounds(number, second, hedge)
    return Quantity(span, low, best, high, _unit(second or number))


def _bounds(number: _Number, second: _Number | None, hedge: str) -> tuple[float | None, ...]:
    value = number.value
    if second is not None:
        return value, None, second.value
    if number.floor:
        return value, None, None
    if hedge == "floors":
        return value, value, None
    if hedge == "ceilings":
        return None, value, value
    if hedge == "about":
        return round(value * 0.9, 2), value, round(value * 1.1, 2)
    return value, value, value


def _numbers(tokens: list[Token]) -> list[_Number]:
    found: list[_Number] = []
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and _value(token) is not None and (not run or _next(run[-1], token)):
            run.append(token)
            continue
        if run:
            found.append(_number(run))
        run = [token] if token is not None and _value(token) is not None else []
    return found


def _number(run: list[Token]) -> _Number:
    total, floor = 0.0, False
    for token in run:
        value = _value(token) or 0.0
        if token.lower_ in _table("plurals"):
            total, floor = max(total, 1.0) * value, True
        elif token.lower_ in _table("scales"):
            total = max(total, 1.0) * value
        else:
            total += value
    before = run[0].nbor(-1).lower_ if run[0].i else ""
    if run[0].lower_ in _table("scales") and before in _phrases("several"):
        return _Number(tuple(run), 2 * total, floor=True)
    if before == "a" and run[0].i > 1 and run[0].nbor(-2).lower_ == "half":
        return _Number(tuple(run), total / 2)
    return _Number(tuple(run), total, floor)


def _value(token: Token) -> float | None:
    if _FIGURE.fullmatch(token.text):
        return float(token.text.replace(",", ""))
    for table in ("units", "scales", "plurals"):
        if token.lower_ in _table(table):
            return float(_table(table)[token.lower_])
    return None


def _counts(number: _Number) -> bool:
    first = number.tokens[0]
    if len(number.tokens) == 1 and (_YEAR.fullmatch(first.text) or first.dep_ == "npadvmod"):
        return False
    if first.lower_ == "one" and first.dep_ not in {"nummod", "quantmod", "compound"}:
        return False
    head = _counted(number)
    if head is None or _is_label(number) or _is_joined(number):
        return False
    return head.lower_.rstrip(".") not in _skipped() and head.lemma_.lower() not in _skipped()


def _is_label(number: _Number) -> bool:
    """An age or a serial number: "Ms Dorn, 46," or "Brigade 11"."""
    first = number.tokens[0]
    before = [t for t in first.doc[max(first.sent.start, first.i - 2) : first.i] if t.text != ","]
    return bool(before) and before[-1].tag_ in {"NNP", "NNPS"}


def _is_joined(number: _Number) -> bool:
    """Half of a compound: "an 18-month inquiry"."""
    last = number.tokens[-1]
    if last.whitespace_ or last.i + 2 >= len(last.doc) or last.nbor().text not in {"-", "–"}:
        return False
    return _value(last.nbor(2)) is None


def _counted(number: _Number) -> Token | None:
    """The noun that is counted: "18 soldiers", "dozens of soldiers", "18 of the soldiers"."""
    last = number.tokens[-1]
    for node in (last, *number.tokens):
        for prep in node.children:
            if prep.lower_ == "of":
                return next((c for c in prep.children if c.dep_ == "pobj"), None)
    for head in climb(last):
        if head.tag_.startswith("NN") and head not in number.tokens:
            return head
        if head.tag_.startswith("VB") or head.dep_ in {"pobj", "prep"}:
            break
    return last if len(number.tokens) == 1 and last.dep_ in {"nsubj", "nsubjpass", "dobj"} else None


def _hedge(number: _Number) -> tuple[list[Token], str]:
    doc, start = number.tokens[0].doc, number.tokens[0].i
    for size in range(min(_LOOK_BACK, start), 0, -1):
        words = list(doc[start - size : start])
        phrase = " ".join(w.lower_ for w in words)
        for kind in ("floors", "ceilings", "about"):
            if phrase in _phrases(kind):
                return words, kind
    last = number.tokens[-1].i
    following = doc[last + 1 : last + 3]
    if following.text.lower() in _phrases("after"):
        return list(following), "floors"
    return [], ""


def _second(number: _Number, numbers: list[_Number]) -> _Number | None:
    last, doc = number.tokens[-1], number.tokens[-1].doc
    for other in numbers:
        between = [t.lower_ for t in doc[last.i + 1 : other.tokens[0].i]]
        if len(between) != 1 or other.value <= number.value:
            continue
        start = number.tokens[0].i
        between_and = between == ["and"] and start > 0 and doc[start - 1].lower_ == "between"
        if between_and or between[0] in {"to", "-", "–", "or"}:
            return other
    return None


def _next(left: Token, right: Token) -> bool:
    """Whether two words spell one number: "two hundred", "twenty-five", but not "30-40"."""
    hyphen = right.i == left.i + 2 and left.nbor().text == "-" and not left.text[0].isdigit()
    return right.i == left.i + 1 or hyphen


@cache
def _table(name: str) -> dict[str, int]:
    return {k: v for k, v in lexicons.load("numbers")[name].items() if isinstance(v, int)}


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(lexicons.load("numbers")[name]["phrases"])


@cache
def _currencies() -> dict[str, str]:
    table = lexicons.load("numbers")["currencies"]
    return {sign: str(name) for sign, name in table.items() if sign != "source"}


@cache
def _skipped() -> frozenset[str]:
    return frozenset(lexicons.load("numbers")["skip"]["nouns"])
