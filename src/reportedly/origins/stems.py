"""Which origin one supporting statement opens, joins, or rests on: the rules of docs/origins.md."""

from dataclasses import dataclass, field

from reportedly.model import Factor, SourceKind, Statement, bare

from .support import Support
from .voices import Voice

Key = tuple[str, ...]
_UNKNOWN: Key = ("rumour",)
_ANYWHERE = ""
"""Where an unnamed source is that is described as the only one."""
PLAIN = 3
"""Words of a description from which it tells one unnamed source from others of a claim."""
_NAMED = Factor("1 named", 1.0, "A named voice: one origin, wherever it is quoted.")
_OUTSIDE = Factor("2 outlet outside", 0.0, "It credits an outlet whose own report is not here.")
_UNREAD = Factor(
    "2 outlet not read",
    0.0,
    "It credits an outlet whose report here is not read as telling of it.",
)
_UNNAMED = Factor("3 unnamed", 0.0, "An unnamed source: one origin a first report and description.")
NOBODY = Factor(
    "4 nobody named",
    0.0,
    "It tells no source, only talk, or nothing: one unidentified origin of all reports that do so "
    "once the claim is out.",
)
_OWN = Factor("5 own words", 0.0, "The report says it in its own words and names no upstream.")
FROM_OUTLETS = (_OUTSIDE, _UNREAD, _OWN)
"""Rules by which an outlet is an origin because nobody says whom it has it from."""
_SEEN = Factor("5 seen by its own people", 1.0, "The outlet says that its own people saw it.")


@dataclass(slots=True)
class Stem:
    """An origin while it is being found: what it is, and the statements that lead back to it.

    ``heard``: those of them in which it speaks itself; ``named_in``: those in whose sentence it is
    only named; ``passing``: outlets that pass its word on.
    """

    key: Key
    name: str
    kind: SourceKind
    country: str | None
    rule: Factor
    described: set[str] = field(default_factory=set)
    statements: dict[str, None] = field(default_factory=dict)
    heard: dict[str, None] = field(default_factory=dict)
    named_in: dict[str, None] = field(default_factory=dict)
    passing: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stems:
    """Every origin found so far, and the origins each report leads back to.

    ``waiting``: statements that rest on a report which was still being found, for a circle of
    credits led from it to them.
    """

    by_key: dict[Key, Stem] = field(default_factory=dict)
    found: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    waiting: list[tuple[Statement, Voice]] = field(default_factory=list)

    def add(
        self,
        stem: Stem,
        statement: Statement | None,
        described: frozenset[str],
        speaks: bool = True,
    ) -> Key:
        """The key of ``stem``, or of the one already there, now with ``statement``.

        ``speaks``: whether it is read as the origin's own.
        """
        if stem.key not in self.by_key and self._nobodys(stem):
            stem = _nobody()
        held = self.by_key.setdefault(stem.key, stem)
        held.described |= described
        if statement:
            held.statements[statement.id] = None
            (held.heard if speaks else held.named_in)[statement.id] = None
        return held.key

    def _nobodys(self, stem: Stem) -> bool:
        """Whether ``stem`` tells no source, and the claim was out before on more than talk.

        The first that tells none stands for itself: that nobody is named for a claim twice does
        not show that it comes from one.
        """
        return stem.rule in (_OWN, _UNREAD) and any(key != _UNKNOWN for key in self.by_key)


def stems(support: Support) -> tuple[Stem, ...]:
    """The origins of one claim, in the order in which the reports give them.

    What was opened for a report in a circle of credits, and nothing leads back to, is none.
    """
    kept = Stems()
    for document in support.by_document:
        _trace(document, support, kept)
    for statement, heard in kept.waiting:
        rests = _rests_on(statement, heard, support, kept, ())
        for key in [k for k in rests if kept.by_key[k].statements] or rests:
            kept.by_key[key].statements[statement.id] = None
    return tuple(stem for stem in _with_names(kept.by_key).values() if stem.statements)


def _with_names(found: dict[Key, Stem]) -> dict[Key, Stem]:
    """The origins, without descriptions that are the name of another one."""
    twice = {
        key: found["named", bare(stem.name)]
        for key, stem in found.items()
        if key[:2] == ("unnamed", _ANYWHERE) and ("named", bare(stem.name)) in found
    }
    for key, named in twice.items():
        named.statements.update(found[key].statements)
    return {key: stem for key, stem in found.items() if key not in twice}


def _trace(start: str, support: Support, kept: Stems) -> None:
    """Find the origins ``start`` leads back to, after those of the reports above it.

    A circle of credits is not followed: of a report that is being found, nothing is inherited.
    """
    path = {start: iter(support.above[start])} if start not in kept.found else {}
    while path:
        document, uppers = next(reversed(path.items()))
        upper = next((u for u in uppers if u not in kept.found and u not in path), None)
        if upper is not None:
            path[upper] = iter(support.above[upper])
            continue
        del path[document]
        above = (kept.found.get(u, ()) for u in support.above[document])
        inherited = dict.fromkeys(key for keys in above for key in keys)
        kept.found[document] = _keys(document, support, kept, tuple(inherited))


def _keys(
    document: str, support: Support, kept: Stems, inherited: tuple[Key, ...]
) -> tuple[Key, ...]:
    keys = dict.fromkeys(inherited)
    resting: list[tuple[Statement, Voice]] = []
    for statement in support.by_document[document]:
        heard = support.heard[statement.id]
        stem = _stem(statement, heard, support, kept, inherited)
        if stem is None:
            resting.append((statement, heard))
        else:
            key = kept.add(stem, statement, heard.described, heard.sort != "beside")
            keys[key] = None
    if resting and not keys:
        keys[kept.add(_talk(document, support), None, frozenset())] = None
    for statement, heard in resting:
        rests = _rests_on(statement, heard, support, kept, tuple(keys))
        for key in rests:
            kept.by_key[key].statements[statement.id] = None
        if not rests:
            kept.waiting.append((statement, heard))
    return tuple(keys)


def _stem(
    statement: Statement, heard: Voice, support: Support, kept: Stems, inherited: tuple[Key, ...]
) -> Stem | None:
    """The origin that ``statement`` opens or joins; None where it rests on others."""
    if heard.sort in {"named", "beside"}:
        return _named(heard, kept)
    if heard.sort == "outlet":
        followed = support.of_outlet(statement.document, heard.name)
        return None if followed else _of_outlet(statement.document, heard.name, support)
    if heard.sort == "unnamed":
        known = support.has_it_from(statement) or _known(statement, heard, support, kept, inherited)
        return None if known else _unnamed(statement, heard, support, kept)
    if heard.sort == "firsthand" and not (inherited and support.in_copy(statement)):
        return Stem(("seen", bare(heard.name)), heard.name, heard.kind, None, _SEEN)
    if heard.sort in {"own", "firsthand"} and not inherited:
        credited = support.credit(statement.document, (statement,))
        own = Stem(("outlet", bare(heard.name)), heard.name, heard.kind, None, _OWN)
        return _of_outlet(statement.document, credited, support) if credited else own
    return None


def _named(heard: Voice, kept: Stems) -> Stem:
    """The voice, or one whose name goes on where this one ends: "board of trade of Vesk"."""
    own = bare(heard.name)
    for other in kept.by_key.values() if heard.kind != "person" else ():
        if other.key[0] == "named" and other.kind != "person" and _goes_on(own, other.key[1]):
            return other
    return Stem(("named", own), heard.name, heard.kind, heard.country, _NAMED)


def _goes_on(one: str, other: str) -> bool:
    """Whether the longer of two names is the shorter, of two words or more, with "of …" behind."""
    short, long = sorted((one, other), key=len)
    return " " in short and long.startswith((f"{short} of ", f"{short} on ", f"{short} in "))


def _of_outlet(document: str, name: str, support: Support) -> Stem:
    """The outlet that ``document`` credits, none of whose reports above it tells of the claim."""
    rule = _UNREAD if support.holds(document, name) else _OUTSIDE
    return Stem(("outlet", bare(name)), name, "media", None, rule)


def _unnamed(statement: Statement, heard: Voice, support: Support, kept: Stems) -> Stem:
    """The source as described, or one of which another report speaks in the same words.

    Two reports that credit one outlet for the same description mean the same source. So do a report
    and one that has its source from elsewhere, where the shorter description holds three words or
    more and all of them stand in the longer. What is described as the only one of its name ("the
    military district of Orsk") is one wherever it is heard.
    """
    root = heard.via or support.credit(statement.document, (statement,))
    where = bare(root) if root else statement.document
    where = _ANYWHERE if _only_one(heard) else where
    for other in kept.by_key.values():
        if other.key[0] == "unnamed" and _alike(heard.described, frozenset(other.key[2:])):
            anywhere = other.key[1] == _ANYWHERE
            passed = root or not (anywhere or other.key[1] in support.kept.documents)
            plain = min(len(heard.described), len(other.key) - 2) >= PLAIN
            if other.key[1] == where or (passed and plain):
                return other
    key = ("unnamed", where, *sorted(heard.described))
    return Stem(key, heard.name, heard.kind, heard.country, _UNNAMED)


def _only_one(heard: Voice) -> bool:
    """Whether a description tells of one only: with "the", and with a name in its three words."""
    first, *rest = heard.name.split() or [""]
    named = any(word[:1].isupper() for word in rest)
    return first.lower() == "the" and named and len(heard.described) >= PLAIN


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _known(
    statement: Statement, heard: Voice, support: Support, kept: Stems, inherited: tuple[Key, ...]
) -> bool:
    """Whether an unnamed voice may be one upstream: copied words, or descriptions that meet."""
    if not inherited:
        return False
    if heard.kind == "unspecified" or support.in_copy(statement):
        return True
    return any(heard.described & kept.by_key[key].described for key in inherited)


def _talk(document: str, support: Support) -> Stem:
    """What a report stands for that rests on talk alone: the outlet it credits, or nobody."""
    resting = tuple(support.by_document[document])
    credited = support.credit(document, resting)
    if credited:
        return _of_outlet(document, credited, support)
    return _nobody()


def _nobody() -> Stem:
    return Stem(_UNKNOWN, "unidentified", "unspecified", None, NOBODY)


def _rests_on(
    statement: Statement, heard: Voice, support: Support, kept: Stems, keys: tuple[Key, ...]
) -> tuple[Key, ...]:
    """The origins a repeating statement leads back to: its outlet's, those alike, else all."""
    if heard.sort == "outlet":
        uppers = support.of_outlet(statement.document, heard.name)
        return tuple(dict.fromkeys(key for upper in uppers for key in kept.found.get(upper, ())))
    alike = tuple(key for key in keys if heard.described & kept.by_key[key].described)
    return alike if heard.sort == "unnamed" and alike else keys
