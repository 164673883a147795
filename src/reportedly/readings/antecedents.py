"""Who a pronoun or a short description stands for, in this report; None rather than a guess."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from reportedly.model import Document, SourceKind

from .names import Book, gender
from .nominals import Nominal, listed, nominal
from .sources import profile
from .wording import Profile, group_of

_WINDOW = 3
"""Sentences a pronoun reaches back."""

_MEMORY = 200
"""Voices a description reaches back."""

_PERSONS: frozenset[SourceKind] = frozenset(
    {"person", "office", "witness", "anonymous", "military", "government", "intelligence"}
)
_BODIES: frozenset[SourceKind] = frozenset(
    {"government", "military", "intelligence", "media", "organisation", "document"}
)
_UNKNOWN = Profile("unspecified")


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice met before: where, as what, singular or plural, "f", "m" or ""."""

    phrase: Nominal
    profile: Profile
    gender: str


@dataclass(slots=True)
class Room:
    """Everybody heard so far in one report, in the order of the text."""

    doc: Doc
    document: Document
    names: Book
    heard: list[Heard] = field(default_factory=list)
    known: dict[str, Profile] = field(default_factory=dict)

    def enter(self, phrase: Nominal) -> Profile:
        """What ``phrase`` names, itself or through its antecedent, and remember it."""
        found = self._completed(self._resolved(phrase))
        self._note(phrase, found)
        return found

    def _resolved(self, phrase: Nominal) -> Profile:
        word = phrase.head.lower_ if len(phrase.core) == 1 else ""
        if word in listed("pronouns", "relative") and phrase.head.tag_ in {"WP", "WDT", "IN", "DT"}:
            return self._relative(phrase.head)
        if word in listed("pronouns", "person"):
            return self._he_or_she(phrase.head)
        if phrase.head.lower_ in listed("pronouns", "plural"):
            return self._last(phrase.head, self._is_plural)
        if word in listed("pronouns", "thing"):
            return self._last(phrase.head, self._is_body)
        if word in listed("pronouns", "speaker"):
            return Profile("author")
        alone = profile(phrase, self.names, self.document.publisher)
        return self._definite(phrase, alone) or alone

    def _completed(self, found: Profile) -> Profile:
        """A person's country and office, where an earlier mention gave them."""
        if found.kind != "person" or not found.name or _tells(found):
            return found
        first = self.known.get(found.name)
        return replace(found, country=first.country, role=first.role) if first else found

    def _note(self, phrase: Nominal, found: Profile) -> None:
        pronoun = phrase.head.lower_ in listed("pronouns", "female") | listed("pronouns", "male")
        sex = self._known_gender(found) or gender([*found.role, *phrase.core])
        if found.kind == "person" and found.name and _tells(found):
            self.known.setdefault(found.name, found)
        if pronoun or found.kind != "unspecified":
            self.heard.append(Heard(phrase, found, sex))

    def _known_gender(self, found: Profile) -> str:
        person = self.names.person(found.name) if found.name else None
        if found.name is None:
            return ""
        if person and person.gender:
            return person.gender
        earlier = self.heard[-_MEMORY:]
        return next((h.gender for h in reversed(earlier) if h.profile.name == found.name), "")

    def _relative(self, pronoun: Token) -> Profile:
        """The noun that the relative clause hangs on."""
        clause = next(
            (t for t in (pronoun.head, *pronoun.head.ancestors) if t.dep_ == "relcl"), None
        )
        if clause is None or clause.head.i >= pronoun.i:
            return self._last(pronoun, self._is_singular)
        noun = clause.head
        tokens = tuple(t for t in noun.doc[noun.left_edge.i : noun.i + 1] if not t.is_space)
        if noun.lower_ in listed("pronouns", "person") | listed("pronouns", "plural"):
            return self._resolved(Nominal((noun,), noun, (noun,), ()))
        phrase = nominal(tokens)
        alone = profile(phrase, self.names, self.document.publisher)
        return self._definite(phrase, alone) or alone

    def _he_or_she(self, pronoun: Token) -> Profile:
        """The last single speaker who fits, unless another name has come between as a subject."""
        sex = gender([pronoun])
        speaker = self._speaker(pronoun, sex)
        after = speaker.phrase.head.i if speaker else self._reach(pronoun)
        met = self._met(after, pronoun, sex)
        known = {speaker.profile.name} if speaker else set()
        others = sorted(met - known)
        if speaker and not others:
            return speaker.profile
        if speaker is None and len(others) == 1:
            return Profile("person", "person", others[0])
        return _UNKNOWN

    def _speaker(self, pronoun: Token, sex: str) -> Heard | None:
        start = self._reach(pronoun)
        near = (h for h in reversed(self.heard[-_MEMORY:]) if start <= h.phrase.head.i < pronoun.i)
        return next((h for h in near if self._is_singular(h) and h.gender in {"", sex}), None)

    def _met(self, after: int, pronoun: Token, sex: str) -> set[str]:
        """People named in full or by surname as subjects between ``after`` and the pronoun."""
        met: set[str] = set()
        for token in self.doc[after + 1 : pronoun.i]:
            if token.dep_ not in {"nsubj", "nsubjpass"} or not token.text[:1].isupper():
                continue
            person = self.names.person(token.text)
            if person and person.gender in {"", sex}:
                met.add(person.name)
        return met

    def _reach(self, pronoun: Token) -> int:
        """The first token of the sentence from which a pronoun may take up somebody."""
        start = pronoun.sent.start
        for _ in range(_WINDOW):
            if start == 0:
                break
            start = self.doc[start - 1].sent.start
        return start

    def _last(self, pronoun: Token, fits: Callable[[Heard], bool]) -> Profile:
        start = self._reach(pronoun)
        near = [
            h for h in self.heard[-_MEMORY:] if start <= h.phrase.head.i < pronoun.i and fits(h)
        ]
        return near[-1].profile if near else _UNKNOWN

    @staticmethod
    def _is_plural(heard: Heard) -> bool:
        return heard.phrase.head.tag_ in {"NNS", "NNPS"} or heard.phrase.head.lower_ in {
            "police",
            "they",
        }

    @staticmethod
    def _is_body(heard: Heard) -> bool:
        single = heard.phrase.head.tag_ not in {"NNS", "NNPS"}
        return (
            heard.profile.kind in _BODIES
            and single
            and heard.profile.group not in {"official", "rank"}
        )

    @staticmethod
    def _is_singular(heard: Heard) -> bool:
        found = heard.profile
        single = heard.phrase.head.tag_ not in {"NNS", "NNPS"}
        human = found.kind in {"person", "office", "witness", "anonymous"}
        return single and (
            human
            or (found.kind in _PERSONS and found.group in {"official", "rank", "spokesperson"})
        )

    def _definite(self, phrase: Nominal, alone: Profile) -> Profile | None:
        """The nearest earlier voice that "the ministry" or "the spokesman" describes."""
        definite = phrase.core[0].lower_ in {"the", "this", "that"}
        named = alone.name is not None or alone.country is not None or alone.kind == "unspecified"
        if not definite or named or phrase.tail or len(phrase.core) > 3:
            return None
        lemma = phrase.head.lemma_.lower()
        for heard in reversed(self.heard[-_MEMORY:]):
            if heard.phrase.head.i < phrase.head.i and _described(heard, lemma):
                return heard.profile
        bodies = [b for b in self.names.bodies if lemma in b.casefold().split()]
        if len(bodies) == 1 and group_of(phrase.core) == alone.kind:
            return Profile(alone.kind, alone.group, bodies[0])
        return None


def _tells(found: Profile) -> bool:
    """Whether the role is more than a form of address."""
    return any(t.lower_ not in listed("title") for t in found.role)


def _described(heard: Heard, lemma: str) -> bool:
    """Whether an earlier voice went by this noun: as its head, in its name, or as its role."""
    found = heard.profile
    roles = {t.lemma_.lower() for t in found.role}
    ends = (found.name or "").casefold().split()
    one = heard.phrase.head.tag_ not in {"NNS", "NNPS"} or found.name is not None
    informative = found.name is not None or found.country is not None or bool(found.anonymous)
    return (
        one
        and informative
        and (lemma == heard.phrase.head.lemma_.lower() or lemma in roles or lemma in ends)
    )
