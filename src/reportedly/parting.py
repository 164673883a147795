"""The parts of a large ledger: cut, looked across one by one, and kept as they were found."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from hashlib import sha256
from typing import Any

from reportedly import claims, engines, grades
from reportedly.engines.installed import installed
from reportedly.model import (
    Case,
    Decisions,
    Document,
    Reading,
    Ruling,
)
from reportedly.model.folded import bodies
from reportedly.model.plain import to_plain
from reportedly.model.united import Found, told

_KIND = "part"
_LISTS = tuple(field.name for field in fields(Reading) if field.name != "document")
"""What is told in a reading."""


@dataclass(frozen=True, slots=True)
class Part:
    """Reports in order of publication, a reading each, and what a person decided and gave.

    ``own`` and ``sources`` are the person's tables. ``beside``: how many reports of other parts
    there are taken to be, 0 where there is no other part.
    """

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    decided: Decisions
    own: claims.Table
    sources: grades.Sources
    beside: int

    @property
    def key(self) -> str:
        """The hash of everything that decides what is found in it, this program included."""
        made = sha256(installed().encode())
        for line in _lines(self):
            made.update(f"{line}\n".encode(errors="surrogatepass"))
        return made.hexdigest()[:32]


def _lines(part: Part) -> Iterator[str]:
    """All of a part, nothing of it decoded that is folded."""
    beside = replace(part, documents=(), readings=())
    yield json.dumps(to_plain(beside), default=sorted, sort_keys=True)
    yield from bodies(part.documents)
    for reading in part.readings:
        yield reading.document
        for name in _LISTS:
            yield name
            yield from bodies(getattr(reading, name))


def parted(whole: Part, rulings: Sequence[Ruling]) -> list[Part]:
    """The reports of ``whole`` in parts (:func:`claims.partition`), each in the order given.

    Reports that people ruled on are in one part with what is like them, and that part heeds
    everything that is decided; the others heed how sources were graded, and no more.
    """
    ruled = touched(rulings)
    cuts = claims.partition(whole.documents, ruled)
    if len(cuts) == 1:
        return [whole]
    by_id = {document.id: document for document in whole.documents}
    read = {reading.document: reading for reading in whole.readings}
    home = next((at for at, ids in enumerate(cuts) if not ruled.isdisjoint(ids)), 0)
    return [
        replace(
            whole,
            documents=tuple(by_id[id_] for id_ in ids),
            readings=tuple(read[id_] for id_ in ids),
            decided=whole.decided if at == home else Decisions(graded=whole.decided.graded),
            beside=claims.BESIDE,
        )
        for at, ids in enumerate(cuts)
    ]


def touched(rulings: Sequence[Ruling]) -> frozenset[str]:
    """Ids of the reports that ``rulings`` are about."""
    named = [target for ruling in rulings for target in ruling.targets]
    ids = [id_ for one in named for id_ in (one.document, one.to) if id_]
    return frozenset([*ids, *(one.id for one in named if one.kind == "document")])


def looked_across(
    parts: Sequence[Part],
    across: Callable[[Part, claims.Memory], Case],
    memory: claims.Memory,
    workers: engines.Workers,
) -> Iterator[Found]:
    """What ``across`` finds in each part, for :func:`model.united`.

    What ``memory`` keeps of a part that is as it was is not found again. The others are done side
    by side where there are several ``workers`` on this machine, with what it keeps of their reports
    and stories, and each is kept as soon as it is done: whoever is stopped goes on there.
    """
    keys = [part.key for part in parts]
    known = memory.known(_KIND, keys)
    one = partial(_looked_across, across, memory.elsewhere() if workers.here > 1 else memory)
    todo = (_decoded(part) for part, key in zip(parts, keys, strict=True) if key not in known)
    made = iter(engines.run(one, todo, engines.Workers(workers.here)))
    current: dict[str, set[str]] = {_KIND: set(keys)}
    for part, key in zip(parts, keys, strict=True):
        kept = memory.recall(_KIND, [key]).get(key) if key in known else None
        if kept is None:
            # What is kept but cannot be read back is found again here.
            found, noted = one(_decoded(part)) if key in known else next(made)
            counting = _keep(memory, key, found, noted)
        else:
            found, counting = kept
        for kind, held in counting.items():
            current.setdefault(kind, set()).update(held)
        yield found
    for kind, of in current.items():
        memory.remember(kind, {}, of)


def _decoded(part: Part) -> Part:
    """The part with its records as they are worked with, and sent elsewhere."""
    return replace(part, readings=tuple(map(_as_told, part.readings)))


def _as_told(reading: Reading) -> Reading:
    lists: dict[str, Any] = {name: tuple(getattr(reading, name)) for name in _LISTS}
    return replace(reading, **lists)


def _keep(
    memory: claims.Memory, key: str, found: Found, noted: claims.Noting
) -> dict[str, list[str]]:
    """Keep what was found; gives the keys, by kind, of what counts for it."""
    for kind, fresh in noted.found.items():
        memory.keep(kind, fresh)
    counting = {kind: sorted(held) for kind, held in noted.current.items()}
    memory.keep(_KIND, {key: [found, counting]})
    return counting


def _looked_across(
    across: Callable[[Part, claims.Memory], Case], before: claims.Recall, part: Part
) -> tuple[Found, claims.Noting]:
    """What is found across one part, wherever that is done, and what is to be kept of it."""
    noting = claims.Noting(before)
    return told(across(part, noting)), noting
