"""Questions of any number of reports that ask one thing, gathered as statements are.

Two questions are one where they ask for the same (whether, who, where …) in the same content words,
or of statements that would be one claim, or, where they only say "the account", of the same claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.claims.answers import Known, answers, known, nearness
from reportedly.claims.asking import Asking, askings
from reportedly.claims.blocks import candidates
from reportedly.claims.clusters import Bounds, clusters
from reportedly.claims.compare import joined
from reportedly.claims.features import Pair
from reportedly.claims.tellings import Telling
from reportedly.claims.thresholds import threshold
from reportedly.claims.words import Rarity
from reportedly.model import (
    Answer,
    Claim,
    Document,
    Factor,
    Issue,
    Reading,
    identify,
    ordered_issues,
)

_FEWEST = 1
"""Content words that two questions must share at least to be one by their words."""
_ASKED = 3
"""Wordings of one issue that are looked for among the claims."""


def issues(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    told: Sequence[Telling],
    claims: Sequence[Claim],
    fields: Mapping[str, str],
) -> tuple[Issue, ...]:
    """The issues of all ``readings``, those of most reports first; every question is in one.

    ``told``: all statements; ``fields``: what each report may be compared within. The order of the
    input does not matter.
    """
    asked = askings(documents, readings, told, claims, fields)
    held = known(told, claims, readings, frozenset(one.field for one in asked))
    groups: dict[tuple[str, str], list[Asking]] = defaultdict(list)
    for one in asked:
        groups[one.field, one.asked].append(one)
    found = [_issue(group, held) for some in groups.values() for group in _gathered(some, held)]
    return ordered_issues(found)


def _gathered(asked: Sequence[Asking], held: Known) -> list[list[Asking]]:
    """Questions of one field and kind in groups, each with the earliest first."""
    units: dict[object, list[Asking]] = defaultdict(list)
    for one in asked:
        units[_key(one)].append(one)
    first = [unit[0] for unit in units.values()]
    told = [(at, one.telling) for at, one in enumerate(first) if one.telling]
    group = _alike([telling for _, telling in told], held.rare.get(asked[0].field))
    alone = [(at,) for at, one in enumerate(first) if one.telling is None]
    places = [*alone, *(tuple(told[at][0] for at in places) for places in group)]
    rows = list(units.values())
    return [
        sorted((one for at in some for one in rows[at]), key=lambda one: one.order)
        for some in places
    ]


def _key(asking: Asking) -> object:
    """What must be the same for two questions to be one without being compared."""
    if asking.accounts:
        return "account", asking.accounts
    if len(asking.bag) < _FEWEST:
        return "alone", asking.question.id
    return "words", asking.bag, asking.words.lower() if len(asking.bag) == 1 else ""


def _alike(told: Sequence[Telling], rare: Rarity | None) -> tuple[tuple[int, ...], ...]:
    """Positions of statements that would be one claim, by average linkage."""
    if rare is None or not told:
        return ()

    def agree(i: int, j: int) -> float:
        return nearness(Pair(told[i], told[j], rare))

    bounds = Bounds(threshold("join"), threshold("hold"), int(threshold("exemplars")))
    return clusters(len(told), candidates(told, rare), agree, bounds)


def _issue(group: Sequence[Asking], held: Known) -> Issue:
    first = group[0]
    dates = sorted(one.document.published for one in group if one.document.published)
    return Issue(
        id=identify("issue", first.question.id),
        asked=first.asked,
        text=first.evidence,
        questions=tuple(one.question.id for one in group),
        documents=tuple(dict.fromkeys(one.document.id for one in group)),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
        answers=_answers(group, held),
        joins=tuple(_join(first, other, held) for other in group[1:]),
    )


def _answers(group: Iterable[Asking], held: Known) -> tuple[Answer, ...]:
    """Claims that bear on any wording of the issue, each once."""
    wordings = {one.bag: one for one in reversed(tuple(group))}
    some = sorted(wordings.values(), key=lambda one: one.order)[:_ASKED]
    found: dict[str, Answer] = {}
    for one in some:
        for id_, answer in answers(one, held).items():
            found.setdefault(id_, answer)
    return tuple(found.values())


def _join(first: Asking, other: Asking, held: Known) -> Factor:
    shown = (first.evidence, other.evidence)
    if first.accounts:
        return Factor("join", 0.0, "Both mean the account of the same claims.", shown)
    if first.telling is None or other.telling is None or first.bag == other.bag:
        return Factor("join", 0.0, "Both ask it in the same content words.", shown)
    pair = Pair(first.telling, other.telling, held.rare[first.field])
    reason = joined(pair)
    return Factor("join", reason.weight, reason.text.replace("One claim", "One question"), shown)
