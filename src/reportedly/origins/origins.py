"""How many independent origins stand behind a claim: a range, every step with its reason."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import (
    WHOLE,
    Claim,
    Evidence,
    Factor,
    Origin,
    OriginRange,
    Tie,
    bare,
    cut,
    identify,
)

from .bodies import Named, parties
from .credits import Credit
from .introduced import introduced
from .lineage import Graph
from .passed import without_passing
from .ruled import Voiced, voiced
from .stems import NOBODY, Stem, stems
from .support import Support, may_deny, support
from .voices import Ground, voice

_MAY_DENY = Factor(
    "may deny",
    0.0,
    "Not shown: where it is quoted, words stand beside that may make it a denial.",
)
_BESIDE = Factor(
    WHOLE,
    0.0,
    "Not shown: what it says stands here only because its group joined the claim as a whole.",
)
_STRANGE = Factor(
    "not introduced",
    0.0,
    "Not shown beside another: no report says who it is, by a role or a name that tells it.",
)
_SAME_WORDS = Factor(
    "same words",
    0.0,
    "Not shown: an earlier report has the same sentence of what its own people saw.",
)
_NEARLY = 0.8
"""Share of the words of two sentences together from which one is the other's."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The origins of one claim, and how many they are."""

    origins: tuple[Origin, ...]
    range: OriginRange


def origins(
    claim: Claim,
    kept: Ground,
    links: Graph,
    credited: dict[str, tuple[Credit, ...]],
    ties: Sequence[Tie] = (),
) -> Traced:
    """The origins of ``claim`` and their range. ``credited``: outlets named by each report.

    ``ties``: what people ruled of origins.
    """
    held = support(claim, kept, links, credited)
    found = without_passing(stems(held), kept)
    made = _shown(claim, voiced(found, ties, kept), kept)
    return Traced(made, _range(made, held))


def _shown(claim: Claim, found: Voiced, kept: Ground) -> tuple[Origin, ...]:
    """Origins as records; of several named voices of one side, only the first is shown."""
    firm = [s for s in found.stems if s.rule.weight > 0]
    denying = _denying(claim, kept) if firm else frozenset()
    why = {s.key: reason for s in firm if (reason := _unsure(s, claim, denying, kept))}
    why = {s.key: _SAME_WORDS for s in _repeated(firm, kept)} | why
    strangers = [s for s in firm if why.get(s.key) is _STRANGE]
    if strangers and len(why) == len(firm):
        del why[strangers[0].key]  # somebody it was, whoever
    sure = [s for s in firm if s.key not in why]
    named = [Named(s.name, s.kind, s.country, frozenset(s.described)) for s in sure]
    texts = tuple(kept.documents[d].text for d in claim.documents)
    first = found.shown([[sure[at] for at in group] for group in parties(named, texts)])
    return tuple(
        _origin(
            claim, stem, stem.key in first, why.get(stem.key), kept, found.said.get(stem.key, ())
        )
        for stem in found.stems
    )


def _denying(claim: Claim, kept: Ground) -> frozenset[str]:
    """Bare names of the voices that deny the claim."""
    said = (kept.statements[number] for number in claim.statements)
    return frozenset(bare(voice(s, kept).name) for s in said if s.stance == "against")


def _unsure(stem: Stem, claim: Claim, denying: frozenset[str], kept: Ground) -> Factor | None:
    """Why a voice that has a name, or was there, is nevertheless not shown."""
    if _doubtful(stem, denying, kept):
        return _MAY_DENY
    if stem.key[0] == "named" and not introduced(
        stem.name, stem.kind, stem.described, kept.roles, bare(stem.name) in kept.publishers
    ):
        return _STRANGE
    said = (kept.statements[number] for number in stem.heard)
    return _BESIDE if all(Evidence(s.document, s.spans) in claim.beside for s in said) else None


def _repeated(firm: Sequence[Stem], kept: Ground) -> list[Stem]:
    """Outlets that were there in the very words in which another one was: a copy not found."""
    seen = [(stem, _sentences(stem, kept)) for stem in firm if stem.key[0] == "seen"]
    return [
        stem
        for at, (stem, held) in enumerate(seen)
        if any(_nearly(a, b) for _, before in seen[:at] for a in held for b in before)
    ]


def _sentences(stem: Stem, kept: Ground) -> list[frozenset[str]]:
    """The words of each sentence in which a voice is heard."""
    said = (kept.statements[number] for number in stem.heard)
    cuts = (cut(kept.documents[s.document].text, (s.sentence,)) for s in said)
    return [frozenset(re.findall(r"\w+", text.lower())) for text in cuts]


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _NEARLY * len(one | other)


def _doubtful(stem: Stem, denying: frozenset[str], kept: Ground) -> bool:
    """Whether a voice that is counted for the claim may deny it wherever it is quoted.

    That is: wherever it speaks a denying word stands beside, or it denies the claim elsewhere.
    """
    said = [kept.statements[number] for number in stem.heard or stem.statements]
    denies = stem.key[-1] in denying
    return bool(said) and (denies or all(may_deny(s, kept) for s in said))


def _origin(
    claim: Claim,
    stem: Stem,
    shown: bool,
    unsure: Factor | None,
    kept: Ground,
    rulings: tuple[Factor, ...],
) -> Origin:
    said = [kept.statements[number] for number in stem.statements]
    evidence = tuple(Evidence(s.document, s.spans) for s in said)
    reasons = [Factor(stem.rule.name, stem.rule.weight, stem.rule.text, evidence)]
    if unsure:
        reasons.append(unsure)
    elif stem.rule.weight > 0 and not shown:
        text = "Not shown to be independent: it speaks for, or belongs to, another origin's side."
        reasons.append(Factor("same side", 0.0, text))
    reasons += _told_with(stem, kept)
    documents = dict.fromkeys(s.document for s in said)
    return Origin(
        identify("origin", claim.id, list(stem.key)), claim.id, stem.name, stem.kind, stem.country,
        stem.key[0] in {"named", "outlet", "seen"}, shown,
        tuple(stem.statements), tuple(documents), (*reasons, *rulings),
    )  # fmt: skip


def _told_with(stem: Stem, kept: Ground) -> Iterable[Factor]:
    """Sentences that only name the voice, and outlets that have it from there."""
    if stem.named_in:
        said = (kept.statements[number] for number in stem.named_in)
        text = "A sentence that is read as nobody's word names it, and no other voice of the claim."
        yield Factor(
            "named beside", 0.0, text, tuple(Evidence(s.document, (s.sentence,)) for s in said)
        )
    if stem.passing:
        outlets = ", ".join(stem.passing)
        text = f"Reports name it beside {outlets}, and so it is whom that has it from."
        yield Factor("passed on", 0.0, text)


def _range(made: tuple[Origin, ...], held: Support) -> OriginRange:
    shown, at_most = sum(origin.shown for origin in made), len(made)
    reasons = list(_derivation(shown, at_most))
    following = sum(bool(upper) for upper in held.above.values())
    if following:
        text = f"{following} of {len(held.above)} supporting reports follow another one."
        reasons.append(Factor("repeats", 0.0, text))
    reasons += _together(made)
    ids = tuple(origin.id for origin in made)
    return OriginRange(held.claim.id, max(1, shown) if made else 0, at_most, ids, tuple(reasons))


def _together(made: Iterable[Origin]) -> Iterable[Factor]:
    """That reports which tell no source are counted once."""
    for origin in made:
        reports = len(origin.documents)
        if origin.reasons[0].name == NOBODY.name and reports > 1:
            text = f"{reports} reports that tell no source of theirs are one of these together."
            yield Factor("nobody named", 0.0, text)


def _derivation(shown: int, at_most: int) -> Iterable[Factor]:
    if not at_most:
        yield Factor("no support", 0.0, "No voice here supports it, so it has no origin here.")
        return
    if shown:
        yield Factor("at least", float(shown), f"{shown} shown to be different from one another.")
    else:
        yield Factor("at least", 1.0, "None is shown to be different from the rest: at least one.")
    yield Factor("at most", float(at_most), f"{at_most} if every voice told of is its own.")
