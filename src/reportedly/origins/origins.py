"""How many independent origins stand behind a claim: a range, every step with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model import Claim, Evidence, Factor, Origin, OriginRange, Tie, bare, identify

from .bodies import Named, parties
from .credits import Credit
from .lineage import Graph
from .ruled import Voiced, voiced
from .stems import Stem, stems
from .support import Support, may_deny, support
from .voices import Ground, voice


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
    made = _shown(claim, voiced(stems(held), ties, kept), kept)
    return Traced(made, _range(made, held))


def _shown(claim: Claim, found: Voiced, kept: Ground) -> tuple[Origin, ...]:
    """Origins as records; of several named voices of one side, only the first is shown."""
    firm = [s for s in found.stems if s.rule.weight > 0]
    denying = _denying(claim, kept) if firm else frozenset()
    doubtful = {s.key for s in firm if _doubtful(s, denying, kept)}
    sure = [s for s in firm if s.key not in doubtful]
    named = [Named(s.name, s.kind, s.country, frozenset(s.described)) for s in sure]
    texts = tuple(kept.documents[d].text for d in claim.documents)
    first = found.shown([[sure[at] for at in group] for group in parties(named, texts)])
    return tuple(
        _origin(
            claim, stem, stem.key in first, stem.key in doubtful, kept, found.said.get(stem.key, ())
        )
        for stem in found.stems
    )


def _denying(claim: Claim, kept: Ground) -> frozenset[str]:
    """Bare names of the voices that deny the claim."""
    said = (kept.statements[number] for number in claim.statements)
    return frozenset(bare(voice(s, kept).name) for s in said if s.stance == "against")


def _doubtful(stem: Stem, denying: frozenset[str], kept: Ground) -> bool:
    """Whether a voice that is counted for the claim may deny it wherever it is quoted.

    That is: all its statements have a denying word beside them, or it denies the claim elsewhere.
    """
    said = [kept.statements[number] for number in stem.statements]
    denies = stem.key[-1] in denying
    return bool(said) and (denies or all(may_deny(s, kept) for s in said))


def _origin(
    claim: Claim,
    stem: Stem,
    shown: bool,
    doubtful: bool,
    kept: Ground,
    rulings: tuple[Factor, ...],
) -> Origin:
    said = [kept.statements[number] for number in stem.statements]
    evidence = tuple(Evidence(s.document, s.spans) for s in said)
    reasons = [Factor(stem.rule.name, stem.rule.weight, stem.rule.text, evidence)]
    if doubtful:
        text = "Not shown: where it is quoted, words stand beside that may make it a denial."
        reasons.append(Factor("may deny", 0.0, text))
    elif stem.rule.weight > 0 and not shown:
        text = "Not shown to be independent: it speaks for, or belongs to, another origin's side."
        reasons.append(Factor("same side", 0.0, text))
    documents = dict.fromkeys(s.document for s in said)
    return Origin(
        identify("origin", claim.id, list(stem.key)), claim.id, stem.name, stem.kind, stem.country,
        stem.key[0] in {"named", "outlet", "seen"}, shown,
        tuple(stem.statements), tuple(documents), (*reasons, *rulings),
    )  # fmt: skip


def _range(made: tuple[Origin, ...], held: Support) -> OriginRange:
    shown, at_most = sum(origin.shown for origin in made), len(made)
    reasons = list(_derivation(shown, at_most))
    following = sum(bool(upper) for upper in held.above.values())
    if following:
        text = f"{following} of {len(held.above)} supporting reports follow another one."
        reasons.append(Factor("repeats", 0.0, text))
    ids = tuple(origin.id for origin in made)
    return OriginRange(held.claim.id, max(1, shown) if made else 0, at_most, ids, tuple(reasons))


def _derivation(shown: int, at_most: int) -> Iterable[Factor]:
    if not at_most:
        yield Factor("no support", 0.0, "No voice here supports it, so it has no origin here.")
        return
    if shown:
        yield Factor("at least", float(shown), f"{shown} shown to be different from one another.")
    else:
        yield Factor("at least", 1.0, "None is shown to be different from the rest: at least one.")
    yield Factor("at most", float(at_most), f"{at_most} if every unnamed voice is its own.")
