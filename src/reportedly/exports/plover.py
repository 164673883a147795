"""PLOVER: statements that have an event code as records for event data, one JSON object a line.

PLOVER is by the Open Event Data Alliance (https://github.com/openeventdata/PLOVER, CC BY-SA 4.0).
It has no code for denying: of a denial the event that is denied is given, as negated, and who
denies it stands beside the event. Statements without a code are left out and counted in the last
line, which is no event.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model import Attribution, Case, Document, Participant, Statement, cut, hull
from reportedly.model.plain import to_json, to_plain
from reportedly.shelf import Shelf

from .bibliography import work
from .escaping import escaped
from .holdings import Copy

CODEBOOK = "PLOVER, Open Event Data Alliance, CC BY-SA 4.0"
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
"""The quad category of each code."""

_NOTE = (
    "No event: what is left out. PLOVER has no code for denying; events that somebody denies have "
    "the auxiliary mode negation, and stance against."
)
_Plain = dict[str, Any]


def plover(case: Case, copy: Copy) -> Iterator[bytes]:
    """One record a statement that has a code; the kept copies are not asked for."""
    del copy
    shelf, uncoded, denials = Shelf(case), 0, 0
    for statement in _told(shelf):
        if statement.code is None:
            uncoded += 1
            continue
        denials += statement.stance == "against"
        yield _line(_record(shelf, statement))
    yield _line({
        "id": "left-out", "date": None, "actor": [], "recipient": [], "event": [], "note": _NOTE,
        "codebook": CODEBOOK, "statements_without_code": uncoded, "events_denied": denials,
    })  # fmt: skip


def _told(shelf: Shelf) -> Iterator[Statement]:
    for reading in shelf.read:
        for one in reading.statements:
            if shelf.hidden.isdisjoint({one.id, one.attribution, shelf.claim_of.get(one.id)}):
                yield one


def _record(shelf: Shelf, one: Statement) -> _Plain:
    document = shelf.documents[one.document]
    told = shelf.attributions.get(one.attribution or "")
    span = hull(one.spans or (one.predicate,))
    return {
        "id": one.id,
        "date": one.time.first if one.time else None,
        "date_end": one.time.last if one.time else None,
        "actor": _actors(document, (a for a in one.actors if a.role == "agent")),
        "recipient": _actors(document, (a for a in one.actors if a.role != "agent")),
        "event": [{
            "code": one.code, "quad": QUADS.get(one.code or ""), "mode": None,
            "auxiliary_modes": auxiliary(one),
        }],
        "stance": one.stance,
        "factuality": one.factuality,
        "author_factuality": one.author_factuality,
        "text": {
            "start": span.start, "end": span.end, "spans": to_plain(one.spans),
            "text": cut(document.text, one.spans),
        },
        "location": one.place and document.text[one.place.span.start : one.place.span.end],
        "attribution": told and _attribution(document, told),
        "claim": shelf.claim_of.get(one.id),
        "citation": _citation(document),
    }  # fmt: skip


def auxiliary(one: Statement) -> list[str]:
    """PLOVER's four auxiliary modes, as the voice tells the event.

    A voice that does not commit itself (CTu, Uu), or is silent, tells it as hypothetical; one that
    says that it did not happen, by its words or by denying it, as negated.
    """
    open_ = one.factuality in {"CTu", "Uu"} or one.stance == "silent"
    found = {
        "historical": one.mode == "historical",
        "future": one.mode == "future",
        "hypothetical": one.mode == "hypothetical" or open_,
        "negation": one.polarity == "-" or one.factuality.endswith("-"),
    }
    return [name for name, holds in found.items() if holds]


def _actors(document: Document, found: Iterable[Participant]) -> list[_Plain]:
    return [
        {
            "raw_text": document.text[one.span.start : one.span.end],
            "entity_name": one.name,
            "wikidata_id": None,
            "wiki_description": None,
            "country_name": None,
            "country_code": one.country,
            "sector_code": None,
            "other_sector_codes": [],
        }
        for one in found
    ]


def _attribution(document: Document, one: Attribution) -> _Plain:
    source = one.source
    return {
        "id": one.id,
        "source": cut(document.text, source.spans) if source else None,
        "kind": source.kind if source else None,
        "cue": cut(document.text, one.cue),
        "content": cut(document.text, one.content),
        "act": one.act,
    }


def _citation(document: Document) -> _Plain:
    about = work(document)
    return {
        "id": document.id, "url": about.url, "title": about.title, "publication": about.outlet,
        "published": document.published, "language": document.language, "codebook": CODEBOOK,
    }  # fmt: skip


def _line(record: _Plain) -> bytes:
    return f"{escaped(to_json(record))}\n".encode()
