"""Who stands where in one claim: one position a voice and stance.

Every attributed statement gives its innermost voice a position by its stance; somebody who
only passes on another's word is observing. An outlet stands for or against what a report of
its own asserts in its own words; a report that carries the claim in attributed form only
leaves its outlet observing. Silence is a position.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.claims.actors import Directory
from reportedly.claims.tellings import Telling
from reportedly.claims.voices import Voice, outlet, voice
from reportedly.model import STRENGTH, Factuality, Position, Stance, cut

_STANCES: tuple[Stance, ...] = ("for", "against", "observing", "silent")


@dataclass(frozen=True, slots=True)
class _Held:
    voice: Voice
    stance: Stance
    factuality: Factuality
    telling: Telling


def positions(told: Sequence[Telling], known: Directory) -> tuple[Position, ...]:
    """The positions of one claim: for, against, observing, silent; in each the earliest first."""
    grouped: dict[tuple[int, str], list[_Held]] = defaultdict(list)
    for held in [*_attributed(told, known), *_outlets(told, known)]:
        grouped[_STANCES.index(held.stance), held.voice.key].append(held)
    ordered = sorted(grouped.items(), key=lambda item: (item[0][0], *_first(item[1])))
    return tuple(_position(group) for _, group in ordered)


def _attributed(told: Iterable[Telling], known: Directory) -> list[_Held]:
    return [
        _Held(voice(telling, known), _stance(telling), telling.statement.factuality, telling)
        for telling in told
        if telling.attribution is not None
    ]


def _stance(telling: Telling) -> Stance:
    return "observing" if telling.passed_on else telling.statement.stance


def _outlets(told: Iterable[Telling], known: Directory) -> list[_Held]:
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        by_report[telling.document.id].append(telling)
    return [held for group in by_report.values() for held in _outlet(group, known)]


def _outlet(told: Sequence[Telling], known: Directory) -> list[_Held]:
    """The outlet's stance in one report: what its own words assert, else observing."""
    speaker = outlet(told[0].document, known)
    asserted = [_Held(speaker, _asserts(t), t.statement.author_factuality, t) for t in told]
    firm = [held for held in asserted if held.stance in ("for", "against")]
    # A body that publishes its own statement is already heard in it.
    spoken = any(t.attribution and voice(t, known).key == speaker.key for t in told)
    return firm or ([] if spoken else asserted)


def _asserts(telling: Telling) -> Stance:
    value = telling.statement.author_factuality
    if value.endswith("+"):
        return "for"
    return "against" if value.endswith("-") else "observing"


def _first(group: Sequence[_Held]) -> tuple[object, ...]:
    return min(held.telling.order for held in group)


def _position(group: Sequence[_Held]) -> Position:
    ordered = sorted(group, key=lambda held: held.telling.order)
    speaker = next((h.voice for h in ordered if h.voice.label), ordered[0].voice)
    return Position(
        voice=speaker.name,
        kind=speaker.kind,
        country=speaker.country,
        actor=speaker.actor,
        stance=ordered[0].stance,
        factuality=min((h.factuality for h in ordered), key=STRENGTH.index),
        statements=tuple(dict.fromkeys(h.telling.id for h in ordered)),
        documents=tuple(dict.fromkeys(h.telling.document.id for h in ordered)),
        label=min(ordered, key=_unnamed).voice.label,
    )


def _unnamed(held: _Held) -> int:
    """0 where the words that mark the voice hold its name, 1 where they do not ("he"), else 2."""
    label = held.voice.label
    if label is None:
        return 2
    words = cut(held.telling.document.text, label.spans).split()
    return int(not set(held.voice.name.split()[-1:]) & set(words))
