"""What rulings rest on, found again where ids have changed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter

from .case import Actor, Gathering
from .causes import End, mention_id
from .folded import by_id
from .readings import Attribution, Question, Reading
from .rulings import Target
from .text import Spans, bare

NOTHING = Gathering()
NOT_READ = Reading("")

_id = attrgetter("id")


class Found:
    """Statements, attributions, questions, actors and ends of causes, by id and by place.

    ``gathering``: where claims and actors are looked for; without it none is found.
    """

    def __init__(self, readings: Iterable[Reading], gathering: Gathering = NOTHING) -> None:
        held = self._readings = tuple(readings)
        self._by_id = by_id((reading.statements for reading in held), _id)
        self._attributions = by_id((reading.attributions for reading in held), _id)
        self._in_report = {reading.document: reading for reading in held}
        self._actors = gathering.actors
        self._claims = {s: claim.id for claim in gathering.claims for s in claim.statements}

    def statement(self, target: Target) -> str | None:
        """The statement that a target rests on, None where it is gone, or rests on none."""
        if target.statement in self._by_id:
            return target.statement
        told = self._in_report.get(target.document or "", NOT_READ).statements
        near = [s for s in told if s.predicate == target.predicate]
        best = min(near, key=lambda s: ((s.attribution is None) != target.own, s.id), default=None)
        return best.id if best else None

    def attribution(self, target: Target) -> Attribution | None:
        """The attribution meant: by its id, else the one whose cue shares most characters."""
        if target.kind != "attribution" or target.id in self._attributions:
            return self._attributions.get(target.id)
        near = self._in_report.get(target.document or "", NOT_READ).attributions
        shared = [(shared_by(a.cue, target.at), a) for a in near]
        best = min(
            shared, key=lambda pair: (-pair[0], _size(pair[1].cue), pair[1].id), default=None
        )
        return best[1] if best and best[0] else None

    def mention(self, target: Target) -> str | None:
        """The end of a cause that a ruling on a concept rests on, None where it is gone.

        By its id, else the one of the report whose words share most characters with those.
        """
        if target.statement in self._mentions:
            return target.statement
        near = (
            (id_, spans) for id_, (at, spans) in self._mentions.items() if at == target.document
        )
        shared = [(shared_by(spans, target.at), _size(spans), id_) for id_, spans in near]
        best = min(shared, key=lambda one: (-one[0], one[1], one[2]), default=None)
        return best[2] if best and best[0] else None

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[str, Spans]]:
        """Document and words of each end of a cause, by the id of the mention."""
        ends: tuple[End, End] = ("cause", "effect")
        return {
            mention_id(cause.id, end): (cause.document, getattr(cause, end))
            for reading in self._readings
            for cause in reading.causes
            for end in ends
        }

    def joined(self, target: Target) -> str | None:
        """What a ruling that joins or parts rests on: an end of a cause, or a statement."""
        return self.mention(target) if target.kind == "concept" else self.statement(target)

    def question(self, target: Target) -> Question | None:
        """The question that a ruling on an issue rests on: its words share most characters."""
        near = self._in_report.get(target.document or "", NOT_READ).questions
        shared = [(shared_by(q.spans, target.at), q) for q in near]
        best = min(
            shared, key=lambda pair: (-pair[0], _size(pair[1].spans), pair[1].id), default=None
        )
        return best[1] if best and best[0] else None

    def actor(self, target: Target) -> Actor | None:
        """The actor meant: by id, else by where it is named, else the only one of that name."""
        return actor_of(target, self._actors)

    def claim(self, target: Target) -> str | None:
        """The id of the claim that holds the statement a target rests on."""
        return self._claims.get(self.statement(target) or "")

    def rest(self, target: Target) -> str | None:
        """Id of the statement, attribution, actor, question or end of a cause of a target."""
        if target.kind == "attribution":
            attribution = self.attribution(target)
            return attribution.id if attribution else None
        if target.kind == "actor":
            actor = self.actor(target)
            return actor.id if actor else None
        if target.kind == "issue":
            question = self.question(target)
            return question.id if question else None
        return self.joined(target)

    def ids(self, target: Target) -> str:
        """The statement, or the id of before, for comparing rulings with one another."""
        return self.joined(target) or target.statement or target.id

    def graded(self, target: Target) -> str | None:
        """What a grade is given to: a claim, or a source by its name; None where it is gone."""
        if target.kind == "claim":
            return self.claim(target)
        if target.kind == "outlet":
            return bare(target.name or "")
        actor = self.actor(target)
        if actor is None:
            return None
        alike = sum(bare(other.name) == bare(actor.name) for other in self._actors)
        return bare(actor.name) if alike == 1 else actor.id


def actor_of(target: Target, actors: Iterable[Actor]) -> Actor | None:
    """The one of ``actors`` that a ruling on an actor means; None where it is gone."""
    if target.kind != "actor":
        return None
    held = tuple(actors)
    here = (target.document, target.at)
    called = [a for a in held if bare(a.name) == bare(target.name or "")]
    near = [a for a in held if any((m.document, m.spans) == here for m in a.mentions)]
    chosen = [a for a in held if a.id == target.id] or near or (called if len(called) == 1 else [])
    return chosen[0] if chosen else None


def shared_by(one: Spans, other: Spans) -> int:
    """How many characters two stretches of one text have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
