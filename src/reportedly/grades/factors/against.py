"""Reasons that lie in who is against a claim, and in what became of it on its way."""

from reportedly.grades.support import Support
from reportedly.lexicons import load
from reportedly.model import DenialKind, Factor, Statement

from .shared import places, some, weight

_SCOPES: dict[DenialKind, str] = {
    "whole": "as a whole",
    "part": "in part",
    "motive": "as to the motive",
    "responsibility": "as to who is responsible",
    "number": "as to the number",
    "other": "but the denial is of something else",
    "non-denial": "without saying that it is not so",
    "double": "and the denial is itself denied",
}
_DOUBT = "doubt"


def denied(held: Support) -> Factor | None:
    """Somebody denies it; what the denial is of decides how much that weighs.

    The weightiest denial counts, and is never counted twice. Doubt weighs little. Where only
    parties to the matter deny it, who have a reason to, it weighs half. Whether the denial answers
    an earlier report, or stood before it, is told and weighs nothing.
    """
    if not held.against:
        return None
    weights = [(_against(held, s), s) for s in held.against]
    least = min(given for given, _ in weights)
    chosen = next(s for given, s in weights if given == least)
    scope = _scope(held, chosen)
    said = "It is doubted, not flatly denied" if scope == _DOUBT else f"It is denied {scope}"
    by = ", by parties to the matter only" if all(map(held.party, held.against)) else ""
    text = f"{said}{by}{_when(held)}."
    return Factor("denied", least, text, places(held.against))


def contradicted(held: Support) -> Factor | None:
    """Two origins that are shown say what cannot both hold: another number, day, place or actor.

    What others say otherwise is told, and weighs nothing.
    """
    if not held.conflicts:
        return None
    among = held.among_shown()
    kinds = ", ".join(sorted({c.kind for c in among or held.conflicts}))
    text = (
        f"Origins shown contradict one another ({kinds})."
        if among
        else f"Not everybody here says the same ({kinds}), but no two origins shown do."
    )
    evidence = some(e for c in among or held.conflicts for e in (c.left, c.right))
    return Factor("contradicted", weight("contradicted") if among else 0.0, text, evidence)


def withdrawn(held: Support) -> Factor | None:
    """A voice takes its words back, or a later version of a report has the claim no more.

    Words taken back are a denial, too, and weigh as both.
    """
    back = [s for s in held.against if held.denial(s) == "retraction"]
    if not back and not held.dropped:
        return None
    if back:
        text = "A voice takes its words back."
        return Factor("withdrawn", weight("withdrawn"), text, places(back))
    text = "A later version of a report that had it has it no more."
    return Factor("withdrawn", weight("dropped"), text, places(held.dropped))


def drift(held: Support) -> Factor | None:
    """On its way between reports something was dropped or moved."""
    if not held.drifts:
        return None
    kinds = ", ".join(sorted({d.kind for d in held.drifts}))
    text = f"On the way between reports it changed: {kinds}."
    evidence = some(e for d in held.drifts for e in (d.before, d.after))
    return Factor("drift", weight("drift"), text, evidence)


def repetition(held: Support) -> Factor | None:
    """Reports that repeat others are no support of their own."""
    reports, origins = len({s.document for s in held.behind}), held.range.at_most
    if reports <= origins:
        return None
    text = f"{reports} reports carry it, from at most {origins} origins; repeats add nothing."
    firsts = {s.id for origin in held.origins for s in held.first(origin)}
    repeats = places(s for s in held.behind if s.id not in firsts)
    return Factor("repetition", weight("repetition"), text, repeats)


def _against(held: Support, said: Statement) -> float:
    """What one denial weighs."""
    kind = held.denial(said) or "whole"
    table = load("grades")["denials"]
    given = float(table[kind])
    if said.factuality != "CT-":
        given = max(given, float(table[_DOUBT]))
    return given * float(table["by_party"]) if held.party(said) else given


def _scope(held: Support, said: Statement) -> str:
    if said.factuality != "CT-":
        return _DOUBT
    kind = held.denial(said) or "whole"
    return _SCOPES.get(kind, _SCOPES["whole"])


def _when(held: Support) -> str:
    """Whether the denials came after the claim was first reported here."""
    first = min((held.order[s.document] for s in held.behind), default=None)
    if first is None:
        return ""
    after = [held.order[s.document] > first for s in held.against]
    return ", in answer to an earlier report" if all(after) else ""
