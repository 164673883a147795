"""Descriptions and pronouns that take up a name met before, and only where one name fits."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.kinds import headed, like_a_person
from reportedly.claims.mentions import Mention, pronouns
from reportedly.claims.names import listed
from reportedly.claims.words import words
from reportedly.lexicons import load
from reportedly.model import ActorKind, Document, Span

_NEAR = 400
"""Characters within which a description is taken to mean a body of its kind."""

_BACK = 2
"""Sentences looked back over for a person, beside the pronoun's own."""

_OPENS = 3
"""A pronoun so many characters into a sentence opens it."""

_SURE = 0.75
_FAR = 2
"""Among several bodies close by, a description means the one named so many times as often."""

_AT_START = 24
"""A name so many characters into a sentence opens it, whatever title stands before it."""

_BODIES: frozenset[ActorKind | None] = frozenset(
    {"government", "organisation", "military", "intelligence", "media", None}
)
_FITS: dict[str, frozenset[ActorKind | None]] = {
    "company": frozenset({"organisation", None}),
    "state": frozenset({"government", "organisation", "intelligence"}),
    "body": frozenset({"organisation", "military", None}),
    "media": frozenset({"media"}),
    "place": frozenset({"place"}),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Which key a description or a pronoun stands for, by which rule, and the name it takes up."""

    to: str
    rule: str
    by: Span


class Taker:
    """What was named so far in one report, asked by descriptions and pronouns in turn."""

    def __init__(
        self,
        document: Document,
        names: Sequence[tuple[Mention, str]],
        kinds: Mapping[str, ActorKind | None],
        told: Mapping[Span, str],
        often: Mapping[str, int],
    ) -> None:
        """Keep the names of a report, in the order of its text, with the keys they stand for.

        ``told``: what words the report's reading takes to mean whom. ``often``: how many
        mentions each name has in the whole story.
        """
        self._text = document.text
        self._sentences = document.sentences
        self._names = list(names)
        self._starts = [mention.span.start for mention, _ in names]
        self._kinds = kinds
        self._called = _called(names)
        self._pronouns = tuple(pronouns(document))
        self._counts = Counter(target for _, target in names)
        self._told = told
        self._often = often
        self._shortened = {t for o, t in names if o.key != t and " " not in o.key}
        self._genders = _genders(names)
        self._genders |= self._voted()

    def take(self, mention: Mention) -> Taken | None:
        """The name that ``mention`` takes up, or None."""
        if mention.span in self._told and self._fits(mention, self._told[mention.span]):
            return self._as_told(mention, self._told[mention.span])
        if mention.sort == "description":
            taken = self._described(mention)
            if taken:
                self._note(mention, taken.to)
            return taken
        return self._person(mention) if mention.gender else self._body(mention)

    def _fits(self, mention: Mention, target: str) -> bool:
        """Whether a he can be he: what the reading tells is not taken against the names."""
        if not mention.gender:
            return True
        known = self._genders.get(target, mention.gender) == mention.gender
        return known and self._kinds.get(target) in ("person", None) and self._is_whole(target)

    def _is_whole(self, target: str) -> bool:
        """Whether a name is that of a person for all that the report tells."""
        kind = self._kinds.get(target)
        return kind == "person" or target in self._genders or like_a_person(target.title())

    def _note(self, mention: Mention, target: str) -> None:
        """Remember a description that stands for a name, so that "its" can follow it."""
        at = bisect_right(self._starts, mention.span.start)
        self._starts.insert(at, mention.span.start)
        self._names.insert(at, (mention, target))

    def _as_told(self, mention: Mention, target: str) -> Taken:
        earlier = [o.span for o, t in self._before(mention.span.start) if t == target]
        shown = earlier[-1:] or [o.span for o, t in self._names if t == target] or [mention.span]
        return Taken(target, "told by its source", shown[0])

    def _voted(self) -> dict[str, str]:
        """Whether each person is a he or a she, by pronouns that can mean nobody else."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for pronoun in self._pronouns:
            taken = self._person(pronoun, 0) if pronoun.gender else None
            if taken and pronoun.gender:
                votes[taken.to][pronoun.gender] += 1
        return {
            target: sex
            for target, told in votes.items()
            for sex, count in told.items()
            if target not in self._genders and count > 1 and count >= _SURE * told.total()
        }

    def _before(self, at: int) -> Sequence[tuple[Mention, str]]:
        return self._names[: bisect_right(self._starts, at - 1)]

    def _described(self, mention: Mention) -> Taken | None:
        """A name that was called so; else the only body of that kind close by."""
        earlier = self._before(mention.span.start)
        called = [(o, t) for o, t in earlier if self._is_called(mention.noun, o, t)]
        if called and (len({t for _, t in called}) == 1 or _class(mention.noun) != "person"):
            one, target = max(called, key=lambda pair: (self._often.get(pair[1], 0), pair[0].span))
            return Taken(target, "called so", one.span)
        return self._only(mention, earlier)

    def _is_called(self, noun: str, one: Mention, target: str) -> bool:
        if (_class(noun) == "person") != (self._kinds.get(target) == "person"):
            return False
        return noun in self._called.get(target, ()) or noun in words(one.text)[-2:]

    def _only(self, mention: Mention, earlier: Sequence[tuple[Mention, str]]) -> Taken | None:
        loose = mention.noun in listed("loose")
        fits = _FITS.get(_class(mention.noun), frozenset()) if loose else frozenset()
        near = [
            (one, target)
            for one, target in earlier
            if one.sort == "name"
            and self._kinds.get(target) in fits
            and not self._is_person(one, target)
            and one.span.end > mention.span.start - _NEAR
            and (self._counts[target] > 1 or one.place)
            and (one.kind != "place" or mention.noun in words(one.text) or not headed(one.text))
        ]
        counts = Counter(target for _, target in near)
        if not near or self._counts[target := self._dominant(counts)] < _FAR * sum(
            self._counts[other] for other in counts if other != target
        ):
            return None
        one = next(o for o, t in reversed(near) if t == target)
        return Taken(target, "only one of its kind", one.span)

    def _dominant(self, among: Iterable[str]) -> str:
        return min(among, key=lambda target: (-self._counts[target], target))

    def _person(self, mention: Mention, back_to: int = _BACK) -> Taken | None:
        """The only person named in the pronoun's own sentence before it, or in the ones before."""
        at = bisect_right(self._sentences, Span(mention.span.start, 10**12)) - 1
        stop = mention.span.start
        for back in range(back_to + 1):
            if at - back < 0:
                break
            people = self._people(self._sentences[at - back].start, stop, mention.gender)
            if len({target for _, target in people}) > 1:
                return self._opener(mention, people, at, back)
            if people:
                one, target = people[-1]
                return Taken(target, "only person named", one.span)
            stop = self._sentences[at - back].start
        return self._only_in_report(mention) if back_to else None

    def _opener(
        self, mention: Mention, people: Sequence[tuple[Mention, str]], at: int, back: int
    ) -> Taken | None:
        """A pronoun that opens its sentence goes on with the person who opened the last."""
        one, target = people[0]
        opens = mention.span.start - self._sentences[at].start < _OPENS
        opened = one.span.start - self._sentences[at - back].start < _AT_START
        return Taken(target, "goes on", one.span) if back == 1 and opens and opened else None

    def _only_in_report(self, mention: Mention) -> Taken | None:
        """The only person of that gender whom the report has named so far."""
        people = self._people(0, mention.span.start, mention.gender)
        if len({t for _, t in people}) != 1 or people[0][1] not in self._genders:
            return None
        return Taken(people[-1][1], "only person named", people[-1][0].span)

    def _body(self, mention: Mention) -> Taken | None:
        """The only body or country named in the sentence before "it" or "its", or in the last."""
        if mention.text not in ("it", "its", "itself"):
            return None
        at = bisect_right(self._sentences, Span(mention.span.start, 10**12)) - 1
        start, stop = self._sentences[at].start, mention.span.start
        if stop - start < _OPENS and mention.text == "it" and at:
            start = self._sentences[at - 1].start
        found = [(o, t) for o, t in self._before(stop) if o.span.start >= start]
        bodies = [(o, t) for o, t in found if self._kinds.get(t) in _BODIES and not o.place]
        if len({t for _, t in bodies}) != 1 or self._names_rival(found, bodies[0][1]):
            return None
        return Taken(bodies[-1][1], "only body named", bodies[-1][0].span)

    def _names_rival(self, found: Sequence[tuple[Mention, str]], target: str) -> bool:
        """Whether anything else named there could be meant: no person and no place can."""
        return any(
            t != target
            and self._kinds.get(t) not in ("person", "place")
            and not self._is_person(o, t)
            for o, t in found
        )

    def _people(self, start: int, stop: int, sex: str | None) -> list[tuple[Mention, str]]:
        return [
            (one, target)
            for one, target in self._before(stop)
            if one.span.start >= start
            and self._is_person(one, target)
            and self._genders.get(target, sex) == sex
        ]

    def _is_person(self, one: Mention, target: str) -> bool:
        kind = self._kinds.get(target)
        whole = kind is None and one.sort == "name" and " " in target
        return kind == "person" or (whole and (target in self._genders or self._surname(target)))

    def _surname(self, target: str) -> bool:
        """Whether the report also uses the last word of a name by itself, as of a person."""
        return like_a_person(target.title()) and target in self._shortened


def _genders(names: Sequence[tuple[Mention, str]]) -> dict[str, str]:
    return {target: one.gender for one, target in reversed(names) if one.gender}


@cache
def _class(noun: str) -> str:
    tables = load("names")["described"]
    return next((t for t, held in tables.items() if t != "source" and noun in held), "person")


def _called(names: Sequence[tuple[Mention, str]]) -> dict[str, frozenset[str]]:
    """By what nouns a report introduces each name: "agency Equifax", "Ripple, a start-up"."""
    found: dict[str, frozenset[str]] = {}
    for one, target in names:
        found[target] = found.get(target, frozenset()) | one.called
    return found
