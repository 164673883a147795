"""What a form or a program asks for becomes a ruling: the same checks as on the command line."""

from dataclasses import dataclass
from typing import cast, get_args

from starlette.datastructures import FormData

from reportedly import desk, rulings
from reportedly.errors import UsageError
from reportedly.model import Case, Ruling, RulingKind
from reportedly.views.explain import find
from reportedly.views.shelf import Record, Shelf

from .guard import Session, same
from .kept import Kept

IDS = 2
"""Records that a ruling can be about."""
_PAIRS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A ruling that somebody wants kept: ids, numbers or beginnings of ids as they were given."""

    kind: str
    ids: tuple[str, ...]
    why: str
    by: str


def rule(kept: Kept, form: FormData, session: Session) -> Ruling:
    """Keep the ruling that a form asks for.

    Raises UsageError, with a sentence, where the form is not of this session or is no ruling;
    nothing is kept then.
    """
    sealed(form, session)
    ids = tuple(str(given) for given in form.getlist("id")[: IDS + 1])
    said = {name: str(form.get(name, "")) for name in ("kind", "why", "by")}
    return keep(kept, Wanted(ids=ids, **said), session)


def sealed(form: FormData, session: Session) -> None:
    """UsageError where a form is not of this session."""
    if not same(str(form.get("seal", "")), session.seal):
        raise UsageError("this form is not of this session; open the page again")


def keep(kept: Kept, wanted: Wanted, session: Session) -> Ruling:
    """Keep a ruling; UsageError, with a sentence, where it is none."""
    kind, why = wanted.kind, wanted.why.strip()
    if kind not in get_args(RulingKind):
        raise UsageError("this is no kind of ruling")
    ids = [given.strip() for given in wanted.ids]
    count = 2 if kind in _PAIRS else 1
    if len(ids) != count:
        raise UsageError(f"{kind} takes {count} id{'s' if count > 1 else ''}")
    by = session.who if session.named else wanted.by.strip()
    _, state = kept.state()

    def draft(case: Case) -> Ruling:
        if kind == "undo":
            return rulings.undoing(ids[0], case, by, why)
        records = [_record(state.shelf, given) for given in ids]
        return rulings.drafted(cast(RulingKind, kind), records, case, by, why)

    return desk.keep_ruling(kept.ledger, draft)


def _record(shelf: Shelf, given: str) -> Record:
    """A record by its id, or a claim or report by the number that pages give it."""
    for numbers in (shelf.claim_numbers, shelf.numbers):
        for id_, number in numbers.items():
            if number.casefold() == given.casefold():
                return shelf.records[id_]
    return find(shelf, given)
