"""Whether anything tells who a voice with a name is.

An outlet that no report here is from, or a town, is easily read as somebody who speaks. Reports
introduce whose word they have: a person by a role, a body by a name that says what it is. Who is
not introduced counts in *at most*, and is not shown.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Attribution, SourceKind, bare, cut

from .outlets import is_body

_KINDS = ("government", "military", "intelligence", "organisation")
_STATE = frozenset({"government", "military", "intelligence"})


def roles(attributions: Iterable[Attribution], texts: Mapping[str, str]) -> frozenset[str]:
    """Bare names of those whom some report gives a role, in words that are no part of the name.

    ``texts``: of each report by its id.
    """
    return frozenset(
        bare(source.name)
        for one in attributions
        if (source := one.source) and source.name and source.role
        if bare(cut(texts[one.document], source.role)) not in bare(source.name)
    )


def introduced(
    name: str, kind: SourceKind, described: Iterable[str], with_role: frozenset[str], prints: bool
) -> bool:
    """Whether a named voice has a role, saw it, or has a word for a body or an office in its name.

    ``described``: the words that describe it where it is heard, its name's among them;
    ``with_role``: names that have a role anywhere. ``prints``: whether a report here is published
    by that name; then it must say that it is a body, or that it is a state's.
    """
    if is_body(name) or kind == "witness":
        return True
    if prints:
        return kind in _STATE and _ends_as_a_body(name)
    words = bare(name).replace("’", "'").replace("'s ", " ").split()
    if bare(name) in with_role or words[0] in _titles():
        return True
    if kind == "person":
        return not set(words).issuperset(described)
    return _ends_as_a_body(name) or not _offices().isdisjoint(words)


def _ends_as_a_body(name: str) -> bool:
    """Whether a word for a body ends the name, or stands before an "of": "the chamber of trade"."""
    held = bare(name)
    return any(
        " ".join(words[at:]) in _bodies()
        for words in (held.split(), held.partition(" of ")[0].split())
        for at in range(len(words))
    )


@cache
def _bodies() -> frozenset[str]:
    table = load("sources")
    return frozenset(head for kind in _KINDS for head in table[kind]["heads"])


@cache
def _titles() -> frozenset[str]:
    table = load("sources")
    return frozenset(head for kind in ("rank", "title") for head in table[kind]["heads"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("credits")["offices"]["words"])


__all__ = ["introduced", "roles"]
