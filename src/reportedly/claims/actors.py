"""Somebody who speaks or acts, joined across reports by name, kind and country.

Two namings are one actor if their keys are the same and their countries do not differ, or if
the words of the shorter are part of exactly one longer name of the same kind: in its own
report first, else in the whole story ("Stell" and "Ruvan Stell"). "Former X" is never X, and
whoever speaks for a body is somebody else than the body.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.descriptions import descriptions
from reportedly.claims.names import initials, listed
from reportedly.claims.naming import Naming, namings
from reportedly.model import Actor, Document, Evidence, Factor, Reading, identify

_OFFICIAL = frozenset({"government", "office", "intelligence", "military", "organisation"})
_APART = frozenset({"former", "ex", "anti", "pro", "late", "opposition", "north", "south"})
_VAGUE = frozenset({"government", "officials", "authorities", "army", "police", "troops"})


@dataclass(frozen=True, slots=True)
class Directory:
    """All actors, and which attribution or document speaks in whose name.

    ``described``: for attributions to somebody unnamed, the fullest description in the report.
    """

    actors: tuple[Actor, ...]
    speaking: Mapping[str, Actor]
    described: Mapping[str, Evidence]

    def of(self, speaker: str) -> Actor | None:
        """The actor behind an attribution's or a document's id, None where it has no name."""
        return self.speaking.get(speaker)


def directory(documents: Iterable[Document], readings: Iterable[Reading]) -> Directory:
    """Join all namings of ``readings`` and the outlets of ``documents`` into actors."""
    kept, read = tuple(documents), tuple(readings)
    groups = _groups(namings(kept, read))
    keys = sorted(groups)
    sharing = _sharing(keys)
    into = {short: _longer(short, sharing, groups) for short in keys}
    joined: dict[str, list[str]] = defaultdict(list)
    for compared in keys:
        joined[_end(compared, into)].append(compared)
    actors, speaking = [], {}
    for main, parts in sorted(joined.items()):
        held = [naming for part in parts for naming in groups[part]]
        actor = _actor(main, parts, groups)
        actors.append(actor)
        speaking.update({naming.of: actor for naming in held if naming.of})
    ordered = tuple(sorted(actors, key=lambda a: (a.name, a.id)))
    return Directory(ordered, speaking, descriptions(kept, read))


def _groups(found: Sequence[Naming]) -> dict[str, list[Naming]]:
    """Namings by key; one key in two countries is two groups, one without a country joins."""
    lands: dict[str, set[str]] = defaultdict(set)
    for naming in found:
        if naming.country:
            lands[naming.key].add(naming.country)
    groups: dict[str, list[Naming]] = defaultdict(list)
    for naming in found:
        if naming.key:
            split = len(lands[naming.key]) > 1
            groups[f"{naming.key} ({naming.country})" if split else naming.key].append(naming)
    return groups


def _sharing(keys: Iterable[str]) -> dict[str, list[str]]:
    """Longer keys under each of their words and under their initials."""
    found: dict[str, list[str]] = defaultdict(list)
    for compared in keys:
        parts = compared.split()
        if len(parts) > 1:
            for word in sorted({*parts, initials(compared)}):
                found[word].append(compared)
    return found


def _longer(
    short: str, sharing: Mapping[str, list[str]], groups: Mapping[str, list[Naming]]
) -> str | None:
    """The one longer name that ``short`` is part of, or stands for by its initials."""
    near_keys = sharing.get(short.rsplit(maxsplit=1)[-1], [])
    fitting = [long for long in near_keys if long != short and _is_part(short, long, groups)]
    reports = {naming.document for naming in groups[short]}
    near = [long for long in fitting if reports & {n.document for n in groups[long]}]
    for choice in (near, fitting):
        ends = [one for one in choice if not any(_is_part(one, o, groups) for o in choice)]
        if len(ends) == 1:
            return ends[0]
    return None


def _is_part(short: str, long: str, groups: Mapping[str, list[Naming]]) -> bool:
    if not _compatible(groups[short], groups[long]):
        return False
    ours, theirs = short.split(), long.split()
    if len(ours) == 1 and len(theirs) > 2 and ours[0] == initials(long):
        return True
    mere = not any(naming.of for naming in groups[short])
    if mere and theirs[-len(ours) :] != ours:
        return False
    extra = set(theirs) - set(ours)
    if not extra or not set(ours) < set(theirs) or set(ours) <= _VAGUE:
        return False
    return not extra & (_APART | listed("speaks"))


def _compatible(ours: Sequence[Naming], theirs: Sequence[Naming]) -> bool:
    lands = {n.country for n in ours} - {None}, {n.country for n in theirs} - {None}
    if lands[0] and lands[1] and not lands[0] & lands[1]:
        return False
    mere = not any(naming.of for naming in ours)
    return mere or _family(ours) == _family(theirs)


def _family(held: Sequence[Naming]) -> str:
    kind = _most([n for n in held if n.of] or held).kind
    return "official" if kind in _OFFICIAL else "person" if kind == "witness" else kind


def _end(compared: str, into: Mapping[str, str | None]) -> str:
    seen = [compared]
    while (step := into[seen[-1]]) is not None and step not in seen:
        seen.append(step)
    return seen[-1]


def _most(held: Sequence[Naming]) -> Naming:
    """The naming whose kind most others share; a source's kind goes before a mere actor's."""
    counts = Counter(naming.kind for naming in held)
    return min(held, key=lambda n: (n.of == "", -counts[n.kind], n.kind, -len(n.name), n.name))


def _actor(main: str, parts: Sequence[str], groups: Mapping[str, list[Naming]]) -> Actor:
    held = [naming for part in parts for naming in groups[part]]
    whole = groups[main]
    best = _most(_foreign_kinds(held))
    printed = [n for n in whole if n.of] or whole
    name = min(printed, key=_fullest).name
    name = name.title() if name.isupper() and " " in name else name
    country = next((c for c in sorted({n.country or "" for n in held}) if c), None)
    mentions = sorted({n.evidence for n in held if n.evidence}, key=lambda e: (e.document, e.spans))
    reasons = [_joined(groups[part], whole) for part in parts if part != main]
    reasons += [_speaking(naming) for naming in whole[:1] if naming.speaks]
    return Actor(identify("actor", main), name, best.kind, country, tuple(mentions), tuple(reasons))


def _fullest(naming: Naming) -> tuple[bool, bool, int, str]:
    """The longest form first; two bodies named in one breath, and bare cities, last."""
    name = naming.name
    bare = naming.key.endswith(" government") and "government" not in name.lower()
    return (" and " in name, bare, -len(name), name)


def _foreign_kinds(held: Sequence[Naming]) -> Sequence[Naming]:
    """A ministry that publishes its own statement is a government, not a medium."""
    other = [n for n in held if n.kind != "media" and n.of]
    return other or held


def _joined(part: Sequence[Naming], whole: Sequence[Naming]) -> Factor:
    shown = [n.evidence for side in (part, whole) for n in side[:1] if n.evidence]
    return Factor(
        "same actor", 1.0, "The shorter name is part of one longer name only.", tuple(shown)
    )


def _speaking(naming: Naming) -> Factor:
    shown: tuple[Evidence, ...] = (naming.evidence,) if naming.evidence else ()
    return Factor("speaks for", 0.0, "Speaks for a body, and is counted apart from it.", shown)
