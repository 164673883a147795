"""What people graded: the claims themselves, and the sources that claims lead back to.

There is no list of good and bad sources but the one that people make, grade by grade, or give as a
table of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from reportedly.model import (
    TWO,
    Actor,
    Evidence,
    Factor,
    Gathering,
    Grade,
    Graded,
    Item,
    Judged,
    Origin,
    actor_of,
    bare,
)

from .factors.shared import naming
from .support import Support

Voiced = Origin | Item
"""A voice and the reports that carry it."""
Words = Callable[[], tuple[Evidence, ...]]
"""What gives the words that show something, where they are wanted."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A graded source: an actor, or an outlet by its name."""

    ruled: Graded
    name: str
    actor: Actor | None

    def stands_behind(self, heard: Voiced) -> bool:
        """Whether a voice is this source: called so; an actor is named in a report of it, too.

        Two people of one name in two stories are two.
        """
        if bare(heard.voice) != self.name:
            return False
        return self.actor is None or bool(self._named(heard))

    def reason(self, heard: Voiced) -> Factor:
        """Who graded it; of an actor the words that name it show whom, of an outlet its name."""
        return replace(self.ruled.reason, evidence=self._named(heard)[:1])

    def _named(self, heard: Voiced) -> tuple[Evidence, ...]:
        mentions = self.actor.mentions if self.actor else ()
        return tuple(m for m in mentions if m.document in heard.documents)


@dataclass(frozen=True, slots=True)
class Given:
    """People's grades: of claims by id, of sources as they were given, or by bare name."""

    claims: Mapping[str, Graded]
    graded: tuple[_Source, ...]
    table: Mapping[str, Judged]

    def sources(self, held: Support) -> tuple[str, tuple[Factor, ...]]:
        """The best letter among the graded origins of a claim, "" without one; and who gave which.

        One source that has been right before is not made worse by another that says the same.
        """
        found = [one for o in held.origins if (one := self.letter(o, partial(naming, held, (o,))))]
        reasons = dict.fromkeys(reason for _, reason in found)
        return min((letter for letter, _ in found), default=""), tuple(reasons)

    def letter(self, voice: Voiced, words: Words = tuple) -> tuple[str, Factor] | None:
        """The letter of one voice and whose it is: a ruling's, else that of the person's table.

        ``words`` gives those that name the voice, which show what a row of a table is taken to be
        about.
        """
        last = self._last(voice)
        if last is not None:
            return last.ruled.letter, last.reason(voice)
        row = self.table.get(bare(voice.voice))
        return (row.letter, _judged(row, words())) if row else None

    def _last(self, voice: Voiced) -> _Source | None:
        near = [source for source in self.graded if source.stands_behind(voice)]
        return max(near, key=lambda source: source.ruled.number, default=None)

    def claim(self, held: Support, grade: Grade) -> Grade:
        """A claim's grade as a person gave it, with what was suggested; else as suggested."""
        ruled = self.claims.get(held.claim.id)
        if ruled is None:
            return grade
        letter, digit, reason = ruled.letter, ruled.digit, ruled.reason
        suggested = grade.code
        reasons = [replace(reason, evidence=(held.claim.text,))]
        if digit == "1" and len(held.shown) < TWO:
            digit = grade.digit
            reasons += [_HELD_BACK]
        return replace(
            grade, letter=letter, digit=digit, factors=(*reasons, *grade.factors),
            suggested=suggested,
        )  # fmt: skip


_HELD_BACK = Factor(
    "held back", 0.0,
    "A digit 1 takes two origins that are shown to be different; the suggested digit stands.",
)  # fmt: skip


def given(graded: Iterable[Graded], gathering: Gathering, own: Iterable[Judged] = ()) -> Given:
    """People's grades, found on the claims and actors of now; of a claim the last one counts."""
    held, table = tuple(graded), {bare(one.name): one for one in own}
    if not held:
        return Given({}, (), table)
    home = {number: claim.id for claim in gathering.claims for number in claim.statements}
    claims = {home[one.statement]: one for one in held if one.statement in home}
    return Given(claims, tuple(_sources(held, gathering)), table)


def _judged(row: Judged, evidence: tuple[Evidence, ...]) -> Factor:
    """Who judged a source in a table of one's own, when, and why."""
    by = f" by {row.by}" if row.by else ""
    when = f" on {row.when}" if row.when else ""
    why = f" {row.why}" if row.why else ""
    return Factor(
        "own table", 0.0, f"A source of it is judged {row.letter}{by}{when}.{why}", evidence
    )


def _sources(graded: Iterable[Graded], gathering: Gathering) -> Iterator[_Source]:
    for one in graded:
        if one.about.kind == "outlet":
            yield _Source(one, bare(one.about.name or ""), None)
        elif (actor := actor_of(one.about, gathering.actors)) is not None:
            yield _Source(one, bare(actor.name), actor)
