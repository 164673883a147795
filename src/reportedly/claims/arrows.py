"""Stated causes as arrows between concepts: what is held, denied and left open stands apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.model import Arrow, Cause, Concept, Reading, Stance, identify

_Key = tuple[str, str, str, Stance]


def arrows(readings: Iterable[Reading], concepts: Sequence[Concept]) -> tuple[Arrow, ...]:
    """Every cause whose ends are in ``concepts``, those told in most reports first."""
    home = {(m.cause, m.end): c.id for c in concepts for m in c.mentions}
    order = {c.id: n for n, c in enumerate(concepts)}
    place = {m.cause: n for c in concepts for n, m in enumerate(c.mentions) if m.end == "cause"}
    groups: dict[_Key, list[Cause]] = defaultdict(list)
    for reading in readings:
        for cause in reading.causes:
            ends = home.get((cause.id, "cause")), home.get((cause.id, "effect"))
            if ends[0] and ends[1]:
                groups[ends[0], ends[1], cause.polarity, _stance(cause)].append(cause)
    made = [_arrow(key, sorted(g, key=lambda c: place[c.id])) for key, g in groups.items()]
    made.sort(key=lambda a: (-len(a.documents), -len(a.causes), order[a.cause], order[a.effect],
                             a.polarity, a.stance))  # fmt: skip
    return tuple(_against(made))


def _stance(cause: Cause) -> Stance:
    """Whether its voice holds that it is so, that it is not, or neither."""
    if cause.factuality.endswith("+"):
        return "for"
    return "against" if cause.factuality.endswith("-") else "observing"


def _arrow(key: _Key, held: Sequence[Cause]) -> Arrow:
    left, right, _, stance = key
    return Arrow(
        identify("arrow", *key), left, right, held[0].polarity, stance,
        tuple(cause.id for cause in held), tuple(dict.fromkeys(c.document for c in held)),
    )  # fmt: skip


def _against(made: Sequence[Arrow]) -> Iterable[Arrow]:
    """The arrows, each with those between the same two that cannot both hold."""
    pairs: dict[tuple[str, str], list[Arrow]] = defaultdict(list)
    for arrow in made:
        pairs[arrow.cause, arrow.effect].append(arrow)
    for one in made:
        others = tuple(o.id for o in pairs[one.cause, one.effect] if opposed(one, o))
        yield Arrow(
            one.id, one.cause, one.effect, one.polarity, one.stance, one.causes, one.documents,
            others,
        )  # fmt: skip


def opposed(one: Arrow, other: Arrow) -> bool:
    """Whether two arrows between the same two concepts cannot both hold.

    One is denied where the other is held, or one causes what the other prevents.
    """
    if one.polarity == other.polarity:
        return {one.stance, other.stance} == {"for", "against"}
    return one.stance == other.stance == "for" and one.sign != other.sign
