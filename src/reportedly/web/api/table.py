"""The addresses of the interface, one visible list beside that of the pages."""

import json
from dataclasses import dataclass

from reportedly.views.pages import PAGES, Asked, Page, State

from . import answers as gives
from . import asking as asks
from . import filling, traced
from .filling import Write
from .found import Shape


@dataclass(frozen=True, slots=True)
class Address:
    """A page given as JSON: what it takes beside its path, what it gives."""

    page: Page
    takes: type[asks.Asks]
    gives: type[Shape]
    about: str

    @property
    def name(self) -> str:
        """What the page's own function is called."""
        return self.page.fill.__name__

    @property
    def path(self) -> str:
        """``/api/claims`` of ``/claims``; the first page is ``/api/story``."""
        return "/api/story" if self.page.path == "/" else f"/api{self.page.path}"

    def answer(self, state: State, asked: Asked) -> bytes | None:
        """What the page selects, as JSON; None where there is no such record."""
        filled = self.page.fill(state, asked)
        if filled is None:
            return None
        write: Write = getattr(filling, self.name)
        path = self.path.replace("{id}", asked.id)
        more = filling.paged(filled, path) if issubclass(self.gives, gives.Paged) else {}
        return packed(write(state, filled) | more)


def packed(answer: object) -> bytes:
    """The same answer in the same bytes."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


_TAKEN: dict[str, tuple[type[asks.Asks], type[Shape], str]] = {
    "story": (asks.Nothing, gives.StoryAnswer, "The story: counts, leading claims, what is new"),
    "claims": (asks.ClaimsAsked, gives.ClaimsAnswer, "Claims, filtered and sorted"),
    "claim": (asks.Page, gives.ClaimAnswer, "A claim with everything behind it"),
    "beside": (asks.Pairwise, gives.BesideAnswer, "Two statements side by side"),
    "matrix": (asks.Page, gives.MatrixAnswer, "Who takes which position"),
    "hypotheses": (asks.Page, gives.HypothesesAnswer, "Hypotheses, ranked by what is against"),
    "actors": (asks.ActorsAsked, gives.ActorsAnswer, "Everybody who speaks or acts"),
    "actor": (asks.Page, gives.ActorAnswer, "An actor, its positions and relations"),
    "relations": (asks.RelationsAsked, gives.RelationsAnswer, "Who is said to do what to whom"),
    "timeline": (asks.Page, gives.TimelineAnswer, "When things are said to have happened"),
    "causes": (asks.Searched, gives.CausesAnswer, "What is said to lead to what"),
    "what_if": (asks.WhatIfAsked, gives.WhatIfAnswer, "What the reports say would follow"),
    "questions": (asks.Searched, gives.QuestionsAnswer, "What reports say is not known"),
    "conflicts": (asks.ConflictsAsked, gives.ConflictsAnswer, "What cannot both hold"),
    "origins": (asks.Searched, gives.OriginsAnswer, "Voices that claims lead back to"),
    "documents": (asks.DocumentsAsked, gives.DocumentsAnswer, "Reports"),
    "document": (asks.Nothing, gives.DocumentAnswer, "A report with its text and all found in it"),
    "versions": (asks.Nothing, traced.VersionsAnswer, "What a version of a page changed"),
    "rulings": (asks.Page, traced.RulingsAnswer, "What people decided, the last first"),
    "ruling": (asks.Page, traced.RulingAnswer, "A ruling, how it stands and what it changed"),
    "changes": (asks.ChangesAsked, traced.ChangesAnswer, "What came since a moment or a run"),
    "search": (asks.Sought, traced.SearchAnswer, "Claims, actors and reports by words"),
    "export": (asks.Nothing, gives.ExportAnswer, "Formats that the ledger is written in"),
    "why": (asks.Page, traced.WhyAnswer, "Every span and reason behind a record"),
}

FORMS = frozenset({"rule"})
"""Pages that are forms: what they do is done by ``POST /api/rulings``."""

ADDRESSES = tuple(
    Address(page, *_TAKEN[page.fill.__name__]) for page in PAGES if page.fill.__name__ not in FORMS
)
