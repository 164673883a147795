"""What brat must be told of our annotations: ``annotation.conf`` and ``visual.conf``."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.standoff import MANY, OPEN, PLAIN, ROLES, TYPES, VALUES


def configured(events: Iterable[str], codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Both files by their names; ``events`` and ``codes`` are what a person may choose from."""
    sections = {
        "entities": dict.fromkeys(TYPES[role] for roles in ROLES.values() for role in roles),
        "relations": _relations(),
        "events": (f"{kind}\t{_roles(roles)}" for kind, roles in ROLES.items()),
        "attributes": _attributes((events, codes)),
    }
    told = "\n".join(f"[{name}]\n\n" + "\n".join(lines) + "\n" for name, lines in sections.items())
    return ("annotation.conf", told), ("visual.conf", _VISUAL)


def _relations() -> Iterator[str]:
    yield "Within\tArg1:Cue, Arg2:Cue"
    yield "SaidBy\tArg1:Statement|Cause|Question, Arg2:Cue"
    yield "Conflict\tArg1:Statement, Arg2:Statement"
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"


def _roles(roles: Sequence[str]) -> str:
    return ", ".join(f"{role}{'*' if role in MANY else '?'}:{TYPES[role]}" for role in roles)


def _attributes(chosen: tuple[Iterable[str], Iterable[str]]) -> Iterator[str]:
    for name, (kinds, values) in VALUES.items():
        listed = f", Value:{'|'.join(values)}" if values else ""
        yield f"{name}\tArg:{'|'.join(kinds)}{listed}"
    for name, found in zip(OPEN, chosen, strict=True):
        held = sorted(one for one in set(found) if PLAIN.fullmatch(one))
        if held:
            yield f"{name}\tArg:Statement, Value:{'|'.join(held)}"


_VISUAL = """\
[labels]

Content | Content | Con
Source | Source | Src
Role | Role of the source | Role
Anonymity | Reason for namelessness | Anon
Extent | Extent of the statement | Ext
Mark | Words that leave it open | Mark
SaidBy | said by | by
AuthorFactuality | Factuality to the author | Author
SourceKind | Kind of source | Kind

[drawing]

SPAN_DEFAULT	fgColor:black, bgColor:#e8e8e8, borderColor:darken
ARC_DEFAULT	color:black, dashArray:-, arrowHead:triangle-5
Cue	bgColor:#ffd27f
Source	bgColor:#9ecae9
Content	bgColor:#d9ecf7
Statement	bgColor:#b7e0a5
Extent	bgColor:#e6f4df
Actor	bgColor:#cfe8c4
Cause	bgColor:#e3b7d8
Effect	bgColor:#f3dced
Question	bgColor:#f2b8b0
Within	color:#b36b00
SaidBy	color:#2b6ca3, dashArray:3-3
Conflict	color:#b00020, dashArray:5-2
Anonymous	dashArray:3-3
"""
