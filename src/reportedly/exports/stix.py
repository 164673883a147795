"""A STIX 2.1 bundle, for OpenCTI and what else reads one.

A report is a ``report``, a claim a ``note`` on it, a voice an ``identity``; who asserts, denies,
observes or is silent on a claim is a ``relationship`` from the voice to the note. An ``opinion`` is
an analyst's own: there is one only where a person graded the claim. See ``docs/exports.md``.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from stix2 import v21

from reportedly.model import Case, Document, Link, bare
from reportedly.shelf import Shelf
from reportedly.visible import line

from .graded import gradings
from .holdings import Copy
from .moments import UNKNOWN, latest, moment
from .stix_claims import claimed, opinions
from .stix_extension import TOOL, definition, extended
from .stix_frame import Frame, Plain, identity_ref, note_ref, report_ref
from .stix_voices import analyst, identities
from .told import LEGEND, headline, outlet, web_address
from .uuids import uuid
from .voices import standing, voice_id

_IN_ADDRESS = "%/:?#[]@!$&'()*+,;="


def stix(case: Case, copy: Copy) -> Iterator[bytes]:
    """The bundle, an object a line; the kept copies are not asked for."""
    del copy
    name = uuid("bundle", *(one.id for one in case.documents), len(case.rulings))
    yield f'{{"type": "bundle", "id": "bundle--{name}", "objects": [\n'.encode()
    for number, one in enumerate(_objects(Frame(Shelf(case), latest(case)))):
        yield (b",\n" if number else b"") + one.serialize(ensure_ascii=False).encode()
    yield b"\n]}\n"


def _objects(frame: Frame) -> Iterator[Any]:
    """Every object, checked by stix2 as it is made."""
    yield v21.ExtensionDefinition(**definition())
    yield v21.Identity(
        id=TOOL, created=UNKNOWN, modified=UNKNOWN, name="reportedly", identity_class="system",
        description=LEGEND,
    )  # fmt: skip
    for name in dict.fromkeys(ruling.by for ruling, _ in gradings(frame.shelf)):
        yield analyst(frame, name)
    yield from identities(frame)
    held = _held(frame.shelf)
    for document in frame.shelf.documents.values():
        yield _report(frame, document, held.get(document.id, ()))
    for link in frame.shelf.links.values():
        if link.to in frame.shelf.documents:
            yield _derived(frame, link)
    for claim in frame.shelf.claims:
        yield from claimed(frame, claim)
    yield from opinions(frame)


def _held(shelf: Shelf) -> dict[str, dict[str, None]]:
    """What each report refers to: the claims that it makes, and the voices that it has."""
    found: dict[str, dict[str, None]] = {}
    for claim in shelf.claims:
        for document in claim.documents:
            found.setdefault(document, {})[note_ref(claim)] = None
        for position in claim.positions:
            for document in position.documents:
                found.setdefault(document, {})[identity_ref(voice_id(shelf, claim, position))] = (
                    None
                )
    return found


def _report(frame: Frame, document: Document, held: Iterable[str]) -> Any:  # noqa: ANN401
    """A report; where it holds no claim it refers to its outlet, since it must refer to something.

    The sum is that of the kept copy, and not of what an address gives today.
    """
    published = moment(document.published)
    voice = frame.shelf.once("outlets", _outlets).get(bare(document.outlet))
    links = frame.shelf.links_of.get(document.id, ())
    return v21.Report(
        **frame.common("report", document.id, created=published),
        name=headline(document),
        description=f"Published by {outlet(document)}.",
        published=published or UNKNOWN,
        object_refs=list(dict.fromkeys((*held, identity_ref(voice) if voice else TOOL))),
        external_references=list(_references(document)),
        extensions=extended(
            document.id, kept_as=line(document.name), published_stated=published is not None,
            byline=line(document.byline or "") or None,
            upstream=[_upstream(frame, one) for one in links if one.to is None],
        ),
    )  # fmt: skip


def _outlets(shelf: Shelf) -> dict[str, str]:
    """The voices (ids) of outlets by their bare names."""
    return {bare(one.name): one.id for one in standing(shelf) if one.named and one.kind == "media"}


def _references(document: Document) -> Iterator[Plain]:
    address = web_address(document.url)
    if address:
        yield {"source_name": outlet(document), "url": quote(address, safe=_IN_ADDRESS)}
    yield {
        "source_name": "reportedly",
        "external_id": document.id,
        "description": f"kept copy: {line(document.name)}",
        "hashes": {"SHA-256": document.sha256},
    }


def _upstream(frame: Frame, link: Link) -> Plain:
    """Whom a report follows that is not here."""
    words = [frame.evidence(one) for one in link.evidence]
    return {"record": link.id, "kind": link.kind, "name": line(link.name or ""), "words": words}


def _derived(frame: Frame, link: Link) -> Any:  # noqa: ANN401
    """A report that follows another one: what W3C PROV calls derivation, with its kind."""
    published = frame.shelf.documents[link.document].published
    return v21.Relationship(
        **frame.common("relationship", link.id, created=moment(published)),
        relationship_type="derived-from",
        source_ref=report_ref(link.document),
        target_ref=report_ref(link.to),
        description=" ".join((f"{link.kind}:", *(line(one.text) for one in link.reasons))),
        extensions=extended(
            link.id, kind=link.kind, words=[frame.evidence(one) for one in link.evidence]
        ),
    )
