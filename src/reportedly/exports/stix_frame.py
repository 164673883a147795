"""What the objects of a STIX bundle share: names, dates, words of reports."""

from dataclasses import dataclass
from typing import Any

from reportedly.model import Claim, Evidence, Spans, cut
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .moments import UNKNOWN
from .stix_extension import TOOL
from .uuids import uuid

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """One case, and the latest date in it: all of it was last changed then, at the latest."""

    shelf: Shelf
    changed: str

    def common(self, kind: str, *ids: object, created: str | None = None) -> Plain:
        """Name and dates of an object; a moment of creation that nobody states is unknown."""
        return {
            "id": f"{kind}--{uuid(kind, *ids)}",
            "created_by_ref": TOOL,
            "created": min(created or UNKNOWN, self.changed),
            "modified": self.changed,
        }

    def evidence(self, evidence: Evidence) -> Plain:
        """Words of a report, and where they stand."""
        return self.words(evidence.document, evidence.spans)

    def words(self, document: str, spans: Spans) -> Plain:
        """The words under ``spans``, and where they stand."""
        return {
            "report": report_ref(document),
            "spans": [[one.start, one.end] for one in spans],
            "words": plain(cut(self.shelf.documents[document].text, spans)),
        }


def report_ref(document: str | None) -> str:
    """What a report is called in the bundle."""
    return f"report--{uuid('report', document)}"


def note_ref(claim: Claim) -> str:
    """What a claim is called in the bundle."""
    return f"note--{uuid('note', claim.id)}"


def identity_ref(*ids: str) -> str:
    """What a voice, or an analyst, is called in the bundle."""
    return f"identity--{uuid('identity', *ids)}"
