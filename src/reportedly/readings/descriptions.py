"""Voices described by a common noun of the word lists: bodies, officials, documents, crowds."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from reportedly.model import SourceKind

from .names import Book
from .nominals import Nominal, is_name, like_a_demonym, listed, nominal, words
from .wording import (
    BODIES,
    PEOPLE,
    Profile,
    apposition,
    as_kind,
    body_name,
    country_in,
    description,
    group_of,
    person,
    phrase_behind,
    role_of,
)

Again = Callable[[Nominal], Profile]
"""Reads a phrase inside the phrase: the ministry of "an official at the ministry"."""

_WITHIN = frozenset({"for", "in", "at", "of", "from", "within", "inside", "with"})
_CLOSE = frozenset({"close", "familiar", "in", "inside", "within", "at", "briefed"})
_ONE = frozenset({"a", "an", "one", "another"})


def described(phrase: Nominal, names: Book, again: Again) -> Profile | None:
    """The voice whose head noun a list of ``sources.toml`` holds, or None."""
    group = group_of(phrase.core)
    named = _name_behind(phrase, names)
    if group in PEOPLE and named:
        bare = replace(phrase, tail=())
        return person(bare, named, phrase.core)
    if group in BODIES:
        return _body(phrase, as_kind(group), names)
    if group in {"spokesperson", "official", "rank", "office"}:
        return _insider(phrase, group, names, again)
    if group in {"message", "document"}:
        return _written(phrase, group, again)
    return _crowd(phrase, group) if group else None


def _name_behind(phrase: Nominal, names: Book) -> str | None:
    """A person's name behind a role: "the governor, Ana Kovic"."""
    behind = apposition(phrase)
    if not behind or not all(is_name(t) for t in behind):
        return None
    known = names.person(words(behind))
    return known.name if known else words(behind) if len(behind) > 1 else None


def _body(phrase: Nominal, kind: SourceKind, names: Book) -> Profile:
    """A body of state, an outlet or an organisation under its own name."""
    name = body_name(phrase)
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    plural = phrase.head.tag_ in {"NNS", "NNPS"} and name is None
    unnamed = plural and any(t.lower_ in listed("nameless", "words") for t in phrase.core)
    return Profile(kind, kind, names.fuller(name) if name else None, country, unnamed)


def _insider(phrase: Nominal, group: str, names: Book, again: Again) -> Profile:
    """Somebody who speaks from an office or inside a body."""
    definite = phrase.core[0].lower_ not in _ONE and phrase.head.tag_ != "NNS"
    if group == "office" and definite:
        country = country_in(phrase.core) or country_in(phrase_behind(phrase))
        return Profile("office", group, body_name(phrase), country, role=description(phrase))
    body = _inner(phrase, names, again)
    if group == "spokesperson" and body is not None:
        return replace(
            body, group=group, role=role_of(phrase.core), anonymous=body.name is None
        )  # an unnamed spokesperson is the body's own voice
    return _official(phrase, group, names, body)


def _official(phrase: Nominal, group: str, names: Book, body: Profile | None) -> Profile:
    """Somebody unnamed: the kind is that of the body where one is named."""
    country = country_in(phrase.core) or (body.country if body else None)
    country = country or country_in(phrase_behind(phrase))
    national = country is not None or any(_is_national(t, names) for t in phrase.core)
    ranked = group == "rank" or phrase.head.lower_ in listed("rank")
    state: SourceKind = "military" if ranked else "government"
    kind: SourceKind = body.kind if body else state if national else "anonymous"
    return Profile(kind, group, None, country, True, description(phrase))


def _is_national(token: Token, names: Book) -> bool:
    """Whether the word is a place of this report, or a capitalised adjective ("Tarsian")."""
    return token.text in names.places or (is_name(token) and like_a_demonym(token))


def _inner(phrase: Nominal, names: Book, again: Again) -> Profile | None:
    """The body before a role ("army officers") or behind it ("an official at the ministry")."""
    before = phrase.core[:-1]
    for end in range(len(before), 0, -1):
        group = group_of(before[:end])
        if group in BODIES:
            inner = Nominal(before[:end], before[end - 1], before[:end], ())
            return _body(inner, as_kind(group), names)
    behind = phrase_behind(phrase, _WITHIN)
    if not behind:
        return None
    found = again(nominal(tuple(behind)))
    return found if found.kind in BODIES else None


def _written(phrase: Nominal, group: str, again: Again) -> Profile:
    """A document; but a mere message is the word of whoever issued it."""
    issuer = tuple(phrase_behind(phrase, listed("issuers", "words")))
    owner = next((t for t in phrase.core if t.dep_ == "poss"), None)
    if owner is not None:
        issuer = tuple(t for t in phrase.core if t.i <= owner.i)
    if group == "message" and issuer:
        found = again(nominal(issuer))
        if found.kind not in {"unspecified", "document"}:
            return found
    country = country_in(phrase.core) or country_in(issuer)
    return Profile("document", group, body_name(phrase), country)


def _crowd(phrase: Nominal, group: str) -> Profile:
    """Witnesses, people the report knows, and nobody in particular."""
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    role = description(phrase)
    if group in {"witness", "anonymous", "profession", "title"}:
        kind: SourceKind = "witness" if group == "witness" else "anonymous"
        return Profile(kind, group, None, country, True, role)
    counted = any(t.pos_ == "NUM" or t.lower_ in _ONE for t in phrase.core)
    close = any(t.lower_ in _CLOSE for t in phrase.tail)
    if phrase.head.lemma_.lower() == "source" and (counted or close):
        return Profile("anonymous", "anonymous", None, country, True, role)
    people = phrase.head.lower_ not in listed("unspecified", "reports")
    return Profile("unspecified", group, None, country, people, role)
