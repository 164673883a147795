"""What stands for what in brat: triggers, roles, attributes, and the note beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from reportedly.model import (
    Act,
    Attribution,
    Cause,
    DenialKind,
    Factuality,
    Influence,
    Mode,
    Polarity,
    Question,
    Reality,
    Scope,
    SourceKind,
    Span,
    Spans,
    Stance,
    Statement,
)

RECORD = "Record"
"""The kind of note that holds what brat has no place for, as one line of JSON."""

ROLES = {
    "Cue": ("Source", "Content", "Role", "Anonymity"),
    "Statement": ("Extent", "Agent", "Patient", "Recipient", "Place", "Time", "Quantity"),
    "Cause": ("Effect", "Signal"),
    "Question": ("Mark",),
}
"""The roles of each kind of trigger."""

TYPES = {
    **{role: role for roles in ROLES.values() for role in roles},
    **dict.fromkeys(("Agent", "Patient", "Recipient"), "Actor"),
    **{kind: kind for kind in ROLES},
}
"""The type of the characters of each role; those of a trigger are of its kind."""

MANY = ("Agent", "Patient", "Recipient")
"""The roles that several may have: ``Agent``, ``Agent2`` …; all three are actors."""

VALUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Act": (("Cue",), get_args(Act)),
    "Mode": (("Cue",), get_args(Mode)),
    "Scope": (("Cue",), get_args(Scope)),
    "Denial": (("Cue",), get_args(DenialKind)),
    "SourceKind": (("Cue",), get_args(SourceKind)),
    "Anonymous": (("Cue",), ()),
    "Stance": (("Cue", "Statement"), get_args(Stance)),
    "Factuality": (("Cue", "Statement", "Cause"), get_args(Factuality)),
    "AuthorFactuality": (("Statement",), get_args(Factuality)),
    "Polarity": (("Statement",), get_args(Polarity)),
    "Reality": (("Statement",), get_args(Reality)),
    "Influence": (("Cause",), get_args(Influence)),
}
"""Attributes: what they are of, and their values; one without values is there or not."""

OPEN = ("Event", "Code")
"""Attributes of a statement whose values are no closed list."""

PLAIN = re.compile(r"[^\W_][\w./-]{0,59}")
"""What an attribute can hold; brat takes one word."""

DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Named:
    """What the words of one role stand for: a normalised name, and a country."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity without its words."""

    low: float | None
    best: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason; ``evidence`` are characters of the same report."""

    name: str
    weight: float
    text: str
    evidence: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What brat has no place for.

    ``spans`` are those of roles whose characters brat cannot hold as they are, since a line break
    is among them. ``names`` are by role.
    """

    id: str | None = None
    sentence: Span | None = None
    name: str | None = None
    country: str | None = None
    agreed: bool = False
    event: str | None = None
    code: str | None = None
    names: Mapping[str, Named] = field(default_factory=dict)
    days: tuple[str | None, str | None] | None = None
    counted: Counted | None = None
    spans: Mapping[str, Spans] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """One record: the ``kind`` of its trigger, its characters by role, values, and note.

    ``tie`` is the id of the attribution that it stands within.
    """

    kind: str
    trigger: Spans
    roles: Mapping[str, Spans]
    values: Mapping[str, str]
    tie: str | None
    note: Note


Record = Attribution | Statement | Cause | Question
