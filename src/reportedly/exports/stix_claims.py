"""Claims as STIX notes, who takes which side as relationships, and people's grades as opinions."""

from collections.abc import Iterator
from typing import Any

from stix2 import v21
from stix2.confidence.scales import admiralty_credibility_to_value

from reportedly.model import Claim, Evidence, Grade, Position, Statement, identify
from reportedly.shelf import Shelf
from reportedly.visible import line

from .graded import gradings
from .moments import moment
from .stix_extension import extended
from .stix_frame import Frame, Plain, identity_ref, note_ref, report_ref
from .stix_voices import analyst_ref
from .told import (
    DOES,
    SIDES,
    derived,
    does,
    drifted,
    listed,
    quotation,
    quoted,
    summed,
    voiced,
    where,
)
from .voices import tellings, voice_id, voice_of

CREDIBILITY = {
    "1": "1 - Confirmed by other sources",
    "2": "2 - Probably True",
    "3": "3 - Possibly True",
    "4": "4 - Doubtful",
    "5": "5 - Improbable",
}
"""What the Admiralty scale of STIX calls a digit; 6 has no confidence."""

OPINIONS = {
    "1": "strongly-agree",
    "2": "agree",
    "3": "neutral",
    "4": "disagree",
    "5": "strongly-disagree",
}
"""opinion-enum of a digit that a person gave to a claim; 6 is no opinion."""

_MOST = 40
"""Voices of one stance that the content of a note lists; every one has its relationship."""


def claimed(frame: Frame, claim: Claim) -> Iterator[Any]:
    """A claim, and the voices that take a position in it."""
    yield _note(frame, claim)
    for position in claim.positions:
        yield _position(frame, claim, position)


def opinions(frame: Frame) -> Iterator[Any]:
    """What people hold of claims; a digit that cannot be judged is no opinion."""
    for ruling, claim in gradings(frame.shelf):
        if ruling.value[1:] in OPINIONS:
            made = moment(ruling.recorded)
            common = frame.common("opinion", claim.id, ruling.number, created=made)
            yield v21.Opinion(
                **common | {"created_by_ref": analyst_ref(ruling.by)},
                opinion=OPINIONS[ruling.value[1:]],
                explanation=f"Graded {ruling.value}. {line(ruling.why)}".rstrip(),
                object_refs=[note_ref(claim)],
                extensions=extended(f"ruling {ruling.number}"),
            )


def _note(frame: Frame, claim: Claim) -> Any:  # noqa: ANN401 (stix2 has no types)
    shelf = frame.shelf
    grade = shelf.grades.get(claim.id)
    told = {}
    if grade and grade.digit in CREDIBILITY:
        told["confidence"] = admiralty_credibility_to_value(CREDIBILITY[grade.digit])
    refs = [
        *map(report_ref, claim.documents),
        *(identity_ref(voice_id(shelf, claim, position)) for position in claim.positions),
    ]
    return v21.Note(
        **frame.common("note", claim.id, created=moment(claim.first_seen)),
        abstract=quoted(shelf, claim.text.document, claim.text.spans),
        content="\n".join(_content(shelf, claim, grade)),
        object_refs=list(dict.fromkeys(refs)),
        labels=["claim", claim.status.replace(" ", "-")],
        extensions=_told(frame, claim, grade),
        **told,
    )


def _content(shelf: Shelf, claim: Claim, grade: Grade | None) -> Iterator[str]:
    """The claim as a person reads it: words, range, grade, voices by stance, drift."""
    yield f"{quotation(shelf, claim.text)} ({where(shelf.documents[claim.text.document])})"
    yield f"Status: {claim.status}."
    yield derived(shelf, claim)
    if grade:
        yield summed(grade)
    for stance, heading in SIDES.items():
        found = [one for one in claim.positions if one.stance == stance]
        if found:
            yield f"{heading}:"
        yield from (f"- {listed(shelf, claim, one)}" for one in found[:_MOST])
        if len(found) > _MOST:
            yield f"- and {len(found) - _MOST} more, each with its relationship"
    yield from drifted(shelf, claim)


def _told(frame: Frame, claim: Claim, grade: Grade | None) -> Plain:
    """What a note has no place for."""
    found = frame.shelf.ranges.get(claim.id)
    return extended(
        claim.id,
        status=claim.status,
        told=frame.evidence(claim.text),
        origins=found and {
            "at_least": found.at_least, "at_most": found.at_most,
            "reasons": [line(reason.text) for reason in found.reasons],
        },
        grade=grade and _grade(grade),
        drift=[
            {"record": one.id, "kind": one.kind, "reason": line(one.reason.text),
             "before": frame.evidence(one.before), "after": frame.evidence(one.after)}
            for one in frame.shelf.drifts.get(claim.id, ())
        ],
    )  # fmt: skip


def _grade(grade: Grade) -> Plain:
    """Letter and digit apart; what cannot be judged is absent."""
    return {
        **({"letter": grade.letter} if grade.letter != "F" else {}),
        **({"digit": grade.digit} if grade.digit != "6" else {}),
        "by_person": grade.suggested is not None,
        **({"suggested": grade.suggested} if grade.suggested else {}),
        "summary": line(grade.summary),
        "reasons": [line(factor.text) for factor in grade.factors],
    }


def _position(frame: Frame, claim: Claim, position: Position) -> Any:  # noqa: ANN401
    """A voice and what it does to a claim; it asserts or denies, and has no opinion here."""
    shelf = frame.shelf
    voice = voice_of(shelf, claim, position)
    told = [one for held in tellings(shelf, position).values() for one in held]
    dates = (moment(shelf.documents[name].published) for name in position.documents)
    first = min((one for one in dates if one), default=None)
    id_ = identify("position", claim.id, voice.id, position.stance)
    words = f": {quotation(shelf, Evidence(told[0].document, told[0].spans))}" if told else ""
    return v21.Relationship(
        **frame.common("relationship", id_, created=first),
        relationship_type=DOES[position.stance],
        source_ref=identity_ref(voice.id),
        target_ref=note_ref(claim),
        description=f"{voiced(voice)} {does(position)}{words}",
        extensions=extended(
            id_, stance=position.stance, factuality=position.factuality,
            statements=[_statement(frame, one) for one in told],
        ),
    )  # fmt: skip


def _statement(frame: Frame, statement: Statement) -> Plain:
    """The words of a statement, what hedges it, and whose word it is, innermost first."""
    shelf = frame.shelf
    return {
        "record": statement.id,
        **frame.words(statement.document, statement.spans),
        "factuality": statement.factuality,
        "reasons": [
            {"name": reason.name, "reason": line(reason.text),
             "words": [frame.evidence(one) for one in reason.evidence]}
            for reason in statement.reasons
        ],
        "chain": [
            {"attribution": one.id, "cue": quoted(shelf, one.document, one.cue),
             "source": quoted(shelf, one.document, one.source.spans) if one.source else None}
            for one in shelf.voices(statement)
        ],
    }  # fmt: skip
