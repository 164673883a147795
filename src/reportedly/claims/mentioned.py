"""The names of one report in the order of its text, and what is known of each."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.claims.around import quoted
from reportedly.claims.kinds import like_a_person
from reportedly.claims.known import Known
from reportedly.claims.mentions import Mention
from reportedly.model import ActorKind, Document, Span

Placed = tuple[Mention, str]
"""A mention with the key of the name that it stands for."""


class Mentioned:
    """What was named so far in one report, asked by descriptions and pronouns in turn.

    ``kinds``: by key; ``known``: what all reports of the story tell; ``genders``: by key.
    """

    def __init__(
        self,
        document: Document,
        names: Sequence[Placed],
        kinds: Mapping[str, ActorKind | None],
        known: Known,
    ) -> None:
        """Keep the names of a report, in the order of its text, with the keys they stand for."""
        self.text = document.text
        self.names = list(names)
        self.kinds = kinds
        self.known = known
        self.counts = Counter(target for _, target in names)
        self.called = _called(names)
        told = {target: one.gender for one, target in reversed(names) if one.gender}
        self.genders = {**known.genders, **told}
        self._sentences = document.sentences
        self._starts = [mention.span.start for mention, _ in names]
        self._quoted = quoted(document.text)
        self._shortened = {t for o, t in names if o.key != t and " " not in o.key}

    def note(self, mention: Mention, target: str) -> None:
        """Remember a description that stands for a name, so that "its" can follow it."""
        at = bisect_right(self._starts, mention.span.start)
        self._starts.insert(at, mention.span.start)
        self.names.insert(at, (mention, target))

    def before(self, at: int, since: int = 0) -> Sequence[Placed]:
        """The names that begin before a character, from another on."""
        stop = bisect_right(self._starts, at - 1)
        return self.names[bisect_right(self._starts, since - 1) : stop]

    def after(self, at: int) -> Placed | None:
        """The first name that begins after a character."""
        place = bisect_right(self._starts, at)
        return self.names[place] if place < len(self.names) else None

    def sentence(self, at: int) -> int:
        """The place of the sentence that holds a character."""
        return bisect_right(self._sentences, Span(at, 10**12)) - 1

    def opening(self, sentence: int) -> int:
        """The first character of a sentence, by its place."""
        return self._sentences[max(sentence, 0)].start

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands between quotation marks."""
        place = bisect_right(self._quoted, Span(at, 10**12)) - 1
        return place >= 0 and at < self._quoted[place].end

    def is_person(self, one: Mention, target: str) -> bool:
        """Whether a mention means a person, for all that its report and its story tell."""
        kind = self.kinds.get(target)
        whole = kind is None and one.sort == "name" and " " in target
        return kind == "person" or (whole and (target in self.genders or self._surname(target)))

    def people(self, start: int, stop: int, sex: str | None) -> list[Placed]:
        """The people named from one character to another who can be a he, a she."""
        return [
            (one, target)
            for one, target in self.before(stop, start)
            if self.is_person(one, target) and self.genders.get(target, sex) == sex
        ]

    def _surname(self, target: str) -> bool:
        """Whether the report also uses the last word of a name by itself, as of a person."""
        return like_a_person(target.title()) and target in self._shortened


def _called(names: Sequence[Placed]) -> dict[str, frozenset[str]]:
    """By what nouns a report introduces each name: "agency Equifax", "Ripple, a start-up"."""
    found: dict[str, frozenset[str]] = {}
    for one, target in names:
        found[target] = found.get(target, frozenset()) | one.called
    return found
