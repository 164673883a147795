"""What a reader can choose from in a form, written once for a state of the ledger."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from reportedly.shelf import Shelf
from reportedly.views.named import called
from reportedly.visible import plain

NAME = 80
"""Characters of a concept that are shown to choose it by."""
MOST = 500
"""Names to choose from; a list that is longer is searched by words."""


def options(named: Iterable[tuple[str, str]]) -> Markup:
    """``<option>`` elements from what each is called and the value that it stands for."""
    shown = (
        Markup('<option value="{}">{}</option>').format(plain(value), plain(name))
        for name, value in named
    )
    return Markup("").join(shown)


def outlet_names(shelf: Shelf) -> list[str]:
    """Every outlet of the case, by name."""
    return sorted({d.outlet for d in shelf.documents.values()})[:MOST]


def actor_names(shelf: Shelf) -> list[tuple[str, str]]:
    """Name and id of every actor that takes a position, by name."""
    voices = {p.actor for c in shelf.claims for p in c.positions}
    return sorted((a.name, a.id) for a in shelf.actors.values() if a.id in voices)[:MOST]


def outlets(shelf: Shelf) -> Markup:
    """The outlets to choose from."""
    return shelf.once("outlets", lambda held: options((n, n) for n in outlet_names(held)))


def actors(shelf: Shelf) -> Markup:
    """The actors to choose from."""
    return shelf.once("actors", lambda held: options(actor_names(held)))


def concepts(shelf: Shelf) -> Markup:
    """The concepts of the map of causes to choose from, those told in most reports first."""
    return shelf.once("concepts", lambda held: options(_concept_names(held)))


def _concept_names(shelf: Shelf) -> list[tuple[str, str]]:
    leading = {end for arrow in shelf.arrows.values() for end in (arrow.cause, arrow.effect)}
    found = [concept for concept in shelf.concepts.values() if concept.id in leading][:MOST]
    return [(called(shelf, concept)[:NAME], concept.id) for concept in found]


def chosen(written: Markup, value: str) -> Markup:
    """The options with the one for ``value`` selected."""
    start = f'<option value="{escape(plain(value))}"'
    if not value:
        return written
    return Markup(str(written).replace(f"{start}>", f"{start} selected>"))  # noqa: S704 - escaped
