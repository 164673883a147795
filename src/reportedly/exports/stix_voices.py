"""Whose word it is, as STIX identities: voices, and the people who grade."""

from collections.abc import Iterator
from typing import Any

from stix2 import v21

from reportedly.model import Attribution, SourceKind, bare, identify
from reportedly.shelf import Shelf
from reportedly.visible import line

from .moments import moment
from .stix_extension import extended
from .stix_frame import Frame, Plain, identity_ref
from .told import carried, quoted, voiced, where
from .voices import Voice, standing

CLASSES: dict[SourceKind, str] = {
    "person": "individual",
    "government": "organization",
    "intelligence": "organization",
    "military": "organization",
    "media": "organization",
    "organisation": "organization",
    "office": "organization",
}
"""identity-class-ov of a voice that has a name; that of any other is ``unknown``."""

RELIABILITY = {
    "A": "A - Completely reliable",
    "B": "B - Usually reliable",
    "C": "C - Fairly reliable",
    "D": "D - Not usually reliable",
    "E": "E - Unreliable",
}
"""What OpenCTI calls a letter (``x_opencti_reliability``); F is absent."""

OPENCTI = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba"
"""OpenCTI's own extension: it takes ``reliability`` there for ``x_opencti_reliability``."""

_MOST = 20
"""Attributions that the description of a voice tells in words; its extension has all."""


def identities(frame: Frame) -> Iterator[Any]:
    """Every voice of a claim that is shown."""
    letters = _letters(frame.shelf)
    for voice in standing(frame.shelf):
        letter = letters.get(voice.id) or letters.get(bare(voice.name))
        yield _identity(frame, voice, RELIABILITY.get(letter or ""))


def analyst(frame: Frame, name: str) -> Any:  # noqa: ANN401 (stix2 has no types)
    """Somebody who made rulings."""
    return v21.Identity(
        **frame.common("identity", *_analyst(name)),
        name=line(name) or "somebody",
        identity_class="individual",
        description="An analyst, who made rulings in the ledger.",
    )


def analyst_ref(name: str) -> str:
    """What somebody who made rulings is called in the bundle."""
    return identity_ref(*_analyst(name))


def _analyst(name: str) -> tuple[str, str]:
    return "analyst", identify("analyst", name)


def _identity(frame: Frame, voice: Voice, reliability: str | None) -> Any:  # noqa: ANN401
    """A voice with the attributions that carry its name; one of a single claim says which."""
    shelf = frame.shelf
    found = [shelf.attributions[name] for name in voice.carried]
    extensions = extended(
        voice.id, kind=voice.kind, named=voice.named,
        attributions=[_carrying(frame, one) for one in found],
    )  # fmt: skip
    if reliability:
        extensions[OPENCTI] = {"extension_type": "property-extension", "reliability": reliability}
    first = shelf.documents.get(voice.first or "")
    alone = f" (as in claim {voice.claim})" if voice.claim else ""
    told = [carried(shelf, one) for one in found[:_MOST]]
    if first and not told:
        told = [f"In its own words, first here: {where(first)}."]
    return v21.Identity(
        **frame.common("identity", voice.id, created=moment(first.published if first else None)),
        name=f"{voice.name}{alone}",
        identity_class=CLASSES.get(voice.kind, "unknown") if voice.named else "unknown",
        description="\n".join((f"A voice: {voiced(voice)}.", *told)),
        extensions=extensions,
    )


def _carrying(frame: Frame, one: Attribution) -> Plain:
    """An attribution: whose word it is as printed, and the words that say that it is."""
    spans = one.source.spans if one.source else ()
    cue = quoted(frame.shelf, one.document, one.cue)
    return {"id": one.id, **frame.words(one.document, spans), "cue": cue}


def _letters(shelf: Shelf) -> dict[str, str]:
    """The letters that people gave to sources: by an actor's id, or an outlet's bare name."""
    found = {}
    for logged in shelf.rulings:
        target = logged.ruling.targets[0] if logged.ruling.targets else None
        if logged.ruling.kind == "grade" and logged.state == "in force" and target:
            about = {"outlet": bare(target.name or ""), "actor": logged.rests[0] or target.id}
            found[about.get(target.kind, "")] = logged.ruling.value
    return found
