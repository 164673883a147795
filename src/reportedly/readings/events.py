"""What kind of event a word names: families from the word list, else the word's stem."""

from dataclasses import dataclass
from functools import cache

import snowballstemmer

from reportedly import lexicons

from .clauses import children, subject
from .tokens import Token

_STATES = frozenset({"be", "have", "become", "remain", "seem", "appear", "get"})
_EMPTY = frozenset({"make", "take", "do", "give", "hold", "put", "get", "have"})
_LISTS = frozenset(
    {"forces", "persons", "light", "situations", "motion", "undergone", "sought", "befalling"}
)


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of event. ``of``: the part that the noun's "of" names."""

    name: str
    code: str | None
    verbs: frozenset[str]
    intransitive: frozenset[str]
    forces: frozenset[str]
    nouns: frozenset[str]
    phrases: frozenset[tuple[str, str]]
    of: str


@dataclass(frozen=True, slots=True)
class Event:
    """A normalised name, its family where it has one, and the token whose arguments it takes."""

    name: str
    family: Family | None
    head: Token

    @property
    def code(self) -> str | None:
        """PLOVER code, None where PLOVER has none."""
        return self.family.code if self.family else None


@cache
def families() -> tuple[Family, ...]:
    """Every family of ``lexicons/en/events.toml``, in its order."""
    tables = lexicons.load("events")
    return tuple(_family(name, table) for name, table in tables.items() if name not in _LISTS)


@cache
def names() -> frozenset[str]:
    """The names of all families."""
    return frozenset(family.name for family in families())


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """One of the word list's helper lists."""
    return frozenset(lexicons.load("events")[table][key])


def event(token: Token) -> Event:
    """The event that a predicate names: a verb, a noun, or a state's complement."""
    family = family_of(token)
    if family is not None:
        return Event(family.name, family, token)
    carried = _carried(token)
    if carried is not None:
        return carried
    if token.lemma_ in _STATES or token.pos_ == "AUX" or not token.text[0].isalpha():
        complement = next(iter(children(token, "attr", "acomp", "dobj", "oprd")), None)
        if complement is not None:
            return Event(stem(complement.lemma_.lower()), None, token)
    if token.lemma_.lower() in _EMPTY:
        objects = [o for o in children(token, "dobj") if not is_forces(o)]
        return Event(stem((objects or [token])[0].lemma_.lower()), None, token)
    return Event(stem(token.lemma_.lower()), None, token)


def is_known(token: Token) -> bool:
    """Whether the event that a predicate names belongs to a family."""
    return family_of(token) is not None or _carried(token) is not None


def family_of(token: Token) -> Family | None:
    """The family a verb, participle or noun belongs to, or None."""
    lemma = token.lemma_.lower()
    if token.tag_.startswith("VB"):
        family = _by_phrase(token, lemma) or _by_forces(token, lemma) or _verbs().get(lemma)
        return None if family and lemma in family.intransitive and _has_object(token) else family
    if token.tag_.startswith("NN"):
        return _nouns().get(lemma) or _nouns().get(token.lower_)
    return None


def is_forces(token: Token) -> bool:
    """Whether the noun names armed forces."""
    return token.lemma_.lower() in listed("forces", "nouns")


@cache
def stem(word: str) -> str:
    """Snowball's English stem, so that most nominalisations meet their verb."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def _carried(token: Token) -> Event | None:
    """A light verb's object or a happening's subject, where that is an event."""
    lemma = token.lemma_.lower()
    if lemma in listed("light", "verbs") or lemma == "be":
        nouns = children(token, "dobj", "attr", "nsubjpass")
    else:
        nouns = []
    if _happens(token, lemma) or _is_evaluated(token, lemma):
        nouns += children(token, "nsubj", "nsubjpass")
    for noun in nouns:
        family = family_of(noun)
        if family is not None:
            return Event(family.name, family, noun)
    return None


def _happens(token: Token, lemma: str) -> bool:
    """Whether the verb only says that its subject took place, or on whom it fell."""
    if lemma in listed("light", "striking"):
        return _has_object(token)
    return lemma in listed("light", "happening") and not children(token, "dobj")


def _is_evaluated(token: Token, lemma: str) -> bool:
    """Whether the clause only says how likely its subject is: "an attack is unlikely"."""
    words = (c.lemma_.lower() for c in children(token, "acomp"))
    return lemma == "be" and any(w in lexicons.load("hedges")["governors"] for w in words)


def _has_object(token: Token) -> bool:
    return bool(children(token, "dobj", "ccomp", "nsubjpass"))


def _by_phrase(token: Token, lemma: str) -> Family | None:
    phrases = _phrases()
    if lemma not in phrases:
        return None
    if token.tag_ == "VBN" and token.dep_ == "acl" and token.head.lemma_.lower() in phrases[lemma]:
        return phrases[lemma][token.head.lemma_.lower()]
    for child in token.children:
        for word in (child, *(g for g in child.children if g.dep_ == "pobj")):
            if word.dep_ in {"dobj", "prt", "advmod", "pobj", "nsubjpass", "oprd", "acomp"}:
                family = phrases[lemma].get(word.lemma_.lower()) or phrases[lemma].get(word.lower_)
                if family is not None:
                    return family
    return None


def _by_forces(token: Token, lemma: str) -> Family | None:
    families = [f for f in _forces() if lemma in f.forces]
    if not families:
        return None
    who = subject(token)
    return families[0] if who is not None and _names_forces(who) else None


def _names_forces(token: Token) -> bool:
    if token.tag_ in {"JJ", "CD", "DT", "NN", "NNS"} and not is_forces(token):
        return any(is_forces(g) for c in children(token, "prep") for g in children(c, "pobj"))
    return is_forces(token)


def _family(name: str, table: dict[str, object]) -> Family:
    def words_of(key: str) -> frozenset[str]:
        return frozenset(str(w) for w in table.get(key, ()))  # type: ignore[attr-defined]

    pairs = frozenset((p.split()[0], p.split()[-1]) for p in words_of("phrases"))
    code = table.get("code")
    return Family(
        name, str(code) if code else None, words_of("verbs"),
        words_of("intransitive"), words_of("forces"), words_of("nouns"), pairs,
        str(table.get("of", "patient")),
    )  # fmt: skip


@cache
def _verbs() -> dict[str, Family]:
    return {
        verb: family
        for family in reversed(families())
        for verb in sorted(family.verbs | family.intransitive)
    }


@cache
def _nouns() -> dict[str, Family]:
    return {noun: family for family in reversed(families()) for noun in sorted(family.nouns)}


@cache
def _forces() -> tuple[Family, ...]:
    return tuple(f for f in families() if f.forces)


@cache
def _phrases() -> dict[str, dict[str, Family]]:
    found: dict[str, dict[str, Family]] = {}
    for family in reversed(families()):
        for verb, word in sorted(family.phrases):
            found.setdefault(verb, {})[word] = family
    return found
