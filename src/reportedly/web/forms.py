"""What a form says becomes a ruling: the same checks as on the command line."""

from typing import cast, get_args

from starlette.datastructures import FormData

from reportedly import desk, rulings
from reportedly.errors import UsageError
from reportedly.model import Case, Ruling, RulingKind
from reportedly.views.explain import find
from reportedly.views.shelf import Record, Shelf

from .guard import Session, same
from .kept import Kept

IDS, ID = 2, 64
"""Records that a ruling can be about, and characters of an id."""


def rule(kept: Kept, form: FormData, session: Session) -> Ruling:
    """Keep the ruling that a form asks for.

    Raises UsageError, with a sentence, where the form is not of this session or is no ruling;
    nothing is kept then.
    """
    sealed(form, session)
    kind = str(form.get("kind", ""))
    if kind not in get_args(RulingKind):
        raise UsageError("this is no kind of ruling")
    ids = [str(given).strip()[:ID] for given in form.getlist("id")][: IDS + 1]
    by = session.who if session.named else str(form.get("by", "")).strip()
    why = str(form.get("why", "")).strip()
    _, state = kept.state()

    def draft(case: Case) -> Ruling:
        if kind == "undo":
            return rulings.undoing(ids[0] if ids else "", case, by, why)
        shelf = state.shelf
        records = [_record(shelf, given) for given in ids]
        return rulings.drafted(cast(RulingKind, kind), records, case, by, why)

    return desk.keep_ruling(kept.ledger, draft)


def sealed(form: FormData, session: Session) -> None:
    """UsageError where a form is not of this session."""
    if not same(str(form.get("seal", "")), session.seal):
        raise UsageError("this form is not of this session; open the page again")


def _record(shelf: Shelf, given: str) -> Record:
    """A record by its id, or a claim or report by the number that pages give it."""
    for numbers in (shelf.claim_numbers, shelf.numbers):
        for id_, number in numbers.items():
            if number.casefold() == given.casefold():
                return shelf.records[id_]
    return find(shelf, given)
