"""Mentions of actors in one report: names, countries, descriptions and pronouns, as they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.kinds import (
    gender,
    has_given_name,
    headed,
    is_acronym,
    like_a_person,
    listed_kind,
    told_gender,
)
from reportedly.claims.names import canonical, key, listed, listed_as, romanised, untitled
from reportedly.claims.spotting import Spotted, lands_in, spotted
from reportedly.claims.tokens import Lines
from reportedly.claims.words import words
from reportedly.lexicons import load
from reportedly.lexicons.countries import Mention as Land
from reportedly.model import ActorKind, Document, Span

_WHERE = frozenset({"in", "near", "outside", "inside", "across", "around", "throughout", "downtown",
                    "central", "southern", "northern", "eastern", "western"})  # fmt: skip
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?(?: \([A-Za-z ]+\))? [—–-] |, [A-Z][a-z]+\. \d|: ")
_LISTED_AFTER = re.compile(r", (?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.|[A-Z]{2}\b)")
_AGED = re.compile(r", \d{1,3}\b")
_APPOSED = re.compile(r", (?:who|whose)\b|, (?:a|an|the|\w+'s) ([a-z ,'-]{3,60})")
_INTRODUCED = re.compile(r",? (?:is |was )?(?:a|an|the) ([a-z -]+)")
_SPEAKS = re.compile(r"said|says|told|has|had|was|is|will|would|wrote|took|gave|[a-z]{3,}ed")
_GOVERNS = re.compile(
    r" (?:has|have|had|is|was|will|would|may|could|says|said|denies|claims|accuses|warns|wants|"
    r"insists|responds|proposes|calls|agrees|refuses|[a-z]{3,}ed)\b"
)
_ALONE = re.compile(r"['’]s? |[.,;:)]|" + _GOVERNS.pattern + r"|$")
_FORCES = re.compile(
    r"\b(?:[Tt]he )?[Pp]olice(?= (?:also |now |still )?(?:said|say|says|told|tell|have|were|are|"
    r"had|was|did|do|will|would|believe|think|suspect|[a-z]{3,}ed)\b)"
    r"|(?<=according to )(?:the )?police\b"
)
_ADDED = re.compile(
    r"(?!(?:and|but|that|when|as|where|which|after|because|while|if|to|said) )\b\w+ $"
)
"""A word before that tells which police: "riot police"."""

_ARMY = re.compile(r"(?:['’]s?)? (?:military|army|armed forces)\b")
_SMALL = (
    r"(?:an?|the|his|her|its|their|of|and|or|but|to|with|by|for|in|on|at|from|as|that|which|who|when|"
    r"where|is|are|was|were|be|been|has|have|had|former|late)\b"
)
_PRONOUN = re.compile(
    r"\b(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|their|them)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: where it stands and what it can be compared by.

    ``sort`` is name, land (a country by any of its words), description or pronoun. ``place``:
    it stands where places stand ("in Seoul"). ``gender`` is male, female or None. ``noun`` is
    the head of a description. ``called`` are the nouns by which a name is introduced.
    ``alone``: an adjective of a country that no noun follows ("our team at American").
    """

    span: Span
    text: str
    sort: str
    key: str
    kind: ActorKind | None
    country: str | None = None
    place: bool = False
    gender: str | None = None
    noun: str = ""
    called: frozenset[str] = frozenset()
    alone: bool = False


def named(told: Lines, elsewhere: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Names and countries of a report, in the order of the text."""
    return tuple(_named(one) for one in spotted(told, elsewhere))


def _named(one: Spotted) -> Mention:
    lands = lands_in(one.text)
    whole = lands[0] if len(lands) == 1 and _covers(lands[0], one.text) else None
    if whole and key(one.text) not in _parts():
        return _land(one, whole)
    country = lands[0].code if len({land.code for land in lands}) == 1 else None
    compared = _compared(one)
    place = _stands_as_place(one)
    return Mention(one.span, one.text, "name", compared, _kind(one, compared), country,
                   place, _gender(one), called=_called(one))  # fmt: skip


def _called(one: Spotted) -> frozenset[str]:
    """Nouns that introduce a name: its title, the noun before it, those in apposition."""
    after = _INTRODUCED.match(one.after)
    apposed = words(after[1]) if after else ()
    return frozenset({*words(one.title), role_before(one), *apposed}) & nouns()


def _covers(land: Land, text: str) -> bool:
    return land.span.start == 0 and land.span.end >= len(text)


def _land(one: Spotted, land: Land) -> Mention:
    """A country; a capital counts as its government only where it governs a verb."""
    if land.how == "seat":
        return Mention(one.span, one.text, "name", canonical(one.text), "office", land.code)
    governs = not _stands_as_place(one) and _GOVERNS.match(one.after)
    if land.how == "capital" and not governs and not one.before.endswith("by "):
        return Mention(one.span, one.text, "name", canonical(one.text), "place", land.code, True)
    alone = land.how == "demonym" and bool(_ALONE.match(one.after))
    return Mention(one.span, one.text, "land", f"{land.code} government", "government", land.code,
                   alone=alone)  # fmt: skip


def _compared(one: Spotted) -> str:
    """A person's name without titles and sons of; else the name as the lists read it."""
    if one.title:
        return romanised(key(untitled(one.text)))
    bare = re.sub(r"^@", "", one.text)
    return canonical(bare)


def _kind(one: Spotted, compared: str) -> ActorKind | None:
    found = listed_kind(compared) or headed(one.text)
    if found:
        return found
    if one.title or _is_told_person(one) or (has_given_name(one.text) and " " in one.text):
        return "person"
    return "organisation" if is_acronym(one.text) else None


def _is_told_person(one: Spotted) -> bool:
    """A noun for a person stands right before it or in apposition, or an age right after."""
    noun = role_before(one)
    if _AGED.match(one.after) or noun in listed("roles"):
        return True
    after = _APPOSED.match(one.after)
    apposed = words(after[1])[:6] if after and after[1] else ()
    return like_a_person(one.text) and bool(after) and (not apposed or _is_role(apposed))


def _is_role(apposed: Sequence[str]) -> bool:
    """Whether a role stands in apposition, and does not go on to say something itself."""
    at = next((at for at, word in enumerate(apposed[:5]) if word in listed("roles")), None)
    return at is not None and not _SPEAKS.fullmatch(" ".join(apposed[at + 1 : at + 2]))


def role_before(one: Spotted) -> str:
    """The noun right before a name ("spokesman Joshua Freed"), "" where a mark parts them."""
    direct = one.before.endswith(" ") and one.before.rstrip()[-1:].isalpha()
    return (words(one.before) or ("",))[-1] if direct else ""


def _gender(one: Spotted) -> str | None:
    before = (words(one.before) or ("",))[-1]
    return gender(one.title or "") or gender(one.text) or told_gender(before)


def _stands_as_place(one: Spotted) -> bool:
    """After a word of place, before its own county or state, or as a dateline."""
    before = (words(one.before) or ("",))[-1]
    if before in _WHERE and one.before.endswith(" "):
        return True
    return bool(_LISTED_AFTER.match(one.after)) or (one.opens and bool(_DATELINE.match(one.after)))


@cache
def _parts() -> frozenset[str]:
    return frozenset(key(name) for name in load("actors")["parts"]["names"])


def armies(text: str, names: Iterable[Mention]) -> Iterator[Mention]:
    """The armies that are named by their country: "the Vesk military", "Vesk's army"."""
    for land in names:
        match = _ARMY.match(text, land.span.end) if land.sort == "land" else None
        if match:
            span = Span(land.span.start, match.end())
            words_ = re.sub(r"['’]s?", "", text[span.start : span.end])
            known = canonical(words_) if listed_as(key(words_)) else f"{land.country} military"
            yield Mention(span, words_, "name", known, "military", land.country)


def described(document: Document) -> Iterator[Mention]:
    """Descriptions that can take up a name: "the company", "the state-run agency", "police".

    Without an article only such as stand right before a name ("chip maker Lund Steel").
    """
    for match in _descriptions().finditer(document.text):
        noun = (match[1] or match[2] or match[3]).lower()
        yield Mention(Span(*match.span()), match[0], "description", "", None, noun=noun)


def apposed(document: Document) -> Iterator[Mention]:
    """Descriptions of people that may stand beside a name: "a Vesk spokesman, Bo Ray,"."""
    for match in _apposed().finditer(document.text):
        yield Mention(Span(*match.span()), match[0], "apposed", "", None, noun=match[1].lower())


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
        rf"(?:(?!{_SMALL})[\w’'-]+ ){{0,4}}?({_either(listed('roles'))})\b(?![-’'])"
    )


def standing(document: Document) -> Iterator[Mention]:
    """Descriptions that mean somebody by themselves in one story: "the boy's grandfather".

    Only such as say whose, or what for ("the rescue team"): a "senior official" may be another.
    """
    for match in _standing().finditer(document.text):
        held = [word for word in words(match[1]) if word not in listed("vague_words")]
        if len(held) > 1:
            compared = " ".join(held)
            yield Mention(Span(*match.span()), match[0], "standing", compared, None, noun=held[-1])


def forces(document: Document) -> Iterator[Mention]:
    """Police without a name who say or do something: those of the place where the story is set."""
    for match in _FORCES.finditer(document.text):
        if not _ADDED.search(document.text[max(0, match.start() - 20) : match.start()]):
            span = Span(*match.span())
            yield Mention(span, match[0], "standing", "police", "government", noun="police")


@cache
def _standing() -> re.Pattern[str]:
    tables = load("names")["standing"]
    kin, teams = ("|".join(sorted(tables[name])) for name in ("kin", "teams"))
    return re.compile(
        rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) "
        rf"((?:[a-z]+ )?(?:[a-z]+['’]s (?:{kin})|(?:[a-z]+ )(?:{teams})))\b"
    )


def pronouns(document: Document) -> Iterator[Mention]:
    """Pronouns of the third person."""
    for match in _PRONOUN.finditer(document.text):
        word = match[0].lower()
        sex = "male" if word[:2] in {"he", "hi"} and word[:3] != "her" else "female"
        yield Mention(Span(*match.span()), word, "pronoun", "", None,
                      gender=sex if word[0] in "hs" else None)  # fmt: skip


@cache
def nouns() -> frozenset[str]:
    """Nouns by which a report takes up what it has named: of bodies, places and persons."""
    tables = load("names")["described"]
    held = {noun for table, row in tables.items() if table != "source" for noun in row}
    return frozenset(held) | listed("roles")


def _either(held: frozenset[str]) -> str:
    """A pattern of all words, longer ones first."""
    return "|".join(sorted(map(re.escape, held), key=lambda noun: (-len(noun), noun)))


@cache
def _bodies() -> frozenset[str]:
    tables = load("names")["described"]
    held = {noun for name in ("company", "body", "media") for noun in tables[name]}
    return frozenset(held - {"giant"})


@cache
def _descriptions() -> re.Pattern[str]:
    ordered, bare = map(_either, (nouns(), _bodies()))
    return re.compile(
        rf"\b[Tt]h(?:e|is|at) (?:(?!former)[a-z][a-z-]* )?({ordered})\b(?![-’'] ?[a-z]{{2}})"
        rf"(?! (?:of|for|that|which|who|[A-Z])\b)|\b([Pp]olice)\b|(?<![-’'\w])({bare})(?= [A-Z])"
    )
