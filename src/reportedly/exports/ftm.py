"""FollowTheMoney entities as lines of JSON, for OpenAleph and what else reads them.

The vocabulary has nothing for a claim. An Event is one, and its name begins with "Claimed"; who
asserts or denies it is the role of a Documentation (report → claim) and of an UnknownLink
(voice → claim). Hedges, drift, ranges and grades are Notes. See ``docs/exports.md``.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from followthemoney import model

from reportedly.model import (
    Actor,
    Case,
    Claim,
    Document,
    Position,
    SourceKind,
    Statement,
    identify,
)
from reportedly.shelf import Shelf
from reportedly.visible import line, plain

from .holdings import Copy
from .moments import moment
from .told import (
    LEGEND,
    carried,
    derived,
    does,
    drifted,
    outlet,
    quoted,
    reasoned,
    summed,
    voiced,
    web_address,
)
from .voices import Voice, standing, tellings, voice_of

SCHEMATA: dict[SourceKind, str] = {
    "person": "Person",
    "government": "PublicBody",
    "intelligence": "PublicBody",
    "military": "PublicBody",
    "media": "Organization",
    "organisation": "Organization",
    "office": "LegalEntity",
}
"""What a voice is that is known by name; any other is words in a role, and no entity."""

_PIECE = 60_000
"""Characters of a value; the library lets a text have 65,000."""
_ROLE = 1_000


def ftm(case: Case, copy: Copy) -> Iterator[bytes]:
    """A line for each entity: what to know first, reports, actors, claims."""
    shelf = Shelf(case)
    yield _entity("Note", entity_id("note", "legend"), name="About this export", description=LEGEND)
    sharers = _sharers(case)
    for document in case.documents:
        yield _article(document, copy, sharers[document.sha256] == 1)
    for voice in standing(shelf):
        if _is_entity(voice):
            yield from _actor(shelf, voice)
    for claim in shelf.claims:
        yield _event(shelf, claim)
        yield from _positions(shelf, claim)
        yield from _notes(shelf, claim)


def entity_id(kind: str, id_: str) -> str:
    """``reportedly-claim-070e9be92bbd642e``: what a record is called, and our own id of it."""
    return f"reportedly-{kind}-{id_}"


def _entity(schema: str, id_: str, **values: Any) -> bytes:  # noqa: ANN401 (what the library takes)
    """One line; a value that the library does not take for one of its type is absent."""
    made = model.make_entity(schema)
    made.id = id_
    for name, value in values.items():
        if value:
            made.add(name, value)
    plain_ = {"id": made.id, "schema": schema, "properties": made.properties}
    return json.dumps(plain_, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _sharers(case: Case) -> dict[str, int]:
    """How many reports a kept copy holds."""
    found: dict[str, int] = {}
    for document in case.documents:
        found[document.sha256] = found.get(document.sha256, 0) + 1
    return found


def _article(document: Document, copy: Copy, alone: bool) -> bytes:
    """``alone``: whether the kept copy is of this report only, so that its sum is that of it."""
    data = copy(document.sha256) if alone else None
    text = plain(document.text)
    return _entity(
        "Article", entity_id("report", document.id),
        fileName=line(PurePosixPath(document.name).name) or document.id,
        title=line(document.title or "") or None,
        author=line(document.byline or "") or None,
        publisher=outlet(document),
        publishedAt=_date(document.published),
        retrievedAt=_date(document.retrieved),
        language=document.language and line(document.language),
        sourceUrl=web_address(document.url),
        contentHash=hashlib.sha1(data, usedforsecurity=False).hexdigest() if data else None,
        bodyText=list(_pieces(text)),
        notes=f"Kept copy: {line(document.name)}, SHA-256 {document.sha256}",
    )  # fmt: skip


def _pieces(text: str) -> Iterator[str]:
    """A text in values that are short enough, parted where there is a space if there is one."""
    while text:
        space = text.rfind(" ", 1, _PIECE) if len(text) > _PIECE else 0
        end = space if space > 0 else _PIECE
        yield text[:end]
        text = text[end:]


def _date(stated: str | None) -> str | None:
    """In UTC and without a zone, as the library has it; a day stays one."""
    found = moment(stated)
    return found and found[: 10 if found.endswith("T00:00:00.000Z") else 19]


def _is_entity(voice: Voice) -> bool:
    return voice.actor is not None and voice.named and voice.kind in SCHEMATA


def _actor(shelf: Shelf, voice: Voice) -> Iterator[bytes]:
    """An actor with the attributions that carry its name, and every place that mentions it."""
    held = shelf.actors[voice.id]
    found = [shelf.attributions[name] for name in voice.carried]
    id_ = entity_id("actor", voice.id)
    schema = SCHEMATA[voice.kind]
    yield _entity(
        schema, id_,
        name=voice.name, country=voice.country and line(voice.country),
        proof=[entity_id("report", one.document) for one in found],
        notes=[carried(shelf, one) for one in found],
    )  # fmt: skip
    for document, words in _mentioned(shelf, held).items():
        yield _entity(
            "Mention", entity_id("mention", identify("mention", voice.id, document)),
            document=entity_id("report", document), resolved=id_, name=words,
            detectedSchema=schema,
        )  # fmt: skip


def _mentioned(shelf: Shelf, actor: Actor) -> dict[str, list[str]]:
    """The words that mention an actor, report by report."""
    found: dict[str, list[str]] = {}
    for one in actor.mentions:
        found.setdefault(one.document, []).append(quoted(shelf, one.document, one.spans))
    return found


def _event(shelf: Shelf, claim: Claim) -> bytes:
    words = quoted(shelf, claim.text.document, claim.text.spans)
    said = [s for s in shelf.statements_of(claim) if s.stance == "for"]
    return _entity(
        "Event", entity_id("claim", claim.id),
        name=f"Claimed ({claim.status}): {words}"[:380],
        summary=words,
        description=f"Status: {claim.status}. {derived(shelf, claim)}",
        recordId=claim.id,
        startDate=[s.time.first for s in said if s.time],
        endDate=[s.time.last for s in said if s.time],
        location=[quoted(shelf, s.document, (s.place.span,)) for s in said if s.place],
        proof=[entity_id("report", document) for document in claim.documents],
    )  # fmt: skip


def _positions(shelf: Shelf, claim: Claim) -> Iterator[bytes]:
    for position in claim.positions:
        voice = voice_of(shelf, claim, position)
        told = tellings(shelf, position)
        for document, statements in told.items():
            yield _documentation(shelf, claim, position, voice, document, statements)
        if _is_entity(voice):
            yield _entity(
                "UnknownLink", _position_id("link", claim, position, voice),
                subject=entity_id("actor", voice.id), object=entity_id("claim", claim.id),
                role=does(position),
                summary=[_words(shelf, one) for one in list(told.values())[:3]],
            )  # fmt: skip


def _documentation(
    shelf: Shelf,
    claim: Claim,
    position: Position,
    voice: Voice,
    document: str,
    statements: tuple[Statement, ...],
) -> bytes:
    """That a report has a voice assert, deny or pass on a claim, in these words."""
    role = f"{does(position)}: {voiced(voice)}"
    return _entity(
        "Documentation", _position_id("position", claim, position, voice, document),
        document=entity_id("report", document), entity=entity_id("claim", claim.id),
        role=role[:_ROLE], summary=_words(shelf, statements),
        date=_date(shelf.documents[document].published),
        description=[why for one in statements for why in reasoned(shelf, one)],
    )  # fmt: skip


def _position_id(kind: str, claim: Claim, position: Position, voice: Voice, *more: str) -> str:
    return entity_id(kind, identify(kind, claim.id, voice.id, position.stance, *more))


def _words(shelf: Shelf, statements: tuple[Statement, ...]) -> str:
    return " … ".join(quoted(shelf, s.document, s.spans) for s in statements)[:_PIECE]


def _notes(shelf: Shelf, claim: Claim) -> Iterator[bytes]:
    grade = shelf.grades.get(claim.id)
    said = {"origins": derived(shelf, claim)}
    if grade:
        reasons = " ".join(line(factor.text) for factor in grade.factors)
        said["grade"] = f"{summed(grade)} Reasons: {reasons}"
    names = (f"drift-{one.id}" for one in shelf.drifts.get(claim.id, ()))
    said |= dict(zip(names, drifted(shelf, claim), strict=True))
    for kind, told in said.items():
        yield _entity(
            "Note", f"{entity_id('note', claim.id)}-{kind}",
            name=kind.partition("-")[0].capitalize(), description=told,
            entity=entity_id("claim", claim.id),
        )  # fmt: skip
