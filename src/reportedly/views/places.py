"""Where a record stands: at an anchor of the dossier, or at an address of the served ledger."""

from dataclasses import dataclass
from typing import Protocol

from reportedly.model import Link
from reportedly.shelf import Shelf

from .plan import Plan


class Places(Protocol):
    """What templates and drawings link to; None where there is no such place."""

    def claim(self, id_: str) -> str | None:
        """The claim with its evidence."""

    def report(self, id_: str) -> str | None:
        """The document."""

    def statement(self, id_: str, document: str) -> str | None:
        """The first words of a statement, in its document."""

    def link(self, link: Link) -> str | None:
        """A link, where the document lists those to its upstream."""

    def actor(self, id_: str | None) -> str | None:
        """An actor with its positions."""

    def rule(self, id_: str, beside: str = "") -> str | None:
        """The forms to rule on a record, with another beside it."""

    def why(self, id_: str) -> str | None:
        """Everything behind a record."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Places in one page; a claim shown in one line is at its first statement."""

    shelf: Shelf
    plan: Plan

    def claim(self, id_: str) -> str | None:
        """Where the page shows the claim, None where it has no room for it."""
        if id_ in self.plan.shown:
            return f"#c-{id_}"
        held = self.plan.statements.get(id_, ())
        return f"#s-{held[0].id}" if held else None

    def report(self, id_: str) -> str:
        """Every report has its anchor."""
        return f"#{self.shelf.numbers[id_]}"

    def statement(self, id_: str, document: str) -> str | None:
        """None where the text is not marked with it."""
        del document
        return f"#s-{id_}" if id_ in self.plan.anchored else None

    def link(self, link: Link) -> str:
        """Links stand below their report."""
        return f"#l-{link.id}"

    def actor(self, id_: str | None) -> None:
        """The dossier has no place for one actor."""

    def rule(self, id_: str, beside: str = "") -> None:
        """Nobody rules in a dossier."""

    def why(self, id_: str) -> None:
        """The terminal tells that."""


class Addresses:
    """Places in the served ledger. Ids are hexadecimal, so that none needs to be quoted."""

    def claim(self, id_: str) -> str:
        """The page of the claim."""
        return f"/claims/{id_}"

    def report(self, id_: str) -> str:
        """The page of the document."""
        return f"/documents/{id_}"

    def statement(self, id_: str, document: str) -> str:
        """In the page of its document."""
        return f"/documents/{document}#s-{id_}"

    def link(self, link: Link) -> str:
        """Below the text of the document."""
        return f"/documents/{link.document}#l-{link.id}"

    def actor(self, id_: str | None) -> str | None:
        """The page of the actor; a voice that is nobody's in particular has none."""
        return f"/actors/{id_}" if id_ else None

    def rule(self, id_: str, beside: str = "") -> str:
        """The page with the forms for a record."""
        return f"/rule/{id_}" + (f"?with={beside}" if beside else "")

    def why(self, id_: str) -> str:
        """The page with everything behind a record."""
        return f"/why/{id_}"
