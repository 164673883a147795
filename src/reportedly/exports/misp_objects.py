"""The objects and attributes of a MISP event, by templates that every MISP has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from reportedly.model import Claim, Document, Grade, identify
from reportedly.shelf import Shelf
from reportedly.visible import line

from .moments import moment
from .told import (
    SIDES,
    derived,
    drifted,
    listed,
    outlet,
    quotation,
    summed,
    web_address,
    where,
)
from .uuids import uuid

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """One case as an event: called after its first report, last changed at ``seconds``.

    Every id is one of this event only: MISP has an attribute or an object in one event, and a
    report may stand in the ledgers of two cases.
    """

    shelf: Shelf
    event: str
    seconds: str

    @classmethod
    def of(cls, shelf: Shelf, seconds: str) -> "Frame":
        """The event of a case."""
        return cls(shelf, uuid("event", next(iter(shelf.documents), "")), seconds)

    def uuid(self, *ids: object) -> str:
        """What something in the event is called."""
        return uuid("misp", self.event, *ids)

    def attribute(self, type_: str, category: str, value: str, *ids: object) -> Plain:
        """An attribute that nobody is to search networks for, called by ``ids``."""
        return {
            "uuid": self.uuid("attribute", *ids),
            "type": type_,
            "category": category,
            "value": value[:_LONGEST],
            "to_ids": False,
            "disable_correlation": type_ not in ("sha256", "link"),
            "distribution": "5",
            "timestamp": self.seconds,
        }


@dataclass(frozen=True, slots=True)
class Template:
    """A template of misp-objects; ``types`` of its attributes by their relations."""

    uuid: str
    version: str
    name: str
    types: Mapping[str, str]


REPORT = Template(
    "691463c5-5302-4847-9bec-4c56ccfec677", "3", "news-media",
    {"source": "text", "title": "text", "link": "link"},
)  # fmt: skip
CLAIM = Template(
    "2d3a5895-6c54-50b5-bd25-ce33e974c50a", "1", "intelligence-source-assessment",
    {
        "source-id": "text", "comment": "comment", "evaluation": "text", "source-summary": "text",
        "source-reliability": "text", "information-credibility": "text", "source-type": "text",
    },
)  # fmt: skip

RELIABILITY = {
    "A": "A - Completely reliable",
    "B": "B - Usually reliable",
    "C": "C - Fairly reliable",
    "D": "D - Not usually reliable",
    "E": "E - Unreliable",
}
CREDIBILITY = {
    "1": "1 - Confirmed by other sources",
    "2": "2 - Probably true",
    "3": "3 - Possibly true",
    "4": "4 - Doubtfully true",
    "5": "5 - Improbable",
}
"""Letters and digits as the template has them; F and 6 are absent."""

_IN_ADDRESS = "%/:?#[]@!$&'()*+,;="
_LONGEST = 10_000
"""Characters of a value; MISP keeps 65,535 bytes."""
_MOST = 100
"""Voices of one stance that an object lists."""


def kept(frame: Frame) -> Iterator[Plain]:
    """The sums of the kept copies, each once; reports refer to them."""
    for sha256 in dict.fromkeys(one.sha256 for one in frame.shelf.documents.values()):
        made = frame.attribute("sha256", "External analysis", sha256, "copy", sha256)
        yield {**made, "comment": "SHA-256 of a kept copy"}


def reported(frame: Frame, document: Document) -> Plain:
    """A report, with a reference to the sum of its kept copy."""
    address = web_address(document.url)
    rows = (
        ("source", outlet(document)),
        ("title", line(document.title or "")),
        ("link", quote(address, safe=_IN_ADDRESS) if address else ""),
    )
    published = (moment(document.published) or "").replace(".000Z", "+00:00")
    by = f", {line(document.byline)}" if document.byline else ""
    said = f"Published {line(document.published or '') or 'on a date that is not stated'}{by}"
    return {
        **_object(frame, REPORT, document.id),
        "comment": f"{said}; report {document.id}, kept copy: {line(document.name)}".strip(),
        **({"first_seen": published, "last_seen": published} if published else {}),
        "Attribute": list(_rows(frame, REPORT, document.id, rows)),
        "ObjectReference": [
            _reference(
                frame, REPORT, document.id, "derived-from",
                frame.uuid("attribute", "copy", document.sha256),
            )
        ],
    }  # fmt: skip


def assessed(frame: Frame, claim: Claim) -> Plain:
    """A claim: its words with the tags of its grade, its origins, its voices, its drift."""
    shelf = frame.shelf
    grade = shelf.grades.get(claim.id)
    first, *rows = _rows(frame, CLAIM, claim.id, _said(shelf, claim, grade))
    if grade:
        first |= {"comment": summed(grade)[:_LONGEST], **_tagged(grade)}
    return {
        **_object(frame, CLAIM, claim.id),
        "comment": f"Claim, {claim.status}: {quotation(shelf, claim.text)}",
        "Attribute": [first, *rows],
        "ObjectReference": [
            _reference(frame, CLAIM, claim.id, "extracted-from", frame.uuid(REPORT.name, document))
            for document in claim.documents
        ],
    }


def _said(shelf: Shelf, claim: Claim, grade: Grade | None) -> Iterator[tuple[str, str]]:
    """What an object has, relation and value; the words stand first."""
    at = where(shelf.documents[claim.text.document])
    yield "comment", f"{quotation(shelf, claim.text)} ({at})"
    yield "source-id", claim.id
    yield "source-type", "OSINT"
    yield "evaluation", f"Status: {claim.status}. {derived(shelf, claim)}"
    if grade:
        yield "source-summary", line(grade.summary)
        yield "source-reliability", RELIABILITY.get(grade.letter, "")
        yield "information-credibility", CREDIBILITY.get(grade.digit, "")
    for stance, heading in SIDES.items():
        found = [one for one in claim.positions if one.stance == stance]
        for one in found[:_MOST]:
            yield "comment", f"{heading}: {listed(shelf, claim, one)}"
        if len(found) > _MOST:
            yield "comment", f"{heading}: {len(found) - _MOST} more"
    for told in drifted(shelf, claim):
        yield "comment", told


def _tagged(grade: Grade) -> Plain:
    """Letter and digit as the taxonomy has them."""
    names = []
    if grade.letter in RELIABILITY:
        names.append(f'admiralty-scale:source-reliability="{grade.letter.lower()}"')
    if grade.digit in CREDIBILITY:
        names.append(f'admiralty-scale:information-credibility="{grade.digit}"')
    return {"Tag": [{"name": name} for name in names]} if names else {}


def _object(frame: Frame, template: Template, id_: str) -> Plain:
    return {
        "uuid": frame.uuid(template.name, id_),
        "name": template.name,
        "meta-category": "misc",
        "template_uuid": template.uuid,
        "template_version": template.version,
        "distribution": "5",
        "timestamp": frame.seconds,
    }


def _rows(
    frame: Frame, template: Template, id_: str, said: Iterable[tuple[str, str]]
) -> Iterator[Plain]:
    """Attributes of an object by relation and value; what is empty is left out."""
    for relation, value in dict.fromkeys(said):
        if value:
            type_ = template.types[relation]
            category = "External analysis" if type_ == "link" else "Other"
            # A comment is one of many, and called by its words: another one leaves its id.
            more = (identify("comment", value),) if type_ == "comment" else ()
            made = frame.attribute(type_, category, value, template.name, id_, relation, *more)
            yield {"object_relation": relation, **made}


def _reference(frame: Frame, template: Template, id_: str, kind: str, to: str) -> Plain:
    return {
        "uuid": frame.uuid("reference", template.name, id_, to),
        "object_uuid": frame.uuid(template.name, id_),
        "referenced_uuid": to,
        "relationship_type": kind,
    }
