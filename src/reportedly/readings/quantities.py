"""How many: figures and number words with their hedges, as low, best and high.

``low`` and ``high`` are the ends that the words set, None where they set none; ``best`` is the
one figure that is printed, None where two are or where a word such as "dozens" is no figure.
UCDP's reading:

===================================  ==================
"30"                                 30, 30, 30
"at least 30", "30 or more"          30, 30, None
"more than 30", "over 30"            30, 30, None
"up to 30", "fewer than 30"          None, 30, 30
"between 10 and 12", "10 or 12"      10, None, 12
"about 30", "nearly 30", "30-odd"    27, 30, 33
"dozens", "a few dozen"              24, None, None
"tens of thousands"                  20000, None, None
"a third of the soldiers"            33.33 percent
"no soldiers", "none of them"        0, 0, 0
===================================  ==================

"more than" and "fewer than" leave the figure itself out, which low and high do not show: the
words are under ``span``. A tenth either way of "about", and two of a plural's scale as its
floor, are our own choice.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly import lexicons
from reportedly.model import Quantity, Span

from .clauses import tokens_in
from .figures import Figure, changes, figures
from .tokens import Doc, Token
from .units import counted, unit

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OF = re.compile(r"\s+(?:of|the|its|his|her|their|our|all|this|that|these|those)\b", re.I)
_PLACED = frozenset({"over", "under", "above", "below", "about", "around"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "nummod"})


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity in its sentence: the tokens of its number, and the noun that is counted."""

    quantity: Quantity
    tokens: tuple[Token, ...]
    noun: Token | None


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure with the tokens of its number and what they count."""

    text: str
    figure: Figure
    tokens: tuple[Token, ...]
    noun: Token | None

    @property
    def words(self) -> str:
        return self.text[self.figure.start : self.figure.number.end].lower()


def counts(doc: Doc, text: str) -> tuple[Count, ...]:
    """Every count in ``text``, of which ``doc`` is the parse, in order.

    Years, dates, ages, clock times and numbers in names are no counts.
    """
    held = (_held(doc, text, figure) for figure in figures(text))
    return tuple(_count(h, _hedged(h)) for h in held if h is not None and _counts(h))


def quantity(
    counted: Iterable[Count], tokens: Sequence[Token], actors: Sequence[Span]
) -> Quantity | None:
    """The first count among ``tokens``: of one of ``actors`` where there is one, else of anything.

    Spans of time are left out: they say how long, not of how many.
    """
    indices = {t.i for t in tokens}
    within = [c for c in counted if c.tokens[0].i in indices]  # of most statements none
    inside = [c for c in within if all(t.i in indices for t in c.tokens) and not _lasts(c)]
    known = [(c, c.noun) for c in inside if c.noun is not None and c.noun.i in indices]
    of_actors = [c for c, noun in known if any(a.start <= noun.idx < a.end for a in actors)]
    return next((c.quantity for c in (*of_actors, *inside)), None)


def within(doc: Doc, text: str, span: Span) -> Quantity | None:
    """The figure known to stand under ``span`` of ``text``: the widest, where several do."""
    held = [h for h in (_held(doc, text, f) for f in figures(text, span)) if h is not None]
    widest = max(held, key=lambda h: h.figure.span.end - h.figure.span.start, default=None)
    return _count(widest, widest.figure).quantity if widest else None


def _lasts(count: Count) -> bool:
    return count.noun is not None and unit(count.noun) in _words("durations")


def _held(doc: Doc, text: str, figure: Figure) -> _Held | None:
    tokens = tuple(tokens_in(doc, (figure.number,)))
    return _Held(text, figure, tokens, counted(_end(doc, figure))) if tokens else None


def _end(doc: Doc, figure: Figure) -> Token:
    """The last token of the figure with what follows it: "30 or more", "30 %"."""
    return tokens_in(doc, (Span(figure.number.start, figure.span.end),))[-1]


def _count(held: _Held, figure: Figure) -> Count:
    shown = figure.unit or (unit(held.noun) if held.noun is not None else "")
    return Count(Quantity(figure.span, *figure.bounds, shown), held.tokens, held.noun)


def _hedged(held: _Held) -> Figure:
    """The figure, without its hedge where that is none: "a dispute over two islands"."""
    figure = held.figure
    if figure.hedge not in _PLACED or held.noun is None:
        return figure
    hedge = tokens_in(held.tokens[0].doc, (Span(figure.span.start, figure.start),))[0]
    leads = hedge.head.tag_.startswith("NN") or hedge.head.lemma_ in _words("leaders")
    return figure.unhedged() if hedge.dep_ == "prt" or (hedge.dep_ == "prep" and leads) else figure


def _counts(held: _Held) -> bool:
    """Whether the figure counts anything; signs of money and percent always do."""
    if _is_label(held) or _is_year(held):
        return False
    if held.figure.part:
        return _is_share(held)
    if held.figure.unit:
        return True
    doubtful = _DOUBTFUL.get(held.words)
    if doubtful is not None:
        return doubtful(held)
    return _stands_alone(held) if held.noun is None else _is_thing(held.noun)


def _is_thing(noun: Token) -> bool:
    return not {noun.lower_.rstrip("."), unit(noun)} & _words("skip")


def _is_label(held: _Held) -> bool:
    """An age or a number in a name: "Ms Dorn, 46,", "Brigade 11", "on Highway 61"."""
    first = held.tokens[0]
    before = _before(held, ",")
    if before is None or held.figure.hedge or held.figure.unit or not held.figure.bounds[1]:
        return False
    name = before.tag_ in {"NNP", "NNPS"}
    counts_next = held.noun is not None and held.noun.tag_ in {"NNS", "NN"}
    if before.i < first.i - 1:
        return name and (held.noun is None or first.dep_ == "appos")
    if before.lower_ in _words("labels") and before.tag_ != "VBD":
        return before.text.istitle() or not counts_next or _follows(held.tokens[-1], "of")
    if first.text.istitle() and first.i > first.sent.start:
        return name
    return name and not counts_next


def _is_year(held: _Held) -> bool:
    """A bare number from 1500 to 2099, unless plural nouns follow and no word of time leads."""
    if not _YEAR.fullmatch(held.words):
        return False
    before = _before(held)
    if held.figure.hedge and held.noun is not None:
        return before is not None and before.lower_ in _words("leads")
    plural = held.noun is not None and held.noun.tag_ == "NNS"
    return not plural or before is None or before.tag_ in {"IN", "DT", "NNP", "PRP$", "POS", "TO"}


def _before(held: _Held, skipped: str = "") -> Token | None:
    """The word before the figure and its hedge, in its sentence; ``skipped`` is looked through."""
    first = tokens_in(held.tokens[0].doc, (Span(held.figure.span.start, held.figure.start + 1),))[0]
    at = first.i - 1
    while at >= first.sent.start and (first.doc[at].is_space or first.doc[at].text == skipped):
        at -= 1
    return first.doc[at] if at >= first.sent.start else None


def _is_share(held: _Held) -> bool:
    """Whether a fraction is part of something: not "the second half", "a third man"."""
    before = _before(held)
    following = held.text[held.figure.span.end : held.figure.span.end + 12]
    if before is not None and before.lower_ in _words("halves"):
        return False
    if {"in", "out"} & set(held.words.split()):
        return held.noun is not None and unit(held.noun) not in _words("durations")
    counting = held.tokens[-1].dep_ in {"nsubj", "nsubjpass"} or held.words[-1] == "s"
    if counting or held.figure.hedge or _OF.match(following):
        return True
    return before is not None and before.lower_ in {"by", "to"}


def _is_nobody(held: _Held) -> bool:
    """Whether nobody is counted: "no soldiers", not "no reason", "none of this"."""
    token = held.tokens[0]
    if held.words == "none":
        return token.dep_ in _ROLES and (held.noun is not None or not _follows(token, "of"))
    if held.noun is None or {held.noun.lower_, token.nbor().lower_} & _words("nobody"):
        return False
    return held.noun.tag_ == "NNS" or held.noun.dep_ in {"nsubj", "nsubjpass"}


def _follows(token: Token, word: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == word


def _is_one(held: _Held) -> bool:
    """Whether one is counted: "one woman", not "one of the largest", "this one"."""
    token = held.tokens[0]
    hedged = bool(held.figure.hedge) and held.noun is not None
    return hedged or (token.dep_ in {"nummod", "quantmod", "compound"} and held.noun is not None)


def _is_scores(held: _Held) -> bool:
    """Whether many are counted: "scores of miners", not "test scores", "he scores"."""
    token = held.tokens[0]
    if token.tag_ == "VBZ" or _follows(token, "of"):
        return token.tag_ != "VBZ"
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is None or before.tag_[:2] not in {"NN", "DT", "JJ", "PR", "CD", "PO"}


def _stands_alone(held: _Held) -> bool:
    """Whether it counts without a noun: "dozens were hurt", "the toll rose to 77"."""
    last = held.tokens[-1]
    if held.figure.hedge and held.figure.hedge not in _PLACED:
        return True
    if last.dep_ in _ROLES or _follows(last, "of"):
        return True
    if last.dep_ == "attr":
        who = [t for t in last.head.children if t.dep_ == "nsubj"]
        return bool(who) and who[0].tag_ == "NN"
    verb = last.head.head
    if last.head.lower_ == "of":
        return verb.lower_ in _words("totals")
    return last.dep_ == "pobj" and last.head.lower_ == "to" and verb.lower_ in changes()


_DOUBTFUL: dict[str, Callable[[_Held], bool]] = {
    "no": _is_nobody,
    "none": _is_nobody,
    "one": _is_one,
    "scores": _is_scores,
}
"""Words that only sometimes count."""


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(lexicons.load("numbers")[table]["nouns"])
