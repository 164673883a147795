"""A source summary statement in the manner of ICD 206: what a claim rests on, in our words.

It names no person; a state is named by its country.
"""

from collections import Counter
from collections.abc import Sequence

from reportedly.lexicons import load
from reportedly.lexicons.countries import country_name
from reportedly.model import Claim, Origin, SourceKind, Statement, cut, day_of

from .factors.origins import way
from .support import Support, nameless
from .wording import day, kind, listed, number

_STATE: frozenset[SourceKind] = frozenset({"government", "office", "military", "intelligence"})
_PERSONS: frozenset[SourceKind] = frozenset({"person", "witness"})


def summary(held: Support) -> str:
    """What it rests on, who of them could know, whether they agree, who denies it, since when."""
    sentences = (
        _rests(held), _seen(held), _apart(held), _against(held), _silent(held), _when(held.claim),
    )  # fmt: skip
    return " ".join(sentence for sentence in sentences if sentence)


def _rests(held: Support) -> str:
    if not held.behind:
        return "Nobody here stands for it; it is only repeated, denied or asked about."
    named = [o for o in held.origins if o.named and o.reasons and o.reasons[0].weight > 0]
    outlets = [o for o in held.origins if o.named and o not in named]
    unnamed = _unnamed(held)
    rest = listed([*([_outlets(outlets)] if outlets else []), *([unnamed] if unnamed else [])])
    if not named:
        return f"Rests only on {rest or 'unnamed reports'}."
    head = f"Rests on {_named(named, held)}"
    return f"{head}; otherwise only on {rest}." if rest else f"{head} alone."


def _named(origins: Sequence[Origin], held: Support) -> str:
    sided = [o for o in origins if held.sided(o)]
    if len(origins) == 1:
        origin = origins[0]
        party = " of a party to the matter" if sided and origin.kind in _STATE else ""
        party = party or (", a party to the matter" if sided else "")
        plain = origin.kind in _PERSONS or origin.kind in {"media", "author", "document"}
        return f"one {_noun(origin.kind)}{'' if plain else f', {kind(origin.kind, 1)}'}{party}"
    kinds = Counter(o.kind for o in origins)
    parts = [kind(k, n) if n == 1 else f"{number(n)} {kind(k, n)}" for k, n in kinds.items()]
    text = f"{number(len(origins))} named voices, {listed(parts)}"
    if len(sided) == len(origins):
        return f"{text}, each a party to the matter"
    return f"{text}, {number(len(sided))} of them a party to the matter" if sided else text


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
    return f"the word of {number(count)} {noun}{'' if count == 1 else 's'}"


def _against(held: Support) -> str:
    flat = dict.fromkeys(_who(s, held) for s in held.against if s.factuality == "CT-")
    weak = dict.fromkeys(_who(s, held) for s in held.against if s.factuality != "CT-")
    parts = [f"Denied by {listed(list(flat))}."] if flat else []
    parts += (
        [f"Doubted by {listed([w for w in weak if w not in flat])}."]
        if set(weak) - set(flat)
        else []
    )
    return " ".join(parts)


def _seen(held: Support) -> str:
    """Whether anybody shown is told to have been there: the access of ICD 206."""
    if not held.shown or any(way(held, origin) == "saw" for origin in held.shown):
        return ""
    return "Nobody shown is told to have seen it."


def _apart(held: Support) -> str:
    return "Origins shown contradict one another." if held.among_shown() else ""


def _when(claim: Claim) -> str:
    """From when to when it is reported here: the age of ICD 206."""
    first, last = day_of(claim.first_seen), day_of(claim.last_seen)
    if first is None or last is None:
        return ""
    when = f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
    return f"Reported here {when}."


def _silent(held: Support) -> str:
    quiet = dict.fromkeys(_who(s, held) for s in held.statements if s.stance == "silent")
    return f"Silent: {listed(list(quiet))}." if quiet else ""


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
    return f"{kind(source.kind, 1)}{place}"


def _unsourced(statement: Statement, held: Support) -> str:
    """A body that publishes its own statements, a report in its own words, or nobody."""
    if statement.attribution is not None:
        return "nobody in particular"
    body = held.bodies.get(statement.document)
    return kind(body, 1) if body else "a report in its own words"


def _the(name: str) -> str:
    return f"the {name}" if name.startswith("United ") or name.endswith("s") else name
