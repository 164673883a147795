"""Readings as people corrected them: what the stages after reading, and whoever shows it, heed.

Ids stay, so that everything else stays attached. The readings as found are what is kept; they come
back to the byte when a correction is undone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from .case import Case
from .folded import ids_of
from .readings import Attribution, Reading, Statement
from .rulings import Decisions, Heard
from .standing import decisions
from .text import Evidence, Factor
from .values import Act

_DENYING: frozenset[Act] = frozenset({"deny", "dismiss", "correct"})
_Cleared = Mapping[str, tuple[Factor, ...]]


def as_ruled(case: Case) -> tuple[Reading, ...]:
    """The readings of a case with the corrections of its rulings that are in force."""
    rulings = [logged.ruling for logged in case.rulings]
    return corrected(case.readings, decisions(rulings, case.readings))


def corrected(readings: Iterable[Reading], decided: Decisions) -> tuple[Reading, ...]:
    """``readings`` as ``decided``; one that nobody corrected is given back as it is.

    Each record that changes has one reason more, named "ruling". Whoever denies nothing takes no
    side: that it is no denial does not make it a voice for the claim.
    """
    held = tuple(readings)
    if not decided.heard and not decided.undenied:
        return held
    ruled = {one.attribution for one in decided.heard} | {one.record for one in decided.undenied}
    return tuple(
        _Corrections.of(reading, decided).reading(reading)
        if not ruled.isdisjoint(_ids(reading))
        else reading
        for reading in held
    )


def _ids(reading: Reading) -> Iterator[str]:
    of: Callable[[Attribution | Statement], str] = attrgetter("id")
    yield from ids_of(reading.attributions, of)
    yield from ids_of(reading.statements, of)


@dataclass(frozen=True, slots=True)
class _Corrections:
    """What is decided of one report: by attribution, by statement, by attribution again."""

    heard: Mapping[str, Heard]
    statements: _Cleared
    attributions: _Cleared

    @classmethod
    def of(cls, reading: Reading, decided: Decisions) -> "_Corrections":
        """The corrections that are about ``reading``."""
        ruled: dict[str, tuple[Factor, ...]] = {}
        for one in decided.undenied:
            ruled[one.record] = (*ruled.get(one.record, ()), one.reason)
        statements = {
            s.id: reasons
            for s in reading.statements
            if s.stance == "against"
            and (reasons := (*ruled.get(s.attribution or "", ()), *ruled.get(s.id, ())))
        }
        heard = {one.attribution: one for one in decided.heard}
        return cls(heard, statements, _of_attributions(reading, ruled, statements))

    def reading(self, reading: Reading) -> Reading:
        """``reading`` with these corrections."""
        attributions = tuple(self._attribution(one) for one in reading.attributions)
        statements = tuple(self._statement(one) for one in reading.statements)
        if (attributions, statements) == (reading.attributions, reading.statements):
            return reading
        conflicts = tuple(
            c
            for c in reading.conflicts
            if not (self.statements.keys() & set(c.statements))
            or not any(given.name == "polarity" for given in c.reasons)
        )
        return replace(
            reading, attributions=attributions, statements=statements, conflicts=conflicts
        )

    def _attribution(self, one: Attribution) -> Attribution:
        if one.id in self.heard:
            heard = self.heard[one.id]
            one = replace(one, source=heard.source, reasons=(*one.reasons, heard.reason))
        if one.id not in self.attributions:
            return one
        return replace(
            one, stance="observing", factuality="Uu", denial=None,
            act="say" if one.act in _DENYING else one.act,
            reasons=(*one.reasons, *_shown(self.attributions[one.id], one.document, one)),
        )  # fmt: skip

    def _statement(self, one: Statement) -> Statement:
        if one.id not in self.statements:
            return one
        denied = one.author_factuality.endswith("-")
        return replace(
            one, stance="observing", factuality="Uu", polarity="+",
            author_factuality="Uu" if denied else one.author_factuality,
            reasons=(*one.reasons, *_shown(self.statements[one.id], one.document, one)),
        )  # fmt: skip


def _of_attributions(
    reading: Reading, ruled: _Cleared, statements: _Cleared
) -> dict[str, tuple[Factor, ...]]:
    """Attributions that deny nothing: ruled so, or with no statement left that they deny."""
    against = [s for s in reading.statements if s.stance == "against"]
    left = {s.attribution for s in against if s.id not in statements}
    found: dict[str, tuple[Factor, ...]] = {}
    for one in reading.attributions:
        own = [s.id for s in against if s.attribution == one.id and s.id in statements]
        by_statement = () if one.id in left else tuple(f for id_ in own for f in statements[id_])
        reasons = tuple(dict.fromkeys((*ruled.get(one.id, ()), *by_statement)))
        if reasons and one.stance == "against":
            found[one.id] = reasons
    return found


def _shown(
    reasons: Iterable[Factor], document: str, one: Attribution | Statement
) -> tuple[Factor, ...]:
    """The reasons with the words that were read as a denial."""
    words = one.cue if isinstance(one, Attribution) else (one.predicate,)
    return tuple(replace(given, evidence=(Evidence(document, words),)) for given in reasons)
