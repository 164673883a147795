"""What a form says becomes a ruling: the same checks as on the command line."""

from typing import cast, get_args

from starlette.datastructures import FormData

from reportedly import desk, rulings
from reportedly.errors import UsageError
from reportedly.model import Case, Ruling, RulingKind
from reportedly.views import finding

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
    why, value = (str(form.get(name, "")).strip() for name in ("why", "value"))

    def draft(case: Case) -> Ruling:
        if kind == "undo":
            return rulings.undoing(ids[0] if ids else "", case, by, why)
        records = [finding.record(case, given) for given in ids]
        return rulings.drafted(cast(RulingKind, kind), records, case, by, why, value)

    return desk.keep_ruling(kept.ledger, draft)


def sealed(form: FormData, session: Session) -> None:
    """UsageError where a form is not of this session."""
    if not same(str(form.get("seal", "")), session.seal):
        raise UsageError("this form is not of this session; open the page again")
