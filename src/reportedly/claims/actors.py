"""Somebody who speaks or acts, joined across reports: first in each report, then in its story.

In one report a shorter form stands for the one longer name that fits it (``shorter.py``), and
descriptions and pronouns for a name met before (``taking.py``). In one story, which is where a
surname means somebody, the same is done with what is left. Across stories only names that
mean the same everywhere are one: full names, countries, bodies that the word lists know.
"Former X" is never X, whoever speaks for a body is not the body, and two countries are two.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.claims.descriptions import descriptions
from reportedly.claims.inside import resolved
from reportedly.claims.joining import Joined, joined, pools_of
from reportedly.claims.memory import Forgetful, Memory
from reportedly.claims.names import listed
from reportedly.claims.naming import Naming, namings
from reportedly.claims.reasons import reason
from reportedly.claims.stories import gathered
from reportedly.claims.table import EMPTY, Table
from reportedly.claims.within import Placed, Within
from reportedly.claims.words import words
from reportedly.model import (
    Actor,
    Document,
    Evidence,
    Factor,
    Reading,
    Span,
    identify,
)

_LINK = r"(?:of|for|in|at|on|from|with|by|to|near|against)\b"
_BESIDE = re.compile(rf"[^\w\s]*(?:(?!former|ex|late|anti|pro|{_LINK})[A-Za-z]?[a-z-]* )*[^\w\s]*")
_ENDING = re.compile(rf"(?:\s?['’]s?)?[^\w]*(?:{_LINK}.*)?")
_GOVERNMENT = re.compile(r"^(?:['’]s?)? government\b")
_REST = re.compile(r"(?:[-–].*| [A-Z]\.?| (?:de|des|del|di|du|al|el|bin|van|von) .*)?")
_SHOWN = 12
"""Reasons kept of one actor: one for each form and rule, the earliest first."""


@dataclass(frozen=True, slots=True)
class Directory:
    """All actors, which attribution or document speaks in whose name, and who stands where.

    ``described``: for attributions to somebody unnamed, the fullest description in the report.
    ``nodes``: for each report its mentions in order, each with what it was joined under.
    """

    actors: tuple[Actor, ...]
    speaking: Mapping[str, Actor]
    described: Mapping[str, Evidence]
    nodes: Mapping[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict, repr=False)
    named: Mapping[str, Actor] = field(default_factory=dict, repr=False)
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, speaker: str) -> Actor | None:
        """The actor behind an attribution's or a document's id, None where it has no name."""
        return self.speaking.get(speaker)

    def node(self, document: str, span: Span) -> str | None:
        """What the mention under ``span`` is joined under; None for no mention.

        Two mentions are of one actor if and only if their nodes are the same. "The Lund Herald's
        editor" is no mention of the Herald: beside the mention itself only words in lower case
        may stand under ``span``, and none that set it apart.
        """
        held = self.nodes.get(document, ())
        high = bisect_right(held, (Span(span.end, 0), ""))
        near = [(s, n) for s, n in held[max(0, high - 8) : high] if s.overlaps(span)]
        best = max(near, key=lambda pair: (_shared(pair[0], span), pair[0]), default=None)
        fits = best and _is_head(self.texts[document], *best, span)
        return best[1] if best and fits else None

    def at(self, document: str, span: Span) -> Actor | None:
        """The actor that the words under ``span`` mean, None where nobody is known."""
        return self.named.get(self.node(document, span) or "")


def directory(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    own: Table = EMPTY,
    told: Mapping[str, str] | None = None,
    memory: Memory | None = None,
    whole: bool = True,
) -> Directory:
    """Join all names in ``documents`` and ``readings`` into actors; ``own`` table first.

    ``told``: the story of each report, where they have been gathered before; ``memory``: what was
    found in reports before; ``whole``: whether these are all reports, so that a name that one story
    alone has is an actor's name.
    """
    kept = tuple(sorted(documents, key=lambda d: d.id))
    read = tuple(readings)
    by_id = {reading.document: reading for reading in read}
    pools = pools_of(kept, gathered(kept).field if told is None else told)
    inside = resolved(kept, by_id, pools, own, memory or Forgetful())
    found = joined(pools, inside, namings(kept, read, own), own)
    held = _held(inside, found)
    ids = _names(found.groups) if whole else {node: node for node in found.groups}
    actors = {
        node: _actor(ids[node], group, held.get(node, ()))
        for node, group in sorted(found.groups.items())
    }
    speaking = {n.of: actors[node] for node, group in found.groups.items() for n in group if n.of}
    ordered = tuple(sorted(actors.values(), key=lambda a: (a.name, a.id)))
    nodes = {id_: _nodes(id_, one, found) for id_, one in inside.items()}
    texts = {document.id: document.text for document in kept}
    return Directory(ordered, speaking, descriptions(kept, read), nodes, actors, texts)


@dataclass(frozen=True, slots=True)
class _Here:
    """A mention in its report, and the rule by which its story read it on."""

    document: str
    placed: Placed
    further: str

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.document, (self.placed.mention.span,))


def _held(inside: Mapping[str, Within], found: Joined) -> Mapping[str, list[_Here]]:
    """The mentions of every node that somebody speaks or acts under, report by report."""
    held: dict[str, list[_Here]] = defaultdict(list)
    for id_, one in inside.items():
        for placed in one.placed:
            node = found.node(id_, placed.target)
            if node in found.groups:
                held[node].append(_Here(id_, placed, found.rule(id_, placed.target)))
    return held


def _nodes(document: str, one: Within, found: Joined) -> tuple[tuple[Span, str], ...]:
    return tuple((p.mention.span, found.node(document, p.target)) for p in one.placed)


def _names(nodes: Iterable[str]) -> dict[str, str]:
    """Each node's name for its id: the story is part of it only where two stories have it."""
    plain = {node: node.partition(" @")[0] for node in nodes}
    often = Counter(plain.values())
    return {node: node if often[name] > 1 else name for node, name in plain.items()}


def _actor(name: str, group: Sequence[Naming], held: Sequence[_Here]) -> Actor:
    best = _most(_foreign_kinds(group))
    country = next((c for c in sorted({n.country or "" for n in group}) if c), None)
    shown = {n.evidence for n in group if n.evidence} | {here.evidence for here in held}
    mentions = sorted(shown, key=lambda e: (e.document, e.spans))
    reasons = _reasons(held) + [_speaking(n) for n in group[:1] if n.speaks]
    return Actor(
        id=identify("actor", name),
        name=_called(name, group),
        kind=best.kind,
        country=country,
        mentions=tuple(mentions),
        reasons=tuple(reasons),
    )


def _called(key_: str, group: Sequence[Naming]) -> str:
    """The name to print: of those that the actor's own key stands for, the fullest."""
    whole = [n for n in group if n.key == key_.partition(" (")[0]] or group
    printed = [n for n in whole if n.of] or whole
    name = min(printed, key=_fullest).name
    return name.title() if name.isupper() and " " in name else name


def _fullest(naming: Naming) -> tuple[bool, bool, int, str]:
    """The longest form first; two bodies named in one breath, and bare cities, last."""
    name = naming.name
    bare = naming.key.endswith(" government") and "government" not in name.lower()
    return (" and " in name, bare, -len(name), name)


def _most(held: Sequence[Naming]) -> Naming:
    """The naming whose kind most others share; a source's kind goes before a mere actor's."""
    counts = Counter(naming.kind for naming in held)
    return min(held, key=lambda n: (n.of == "", -counts[n.kind], n.kind, -len(n.name), n.name))


def _foreign_kinds(held: Sequence[Naming]) -> Sequence[Naming]:
    """A ministry that publishes its own statement is a government, not a medium."""
    other = [n for n in held if n.kind != "media" and n.of]
    return other or held


def _reasons(held: Sequence[_Here]) -> list[Factor]:
    """One factor for each form and rule: the form, and the name that it was taken for."""
    first: dict[tuple[str, str], _Here] = {}
    for here in held:
        rule = here.further or here.placed.rule
        if rule:
            first.setdefault((rule, here.placed.mention.text.lower()), here)
    whole = next((h.evidence for h in held if not (h.placed.rule or h.further)), None)
    return [_reason(rule, here, whole) for (rule, _), here in list(first.items())[:_SHOWN]]


def _reason(rule: str, here: _Here, whole: Evidence | None) -> Factor:
    by = Evidence(here.document, (here.placed.by,)) if here.placed.by else whole
    return reason(rule, (here.evidence, by) if by else (here.evidence,))


def _speaking(naming: Naming) -> Factor:
    shown: tuple[Evidence, ...] = (naming.evidence,) if naming.evidence else ()
    return Factor("speaks for", 0.0, "Speaks for a body, and is counted apart from it.", shown)


def _is_head(text: str, mention: Span, node: str, span: Span) -> bool:
    """Whether ``span`` holds nothing beside ``mention`` that makes another thing of it.

    "The Polish government" is what "Poland" stands for.
    """
    before, after = text[span.start : mention.start], text[mention.end : span.end]
    if node.endswith(" government"):
        after = _GOVERNMENT.sub("", after)
    titled = bool(set(words(before)[-1:]) & (listed("roles") | listed("title")))
    rest = text[span.end : max(mention.end, span.end)]
    whole = bool(_REST.fullmatch(rest)) and bool(_ENDING.fullmatch(after))
    return whole and (titled or bool(_BESIDE.fullmatch(before)))


def _shared(one: Span, other: Span) -> float:
    """Overlap over union, in characters."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))
