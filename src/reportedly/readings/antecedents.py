"""Who a pronoun or a short description stands for, in this report; None rather than a guess."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from reportedly.model import Document, SourceKind, Spans, by_start

from .heard import Heard, described, is_bare, name_at, name_of, takes_up, tells
from .names import Book, Held, gender, roles_of, surname
from .nominals import Nominal, is_name, listed, nominal
from .quotes import quotes
from .sources import profile
from .tokens import Doc, Token
from .wording import PEOPLE, Profile, group_of

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
_NAMED = Profile("person", "person")
"""One of the people named in the report, it is left open who."""

_NAMELESS = Profile("anonymous", "anonymous", anonymous=True)
_RELATIVE = frozenset({"WP", "WDT", "IN", "DT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EMBEDDED = frozenset({"ccomp", "relcl", "acl", "advcl", "csubj", "pcomp"})
_FARTHEST = 8
"""Sentences looked back over where those between are quoted."""

_TAG = 4
"""Words up to which what stands outside a quotation only says who speaks."""

_DIALOGUE = 3
"""Turns from which a text is a dialogue."""

_TURN = re.compile(r"^[ \t]*((?:Q|A)\.?|[A-Z][\w.' -]{1,40}):\s", re.MULTILINE)
_OPENING = re.compile(r"''(?=\w)")
_CLOSING = re.compile(r"''")
"""Two single marks, which some archives print for a double one."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """Somebody named as a subject: who, where, and whether nobody else can be meant."""

    name: str
    at: int
    sure: bool


@dataclass(slots=True)
class Room:
    """Everybody heard so far in one report, in the order of the text."""

    doc: Doc
    document: Document
    names: Book
    heard: list[Heard] = field(default_factory=list)
    known: dict[str, Profile] = field(default_factory=dict)
    marks: Spans = field(init=False)
    turns: list[tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        """Where the text is quoted, and whose turn it is from where on."""
        text = self.document.text
        self.marks = quotes(_CLOSING.sub('" ', _OPENING.sub(' "', text)))
        found = ((m.start(), m[1].rstrip(".")) for m in _TURN.finditer(text))
        self.turns = [(at, who) for at, who in found if who in "QA" or self.names.namesakes(who)]

    def enter(self, phrase: Nominal) -> Profile:
        """What ``phrase`` names, itself or through its antecedent, and remember it."""
        found = self._completed(self._resolved(phrase))
        self._note(phrase, found)
        return found

    def _resolved(self, phrase: Nominal) -> Profile:
        found = self._pronoun(phrase) if len(phrase.core) == 1 else None
        if found is None and phrase.head.lower_ in listed("pronouns", "plural"):
            found = self._they(phrase.head)
        return found or self._noun(phrase)

    def _noun(self, phrase: Nominal) -> Profile:
        """What a noun or name stands for, itself or through an earlier mention."""
        alone = profile(phrase, self.names, self.document.publisher)
        return self._definite(phrase, alone) or self._holder(phrase, alone) or alone

    def _pronoun(self, phrase: Nominal) -> Profile | None:
        """What a word that names nobody itself stands for; None for any other word."""
        head, word = phrase.head, phrase.head.lower_
        if word in listed("pronouns", "relative") and head.tag_ in _RELATIVE:
            return self._relative(head)
        if word in listed("pronouns", "person"):
            return self._he_or_she(head)
        if word in listed("pronouns", "thing"):
            return self._it(head)
        if word in listed("pronouns", "speaker") | listed("pronouns", "addressed"):
            return self._speaker_of_turn(head)
        return self._pair(head) if word == "both" else _initial(head)

    def _it(self, pronoun: Token) -> Profile:
        """The last body heard, else the one that the sentence before is about."""
        found = self._last(pronoun, self._is_body)
        if found != _UNKNOWN or pronoun.sent.start == 0:
            return found
        subjects = [t for t in self.doc[pronoun.sent.start - 1].sent
                    if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT"]  # fmt: skip
        if len(subjects) != 1 or subjects[0].tag_ not in {"NN", "NNP"}:
            return found
        tokens = self.doc[subjects[0].left_edge.i : subjects[0].right_edge.i + 1]
        about = self._noun(nominal(tuple(t for t in tokens if not t.is_space)))
        return about if about.kind in _BODIES and about.group in _BODIES else found

    def _they(self, pronoun: Token) -> Profile:
        found = self._last(pronoun, self._is_plural)
        return self._pair(pronoun) if found == _UNKNOWN else found

    def _completed(self, found: Profile) -> Profile:
        """A person's country and office, where an earlier mention gave them."""
        if found.kind != "person" or not found.name or tells(found):
            return found
        first = self.known.get(found.name)
        return replace(found, country=first.country, role=first.role) if first else found

    def _note(self, phrase: Nominal, found: Profile) -> None:
        pronoun = phrase.head.lower_ in listed("pronouns", "female") | listed("pronouns", "male")
        sex = self._known_gender(found) or gender([*found.role, *phrase.core])
        if found.kind == "person" and found.name and tells(found):
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
        return self._noun(nominal(name_of(noun) or tokens))

    def _he_or_she(self, pronoun: Token) -> Profile:
        """The last single speaker who fits, unless another name has come between as a subject."""
        sex = gender([pronoun])
        speaker = self._speaker(pronoun, sex)
        near = self._subject(pronoun, sex)
        if near is None:
            return speaker.profile if speaker else self._somebody(pronoun, sex)
        if speaker is None or near.sure or near.name == speaker.profile.name:
            return self._named(near.name)
        return speaker.profile if speaker.phrase.head.i > near.at else _NAMED

    def _nameless(self, pronoun: Token, sex: str) -> Profile | None:
        """Somebody whom a noun describes as a subject shortly before: "A nurse hid. She ..."."""
        for tokens in self._before(pronoun):
            for noun in reversed([t for t in tokens if t.dep_ in _SUBJECTS and t.tag_ == "NN"]):
                edge = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
                phrase = nominal(tuple(t for t in edge if not t.is_space and t.i < pronoun.i))
                if gender(list(phrase.core)) not in {"", sex}:
                    continue
                found = self._noun(phrase)
                if found.kind in _PERSONS and found.anonymous:
                    return found
        return None

    def _somebody(self, pronoun: Token, sex: str) -> Profile:
        """Whoever "she" is: one of the people named here, or somebody whom nothing names."""
        people = (p for same in self.names.people.values() for p in same)
        if any(p.gender in {"", sex} for p in people):
            return _NAMED
        return self._nameless(pronoun, sex) or _NAMELESS

    def _named(self, name: str) -> Profile:
        """The profile of a person of the report."""
        met = (h.profile for h in reversed(self.heard[-_MEMORY:]) if h.profile.name == name)
        return next(met, Profile("person", "person", name))

    def _speaker(self, pronoun: Token, sex: str) -> Heard | None:
        start = self._reach(pronoun)
        near = (h for h in reversed(self.heard[-_MEMORY:]) if start <= h.phrase.head.i < pronoun.i)
        fits = (h for h in near if self._is_singular(h) and h.gender in {"", sex})
        return next((h for h in fits if h.profile != _NAMED), None)

    def _subject(self, pronoun: Token, sex: str) -> _Subject | None:
        """Who is named as a subject in the nearest sentence that names anybody who fits.

        ``sure`` where that is the pronoun's own sentence and nobody else stands in it.
        """
        for tokens in self._before(pronoun):
            people = {t.i: self._called(t, sex) for t in tokens if self._fits(t, sex)}
            found = [t for t in tokens if t.i in people and t.dep_ in _SUBJECTS]
            found = [t for t in found if t.head.dep_ not in _EMBEDDED] or found
            if found:
                own = found[0].sent.start == pronoun.sent.start
                sure = own and len(set(people.values())) == 1
                return _Subject(people[found[-1].i], found[-1].i, sure)
        return None

    def _before(self, pronoun: Token) -> Iterator[list[Token]]:
        """The tokens outside quotations of the sentences before the pronoun, nearest first."""
        inside = self._is_quoted(pronoun)
        end, seen, start = pronoun.i, 0, pronoun.sent.start
        for _ in range(_FARTHEST):
            tokens = [t for t in self.doc[start:end] if inside or not self._is_quoted(t)]
            tokens = [t for t in tokens if not t.is_space]
            if len(tokens) > _TAG:
                seen += 1
            yield tokens
            if start == 0 or seen > _WINDOW:
                break
            end, start = start, self.doc[start - 1].sent.start

    def _is_quoted(self, token: Token) -> bool:
        at = bisect_right(self.marks, token.idx, key=by_start) - 1
        return at >= 0 and token.idx < self.marks[at].end

    def _fits(self, token: Token, sex: str) -> bool:
        """Whether the token ends the name of somebody who may be ``sex``."""
        if not token.text[:1].isupper() or not is_name(token) or token.dep_ == "compound":
            return False
        return any(p.gender in {"", sex} for p in self.names.namesakes(name_at(token)))

    def _called(self, token: Token, sex: str) -> str:
        """The fullest name of who is named there, the printed one where several fit."""
        name = name_at(token)
        full = [p.name for p in self.names.namesakes(name) if p.gender in {"", sex}]
        one = len({(n.split()[0], surname(n)) for n in full}) == 1
        return max(full, key=len) if full and one else name

    def _pair(self, pronoun: Token) -> Profile:
        """Several people whom the nearest sentence names, for "both" and "they"."""
        for tokens in self._before(pronoun):
            subjects = (t for t in tokens if t.dep_ not in {"compound", "poss"} and is_name(t))
            people = {self._called(t, "") for t in subjects if self.names.namesakes(name_at(t))}
            if len(people) > 1:
                return _NAMED
            if people:
                break
        return Profile("unspecified", anonymous=True)

    def _label(self, token: Token) -> str:
        """Whose turn the token stands in, where the text is a dialogue: "Q", "A" or a name."""
        turns = self.turns if len(self.turns) >= _DIALOGUE else []
        at = bisect_right(turns, (token.idx, "\U0010ffff")) - 1
        return turns[at][1] if at >= 0 else ""

    def _speaker_of_turn(self, pronoun: Token) -> Profile:
        """Who "I" or "you" is in a dialogue: the one whose turn it is, or who is asked."""
        label = self._label(pronoun)
        asks = label in {"Q", "Q."}
        if pronoun.lower_ in listed("pronouns", "addressed"):
            return _NAMED if asks else Profile("unspecified", anonymous=True)
        if not label or asks:
            return Profile("author")
        person = self.names.person(label)
        return self._named(person.name) if person else _NAMED

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
            same = alone.kind not in _BODIES or heard.profile.kind != "person"
            same = same or alone.group in PEOPLE
            if heard.phrase.head.i < phrase.head.i and same and described(heard, lemma):
                return heard.profile
        bodies = [b for b in self.names.bodies if lemma in b.casefold().split()]
        if len(bodies) == 1 and group_of(phrase.core) == alone.kind:
            return Profile(alone.kind, alone.group, bodies[0])
        return None

    def _holder(self, phrase: Nominal, alone: Profile) -> Profile | None:
        """The person whom the report calls by the role in "the senator" or "the general"."""
        if phrase.head.tag_ in {"NNS", "NNPS"} or not roles_of(phrase.head):
            return None
        owned = alone.kind == "office" and phrase.core[0].dep_ == "poss"
        definite = owned or phrase.core[0].lower_ in {"the", "this", "that"}
        if alone.kind == "person" or not (definite or is_bare(phrase)):
            return None
        told = frozenset(t.text for t in phrase.tokens if is_name(t) and t.i != phrase.head.i)
        found: list[Held] = []
        if told or not phrase.tail:
            found = self.names.holders(roles_of(phrase.head)[0], phrase.head.i, told)
        names = {h.name for h in found}
        if len(names) == 1:
            return self._named(names.pop())
        taken_up = bool(self.names.people) and takes_up(phrase, alone)
        return _NAMED if names or taken_up else None


def _initial(token: Token) -> Profile | None:
    """Who asks and who answers, where a printed interview says "Q" and "A"."""
    if token.text not in {"Q", "A"} or token.i + 1 == len(token.doc):
        return None
    if token.nbor(1).text not in {":", "."}:
        return None
    return _NAMED if token.text == "A" else Profile("author")
