"""The whole case as one JSON object."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Any

from reportedly.model import (
    Actor,
    Case,
    Claim,
    Drift,
    Grade,
    Link,
    OriginRange,
    Position,
    Relation,
    as_ruled,
    hidden,
    homes,
)
from reportedly.model.plain import to_plain

from .competing_json import analysis_json, cell_json, hypothesis_json, item_json
from .issue_json import issue_json
from .map_json import map_json
from .reading_json import (
    attribution_json,
    cause_json,
    conflict_json,
    document_json,
    evidence_json,
    factor_json,
    question_json,
    statement_json,
)

Plain = dict[str, Any]


def ledger_json(case: Case) -> Plain:
    """Everything the ledger holds now, in the order of the case; what is hidden is marked so."""
    whole, left_out = _whole(replace(case, readings=as_ruled(case))), hidden(case)
    return {
        name: [row | {"hidden": True} if row.get("id") in left_out else row for row in rows]
        for name, rows in whole.items()
    }


def _whole(case: Case) -> dict[str, list[Plain]]:
    texts = {d.id: d.text for d in case.documents}
    return {
        "documents": [document_json(d) for d in case.documents],
        "retrievals": [to_plain(r) for r in case.retrievals],
        **_readings(case, texts),
        "claims": _claims(case, texts),
        "actors": [actor_json(a, texts) for a in case.gathering.actors],
        "conflicts": [
            conflict_json(texts, c)
            for c in chain(
                case.gathering.conflicts, chain.from_iterable(r.conflicts for r in case.readings)
            )
        ],
        "issues": _issues(case, texts),
        "forecasters": [to_plain(one) for one in case.forecasters],
        "relations": [relation_json(r, texts) for r in case.gathering.relations],
        **map_json(case, texts),
        "links": [link_json(link, texts) for link in case.lineage.links],
        "origins": [to_plain(origin) for origin in case.lineage.origins],
        "events": [to_plain(event) for event in case.lineage.events],
        **_competing(case, texts),
        "skipped": [to_plain(s) for s in case.skipped]
        + [{**to_plain(s), "document": r.document} for r in case.readings for s in r.skipped],
    }


def _competing(case: Case, texts: dict[str, str]) -> dict[str, list[Plain]]:
    held = case.competing
    return {
        "hypotheses": [hypothesis_json(one, texts) for one in held.hypotheses],
        "items": [item_json(one, texts) for one in held.items],
        "cells": [cell_json(one) for one in held.cells],
        "analyses": [analysis_json(one) for one in held.analyses],
    }


def _readings(case: Case, texts: dict[str, str]) -> Plain:
    writers: dict[str, Callable[..., Plain]] = {
        "attributions": attribution_json,
        "statements": statement_json,
        "causes": cause_json,
        "questions": question_json,
    }
    found = {
        name: [
            {"document": reading.document, **write(texts[reading.document], record)}
            for reading in case.readings
            for record in getattr(reading, name)
        ]
        for name, write in writers.items()
    }
    home = homes(case.gathering.issues)
    asked = [{**row, "issue": home.get(row["id"])} for row in found["questions"]]
    return {**found, "questions": asked}


def _issues(case: Case, texts: dict[str, str]) -> list[Plain]:
    courses = {course.issue: course for course in case.courses}
    return [issue_json(one, courses.get(one.id), texts) for one in case.gathering.issues]


def _claims(case: Case, texts: dict[str, str]) -> list[Plain]:
    ranges = {r.claim: r for r in case.lineage.ranges}
    grades = {g.claim: g for g in case.grades}
    drifts: dict[str, list[Drift]] = {}
    for drift in case.lineage.drifts:
        drifts.setdefault(drift.claim, []).append(drift)
    return [
        claim_json(claim, texts)
        | supported_json(ranges.get(claim.id), grades.get(claim.id))
        | {"drift": [drift_json(d, texts) for d in drifts.get(claim.id, [])]}
        for claim in case.gathering.claims
    ]


def claim_json(claim: Claim, texts: dict[str, str]) -> Plain:
    """A claim with its positions; what supports it, and its drift, are not in it yet."""
    sides = {
        stance: [position_json(p, texts) for p in claim.positions if p.stance == stance]
        for stance in ("for", "against", "observing", "silent")
    }
    return {
        "id": claim.id,
        **told_json(claim, texts),
        "status": claim.status,
        "statements": list(claim.statements),
        **sides,
        "documents": list(claim.documents),
        "first_seen": claim.first_seen,
        "last_seen": claim.last_seen,
        "joins": [factor_json(f) for f in claim.joins],
    }


def told_json(claim: Claim, texts: dict[str, str]) -> Plain:
    """The words that a claim is told in, and where they stand."""
    told = evidence_json(texts, claim.text)
    return {
        "text": told["text"],
        "text_at": {"document": told["document"], "spans": told["spans"]},
    }


def position_json(position: Position, texts: dict[str, str]) -> Plain:
    """A voice in a claim; its stance is the key that it stands under."""
    kept: Plain = to_plain(position)
    del kept["stance"]
    label = position.label
    return {**kept, "label": evidence_json(texts, label) if label else None}


def supported_json(range_: OriginRange | None, grade: Grade | None) -> Plain:
    """How many origins a claim has, and the grade suggested for it."""
    return {
        "origins": range_
        and {
            "at_least": range_.at_least,
            "at_most": range_.at_most,
            "ids": list(range_.origins),
            "reasons": [factor_json(f) for f in range_.reasons],
        },
        "grade": grade
        and {
            **code_json(grade),
            "summary": grade.summary,
            "turns": [to_plain(turn) for turn in grade.turns],
        },
    }


def code_json(grade: Grade) -> Plain:
    """Letter and digit with their reasons; what cannot be judged (F, 6) is absent, not a value."""
    return {
        "letter": None if grade.letter == "F" else grade.letter,
        "digit": None if grade.digit == "6" else grade.digit,
        "code": grade.code,
        "suggested": grade.suggested,
        "factors": [factor_json(f) for f in grade.factors],
    }


def drift_json(drift: Drift, texts: dict[str, str]) -> Plain:
    """What was lost or moved along a link."""
    return {
        "id": drift.id,
        "kind": drift.kind,
        "link": drift.link,
        "before": evidence_json(texts, drift.before),
        "after": evidence_json(texts, drift.after),
        "reason": factor_json(drift.reason),
    }


def actor_json(actor: Actor, texts: dict[str, str]) -> Plain:
    """Somebody who speaks or acts, with every form of the name."""
    return {**to_plain(actor), "mentions": [evidence_json(texts, m) for m in actor.mentions]}


def relation_json(relation: Relation, texts: dict[str, str]) -> Plain:
    """What one actor is said to do to another."""
    return {**to_plain(relation), "evidence": [evidence_json(texts, e) for e in relation.evidence]}


def link_json(link: Link, texts: dict[str, str]) -> Plain:
    """A report and its upstream."""
    return {
        "id": link.id,
        "kind": link.kind,
        "from": link.document,
        "to": link.to if link.to else {"name": link.name},
        "evidence": [evidence_json(texts, e) for e in link.evidence],
        "reasons": [factor_json(f) for f in link.reasons],
    }
