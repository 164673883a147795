"""The voices of a case, each once, for formats in which a voice is a thing of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.model import Claim, Origin, Position, SourceKind, bare, identify
from reportedly.shelf import Shelf

UNNAMED = "a person, whom no attribution names"
_NOBODY: tuple[SourceKind, ...] = ("anonymous", "unspecified", "witness")


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word: somebody with a name, an outlet, or whoever is not named in one claim.

    ``attribution`` is the attribution that carries the name, None for an outlet that speaks in its
    own reports. ``document`` is the earliest report here in which it is heard.
    """

    id: str
    name: str
    kind: SourceKind
    country: str | None
    attribution: str | None
    document: str | None

    @property
    def label(self) -> str:
        """The name; never that of a person whom no attribution names."""
        return UNNAMED if self.kind == "person" and self.attribution is None else self.name


class Voices:
    """The voices of the claims that are shown, in the order in which the claims hold them.

    Two voices without a name are one only where they are one position of one claim.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        actors = reversed(tuple(shelf.actors.values()))
        self._actors = {(bare(actor.name), actor.kind): actor.id for actor in actors}
        self._held: dict[str, Voice] = {}
        for claim in shelf.claims:
            heard_in: tuple[Position | Origin, ...] = shelf.origins.get(claim.id, ())
            for spoken in (*claim.positions, *heard_in):
                heard = self._heard(claim, spoken)
                known = self._held.get(heard.id)
                self._held[heard.id] = self._joined(known, heard) if known else heard

    def __iter__(self) -> Iterator[Voice]:
        return iter(self._held.values())

    def of(self, claim: Claim, spoken: Position | Origin) -> Voice:
        """Whose position, or origin, of ``claim`` it is."""
        return self._held[self._id(claim, spoken)]

    def attributions(self, statements: Iterable[str]) -> tuple[str, ...]:
        """The attributions in which ``statements`` stand, the innermost of each."""
        held = self._shelf.statements
        found = (held[name].attribution for name in statements if name in held)
        return tuple(dict.fromkeys(name for name in found if name))

    def _id(self, claim: Claim, spoken: Position | Origin) -> str:
        named = spoken.named if isinstance(spoken, Origin) else spoken.label is None
        named = named and spoken.kind not in _NOBODY
        actor = spoken.actor if isinstance(spoken, Position) else None
        if actor is None and named:
            actor = self._actors.get((bare(spoken.voice), spoken.kind))
        where = "" if named else claim.id
        return actor or identify("voice", where, bare(spoken.voice), spoken.kind)

    def _heard(self, claim: Claim, spoken: Position | Origin) -> Voice:
        # An outlet stands in a claim with statements that others make in its report.
        outlet = isinstance(spoken, Position) and spoken.label is None
        first = min(spoken.documents, key=self._shelf.order.__getitem__, default=None)
        return Voice(
            self._id(claim, spoken), spoken.voice, spoken.kind, spoken.country,
            None if outlet else self._carrying(spoken), first,
        )  # fmt: skip

    def _carrying(self, spoken: Position | Origin) -> str | None:
        """The attribution to the voice; one that gives its name before one that says "he"."""
        held = self._shelf.attributions
        found = [held[name] for name in self.attributions(spoken.statements) if name in held]
        names = {one.id: bare(one.source.name or "") for one in found if one.source}
        return min(names, key=lambda id_: (names[id_] != bare(spoken.voice), not names[id_]),
                   default=None)  # fmt: skip

    def _joined(self, known: Voice, heard: Voice) -> Voice:
        order = self._shelf.order
        first = min(filter(None, (known.document, heard.document)), key=order.__getitem__,
                    default=None)  # fmt: skip
        return replace(
            known, country=known.country or heard.country,
            attribution=known.attribution or heard.attribution, document=first,
        )  # fmt: skip
