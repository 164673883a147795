"""Names in running text, found by capitals: no parse, so that any number of reports stay cheap.

A name is a run of capitalised words, joined by "of" or "for" where the first word asks for it.
Titles part it ("Slidell Police Chief Randy Fandal" is a body and a person), genitives end it.
A word that opens a sentence counts as a name only where the report writes it with a capital
elsewhere, or where the word lists know it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reportedly.claims.kinds import headed, is_acronym
from reportedly.claims.names import canonical, listed, listed_as
from reportedly.claims.tokens import Lines, Token, is_headline, starts
from reportedly.lexicons import load
from reportedly.lexicons.countries import Mention, countries_in
from reportedly.model import Span

_ABBREVIATED = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "st", "sen", "rep",
                          "gov", "prof", "capt", "maj", "jr", "no"})  # fmt: skip
_DAY = re.compile(r"\.? \d")
_LINKS = frozenset({"of", "for"})
_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "du",
        "da",
        "des",
        "del",
        "di",
    }
)
_SURNAMES = frozenset({"may", "march", "well", "read", "story", "case", "august", "june", "april"})
_CAPITALS = frozenset({"US", "WHO", "IS", "UN", "EU"})
_MOST = 7
"""A run of more capitalised words is a headline, or a list."""

_SHOUTED = 4
"""Words in capitals longer than this are shouted headlines, not abbreviations."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A name where it stands: its words, the title before it, the words around it."""

    span: Span
    text: str
    title: str
    before: str
    after: str
    opens: bool


def spotted(told: Lines, elsewhere: frozenset[str] = frozenset()) -> tuple[Spotted, ...]:
    """All names of a report in the order of the text.

    ``elsewhere``: words that other reports of the story write with a capital, and never without.
    """
    known = _Known(told.text, told.inside, told.common, elsewhere)
    body = [line for line in told.lines if not is_headline(told.text, line)]
    names = frozenset(found.text.lower() for line in body for found in _of_line(known, line))
    known = replace(known, names=names)
    return tuple(found for line in told.lines for found in _of_line(known, line))


@dataclass(frozen=True, slots=True)
class _Known:
    """A report's text, its words with a capital inside sentences, its words without, its names."""

    text: str
    inside: frozenset[str]
    common: frozenset[str]
    elsewhere: frozenset[str]
    names: frozenset[str] = frozenset()

    def opens_a_name(self, first: Token, single: bool) -> bool:
        """Whether the first word of a sentence is part of a name."""
        held = self.inside | self.elsewhere
        if first.text in held or is_acronym(first.text):
            return True
        if first.text.isupper() and first.text.title() in held:
            return True
        if first.lower in self.common or single:
            return bool(lands_in(first.text)) or _listed(first.text)
        return True

    def only_opens(self, held: Sequence[Token]) -> bool:
        """Whether a first word only stands before a name: "Billionaire Ana Kovic"."""
        if len(held) < 2 or held[0].text in self.inside | self.elsewhere:
            return False
        if held[0].lower in listed("roles"):
            return True
        rest, whole = (self.text[t.start : held[-1].end] for t in (held[1], held[0]))
        alone = self.text.count(rest) > self.text.count(whole)
        return len(held) > 2 and alone and all(t.text in self.inside for t in held[1:])


def _of_line(known: _Known, line: Sequence[Token]) -> Iterator[Spotted]:
    headline = is_headline(known.text, line)
    for run in _runs(known.text, line):
        for part in _shouts_apart(run):
            trimmed = _trimmed(known, line, part, headline)
            if trimmed:
                yield from _untitled(known, line, trimmed)
            elif headline:
                yield from _named_below(known, line, part)


def _named_below(known: _Known, line: Sequence[Token], run: list[Token]) -> Iterator[Spotted]:
    """The names in a headline's run that the report has in its sentences."""
    at = 0
    while at < len(run):
        ends = range(min(len(run), at + _MOST), at, -1)
        end = next((end for end in ends if _words_of(known, run[at:end]) in known.names), at)
        if end > at:
            yield _spot(known, line, run[at:end], "")
        at = max(end, at + 1)


def _words_of(known: _Known, run: Sequence[Token]) -> str:
    return known.text[run[0].start : run[-1].end].lower()


def _runs(text: str, line: Sequence[Token]) -> Iterator[list[Token]]:
    """Stretches of words with capitals, with what links them."""
    at = 0
    while at < len(line):
        if not line[at].capital:
            at += 1
            continue
        end = at + 1
        while (step := _next(text, line, end)) > end:
            end = step
        yield list(line[at:end])
        at = end


def _next(text: str, line: Sequence[Token], end: int) -> int:
    """Where a run that reaches ``end`` goes on to, or ``end``."""
    if end >= len(line) or not _touch(text, line[end - 1], line[end]):
        return end
    if line[end].capital or (line[end].text.isdigit() and len(line[end].text) < 3):
        return end + 1
    further = _capital_at(text, line, end + 1)
    if line[end].text == "police":
        before = text[line[end - 1].start : line[end - 1].end]
        return end if further or lands_in(before) else end + 1
    if further and (line[end].lower in _PARTICLES or _joins(text, line, end)):
        return end + 2
    if line[end].lower in _LINKS and line[end - 1].lower in listed("of_heads"):
        step = end + 1
        if step < len(line) and line[step].lower == "the":
            step += 1
        if _capital_at(text, line, step):
            return step + 1
    return end


def _joins(text: str, line: Sequence[Token], end: int) -> bool:
    return line[end].lower == "and" and _is_listed_pair(text, line, end)


def _is_listed_pair(text: str, line: Sequence[Token], end: int) -> bool:
    """Whether "and" joins a name that the lists know ("Securities and Exchange Commission")."""
    return any(
        _listed(text[line[start].start : line[stop].end])
        for start in range(max(0, end - 3), end)
        for stop in range(end + 1, min(end + 5, len(line)))
    )


def _capital_at(text: str, line: Sequence[Token], at: int) -> bool:
    return at < len(line) and line[at].capital and _touch(text, line[at - 1], line[at])


def _touch(text: str, left: Token, right: Token) -> bool:
    """Whether only a space, or the full stop of an abbreviation, stands between two words."""
    gap = text[left.end : right.start]
    short = left.lower in _ABBREVIATED or (len(left.text) == 1 and left.text.isupper())
    return gap == " " or (gap == ". " and short)


def _shouts_apart(run: list[Token]) -> Iterator[list[Token]]:
    """A headline in capitals is no part of the name after it, nor is "Image" a part of any."""
    start = 0
    for at in range(1, len(run)):
        turns = _shouted(run[at - 1]) != _shouted(run[at])
        apart = turns and (at - start > 1 or _shouted(run[at - 1]))
        if apart or run[at].lower in listed("captions"):
            yield run[start:at]
            start = at
    yield run[start:]


def _shouted(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > _SHOUTED


def _trimmed(
    known: _Known, line: Sequence[Token], run: list[Token], headline: bool
) -> list[Token] | None:
    """A run without words that are no part of a name; in a headline only what is known."""
    held = list(run)
    if len(held) == 1 and _is_shouted_word(known, held[0]):
        return None
    while held and (_is_no_name(held[0]) or held[0].text.isdigit() or _is_month(known, held[0])):
        held = held[1:]
    while len(held) > 1 and held[0].lower in listed("credits"):
        held = held[1:]
    while held and (_ends_no_name(held) or held[-1].lower in _LINKS | _PARTICLES):
        held.pop()
    if held and (held[0] is line[0] or starts(known.text, held[0])):
        while held and not known.opens_a_name(held[0], len(held) == 1):
            held = held[1:]
        if known.only_opens(held):
            held = held[1:]
    if not any(token.capital for token in held):
        return None
    if len(held) > _MOST or (headline and held and not _known_in_headline(known, held)):
        return None
    return held or None


def _is_no_name(token: Token) -> bool:
    """A word that only its capital makes look like a name; "US" and "WHO" are names."""
    return token.text not in _CAPITALS and token.lower in listed("not_names")


def _is_month(known: _Known, token: Token) -> bool:
    """Whether "Jan" is no first name."""
    return token.text == "Jan" and bool(_DAY.match(known.text, token.end))


def _ends_no_name(held: Sequence[Token]) -> bool:
    """Whether the last word is none of a name; "May" is one after another word."""
    numbered = held[:-1] if held[-1].text.isdigit() else held
    if len(numbered) > 1 and numbered[-1].lower in listed("trailing"):
        return True
    return _is_no_name(held[-1]) and not (len(held) > 1 and held[-1].lower in _SURNAMES)


def _is_shouted_word(known: _Known, token: Token) -> bool:
    """A single letter, or a word in capitals that the report also writes without them."""
    if len(token.text) == 1:
        return True
    shouted = token.text.isupper() and len(token.text) > 2 and token.text not in _CAPITALS
    return shouted and token.lower in known.common and not _listed(token.text)


def _known_in_headline(known: _Known, held: Sequence[Token]) -> bool:
    """Whether a headline's run holds names that the report writes elsewhere, or lists know."""
    words_ = [t.text for t in held if t.capital]
    text = " ".join(words_)
    return all(w in known.inside for w in words_) or bool(lands_in(text)) or _listed(text)


@lru_cache(maxsize=100_000)
def lands_in(name: str) -> tuple[Mention, ...]:
    """The countries that the words of a name mention; names recur, so this is kept."""
    return countries_in(name)


@lru_cache(maxsize=100_000)
def _listed(text: str) -> bool:
    return listed_as(canonical(text)) is not None


def _untitled(known: _Known, line: Sequence[Token], run: list[Token]) -> Iterator[Spotted]:
    """The parts of a run before and after a title: a body, a country, a person."""
    cuts = [at for at, t in enumerate(run) if t.lower in _titles()]
    if not cuts or headed(known.text[run[0].start : run[-1].end]):
        yield from _one(known, line, run, "")
        return
    last = cuts[-1]
    first = next(at for at in range(last, -1, -1) if at == 0 or run[at - 1].lower not in _titles())
    title = " ".join(t.lower for t in run[first : last + 1])
    if run[:first]:
        yield from _one(known, line, run[:first], "")
    if run[last + 1 :]:
        yield from _one(known, line, run[last + 1 :], title)


@cache
def _titles() -> frozenset[str]:
    return listed("title") | {"ceo", "cfo", "coo", "cto", "executive", "chairman", "chairwoman",
                              "coach", "actor", "actress", "singer", "quarterback", "coordinator",
                              "defense", "foreign", "interior", "mp", "mk"}  # fmt: skip


def _one(known: _Known, line: Sequence[Token], run: list[Token], title: str) -> Iterator[Spotted]:
    parted = [_lands_apart(held) for held in run]
    if any(len(parts) > 1 for parts in parted):
        for parts in parted:
            for part in parts:
                yield _spot(known, line, [part], title)
        return
    for held in _demonym_apart(known.text, run):
        yield _spot(known, line, held, title)


def _lands_apart(token: Token) -> list[Token]:
    """The parts of a word that names two countries, as "Israeli-Palestinian" does."""
    parts = token.text.split("-")
    if len(parts) != 2 or not all(lands_in(part) for part in parts):
        return [token]
    middle = token.start + len(parts[0])
    return [
        Token(parts[0], token.start, middle),
        Token(parts[1], middle + 1, token.end),
    ]


def _demonym_apart(text: str, run: list[Token]) -> Iterator[list[Token]]:
    """A run without its demonym: "American Kurt Weil" is two, "German Red Cross" one name."""
    whole = text[run[0].start : run[-1].end]
    lands = lands_in(whole)
    first = lands[0] if lands else None
    covered = sum(t.end - run[0].start <= first.span.end for t in run) if first else 0
    listed_ = next((at for at in range(len(run) - 2, 1, -1) if _is_body(text, run[:at])), 0)
    if listed_ and not headed(whole) and not _listed(whole):
        yield run[:listed_]
        yield run[listed_:]
        return
    apart = first is not None and first.span.start == 0 and 0 < covered < len(run)
    if apart and first and not headed(whole) and (first.how == "demonym" or len(run) > covered + 1):
        yield run[:covered]
        yield run[covered:]
    else:
        yield run


def _is_body(text: str, run: Sequence[Token]) -> bool:
    """Whether a run is a body of several words that the lists know."""
    found = listed_as(canonical(text[run[0].start : run[-1].end]))
    return found is not None and found[1] == "bodies"


def _spot(known: _Known, line: Sequence[Token], run: list[Token], title: str) -> Spotted:
    """One name with two words before and the words after it."""
    start, end = run[0].start, run[-1].end
    end += known.text[start : end + 1] in _dotted()
    before = known.text[max(line[0].start, start - 40) : start]
    after = known.text[end : min(line[-1].end + 1, end + 40)]
    return Spotted(Span(start, end), known.text[start:end], title, before, after, run[0] is line[0])


@cache
def _dotted() -> frozenset[str]:
    """Listed names that end in a full stop of their own ("Calif.")."""
    tables = load("actors")
    rows = [row for table in ("towns", "states", "bodies") for row in tables[table]["names"]]
    return frozenset(name for row in rows for name in row if name.endswith("."))
