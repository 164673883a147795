"""Bodies under a common noun or a listed name: states, armies, outlets, organisations."""

from reportedly.model import SourceKind

from .names import Book
from .nominals import Nominal, is_name, listed, words
from .wording import (
    BODIES,
    Profile,
    as_kind,
    bare_name,
    body_name,
    country_in,
    description,
    group_of,
    phrase_behind,
)

_WHOLE = frozenset(
    {"the", "house", "senate", "congressional", "national", "state", "local", "social", "christian",
     "free", "liberal", "new"}
)  # fmt: skip
_MEMBERS = frozenset({"member", "members"})


_CLOSE = frozenset({"close", "familiar", "involved", "briefed", "working"})


def body_kind(phrase: Nominal, group: str) -> SourceKind:
    """Whose kind a body's word has: that of the body it is a part of, if that is told.

    "Amnesty's office", "the party leadership" and "World Grain Council" are no states, "a federal
    agency" and "National Storm Center" are the state.
    """
    kind, head = as_kind(group), phrase.head.lower_
    before = phrase.core[:-1]
    if head in listed("bodies", "parts") | listed("bodies", "units"):
        owner = _owner(phrase, kind)
        if owner:
            return owner
    worldly = any(is_name(t) and t.lower_ in listed("bodies", "worldly") for t in before)
    if worldly and kind == "government" and head in listed("bodies", "parts"):
        return "organisation"
    return "government" if kind == "organisation" and _is_public(phrase, worldly) else kind


def _owner(phrase: Nominal, kind: SourceKind) -> SourceKind | None:
    """The body whose office, board or leadership this is."""
    part = phrase.head.lower_ in listed("bodies", "parts")
    for end in range(len(phrase.core) - 1, 0, -1):
        group = group_of(phrase.core[:end])
        if group in BODIES and group != "media":
            found = as_kind(group)
            return found if part or found in {"government", "military"} else None
    behind = phrase_behind(phrase, frozenset({"of"})) if part and kind == "government" else []
    own = group_of([t for t in behind if not is_name(t)]) if behind else ""
    return "organisation" if own == "organisation" else None


def _is_public(phrase: Nominal, worldly: bool) -> bool:
    """Whether an agency or a board is the state's by its name or its adjective."""
    head, before = phrase.head.lower_, phrase.core[:-1]
    if head in listed("bodies", "units") and any(
        t.lower_ in listed("bodies", "public") for t in before
    ):
        return True
    if worldly or not is_name(phrase.head) or head not in listed("bodies", "offices"):
        return False
    national = any(is_name(t) and t.lower_ in listed("bodies", "national") for t in before)
    return national or (head == "agency" and len(before) > 1)


def named_group(name: str) -> str:
    """The list of bodies that the last words of a body's printed name stand in, or ""."""
    forms = name.casefold().split(" of ")[0].split(" for ")[0].split()
    ends = (" ".join(forms[-size:]) for size in (3, 2, 1))
    return next((group for end in ends for group in BODIES if end in listed(group)), "")


def body(phrase: Nominal, kind: SourceKind, names: Book) -> Profile:
    """A body of state, an outlet or an organisation under its own name."""
    name = body_name(phrase)
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    plural = phrase.head.tag_ in {"NNS", "NNPS"} and name is None
    unnamed = plural and (_is_nameless(phrase) or _are_some(phrase))
    if any(t.lower_ in _MEMBERS for t in phrase.core[:-1]):
        return Profile(kind, "official", None, country, True, description(phrase))
    if phrase.head.lower_ in listed("party", "members"):
        unnamed = any(
            t.lower_ not in _WHOLE and t.pos_ not in {"ADP", "ADV"} for t in phrase.core[-3:-1]
        )
    return Profile(kind, kind, names.fuller(name) if name else None, country, unnamed)


def listed_whole(phrase: Nominal) -> Profile | None:
    """A body whose listed name goes on behind its head: "Doctors Without Borders"."""
    whole = words(phrase.tokens).casefold().removeprefix("the ")
    if not phrase.tail or not phrase.head.text[:1].isupper():
        return None
    text = bare_name(words(phrase.tokens))
    return next((Profile(as_kind(b), b, text) for b in BODIES if whole in listed(b)), None)


def _is_nameless(phrase: Nominal) -> bool:
    return any(t.lower_ in listed("nameless", "words") for t in phrase.core)


def _are_some(phrase: Nominal) -> bool:
    """Whether these are some of a body's people: "two prosecutors", "investigators close to it"."""
    if phrase.head.lower_ in listed("bodies", "people"):
        return True
    if phrase.head.lower_ not in listed("bodies", "crews"):
        return False
    counted = any(t.pos_ == "NUM" or t.lower_ == "several" for t in phrase.core[:-1])
    return counted or any(t.lower_ in _CLOSE for t in phrase.tail[:1])
