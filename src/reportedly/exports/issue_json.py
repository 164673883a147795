"""An issue and its course as one JSON object."""

from collections.abc import Mapping
from typing import Any

from reportedly.model import Backing, Course, Issue
from reportedly.model.plain import to_plain

from .reading_json import quoted

Plain = dict[str, Any]


def asked_json(issue: Issue, course: Course | None, texts: Mapping[str, str]) -> Plain:
    """An issue in short: its words, what it asks for, and the state it is in."""
    at = issue.text
    return {
        "id": issue.id,
        "asked": issue.asked,
        "text": quoted(texts[at.document], at.spans)["text"],
        "text_at": {"document": at.document, "spans": to_plain(at.spans)},
        "documents": list(issue.documents),
        "state": course.state if course else "open",
        "answer": course.answer if course else "",
        "rests": course.rests if course else None,
    }


def issue_json(issue: Issue, course: Course | None, texts: Mapping[str, str]) -> Plain:
    """An issue with its questions, what bears on it, and what became of it."""
    held = course or Course(issue.id, "open")
    return {
        **asked_json(issue, course, texts),
        "questions": list(issue.questions),
        "first_seen": issue.first_seen,
        "last_seen": issue.last_seen,
        "joins": to_plain(issue.joins),
        "answers": to_plain(issue.answers),
        "steps": to_plain(held.steps),
        "evidence": [_backing(one) for one in held.backings],
        "proposals": to_plain(held.proposals),
        "forecasts": to_plain(held.forecasts),
        "scores": to_plain(held.scores),
    }


def _backing(backing: Backing) -> Plain:
    return {
        "claim": backing.claim,
        "at_least": backing.at_least,
        "at_most": backing.at_most,
        "origins": list(backing.origins),
        "apart": list(backing.apart),
        "against": to_plain(backing.against),
    }
