"""A source summary statement in the manner of ICD 206: what a claim rests on, in our words.

It names no person; a state is named by its country.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.lexicons import load
from reportedly.lexicons.countries import country_name
from reportedly.model import Origin, SourceKind, Statement, cut

from .factors import nameless
from .support import Support

_STATE: frozenset[SourceKind] = frozenset({"government", "office", "military", "intelligence"})
_PERSONS: frozenset[SourceKind] = frozenset({"person", "witness"})
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def summary(held: Support) -> str:
    """Two to four sentences: what it rests on, who denies it, who is silent."""
    sentences = (_rests(held), _against(held), _silent(held))
    return " ".join(sentence for sentence in sentences if sentence)


def _rests(held: Support) -> str:
    if not held.behind:
        return "Nobody here stands for it; it is only repeated, denied or asked about."
    named = [o for o in held.origins if o.named and o.reasons and o.reasons[0].weight > 0]
    outlets = [o for o in held.origins if o.named and o not in named]
    unnamed = _unnamed(held)
    if not named:
        others = _list([*([_outlets(outlets)] if outlets else []), *([unnamed] if unnamed else [])])
        return f"Rests only on {others or 'unnamed reports'}."
    rest = _list([*([_outlets(outlets)] if outlets else []), *([unnamed] if unnamed else [])])
    head = f"Rests on {_named(named, held)}"
    return f"{head}; otherwise only on {rest}." if rest else f"{head} alone."


def _named(origins: Sequence[Origin], held: Support) -> str:
    sided = [o for o in origins if held.parties.holds(o.voice, o.country)]
    if len(origins) == 1:
        origin = origins[0]
        party = " of a party to the matter" if sided and origin.kind in _STATE else ""
        party = party or (", a party to the matter" if sided else "")
        plain = origin.kind in _PERSONS or origin.kind in {"media", "author", "document"}
        return f"one {_noun(origin.kind)}{'' if plain else f', {_kind(origin.kind, 1)}'}{party}"
    kinds = Counter(o.kind for o in origins)
    parts = [_kind(k, n) if n == 1 else f"{_number(n)} {_kind(k, n)}" for k, n in kinds.items()]
    text = f"{_number(len(origins))} named voices, {_list(parts)}"
    if len(sided) == len(origins):
        return f"{text}, each a party to the matter"
    return f"{text}, {_number(len(sided))} of them a party to the matter" if sided else text


def _noun(kind: SourceKind) -> str:
    if kind in _PERSONS:
        return "named person"
    if kind in {"media", "author"}:
        return "outlet whose own people were there"
    return "named document" if kind == "document" else "named body"


def _unnamed(held: Support) -> str:
    said = [s for s in held.behind if nameless(s, held)]
    talk = any(_talk(s, held) for s in said)
    people = any(not _talk(s, held) for s in said)
    if talk and people:
        return "unnamed reports and sources"
    return "unnamed sources" if people else "unnamed reports" if talk else ""


def _talk(statement: Statement, held: Support) -> bool:
    """Reports and the like, as against people who are not named."""
    source = held.source(statement)
    if source is None or not source.spans:
        return True
    words = cut(held.texts[statement.document], source.spans).lower().split()
    return source.kind == "unspecified" and words[-1] in load("credits")["rumour"]["nouns"]


def _outlets(origins: Sequence[Origin]) -> str:
    count = len(origins)
    noun = "outlet" if all(origin.kind == "media" for origin in origins) else "report"
    return f"the word of {_number(count)} {noun}{'' if count == 1 else 's'}"


def _against(held: Support) -> str:
    flat = dict.fromkeys(_who(s, held) for s in held.against if s.factuality == "CT-")
    weak = dict.fromkeys(_who(s, held) for s in held.against if s.factuality != "CT-")
    parts = [f"Denied by {_list(list(flat))}."] if flat else []
    parts += (
        [f"Doubted by {_list([w for w in weak if w not in flat])}."]
        if set(weak) - set(flat)
        else []
    )
    return " ".join(parts)


def _silent(held: Support) -> str:
    quiet = dict.fromkeys(_who(s, held) for s in held.statements if s.stance == "silent")
    return f"Silent: {_list(list(quiet))}." if quiet else ""


def _who(statement: Statement, held: Support) -> str:
    """Who speaks, by kind and country; persons by kind only."""
    source = held.source(statement)
    if source is None:
        return _unsourced(statement, held)
    place = f" of {_the(country_name(source.country))}" if source.country else ""
    if nameless(statement, held):
        return f"unnamed {'officials' if source.kind in _STATE or place else 'sources'}{place}"
    if source.kind in _PERSONS:
        return f"a named person{place}"
    return f"{_kind(source.kind, 1)}{place}"


def _unsourced(statement: Statement, held: Support) -> str:
    """A body that publishes its own statements, a report in its own words, or nobody."""
    if statement.attribution is not None:
        return "nobody in particular"
    body = held.bodies.get(statement.document)
    return _kind(body, 1) if body else "a report in its own words"


def _the(name: str) -> str:
    return f"the {name}" if name.startswith("United ") or name.endswith("s") else name


def _kind(kind: SourceKind, count: int) -> str:
    forms: list[str] = load("grades")["bodies"][kind]
    return forms[0] if count == 1 else forms[1]


def _number(count: int) -> str:
    return _SMALL[count] if count < len(_SMALL) else str(count)


def _list(parts: Iterable[str]) -> str:
    held = list(parts)
    return " and ".join([", ".join(held[:-1]), held[-1]]) if len(held) > 1 else "".join(held)
