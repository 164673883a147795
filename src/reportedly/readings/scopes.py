"""Whose words are whose: each token of a document under the innermost voice that speaks it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Attribution, Document, Span, Spans

from .clauses import tokens_in
from .tokens import Doc, Token

_PASSING = frozenset({"media", "document", "author", "unspecified"})
"""Kinds of sources that may only pass on what somebody says."""

_Saying = tuple[Spans, Spans, str | None]
"""Cue, content and enclosing attribution: the same for all actors of one coordinated source."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Words of one voice: an attribution's content, or what the author says in one sentence.

    ``indices`` are the tokens' places in the parse. ``attribution`` is None for the author.
    """

    attribution: Attribution | None
    sentence: Span
    tokens: tuple[Token, ...]
    indices: frozenset[int]

    def roots(self) -> list[Token]:
        """The tokens whose head lies outside."""
        return [t for t in self.tokens if t.head.i == t.i or t.head.i not in self.indices]

    def charges(self, deed: Token) -> bool:
        """Whether it is the very deed that the voice accuses somebody of."""
        above = deed.head if deed.dep_ in {"pcomp", "pobj"} else deed
        accuses = self.attribution is not None and self.attribution.act == "accuse"
        return accuses and above in self.roots()


def scopes(doc: Doc, document: Document, attributions: tuple[Attribution, ...]) -> list[Scope]:
    """One scope an attribution, then one a sentence for what no attribution covers; in order.

    A request that somebody is silent about ("no reply to a request for comment") has none.
    """
    shares = _shares(doc, attributions)
    found = [_of_attribution(a, shares) for a in attributions if not _is_unheard(a, shares)]
    covered = shares.spoken | shares.owner.keys()
    found += [_of_author(doc, s, covered) for s in document.sentences]
    return sorted((s for s in found if s.tokens), key=lambda s: s.tokens[0].i)


def voiced(held: list[Scope], token: Token) -> Scope | None:
    """The scope that ``token`` stands in, the smallest where several judge it; None for cues."""
    return min((s for s in held if token.i in s.indices), key=lambda s: len(s.tokens), default=None)


def around(
    doc: Doc, document: Document, attributions: tuple[Attribution, ...], place: Span
) -> Scope:
    """The words of the voice that utters the cue at ``place``: another content, or a sentence."""
    sentence = next((s for s in document.sentences if place.overlaps(s)), place)
    holding = [a for a in attributions if any(place.overlaps(c) for c in a.content)]
    whose = min(holding, key=lambda a: (_size(a), a.id), default=None)
    spans = whose.content if whose else (sentence,)
    return _scope(whose, sentence, tokens_in(doc, spans))


def _size(one: Attribution) -> int:
    return sum(span.end - span.start for span in one.content)


@dataclass(frozen=True, slots=True)
class _Shares:
    """Who has which tokens: contents, cues, the innermost voice a token.

    ``spoken`` are all words of cues and sources.
    """

    contents: dict[str, list[Token]]
    cues: dict[str, set[int]]
    owner: dict[int, _Saying]
    peers: dict[_Saying, list[Attribution]]
    inside: dict[str, list[Attribution]]
    by_id: dict[str, Attribution]
    spoken: frozenset[int]


def _shares(doc: Doc, attributions: Iterable[Attribution]) -> _Shares:
    by_id = {a.id: a for a in attributions}
    contents = {a.id: tokens_in(doc, a.content) for a in by_id.values()}
    depth = _depths(by_id)
    ranked = sorted(
        by_id.values(),
        key=lambda a: (depth[a.id], -len(contents[a.id]), _speaks(a), a.id),
    )
    peers: dict[_Saying, list[Attribution]] = defaultdict(list)
    inside: dict[str, list[Attribution]] = defaultdict(list)
    for one in by_id.values():
        peers[_saying(one)].append(one)
        inside[one.within or ""].append(one)
    cues = {a.id: {t.i for t in tokens_in(doc, a.cue or _named(a))} for a in by_id.values()}
    owner: dict[int, _Saying] = {}
    for one in ranked:
        owner |= dict.fromkeys((t.i for t in contents[one.id]), _saying(one))
    return _Shares(
        contents,
        cues,
        owner,
        peers,
        inside,
        by_id,
        frozenset(t.i for a in by_id.values() for t in _words(doc, a)),
    )


def _of_attribution(attribution: Attribution, shares: _Shares) -> Scope:
    judged = _judged(attribution, shares)
    own, owner, spoken = _saying(attribution), shares.owner, shares.spoken
    tokens = [
        t for t in shares.contents[attribution.id]
        if (t.i not in spoken and owner[t.i] == own) or (judged and owner[t.i] in judged)
    ]  # fmt: skip
    return _scope(attribution, attribution.sentence, tokens)


def _of_author(doc: Doc, sentence: Span, covered: frozenset[int]) -> Scope:
    return _scope(None, sentence, [t for t in tokens_in(doc, (sentence,)) if t.i not in covered])


def _scope(attribution: Attribution | None, sentence: Span, tokens: list[Token]) -> Scope:
    return Scope(attribution, sentence, tuple(tokens), frozenset(t.i for t in tokens))


def _judged(outer: Attribution, shares: _Shares) -> set[_Saying]:
    """Attributions inside whose cue is the noun that ``outer`` speaks of: "dismissed reports of X".

    Their content is then judged by ``outer`` too, so it belongs to both. All actors of one
    coordinated source judge alike, whichever of them ``within`` names.
    """
    held = shares.contents[outer.id]
    indices = {t.i for t in held}
    heads = {t.i for t in held if t.head.i not in indices and t.tag_.startswith("NN")}
    inside = [a for p in shares.peers[_saying(outer)] for a in shares.inside.get(p.id, ())]
    return {_saying(a) for a in inside if shares.contents[a.id] and heads & shares.cues[a.id]}


def _is_unheard(attribution: Attribution, shares: _Shares) -> bool:
    around = shares.by_id.get(attribution.within or "")
    return around is not None and around.act == "decline" and attribution.act in {"demand", "ask"}


def _speaks(attribution: Attribution) -> bool:
    """Whether it is somebody's who is no outlet, nor a mere "it" or a report."""
    return attribution.source is not None and attribution.source.kind not in _PASSING


def _depths(by_id: dict[str, Attribution]) -> dict[str, int]:
    """How deep each stands; who is no outlet as deep as an outlet that says the very same.

    In "A, citing B, reports that X, according to C" both outlets pass on the word of C.
    """
    depth = {a.id: _depth(a, by_id) for a in by_id.values()}
    lowest: dict[Spans, int] = {}
    for one in by_id.values():
        lowest[one.content] = max(lowest.get(one.content, 0), depth[one.id])
    return {a.id: lowest[a.content] if _speaks(a) else depth[a.id] for a in by_id.values()}


def _saying(attribution: Attribution) -> _Saying:
    return attribution.cue, attribution.content, attribution.within


def _words(doc: Doc, attribution: Attribution) -> list[Token]:
    return tokens_in(doc, tuple(sorted((*_named(attribution), *attribution.cue))))


def _named(attribution: Attribution) -> Spans:
    return attribution.source.spans if attribution.source else ()


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    depth, seen = 0, {attribution.id}
    while attribution.within in by_id and attribution.within not in seen:
        seen.add(attribution.within)
        attribution = by_id[attribution.within]
        depth += 1
    return depth
