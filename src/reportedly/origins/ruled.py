"""What people ruled of links and of origins: which links are wrong, which voices are one.

It is heeded after the rules have found what they find: a wrong link is gone before anything is
worked out from it, and nothing is put in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.model import (
    Claim,
    Evidence,
    Factor,
    Groups,
    Link,
    Tie,
    Unfollowed,
    bare,
    contradicted,
)

from .credits import Credit
from .stems import Key, Stem
from .voices import Ground, voice

_LEFT = Factor("6 ruled out elsewhere", 0.0, "A person rules that it leads to no other origin.")
_Credits = dict[str, tuple[Credit, ...]]


def followed(
    links: Sequence[Link], credited: _Credits, wrong: Sequence[Unfollowed], kept: Ground
) -> tuple[tuple[Link, ...], _Credits]:
    """Links and credits without those that people call ``wrong``.

    A report that does not follow an upstream does so in no way, and the words that credit it there
    count no more. An outlet from outside that it does not follow is not followed to a report of its
    own either, should one come.
    """
    out = {link.id: link for link in links if any(_is_wrong(link, one, kept) for one in wrong)}
    if not out:
        return tuple(links), credited
    named: dict[str, list[Link]] = {}
    for link in out.values():
        named.setdefault(link.document, []).append(link)
    left = {
        document: tuple(c for c in found if not any(_by(c, k) for k in named.get(document, ())))
        for document, found in credited.items()
    }
    return tuple(link for link in links if link.id not in out), left


def _is_wrong(link: Link, wrong: Unfollowed, kept: Ground) -> bool:
    if link.document != wrong.document:
        return False
    if wrong.to is not None:
        return link.to == wrong.to
    outlet = (kept.documents[link.to].publisher if link.to else link.name) or ""
    return bare(outlet) == bare(wrong.name or "")


def _by(credit: Credit, link: Link) -> bool:
    """Whether a link was made of this credit."""
    own = (evidence for evidence in link.evidence if evidence.document == credit.document)
    spans = {span for evidence in own for span in evidence.spans}
    if link.kind not in {"credited", "quoted"} or (credit.span and credit.span not in spans):
        return False
    if credit.span is not None:
        return True
    named = bare(link.name or "") == bare(credit.outlet.name)
    return named or link.to in credit.outlet.documents


@dataclass(frozen=True, slots=True)
class Voiced:
    """The origins of one claim as people have them.

    ``said``: rulings on each. ``two`` and ``unsure``: pairs that are vouched to be different, or
    are not shown to be.
    """

    stems: tuple[Stem, ...]
    said: Mapping[Key, tuple[Factor, ...]] = field(default_factory=dict)
    two: tuple[tuple[Key, Key], ...] = ()
    unsure: tuple[tuple[Key, Key], ...] = ()

    def shown(self, sides: Iterable[Sequence[Stem]]) -> frozenset[Key]:
        """Keys of the origins shown to be different from one another.

        ``sides``: those that the rules hold to be sure, side by side. The first of a side is shown.
        Two that are vouched to be different are shown, too, and whatever is not shown to be
        different from both is not, as long as no fewer are shown for it.
        """
        group: Groups[Key] = Groups()
        sure = [[stem.key for stem in side] for side in sides]
        known = {key for side in sure for key in side}
        unsure = (pair for pair in self.unsure if known >= set(pair))
        for one, other in [*((s[0], k) for s in sure for k in s), *unsure]:
            group.join(one, other)
        shown = list({group.top(key): key for side in reversed(sure) for key in side[:1]}.values())
        apart = {frozenset(pair) for pair in self.two}

        def differ(one: Key, other: Key) -> bool:
            both = {one, other} <= known and group.top(one) != group.top(other)
            return both or frozenset((one, other)) in apart

        for pair in self.two:
            rest = [k for k in shown if k not in pair and all(differ(k, end) for end in pair)]
            if len(rest) + 2 >= len(shown):
                shown = [*pair, *rest]
        return frozenset(shown)


def of_claims(ties: Iterable[Tie], claims: Iterable[Claim]) -> dict[str, tuple[Tie, ...]]:
    """The ties that are about origins of each claim."""
    found: dict[str, tuple[Tie, ...]] = {}
    held = tuple(ties)
    home = {number: claim.id for claim in claims for number in claim.statements} if held else {}
    for tie in held:
        claim = home.get(tie.one, "")
        found[claim] = (*found.get(claim, ()), tie)
    return found


def voiced(found: Sequence[Stem], ties: Sequence[Tie], kept: Ground) -> Voiced:
    """The origins of one claim after what people ruled of them: voices made one, then taken out."""
    ends = {t.number: pair for t in ties if (pair := _ends(t, found)) is not None}
    if not ends:
        return Voiced(tuple(found))
    met = [tie for tie in ties if tie.number in ends]
    over = contradicted([t for t in met if None not in t.voices], lambda t: ends[t.number])
    met = [tie for tie in met if tie.number not in over]
    at = _one(found, [ends[t.number] for t in met if t.kind == "same"])
    said: dict[Key, tuple[Factor, ...]] = {}
    pairs: dict[str, list[tuple[Key, Key]]] = {"different": [], "unsure": [], "same": []}
    for tie in met:
        one, other = ends[tie.number]
        if other is None:
            about = (at[one].key, *_taken_out(tie.other, at[one], at, kept))
        else:
            about = (at[one].key, at[other].key)
            pairs[tie.kind].append(about)
        for key in dict.fromkeys(about):
            said[key] = (*said.get(key, ()), _reason(tie, kept))
    here = {stem.key: stem for stem in at.values() if stem.statements}
    two, unsure = (
        tuple(pair for pair in pairs[kind] if here.keys() >= set(pair))
        for kind in ("different", "unsure")
    )
    return Voiced(tuple(here.values()), said, two, unsure)


def _ends(tie: Tie, found: Sequence[Stem]) -> tuple[Key, Key | None] | None:
    """The origins that a tie is about; the second None where it is about a statement."""
    one = _holding(found, tie.one, tie.voices[0])
    if one is None or tie.voices[1] is None:
        return (one, None) if one else None
    other = _holding(found, tie.other, tie.voices[1])
    return (one, other) if other else None


def _holding(found: Sequence[Stem], statement: str, name: str | None) -> Key | None:
    """The origin that a statement leads back to; of several the one of that name."""
    held = [stem for stem in found if statement in stem.statements]
    named = [stem for stem in held if stem.name == name]
    return next((near[0].key for near in (named, held) if len(near) == 1), None)


def _one(found: Sequence[Stem], same: Iterable[tuple[Key, Key | None]]) -> dict[Key, Stem]:
    """The origin that each key stands for now; of those that are one, the surest lends its name."""
    group: Groups[Key] = Groups()
    for one, other in same:
        group.join(one, other or one)
    whole: dict[Key, list[Stem]] = {}
    for stem in found:
        whole.setdefault(group.top(stem.key), []).append(stem)
    made = {top: _sum(held) for top, held in whole.items()}
    return {stem.key: made[group.top(stem.key)] for stem in found}


def _sum(held: Sequence[Stem]) -> Stem:
    surest = max(held, key=lambda stem: stem.rule.weight)
    return replace(
        surest,
        described={w for stem in held for w in stem.described},
        statements=dict.fromkeys(number for stem in held for number in stem.statements),
        heard=dict.fromkeys(number for stem in held for number in stem.heard),
        named_in=dict.fromkeys(number for stem in held for number in stem.named_in),
        passing=dict.fromkeys(name for stem in held for name in stem.passing),
    )


def _taken_out(number: str, stem: Stem, at: dict[Key, Stem], kept: Ground) -> tuple[Key, ...]:
    """Take a statement out of an origin; the key of its own one, where it leads to no other."""
    if number not in stem.statements:
        return ()
    del stem.statements[number]
    stem.heard.pop(number, None)
    stem.named_in.pop(number, None)
    if any(number in other.statements for other in at.values()):
        return ()
    heard = voice(kept.statements[number], kept)
    key = ("ruled", number)
    at[key] = Stem(
        key, heard.name or "unidentified", heard.kind, heard.country, _LEFT,
        set(heard.described), {number: None}, {number: None},
    )  # fmt: skip
    return (key,)


def _reason(tie: Tie, kept: Ground) -> Factor:
    said = (kept.statements[number] for number in (tie.one, tie.other))
    return replace(tie.reason, evidence=tuple(Evidence(s.document, s.spans) for s in said))
