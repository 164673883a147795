"""What codes are called in plain words, everywhere a person reads them.

The codes are those of :mod:`reportedly.model.values`; the words are our own.
"""

from collections.abc import Iterable

from reportedly.model import (
    SURE,
    Arrow,
    Asked,
    ConflictKind,
    Consistency,
    DenialKind,
    DriftKind,
    Factuality,
    Fallen,
    Grade,
    IssueState,
    LinkKind,
    MoveKind,
    Position,
    RelationKind,
    RulingKind,
    SourceKind,
    Stance,
    Status,
    Weight,
    WhatIf,
)
from reportedly.visible import plain

FACTUALITY = SURE
"""What FactBank values are called."""

CERTAINTY: tuple[Factuality, ...] = tuple(FACTUALITY)
"""The order in which values are listed."""

STANCE_MEANING: dict[Stance, str] = {
    "for": "says that it is so",
    "against": "says that it is not so",
    "observing": "passes it on without taking a side",
    "silent": "declined to say, or kept silent",
}

DENIAL: dict[DenialKind, str] = {
    "whole": "denies it",
    "part": "denies a part of it",
    "motive": "denies the motive",
    "responsibility": "denies a part in it",
    "number": "denies the number",
    "other": "denies something else",
    "non-denial": "neither confirms nor denies",
    "double": "a denial denied",
    "retraction": "takes it back",
}

KIND: dict[SourceKind, str] = {
    "person": "person",
    "office": "office",
    "government": "government",
    "intelligence": "intelligence service",
    "military": "military",
    "media": "outlet",
    "document": "document",
    "organisation": "organisation",
    "witness": "witness",
    "anonymous": "unnamed, known to the report",
    "unspecified": "unspecified",
    "author": "the report's own word",
}

NOT_NAMED = "somebody not named"
RULED_AWAY = "somebody not known, as a person ruled"
"""Whose word it is where a person took the source away."""

NAMELESS = {"nobody named": NOT_NAMED, "unidentified": "somebody not identified"}
"""Voices that the records hold without any words for them, as a person reads them."""

STATUS: dict[Status, str] = {
    "contested": "contested",
    "denied": "denied",
    "uncontested": "uncontested",
    "single origin": "single origin",
}

STATUS_MEANING: dict[Status, str] = {
    "contested": "some are for it, some against",
    "denied": "somebody denies it, and nobody here is for it",
    "uncontested": "nobody here disputes it",
    "single origin": "all who are for it lead back to one origin, or to one at most",
}

LINK: dict[LinkKind, str] = {
    "copied": "copied from",
    "quoted": "quotes",
    "credited": "credits",
    "revised": "revises",
}

LINK_MEANING: dict[LinkKind, str] = {
    "copied": "passages are shared word for word",
    "quoted": "somebody else's quotation is taken over",
    "credited": "the upstream is named in the text",
    "revised": "a later version of the same report",
}

SHOWN: dict[bool, str] = {True: "at least and at most", False: "at most only"}
"""What an origin counts in, by whether it is shown to be different from the others."""

ORIGIN: dict[bool, str] = {True: "◆", False: "◇"}
"""An origin by the same; filled where it is shown to be different."""

DRIFT: dict[DriftKind, str] = {
    "certainty": "certainty raised",
    "hedge": "a hedge dropped",
    "source": "the source dropped",
    "attribution": "the attribution dropped",
    "scope": "the scope widened",
    "number": "a number moved",
    "tense": "a plan told as done",
}

MOVED: dict[MoveKind, str] = {
    "certainty": "how sure",
    "status": "status",
    "origins": "origins",
    "grade": "grade",
    "joined": "one claim now, and was several",
    "parted": "a claim of its own now, and was part of another",
}
"""In what a claim stands otherwise than before."""

RELATION: dict[RelationKind, str] = {
    "pact": "agrees with",
    "supply": "supplies",
    "deployment": "deploys to",
    "accusation": "accuses",
    "support": "supports",
}
"""What one actor is said to do to, with or for another."""

CONFLICT: dict[ConflictKind, str] = {
    "polarity": "yes against no",
    "quantity": "different numbers",
    "date": "different dates",
    "place": "different places",
    "actor": "different actors",
}

RULED: dict[RulingKind, str] = {
    "same": "the same",
    "different": "different",
    "unsure": "unsure",
    "wrong": "wrong link or source",
    "source": "whose word it is",
    "undeny": "not a denial",
    "grade": "grade",
    "hide": "hide",
    "note": "note",
    "undo": "undo",
    "hypothesis": "hypothesis",
    "adopt": "adopt a hypothesis",
    "rename": "rename a hypothesis",
    "withdraw": "withdraw a hypothesis",
    "cell": "cell",
    "credibility": "credibility",
    "relevance": "relevance",
    "narrow": "narrowed",
    "settle": "settled",
    "reopen": "reopened",
    "forecast": "forecast",
}
"""What a person decided, where it is read and not typed."""

CONSISTENCY: dict[Consistency, str] = {
    "II": "very inconsistent",
    "I": "inconsistent",
    "N": "neutral",
    "C": "consistent",
    "CC": "very consistent",
    "NA": "not applicable",
}
"""How evidence stands to a hypothesis, what counts most against it first."""

POINTS: dict[Consistency, str] = {"II": "takes 2", "I": "takes 1"}
"""What a cell takes off its hypothesis, before weights; the others take nothing."""

FALLEN: dict[Fallen, str] = {
    "origin": "",
    "kind": "every source of the kind",
    "unnamed": "everything unnamed",
    "not shown": "everything not shown to be different from the rest",
}
"""What is taken out of the evidence."""

ASKED: dict[Asked, str] = {
    "whether": "asks for yes or no",
    "who": "asks who",
    "what": "asks what",
    "which": "asks which",
    "where": "asks where",
    "when": "asks when",
    "why": "asks why",
    "how": "asks how",
    "how many": "asks how many",
    "matter": "names what is not known",
}
"""What an issue asks for."""

STATE: dict[IssueState, str] = {
    "open": "open",
    "narrowed": "narrowed",
    "settled": "settled",
    "reopened": "open again",
}
"""In what state people left an issue."""

MARK: dict[Stance, str] = {"for": "▲", "against": "▼", "observing": "●", "silent": "■"}
"""A shape beside every colour, so that a print in black and white says the same."""


_OF_PEOPLE = ("ruling", "own table")
"""Reasons of a grade that are people's."""


def graded(grade: Grade) -> str:
    """``C3 by a person, F4 suggested (for it: named; against it: denied)``; reasons in short."""
    by = f" by a person, {grade.suggested}" if grade.suggested else ""
    short = briefly(grade)
    return f"{grade.code}{by} suggested{f' ({short})' if short else ''}"


def briefly(grade: Grade) -> str:
    """The names of the reasons that weigh, by side; that none does; "" where there is none.

    Where a person graded a source of it, and not the claim itself, that stands first.
    """
    people = () if grade.suggested else _OF_PEOPLE
    sides = {
        "graded by": [f.name for f in grade.factors if f.name in people],
        "for it": [reason(f.name) for f in grade.factors if f.weight > 0],
        "against it": [reason(f.name) for f in grade.factors if f.weight < 0],
    }
    held = ((side, ", ".join(dict.fromkeys(names))) for side, names in sides.items())
    told = "; ".join(f"{side}: {plain(names)}" for side, names in held if names)
    return told or ("no reason weighs" if grade.factors else "")


def weighed(weight: float) -> str:
    """``+1.5, speaks for it``."""
    return f"{weight:+.3g}, speaks {'for' if weight > 0 else 'against'} it"


def pull(weight: Weight) -> str:
    """``+0.52, between +0.43 and +0.60``."""
    if weight.low == weight.high:
        return f"{weight.value:+.2f}"
    return f"{weight.value:+.2f}, between {weight.low:+.2f} and {weight.high:+.2f}"


WOULD_FOLLOW = "What these reports say would follow; no forecast"
"""The heading of every run of the map of causes."""


def run(found: WhatIf) -> str:
    """How a run was made and how it ended, as sentences."""
    ended = {
        "settled": f"it came to rest after {found.steps} steps",
        "cycle": f"it comes round again every {found.period} steps, and the mean is shown",
        "unsettled": f"it did not come to rest in {found.steps} steps, and the mean is shown",
    }[found.ending]
    rule = {"kosko": "Kosko's rule", "modified": "Kosko's modified rule"}.get(
        found.rule, "the rescaled rule"
    )
    said = (
        f"A fuzzy cognitive map by {rule} with {found.squash}, steepness {found.steepness:g}: "
        f"{ended}. The band is that of {found.runs} runs with weights from the bands of the "
        "arrows, the same each time."
    )
    return said + (f" {found.restless} of them did not come to rest." if found.restless else "")


def arrow_word(arrow: Arrow) -> str:
    """``causes``; ``is denied to cause``; ``may cause`` where it is left open."""
    verb = arrow.polarity.removesuffix("s")
    return {
        "for": arrow.polarity,
        "against": f"is denied to {verb}",
    }.get(arrow.stance, f"is left open to {verb}")


def standing(position: Position, own: bool) -> tuple[str, ...]:
    """What a voice is: its kind and country; of an outlet, whether it speaks or is quoted.

    ``own``: it speaks for itself somewhere. One outlet can stand twice in a claim: observing in
    its own report, and for in another report, which gives it as its source.
    """
    if position.voice in NAMELESS:
        return ()
    about = (KIND[position.kind], *((position.country,) if position.country else ()))
    if position.kind != "media" or position.stance not in ("for", "against"):
        return about
    ways = ["own words"] if own else []
    ways += ["named as source"] if position.label else []
    return (*about, " and ".join(ways)) if ways else about


def certainty(stance: Stance, factuality: Factuality) -> str:
    """``possible (PS+)`` of a voice that takes a side; of any other what it does."""
    if stance in ("for", "against"):
        return f"{FACTUALITY[factuality]} ({factuality})"
    return STANCE_MEANING[stance]


def follows(kinds: Iterable[LinkKind]) -> str:
    """``copied from and credits``: what a report does with one upstream, each kind once."""
    return " and ".join(LINK[kind] for kind in dict.fromkeys(kinds))


def reason(name: str) -> str:
    """A factor's name as a person reads it: the number of the rule left out."""
    return name.lstrip("0123456789 ") or name
