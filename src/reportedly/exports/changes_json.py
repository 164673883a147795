"""What came to a ledger and what moved in it, one flat JSON object an event, for other programs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.model import (
    Case,
    Changes,
    Claim,
    Drift,
    Evidence,
    Grade,
    Link,
    Move,
    Origin,
    OriginRange,
    Position,
    Shift,
    Span,
    Statement,
    Stood,
    as_ruled,
    hidden,
    identify,
)
from reportedly.model.plain import to_plain

from .issue_json import asked_json
from .ledger_json import code_json, link_json, position_json, told_json
from .reading_json import document_json, evidence_json

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Between:
    """Two runs of a ledger: after ``since``, and up to ``run``, which was ``recorded`` then."""

    since: int
    run: int
    recorded: str


def events_json(came: Changes, case: Case, between: Between) -> Iterator[Plain]:
    """Reports, claims, denials, origins, drift, moves, questions, in the order of the case.

    What rulings hide is left out. The same changes since the same run have the same ids.
    """
    left_out = hidden(case)
    writer = _Writer(case, came.earlier, left_out)
    for event in writer.events(came):
        about = {event["record"], (event["claim"] or {}).get("id")}
        if about.isdisjoint(left_out):
            yield {**_of_run(event, between), **event}


def stood_json(stood: Stood, texts: dict[str, str]) -> Any:  # noqa: ANN401 - one of four
    """How a claim stood: a code, a range, a grade, or the claims that it was or was part of."""
    if isinstance(stood, OriginRange):
        return {"at_least": stood.at_least, "at_most": stood.at_most}
    if isinstance(stood, Grade):
        return code_json(stood)
    if isinstance(stood, tuple):
        return [{"id": one.id, **told_json(one, texts)} for one in stood]
    return stood


def _of_run(event: Plain, between: Between) -> Plain:
    key = [event[name] for name in ("kind", "what", "record", "before", "after", "words")]
    key.append([(one["voice"], one["stance"]) for one in event["voices"]])
    claim = (event["claim"] or {}).get("id")
    return {
        "id": identify("news", between.since, claim, *key),
        "kind": event["kind"],
        "since": between.since,
        "run": between.run,
        "recorded": between.recorded,
    }


_OF_ORIGIN = ("id", "voice", "kind", "country", "named", "shown")


class _Writer:
    """Writes the events of one case; every text beside spans is cut from its report."""

    def __init__(
        self, case: Case, earlier: Mapping[str, tuple[str, ...]], left_out: Collection[str]
    ) -> None:
        self.case, self.earlier, self.left_out = case, earlier, left_out
        self.texts = {d.id: d.text for d in case.documents}
        self.order = {d.id: at for at, d in enumerate(case.documents)}
        self.claims = {c.id: c for c in case.gathering.claims}
        self.ranges = {r.claim: r for r in case.lineage.ranges}
        self.statements: dict[str, Statement] = {
            s.id: s for reading in as_ruled(case) for s in reading.statements
        }

    def events(self, came: Changes) -> Iterator[Plain]:
        yield from self._reports(came)
        for claim in came.claims:
            yield self._event(
                "claim", claim.id, claim, claim.documents, [claim.text], claim.positions
            )
        for denial in came.denials:
            held = denial.position
            said = self._sentences(held.statements)
            yield self._event("denial", None, denial.claim, held.documents, said, [held])
        for origin in came.origins:
            yield self._origin(origin)
        for drift in came.drifts:
            yield self._drift(drift)
        for move in came.moved:
            yield self._move(move)
        for turn in came.turned:
            yield self._turn(turn)

    def _reports(self, came: Changes) -> Iterator[Plain]:
        carrying: dict[str, list[Claim]] = {d.id: [] for d in came.documents}
        links: dict[str, list[Link]] = {d.id: [] for d in came.documents}
        for claim in self.case.gathering.claims:
            for name in () if claim.id in self.left_out else carrying.keys() & set(claim.documents):
                carrying[name].append(claim)
        for link in self.case.lineage.links:
            if link.document in links:
                links[link.document].append(link)
        for document in came.documents:
            first = document.sentences[:1] or (Span(0, len(document.text)),)
            words = [Evidence(document.id, first)]
            yield self._event("report", document.id, None, [document.id], words) | {
                "document": document_json(document),
                "claims": [self._claim(c) for c in carrying[document.id]],
                "links": [link_json(k, self.texts) for k in links[document.id]],
            }

    def _origin(self, origin: Origin) -> Plain:
        claim = self.claims[origin.claim]
        words = self._sentences(origin.statements) or [claim.text]
        spoken = [p for p in claim.positions if p.voice == origin.voice]
        event = self._event("origin", origin.id, claim, origin.documents, words, spoken)
        kept = to_plain(origin)
        return event | {"origin": {key: kept[key] for key in _OF_ORIGIN}}

    def _drift(self, drift: Drift) -> Plain:
        ends, claim = [drift.before, drift.after], self.claims[drift.claim]
        event = self._event("drift", drift.id, claim, [one.document for one in ends], ends)
        before, after = (evidence_json(self.texts, one) for one in ends)
        return event | {"what": drift.kind, "before": before, "after": after}

    def _move(self, move: Move) -> Plain:
        said = self._sentences(move.statements)
        if isinstance(move.before, tuple):
            said = [one.text for one in move.before if one.text.document in self.texts]
        documents = dict.fromkeys(one.document for one in said)
        voices = [move.position] if move.position else []
        words = said or [move.claim.text]
        event = self._event("moved", None, move.claim, documents, words, voices)
        before, after = (stood_json(one, self.texts) for one in (move.before, move.after))
        own = move.own if move.position else None
        return event | {"what": move.kind, "before": before, "after": after, "own": own}

    def _turn(self, turn: Shift) -> Plain:
        issue, proposal = turn.issue, turn.proposal
        shown = proposal.reason.evidence if proposal else ()
        named = proposal.claim if proposal else turn.course.rests
        claim = self.claims.get(named or "")
        words = dict.fromkeys((issue.text, *shown))
        event = self._event("issue", issue.id, claim, issue.documents, words)
        asked = asked_json(issue, turn.course, self.texts)
        answer = {"answer": proposal.answer} if proposal else {}
        return event | {
            "what": turn.kind, "before": turn.before, "issue": asked | answer,
            "after": proposal.state if proposal else turn.course.state,
        }  # fmt: skip

    def _event(
        self,
        kind: str,
        record: str | None,
        claim: Claim | None,
        documents: Iterable[str],
        words: Iterable[Evidence],
        voices: Iterable[Position] = (),
    ) -> Plain:
        return {
            "kind": kind,
            "record": record,
            "what": None,
            "claim": self._claim(claim) if claim else None,
            "documents": list(dict.fromkeys(documents)),
            "voices": [{**position_json(p, self.texts), "stance": p.stance} for p in voices],
            "before": None,
            "after": None,
            "own": None,
            "words": [evidence_json(self.texts, one) for one in words],
            "document": None,
            "origin": None,
            "claims": [],
            "links": [],
            "issue": None,
        }

    def _claim(self, claim: Claim) -> Plain:
        range_ = self.ranges.get(claim.id)
        return {
            "id": claim.id,
            "before": list(self.earlier.get(claim.id, (claim.id,))),
            "status": claim.status,
            "origins": stood_json(range_, self.texts) if range_ else None,
            **told_json(claim, self.texts),
        }

    def _sentences(self, names: Iterable[str]) -> list[Evidence]:
        """The sentences of statements, each once, in the order of their reports."""
        found = [self.statements[name] for name in names if name in self.statements]
        found.sort(key=lambda s: (self.order[s.document], s.sentence, s.id))
        return list(dict.fromkeys(Evidence(s.document, (s.sentence,)) for s in found))
