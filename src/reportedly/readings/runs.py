"""Runs of capitals in a report: where they stand, what of them is a title, what a body's name."""

import re
from collections.abc import Iterator
from functools import cache

from .nominals import is_name, listed, mentions, words
from .tokens import Doc, Token
from .wording import group_of

_HEADLINE = 0.7
"""Share of capitalised long words from which a line is a headline, whose capitals tell nothing."""

_INNER = re.compile(
    r"^[A-Z]{2,}[a-z]|(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^La)(?<!^Le)(?<!^Fitz)(?<=[a-z])[A-Z]"
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_PAIR = 2
"""Words in capitals that may be somebody's name."""

_SYLLABLE = 4
"""Letters of a small second half of a given name ("Ji-won")."""


def headlines(doc: Doc) -> frozenset[int]:
    """Tokens of lines in which nearly every longer word is capitalised."""
    found: set[int] = set()
    line: list[Token] = []
    for token in doc:
        if "\n" not in token.text:
            line.append(token)
        if "\n" in token.text or token.i + 1 == len(doc):
            long = [t for t in line if len(t) > 3 and t.is_alpha]
            capital = sum(t.text[:1].isupper() for t in long)
            lower = any(t.is_lower and t.pos_ == "VERB" for t in line)
            if not lower and len(long) > 3 and capital >= _HEADLINE * len(long):
                found.update(t.i for t in line)
            line = []
    return frozenset(found)


def is_coined(name: str) -> bool:
    """Whether a name is spelt as those of bodies are: an acronym, or a capital within."""
    return bool(_ACRONYM.fullmatch(name) or _INNER.search(name))


def is_given(token: Token) -> bool:
    """Whether the word is a frequent given name."""
    return any(token.lower_ in listed("given_names", k) for k in ("female", "male", "either"))


def runs(doc: Doc) -> Iterator[list[Token]]:
    """Maximal stretches of capitalised words in one sentence; small particles join names."""
    run: list[Token] = []
    for token in doc:
        joins = run and (
            (token.lower_ in listed("particles", "person") and _next_is_name(token))
            or _is_hyphened(token)
        )
        if (is_name(token) and not (run and token.is_sent_start)) or joins:
            run.append(token)
        else:
            if run:
                yield run
            run = [token] if is_name(token) else []
    if run:
        yield run


def _is_hyphened(token: Token) -> bool:
    """Whether the token is the hyphen, or what follows it, in a name: "Ji-won", "Al-Dorn"."""
    if token.i == 0 or token.i + 1 >= len(token.doc) or token.nbor(-1).whitespace_:
        return False
    if token.text == "-":
        after = token.nbor(1)
        short = len(after) <= _SYLLABLE and after.tag_ in {"NN", "NNP"} and token.nbor(-1).i > 0
        named = short and is_name(token.nbor(-2))
        return not token.whitespace_ and (is_name(after) or named)
    return token.nbor(-1).text == "-" and _is_hyphened(token.nbor(-1))


def _next_is_name(token: Token) -> bool:
    return (
        token.i + 1 < len(token.doc) and is_name(token.nbor(1)) and not token.nbor(1).is_sent_start
    )


def split_title(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """A capitalised run as title and name: "President" and "Ana Kovic"."""
    titles = _titles()
    cut = max((i + 1 for i, t in enumerate(run) if t.lower_ in titles), default=0)
    return (run[:cut], run[cut:]) if cut < len(run) else ([], run)


@cache
def _titles() -> frozenset[str]:
    """Every word that may end a title."""
    groups = ("title", "rank", "office", "spokesperson", "reporters")
    return listed("party", "adjectives").union(*(listed(group) for group in groups))


@cache
def body_words() -> frozenset[str]:
    """Every word or listed name that ends a body's name."""
    groups = ("government", "military", "intelligence", "organisation", "media")
    return listed("media", "names").union(*(listed(group) for group in groups))


def with_body(run: list[Token]) -> list[Token]:
    """The run where it ends in a body's word, or with the one that follows ("Tarsian army")."""
    doc, end = run[-1].doc, run[-1].i + 1
    if any(words(run[-size:]).lower() in body_words() for size in (1, 2, 3)):
        return run
    return [*run, doc[end]] if end < len(doc) and doc[end].lower_ in body_words() else []


def is_impersonal(name: list[Token]) -> bool:
    """Whether a capitalised run names a body, a place, a thing: nobody, at any rate."""
    forms = {t.lower_ for t in name}
    if all(t.is_upper for t in name):
        return len(name) != _PAIR or not is_given(name[0])
    if name[0].lower_ in listed("bodies", "first"):
        return True
    last = name[-1].lower_.rstrip(".")
    towns = listed("given_names", "places")
    if len(name) > 1 and is_given(name[0]) and name[0].lower_ not in towns:
        return last in listed("bodily", "words") or last in body_words()
    if mentions(name) or last in listed("bodily", "words") or group_of(name):
        return True
    named = (body_words(), listed("document"), listed("office"))
    return not all(forms.isdisjoint(group) for group in named)


def body_at(run: list[Token]) -> str:
    """A body's name: a demonym or place may stand before it, an "of" phrase after it."""
    doc, end = run[-1].doc, run[-1].i + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and is_name(doc[end + 1]):
        end += 2
        while end < len(doc) and is_name(doc[end]) and not doc[end].is_sent_start:
            end += 1
    return words(list(doc[run[0].i : end]))
