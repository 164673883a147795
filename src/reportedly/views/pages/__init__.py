"""The pages of a served ledger, one visible list; each is laid out from records, none computes.

A page is a function from the state of the ledger and what is asked to what its template needs, or
None where there is no such record.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportedly.model import ORDER
from reportedly.views import dates, moves, words
from reportedly.views.look import Look, environment
from reportedly.views.places import Addresses
from reportedly.views.rulings import state as standing

from .asked import LONGEST, Asked, Part, State, query
from .beside import beside
from .claims import claim, claims
from .export import export
from .lists import causes, conflicts, hypotheses, origins, questions, timeline, what_if
from .options import chosen, concepts
from .people import actor, actors, matrix, relations
from .reports import document, documents, versions
from .rulings import rule, ruling, rulings, why
from .search import search
from .story import changes, story

__all__ = [
    "LONGEST",
    "PAGES",
    "Asked",
    "Page",
    "Part",
    "State",
    "docs_page",
    "enter_page",
    "message",
    "query",
    "render",
]

Fill = Callable[[State, Asked], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page: its address (``{id}`` where it is about one record), title, and filling.

    ``listed``: it stands in the navigation.
    """

    path: str
    title: str
    fill: Fill
    listed: bool = True

    @property
    def template(self) -> str:
        """The file of its template."""
        return f"pages/{self.fill.__name__}.html"


PAGES: tuple[Page, ...] = (
    Page("/", "Story", story),
    Page("/claims", "Claims", claims),
    Page("/claims/{id}", "Claim", claim, listed=False),
    Page("/beside", "Side by side", beside, listed=False),
    Page("/matrix", "Positions", matrix),
    Page("/hypotheses", "Hypotheses", hypotheses),
    Page("/actors", "Actors", actors),
    Page("/actors/{id}", "Actor", actor, listed=False),
    Page("/relations", "Relations", relations),
    Page("/timeline", "Timeline", timeline),
    Page("/causes", "Causes", causes),
    Page("/what-if", "What if", what_if, listed=False),
    Page("/questions", "Questions", questions),
    Page("/conflicts", "Conflicts", conflicts),
    Page("/origins", "Origins", origins),
    Page("/documents", "Reports", documents),
    Page("/documents/{id}", "Report", document, listed=False),
    Page("/documents/{id}/versions", "Versions", versions, listed=False),
    Page("/rulings", "Rulings", rulings),
    Page("/rulings/{id}", "Ruling", ruling, listed=False),
    Page("/changes", "Changes", changes),
    Page("/search", "Search", search, listed=False),
    Page("/export", "Export", export, listed=False),
    Page("/rule/{id}", "Rule", rule, listed=False),
    Page("/why/{id}", "Why", why, listed=False),
)


def render(page: Page, state: State, asked: Asked) -> str | None:
    """The page as HTML; None where it is about a record that is not there.

    Every ``q`` and every ``p.text`` is a slice of a report, as in the dossier.
    """
    filled = page.fill(state, asked)
    if filled is None:
        return None
    shelf = state.shelf
    given = {"title": page.title, **filled}
    return environment().get_template(page.template).render(
        given, state=state, shelf=shelf, case=shelf.case, look=Look(shelf), to=Addresses(),
        words=words, dates=dates, order=ORDER, page=page, pages=PAGES, asked=asked, query=query,
        standing=standing, chosen=chosen, concepts=concepts, moves=moves,
    )  # fmt: skip


def message(title: str, text: str, status: int, asked: Asked) -> str:
    """A page that says one thing: what is not there, or why something was refused."""
    return environment().get_template("pages/message.html").render(
        title=title, text=text, status=status, asked=asked, pages=PAGES, page=None, words=words,
        query=query,
    )  # fmt: skip


def docs_page(told: object, asked: Asked) -> str:
    """The description of the interface for programs, as :mod:`reportedly.web.api` lays it out."""
    return environment().get_template("pages/docs.html").render(
        title="Interface for programs", told=told, asked=asked, pages=PAGES, page=None,
        words=words, query=query,
    )  # fmt: skip


def enter_page(trouble: str) -> str:
    """The form for a name and a password."""
    return environment().get_template("pages/enter.html").render(title="Enter", trouble=trouble)
