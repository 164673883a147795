"""schema.org: claims as ``Claim``, and as ``ClaimReview`` what a person ruled of one, in JSON-LD.

Sources of the format: https://schema.org/Claim and https://schema.org/ClaimReview. A review of a
claim is a verdict, and the program gives none: it is written for a person's ruling of a grade only,
and that person is its author. The context stands in the file, so that nothing is fetched.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.model import Case, Claim, Document, Position, Ruling, SourceKind, cut
from reportedly.model.plain import to_json
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .graded import gradings
from .holdings import Copy
from .moments import when
from .provenance import PREFIXES, person
from .voices import Voice, voice_of, voices

Plain = dict[str, Any]

EARLIEST = (
    "firstAppearance is the earliest here: of the reports in this ledger, not shown to be the first"
    " anywhere. Who denies the claim, or only repeats it, is under reportedly:position."
)
_TYPES: Mapping[SourceKind, str] = {
    "person": "Person",
    **dict.fromkeys(
        ("government", "intelligence", "military", "media", "organisation"), "Organization"
    ),
}
_LETTERS = {
    "A": "reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable",
}  # fmt: skip
_DIGITS = {
    "1": "confirmed", "2": "probably true", "3": "possibly true", "4": "doubtful",
    "5": "improbable",
}  # fmt: skip
"""The Admiralty code's own words; what cannot be judged (F, 6) is no rating."""


def schema_org(case: Case, copy: Copy) -> Iterator[bytes]:
    """The document, a node at a time; the kept copies are not asked for."""
    del copy
    context = {"@vocab": "https://schema.org/", **PREFIXES}
    yield f'{{"@context":{to_json(context)},\n"@graph":['.encode()
    joint = "\n"
    for node in _nodes(Shelf(case)):
        yield f"{joint}{to_json(node)}".encode()
        joint = ",\n"
    yield b"\n]}\n"


def _nodes(shelf: Shelf) -> Iterator[Plain]:
    yield from map(_report, shelf.documents.values())
    yield from map(_voice, voices(shelf).values())
    for claim in shelf.claims:
        yield _claim(claim, shelf)
    for ruling, claim in gradings(shelf):
        yield _review(ruling, claim, shelf)


def _report(one: Document) -> Plain:
    publisher = one.publisher and _known({"@type": "Organization", "name": one.publisher})
    url = one.url if one.url and one.url.startswith(("http://", "https://")) else None
    return _known({
        "@id": f"report:{one.id}",
        "@type": "CreativeWork",
        "name": one.title or one.outlet,
        "url": url,
        "publisher": publisher,
        "datePublished": when(one.published),
        "inLanguage": one.language,
        "encoding": _known({"@type": "MediaObject", "sha256": one.sha256}),
    })  # fmt: skip


def _voice(one: Voice) -> Plain:
    return _known({
        "@id": f"voice:{one.id}",
        "@type": _TYPES.get(one.kind, "Thing"),
        "name": one.name,
        "reportedly:voice": one.kind,
        "reportedly:country": one.country,
        "reportedly:attribution": one.carrier,
    })  # fmt: skip


def _claim(one: Claim, shelf: Shelf) -> Plain:
    heard = [(position, voice_of(shelf, one, position)) for position in one.positions]
    for_it = dict.fromkeys(v.id for p, v in heard if p.stance == "for" and v.kind in _TYPES)
    dated = (n for n in one.documents if shelf.documents[n].published == one.first_seen)
    first = next(dated, None) if one.first_seen else None
    range_ = shelf.ranges.get(one.id)
    return _known({
        "@id": f"claim:{one.id}",
        "@type": "Claim",
        "name": shelf.claim_numbers[one.id],
        "text": _words(one, shelf),
        "author": [{"@id": f"voice:{id_}"} for id_ in for_it],
        "appearance": [{"@id": f"report:{name}"} for name in one.documents],
        "firstAppearance": first and {"@id": f"report:{first}"},
        "disambiguatingDescription": EARLIEST,
        "reportedly:status": one.status,
        "reportedly:originsAtLeast": range_ and range_.at_least,
        "reportedly:originsAtMost": range_ and range_.at_most,
        "reportedly:position": [_position(*pair) for pair in heard],
    })  # fmt: skip


def _position(one: Position, voice: Voice) -> Plain:
    return {
        "reportedly:stance": one.stance,
        "reportedly:factuality": one.factuality,
        "reportedly:whose": {"@id": f"voice:{voice.id}"},
    }


def _review(one: Ruling, claim: Claim, shelf: Shelf) -> Plain:
    letter, digit = one.value[:1], one.value[1:]
    ratings = (
        _rating("credibility of the information", digit, _DIGITS),
        _rating("reliability of the source", letter, _LETTERS),
    )
    return _known({
        "@id": f"ruling:{one.number}",
        "@type": "ClaimReview",
        "author": _known({"@id": person(one.by), "@type": "Person", "name": one.by}),
        "datePublished": when(one.recorded),
        "claimReviewed": _words(claim, shelf),
        "itemReviewed": {"@id": f"claim:{claim.id}"},
        "reviewRating": [rating for rating in ratings if rating],
        "reviewBody": one.why,
        "reportedly:grade": one.value,
    })  # fmt: skip


def _rating(aspect: str, value: str, scale: Mapping[str, str]) -> Plain | None:
    if value not in scale:
        return None
    best, *_, worst = scale
    return {
        "@type": "Rating", "reviewAspect": aspect, "ratingValue": value, "bestRating": best,
        "worstRating": worst, "alternateName": scale[value],
    }  # fmt: skip


def _words(one: Claim, shelf: Shelf) -> str:
    return cut(shelf.documents[one.text.document].text, one.text.spans)


def _known(node: Plain) -> Plain:
    """``node`` without what is not known; hidden characters are made visible."""
    return {
        term: plain(value) if isinstance(value, str) else value
        for term, value in node.items()
        if value not in (None, "", [])
    }
