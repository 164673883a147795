"""Invented claims with everything that a grade is read from, drawn by hypothesis."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from reportedly.grades.parties import Parties
from reportedly.grades.support import Support
from reportedly.model import (
    Attribution,
    Claim,
    Conflict,
    Drift,
    Evidence,
    Factor,
    Interval,
    Origin,
    OriginRange,
    Participant,
    Place,
    Quantity,
    Source,
    Span,
    Statement,
)

TEXT = "In Vesk on 3 March 40 guards of the Orsk Watch fled, a spokesman said."
AT = Span(0, len(TEXT))
KINDS = st.sampled_from(["person", "witness", "government", "military", "organisation", "media"])
SURE = st.sampled_from(["CT+", "PR+", "PS+", "Uu"])
COUNTRIES = st.sampled_from([None, "FR", "CL"])
DENIALS = st.sampled_from([None, "whole", "part", "motive", "number", "responsibility", "other"])


@dataclass(frozen=True)
class Said:
    """What one report says on the word of one origin."""

    factuality: str
    particulars: tuple[bool, bool, bool, bool]
    days: int
    relayed: bool


@dataclass(frozen=True)
class Behind:
    """One origin."""

    kind: str
    named: bool
    shown: bool
    seen: bool
    country: str | None
    sided: bool
    said: Said


@dataclass(frozen=True)
class Against:
    """One denial."""

    factuality: str
    denial: str | None
    country: str | None


SAID = st.builds(Said, SURE, st.tuples(*[st.booleans()] * 4), st.integers(0, 90), st.booleans())
BEHIND = st.builds(
    Behind, KINDS, st.booleans(), st.booleans(), st.booleans(), COUNTRIES, st.booleans(), SAID
)
AGAINST = st.builds(Against, st.sampled_from(["CT-", "PR-"]), DENIALS, COUNTRIES)


def made(behind: list[Behind], against: list[Against] = (), drifts: bool = False) -> Support:
    """A claim with one report an origin, and one a denial."""
    claim = Claim("claim", Evidence("d0", (AT,)), "contested", (), (), (), None, None)
    held = Support(
        claim, (), OriginRange("claim", 0, 0, ()), _drifts() if drifts else (), (), {}, {}, {}, (),
        (), {}, {}, {}, {},
    )  # fmt: skip
    for one in behind:
        held = with_origin(held, one)
    for one in against:
        held = with_denial(held, one)
    return held


def with_origin(held: Support, one: Behind, clashes: bool = False) -> Support:
    """The claim with one more origin; where it ``clashes``, against everything said before."""
    number = f"o{len(held.origins)}"
    document = f"d{len(held.order)}"
    rule = Factor("1 named", 1.0 if one.seen or one.named else 0.0, "A rule.")
    grown = with_telling(held, one.said, document, number)
    said = grown.statements[-1]
    origin = Origin(number, "claim", number, one.kind, one.country, one.named, one.shown,
                    (said.id,), (document,), (rule,))  # fmt: skip
    states = frozenset([one.country] if one.country and one.sided else [])
    clash = tuple(
        Conflict(f"c{said.id}{s.id}", "quantity", (s.id, said.id), _at(s), _at(said))
        for s in held.statements
        if clashes and s.stance == "for"
    )
    return replace(
        grown, origins=(*held.origins, origin), conflicts=(*held.conflicts, *clash),
        sides={**held.sides, number: Parties(states, frozenset(), states)},
        range=replace(held.range, at_most=held.range.at_most + 1),
    )  # fmt: skip


def with_copy(held: Support, said: Said, clashes: bool = False) -> Support:
    """The claim with one more report of its first origin, worded otherwise."""
    document = f"d{len(held.order)}"
    grown = with_telling(held, said, document, "copy")
    first, new = held.origins[0], grown.statements[-1]
    origin = replace(first, statements=(*first.statements, new.id),
                     documents=(*first.documents, document))  # fmt: skip
    clash = tuple(
        Conflict(f"c{new.id}{s.id}", "quantity", (s.id, new.id), _at(s), _at(new))
        for s in held.statements
        if clashes and s.stance == "for"
    )
    return replace(
        grown, origins=(origin, *held.origins[1:]), conflicts=(*held.conflicts, *clash)
    )  # fmt: skip


def with_denial(held: Support, one: Against) -> Support:
    """The claim with one more denial."""
    document = f"d{len(held.order)}"
    source = Source((Span(50, 61),), "government", f"Ministry {document}", one.country)
    voice = Attribution(f"a{document}", document, AT, source, (Span(62, 66),), (AT,), "deny",
                        "against", one.factuality, "indirect", denial=one.denial)  # fmt: skip
    said = _statement(document, voice.id, "against", one.factuality, (False,) * 4)
    return _grown(held, document, said, (voice,), 0)


def with_telling(held: Support, told: Said, document: str, number: str) -> Support:
    """The claim with one more report for it, which leads back to no origin yet."""
    outer = Source((Span(0, 2),), "media", "Omwire")
    source = Source((Span(50, 61),), "person", number)
    ids = f"a{document}", f"b{document}"
    kept = [Attribution(ids[0], document, AT, source, (Span(62, 66),), (AT,), "say", "for",
                        told.factuality, "indirect", ids[1] if told.relayed else None)]  # fmt: skip
    if told.relayed:
        kept.append(Attribution(ids[1], document, AT, outer, (Span(62, 66),), (AT,), "report",
                                "for", "CT+", "indirect"))  # fmt: skip
    said = _statement(document, ids[0], "for", told.factuality, told.particulars)
    return _grown(held, document, said, kept, told.days)


def _grown(held, document, said, voices, days):
    day = date(2031, 3, 3) + timedelta(days)
    return replace(
        held, statements=(*held.statements, said), known={**held.known, said.id: said},
        attributions={**held.attributions, **{a.id: a for a in voices}},
        texts={**held.texts, document: TEXT}, order={**held.order, document: len(held.order)},
        days={**held.days, document: day},
    )  # fmt: skip


def _statement(document, attribution, stance, factuality, particulars):
    place, time, quantity, actor = particulars
    return Statement(
        f"s{document}", document, attribution, AT, (AT,), Span(45, 49), "flight", None,
        (Participant("agent", Span(36, 46), "Orsk Watch"),) if actor else (),
        Place(Span(3, 7), "vesk") if place else None,
        Interval(Span(11, 18), "2031-03-03", "2031-03-03") if time else None,
        Quantity(Span(19, 21), 40, 40, 40, "guard") if quantity else None,
        "+", "actual", stance, factuality, "Uu",
    )  # fmt: skip


def _at(said):
    return Evidence(said.document, said.spans)


def _drifts():
    at = Evidence("d0", (AT,))
    return (Drift("x", "claim", "hedge", "k", at, at, Factor("hedge", 0.0, "A hedge is gone.")),)
