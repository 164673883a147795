"""The closed lists of values that records may hold."""

from typing import Literal

Act = Literal[
    "say", "report", "confirm", "deny", "dismiss", "decline", "accuse", "warn", "concern",
    "estimate", "predict", "promise", "demand", "ask", "believe", "suggest", "praise",
    "criticise", "agree", "correct",
]  # fmt: skip
"""What a cue does. ``decline``: declined to comment, remained silent. ``concern``: expressed
concern, fear or hope. ``report``: an outlet or document conveys."""

Mode = Literal["direct", "indirect", "mixed"]
"""Share of the content between quotation marks: all, none, some (PARC 3)."""

Scope = Literal["speech", "attitude"]
"""Whether a source says something, or is only told to think, feel, want or know it."""

Stance = Literal["for", "against", "observing", "silent"]
"""Emergent's for, against and observing (repeats without endorsing), and silence."""

Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
"""FactBank: certain, probable, possible × polarity, always relative to a source."""

STRENGTH: tuple[Factuality, ...] = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu")
"""The strongest first: of what a voice says in several places, the strongest is its certainty."""

SURE: dict[Factuality, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "PS-": "possibly not",
    "PR-": "probably not",
    "CT-": "certainly not",
    "CTu": "certain, which way is not said",
    "Uu": "does not commit",
}
"""FactBank values in plain words, from the surest yes to the surest no, then those of no side."""

DenialKind = Literal[
    "whole", "part", "motive", "responsibility", "number", "other", "non-denial", "double",
    "retraction",
]  # fmt: skip
"""What is denied of an allegation: all of it, a particular, the reason, having done it, a figure,
or something that was not alleged. ``non-denial``: neither confirmed nor denied. ``double``: a
denial is denied or taken back. ``retraction``: a voice takes back its own words."""

SourceKind = Literal[
    "person", "office", "government", "intelligence", "military", "media", "document",
    "organisation", "witness", "anonymous", "unspecified", "author",
]  # fmt: skip
"""Whose word. ``anonymous``: somebody the report knows and does not name. ``unspecified``:
nobody in particular ("reports", "sources", "independent sources", "reportedly")."""

ActorKind = SourceKind | Literal["place"]
"""What an actor is: any kind of source, or a place that others act in."""

RelationKind = Literal["pact", "supply", "deployment", "accusation", "support"]
"""What ties two actors, each with a PLOVER code: AGREE, AID, MOBILIZE, ACCUSE, SUPPORT."""

Reality = Literal["actual", "historical", "future", "hypothetical"]
"""PLOVER's mode of an event (its fourth, negation, is :attr:`Statement.polarity`)."""

Polarity = Literal["+", "-"]
Role = Literal["agent", "patient", "recipient"]
Status = Literal["uncontested", "contested", "denied", "single origin"]
LinkKind = Literal["copied", "quoted", "credited", "revised"]
ConflictKind = Literal["polarity", "quantity", "date", "place", "actor"]
DriftKind = Literal["certainty", "hedge", "source", "attribution", "scope", "number", "tense"]
MoveKind = Literal["certainty", "status", "origins", "grade", "joined", "parted"]
"""In what a claim stands otherwise: how sure a voice is, its status, the range of its origins, its
grade; that claims are one now; that it is a claim of its own now."""
Influence = Literal["causes", "prevents", "enables"]
"""What a cause is said to do to its effect."""
