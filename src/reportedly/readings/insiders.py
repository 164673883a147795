"""Unnamed people who speak from inside a body: officials, aides, officers, its own staff."""

from collections.abc import Callable
from dataclasses import replace

from reportedly.model import SourceKind

from .bodies import body
from .crowds import TERRITORY, is_several
from .names import Book
from .nominals import Nominal, is_name, like_a_demonym, listed, mentions, nominal
from .tokens import Token
from .wording import (
    BODIES,
    Profile,
    as_kind,
    body_name,
    country_in,
    description,
    group_of,
    phrase_behind,
    role_of,
)

Again = Callable[[Nominal], Profile]
"""Reads a phrase inside the phrase: the ministry of "an official at the ministry"."""

_WITHIN = frozenset({"for", "in", "at", "of", "from", "within", "inside", "with", "to"})
_EMPLOYED = frozenset({"at", "for", "with", "from", "within", "inside"})
_ONE = frozenset({"a", "an", "one", "another"})
_PUBLIC = frozenset(
    {"county", "city", "municipal", "federal", "court", "government", "election", "judicial",
     "cabinet", "palace", "presidential", "parliamentary", "congressional", "ministerial",
     "interior", "administration", "enforcement", "security"}
)  # fmt: skip
_CANDIDATES = frozenset({"candidate", "nominee", "contender", "challenger", "hopeful"})
_NEARBY = frozenset(
    {"source", "sources", "person", "people", "persons", "individual", "individuals", "someone",
     "somebody", "figure", "official", "officials"}
)  # fmt: skip
_MATTERS = frozenset(
    {"investigation", "inquiry", "family", "process", "situation", "project", "initiative",
     "operation", "case", "show", "program"}
)  # fmt: skip
_OWNERS = frozenset({"compound", "nmod", "poss"})


def insider(phrase: Nominal, group: str, names: Book, again: Again) -> Profile:
    """Somebody who speaks from an office or inside a body."""
    definite = phrase.core[0].lower_ not in _ONE and phrase.head.tag_ != "NNS"
    holds = group == "office" or phrase.head.lower_ in listed("office", "alone")
    if holds and definite:
        country = country_in(phrase.core) or country_in(phrase_behind(phrase))
        return Profile("office", "office", body_name(phrase), country, role=description(phrase))
    body = _inner(phrase, names, again)
    if group == "spokesperson":
        return _spokesperson(phrase, body)
    return _official(phrase, group, names, body)


def _spokesperson(phrase: Nominal, body: Profile | None) -> Profile:
    """A spokesperson without a name is the voice of the body, whatever that is."""
    role = role_of(phrase.core)
    behind = phrase_behind(phrase, _WITHIN)
    if body is None and not behind and phrase.core[0].lower_ not in _ONE:
        return Profile("anonymous", "spokesperson", None, None, True, role)
    hidden = any(t.lower_ in listed("nameless", "words") for t in phrase.core)
    body = body or Profile("organisation", country=country_in(phrase.core))
    return replace(body, group="spokesperson", role=role, anonymous=hidden)


def _official(phrase: Nominal, group: str, names: Book, body: Profile | None) -> Profile:
    """Somebody unnamed: the kind is that of the body where one is named."""
    country = country_in(phrase.core) or (body.country if body else None)
    country = country or country_in(phrase_behind(phrase))
    company = phrase.head.lower_ in listed("official", "company")
    if body is None and company and len(phrase.core) > 1 and is_name(phrase.core[-2]):
        alone = nominal(phrase.core[-2:-1])
        kind: SourceKind = "anonymous" if names.namesakes(alone.text) else "organisation"
        return Profile(kind, group, None, country, True, description(phrase))
    kind = body.kind if body else _side(phrase, names) or _service(phrase, group, names, country)
    if kind == "anonymous" and _is_band(phrase):
        kind = "unspecified"
    return Profile(kind, group, None, country, True, description(phrase))


def _side(phrase: Nominal, names: Book) -> SourceKind | None:
    """The party or campaign of an aide: "GOP operatives", "a Kovic adviser", "her aides"."""
    head, before = phrase.head.lower_, phrase.core[:-1]
    if head in listed("official", "elected"):
        return None
    if is_aligned(phrase) or any(t.lower_ in listed("organisation", "before") for t in before):
        return "organisation"
    behind = phrase_behind(phrase, frozenset({"to", "for", "of"}))
    near = [t for t in before if t.tag_ != "POS"][-1:] if not behind else behind[-1:]
    known = any(names.namesakes(t.text) or _is_owner(t) for t in near)
    return "organisation" if known and head in listed("official", "retinue") else None


def _is_owner(token: Token) -> bool:
    """Whether a name that is no country's owns what follows: "Kovic's advisers"."""
    return token.dep_ == "poss" and is_name(token) and not mentions([token])


def _is_band(phrase: Nominal) -> bool:
    """Whether bare "community leaders" are nobody in particular."""
    loose = phrase.head.lower_ in {"leaders", "executives", "politicians", "insiders", "members"}
    loose = loose or (phrase.head.tag_ == "NNS" and group_of(phrase.core) == "office")
    loose = loose or phrase.head.lower_ in listed("unspecified")
    return loose and not phrase.tail and not is_several(phrase) and phrase.core[0].dep_ != "det"


def _service(phrase: Nominal, group: str, names: Book, country: str | None) -> SourceKind:
    """Whom an official of no named body serves: the state, the armed forces, or one knows not."""
    head, before = phrase.head.lower_, phrase.core[:-1]
    plural, armed = phrase.head.tag_ == "NNS", listed("rank", "armed")
    national = country is not None or any(_is_national(t, names) for t in phrase.core)
    state = any(t.lower_ in listed("state", "words") for t in before)
    if (group == "rank" or head in listed("rank")) and not (state and head not in armed):
        return "military" if national or head in armed else "anonymous"
    if head in listed("official", "elected") or state:
        return "government"
    alone = plural and head == "officials" and not any(t.pos_ in {"ADJ", "NUM"} for t in before)
    return "government" if national or alone else "anonymous"


def _is_national(token: Token, names: Book) -> bool:
    """Whether the word is a place of this report, or a capitalised adjective ("Tarsian")."""
    if token.lower_ in listed("regions", "words"):
        return False
    return token.text in names.places or (is_name(token) and like_a_demonym(token))


def _inner(phrase: Nominal, names: Book, again: Again) -> Profile | None:
    """The body before a role ("army officers") or behind it ("an official at the ministry")."""
    press = phrase.head.lower_ in {"service", "office"}
    before = phrase.core[: -2 if press else -1]
    for end in range(len(before), 0, -1):
        group = group_of(before[:end])
        joined = end < len(before) and before[end].text == "-"
        if group in BODIES and not joined:
            inner = Nominal(before[:end], before[end - 1], before[:end], ())
            return body(inner, as_kind(group), names)
    behind = phrase_behind(phrase, _WITHIN)
    if not behind or _is_whereabouts(phrase, behind):
        return None
    found = again(nominal(tuple(behind)))
    if found.kind in BODIES:
        return found
    high = found.kind == "office" and group_of(nominal(tuple(behind)).core) == "office"
    ruler = nominal(tuple(behind)).head.lower_ in listed("office", "state")
    if high and nominal(tuple(behind)).head.lower_ in _CANDIDATES:
        return Profile("organisation", "organisation")
    return Profile("government", "government", None, found.country) if high and ruler else None


def _is_whereabouts(phrase: Nominal, behind: list[Token]) -> bool:
    """Whether what stands behind is no employer: "a diplomat in Dorn"."""
    lead, group = phrase.tail[0].lower_, group_of(nominal(tuple(behind)).core)
    if phrase.head.lower_ in listed("official", "elected"):
        return group == "organisation"
    return lead == "in" and phrase.head.lemma_.lower() == "diplomat" and group not in BODIES


def employer(phrase: Nominal, again: Again) -> Profile | None:
    """Unnamed people of a body: "doctors at the hospital", "intelligence sources"."""
    if phrase.head.lower_ not in listed("staff"):
        return None
    for end in range(len(phrase.core) - 1, 0, -1):
        group = group_of(phrase.core[:end])
        source = phrase.head.lemma_.lower() == "source"
        if group in BODIES and (source or phrase.core[end - 1].dep_ in _OWNERS):
            return hand(phrase, as_kind(group))
    forms = {t.lower_ for t in phrase.core[:-1]}
    if forms & listed("organisation", "before"):
        return hand(phrase, "organisation")
    if forms & _PUBLIC:
        return hand(phrase, "government")
    kind = _employing(phrase, again)
    return hand(phrase, kind) if kind else None


def _employing(phrase: Nominal, again: Again) -> SourceKind | None:
    """The kind of the body behind people: "pilots in the navy", "a nurse at Sanel General"."""
    if phrase.head.lower_ in _NEARBY and [t.lower_ for t in phrase.tail[:2]] == ["close", "to"]:
        return _circle(nominal(phrase.tail[2:]))
    behind = phrase_behind(phrase, _EMPLOYED | {"in", "of"})
    if not behind:
        return None
    inner = nominal(tuple(behind))
    group, lead = group_of(inner.core), phrase.tail[0].lower_
    if inner.head.lower_ in TERRITORY or _is_scenery(inner, group):
        return None
    named = lead in {"at", "for", "with"} and any(is_name(t) for t in behind)
    if group not in BODIES and not named:
        return None
    found = again(inner)
    if found.kind not in BODIES or (group not in BODIES and found.kind == "government"):
        return None
    return found.kind


def _circle(inner: Nominal) -> SourceKind | None:
    """The body that somebody is close to: "a person close to the ministry", no matter or family."""
    group = group_of(inner.core) if inner.core else ""
    if group == "office" and inner.head.lower_ in listed("office", "state"):
        return "government"
    return as_kind(group) if group in BODIES and inner.head.lower_ not in _MATTERS else None


def _is_scenery(inner: Nominal, group: str) -> bool:
    """Whether it is where people were, not whom they work for; a school is both."""
    return inner.head.lower_ in listed("scenes", "open") and group != "organisation"


def hand(phrase: Nominal, kind: SourceKind) -> Profile:
    """Somebody unnamed who belongs to a body of that kind."""
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    return Profile(kind, "official", None, country, True, description(phrase))


def is_aligned(phrase: Nominal) -> bool:
    """Whether a party's adjective stands before the head: "Republican operatives"."""
    sure = listed("party", "sure")
    return any(t.lower_ in sure and t.text[:1].isupper() for t in phrase.core[:-1])
