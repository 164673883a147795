"""Descriptions and pronouns that take up a name met before, and only where one name fits."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.claims.around import acts, does, is_place, is_told_of_itself, strangers
from reportedly.claims.describing import Taken, beside, is_personal, taken_up
from reportedly.claims.kinds import like_a_person
from reportedly.claims.known import Known, sure
from reportedly.claims.mentioned import Mentioned, Placed
from reportedly.claims.mentions import Mention, pronouns
from reportedly.model import ActorKind, Document, Span

_BACK = 2
"""Sentences looked back over for a person, beside the pronoun's own."""

_FARTHEST = 9
"""Sentences looked back over, those that are quoted with them."""

_OPENS = 3
"""A pronoun so many characters into a sentence opens it."""

_AT_START = 24
"""A name so many characters into a sentence opens it, whatever title stands before it."""

_MANY = frozenset({"they", "them", "their"})
_BODIES: frozenset[ActorKind | None] = frozenset(
    {"government", "organisation", "military", "intelligence", "media", None}
)


class Taker:
    """Descriptions and pronouns of one report, asked in the order of its text."""

    def __init__(
        self,
        document: Document,
        names: Sequence[Placed],
        kinds: Mapping[str, ActorKind | None],
        told: Mapping[Span, str],
        known: Known,
    ) -> None:
        """Keep the names of a report, in the order of its text, with the keys they stand for.

        ``told``: what words the report's reading takes to mean whom. ``known``: what all reports
        of the story tell of names.
        """
        self._named = Mentioned(document, names, kinds, known)
        self._told = told
        self._named.genders |= self._voted(document)

    def take(self, mention: Mention) -> Taken | None:
        """The name that ``mention`` takes up, or None."""
        if mention.sort == "apposed":
            return beside(self._named, mention)
        told = self._told.get(mention.span)
        if told is not None and self._fits(mention, told):
            return self._as_told(mention, told)
        if mention.sort == "description":
            taken = taken_up(self._named, mention)
            if taken:
                self._named.note(mention, taken.to)
            return taken
        return self._person(mention) if mention.gender else self._body(mention)

    def _fits(self, mention: Mention, target: str) -> bool:
        """Whether what the reading tells does not go against the names.

        No person is they, and a capital that acts is no place.
        """
        named = self._named
        kind = named.kinds.get(target)
        if kind == "place" and mention.sort == "pronoun":
            return False
        personal = mention.sort == "description" and is_personal(mention.noun)
        if not mention.gender and not personal:
            return mention.text not in _MANY or kind != "person"
        known = personal or named.genders.get(target, mention.gender) == mention.gender
        whole = kind == "person" or target in named.genders or like_a_person(target.title())
        return known and kind in ("person", None) and whole

    def _as_told(self, mention: Mention, target: str) -> Taken:
        named = self._named
        earlier = [o.span for o, t in named.before(mention.span.start) if t == target]
        shown = earlier[-1:] or [o.span for o, t in named.names if t == target] or [mention.span]
        return Taken(target, "told by its source", shown[0])

    def _voted(self, document: Document) -> dict[str, str]:
        """Whether each person is a he or a she, by pronouns that can mean nobody else."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for pronoun in pronouns(document):
            taken = self._person(pronoun, 0) if pronoun.gender else None
            if taken and pronoun.gender:
                votes[taken.to][pronoun.gender] += 1
        told = {target: sure(held) for target, held in votes.items() if held.total() > 1}
        known = self._named.genders
        return {target: sex for target, sex in told.items() if sex and target not in known}

    def _person(self, mention: Mention, back_to: int = _BACK) -> Taken | None:
        """The only person named in the pronoun's own sentence before it, or in the ones before."""
        at = self._named.sentence(mention.span.start)
        told = self._named.text[self._named.opening(at) : mention.span.start]
        if strangers(told, mention.gender):
            back_to = 0
        quoted = self._named.is_quoted(mention.span.start)
        for outside in (False,) if quoted else (True, False):
            people, back = self._close(mention, at, back_to, outside)
            if len({target for _, target in people}) > 1:
                return self._opener(mention, people[0], at, back)
            if people:
                one, target = people[-1]
                return Taken(target, "only person named", one.span)
        return self._only_in_report(mention) if back_to else None

    def _close(
        self, mention: Mention, at: int, back_to: int, outside: bool
    ) -> tuple[list[Placed], int]:
        """The people of the closest sentence that names any who can be meant, and how far back.

        ``outside``: only those named outside of quotation marks, as the reporter's words ask.
        """
        stop = mention.span.start
        for back in self._back(mention, at, back_to):
            start = self._named.opening(at - back)
            people = self._named.people(start, stop, mention.gender)
            held = [p for p in people if not (outside and self._named.is_quoted(p[0].span.start))]
            if held:
                return held, back
            stop = start
        return [], 0

    def _back(self, mention: Mention, at: int, back_to: int) -> Iterator[int]:
        """How many sentences to go back, in turn; the reporter's words pass over quoted ones."""
        named, seen = self._named, 0
        within = named.is_quoted(mention.span.start)
        for back in range(min(at + 1, _FARTHEST if back_to else 1)):
            yield back
            seen += back > 0 and (within or not named.is_quoted(named.opening(at - back)))
            if seen >= back_to:
                return

    def _opener(self, mention: Mention, first: Placed, at: int, back: int) -> Taken | None:
        """A pronoun that opens its sentence goes on with the person who opened the last."""
        one, target = first
        opens = mention.span.start - self._named.opening(at) < _OPENS
        opened = one.span.start - self._named.opening(at - back) < _AT_START
        return Taken(target, "goes on", one.span) if back == 1 and opens and opened else None

    def _only_in_report(self, mention: Mention) -> Taken | None:
        """The only person of that gender whom the report has named so far."""
        people = self._named.people(0, mention.span.start, mention.gender)
        if len({t for _, t in people}) != 1 or people[0][1] not in self._named.genders:
            return None
        return Taken(people[-1][1], "only person named", people[-1][0].span)

    def _body(self, mention: Mention) -> Taken | None:
        """The body or country that acts in the sentence before "it" or "its", or the only one."""
        named, stop = self._named, mention.span.start
        doing = mention.text != "it" or does(named.text, mention.span)
        whose = mention.text in ("it", "its", "itself")
        if not whose or not (doing or is_told_of_itself(named.text, mention.span)):
            return None
        at = named.sentence(stop)
        goes_on = mention.text == "it" and stop - named.opening(at) < _OPENS
        found = named.before(stop, named.opening(at - goes_on))
        bodies = [(o, t) for o, t in found if self._is_body(o, t)]
        acting = [(o, t) for o, t in bodies if acts(named.text, o.span)]
        if acting:
            return Taken(acting[-1][1], "body that acts", acting[-1][0].span)
        one = doing and len({t for _, t in bodies}) == 1
        if not one or self._names_rival(found, bodies[0][1]):
            return None
        return Taken(bodies[-1][1], "only body named", bodies[-1][0].span)

    def _is_body(self, one: Mention, target: str) -> bool:
        """Whether a mention can be an it that acts: none that stands as a place."""
        inside = one.place or is_place(self._named.text, one.span)
        return self._named.kinds.get(target) in _BODIES and not inside

    def _names_rival(self, found: Sequence[Placed], target: str) -> bool:
        """Whether anything else named there could be meant: no person and no place can."""
        return any(
            t != target
            and self._named.kinds.get(t) not in ("person", "place")
            and not self._named.is_person(o, t)
            for o, t in found
        )
