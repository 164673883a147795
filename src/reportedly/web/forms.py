"""What a form says becomes a ruling: the same checks as on the command line."""

import hmac
from typing import cast, get_args

from starlette.datastructures import FormData

from reportedly import desk, rulings
from reportedly.errors import UsageError
from reportedly.model import Case, Ruling, RulingKind
from reportedly.views import finding

from .guard import Session
from .kept import Kept

IDS = 2
"""Records that a ruling can be about."""


def rule(kept: Kept, form: FormData, session: Session) -> Ruling:
    """Keep the ruling that a form asks for.

    Raises UsageError, with a sentence, where the form is not of this session or is no ruling;
    nothing is kept then.
    """
    if not hmac.compare_digest(str(form.get("seal", "")).encode(), session.seal.encode()):
        raise UsageError("this form is not of this session; open the page again")
    kind = str(form.get("kind", ""))
    if kind not in get_args(RulingKind):
        raise UsageError("this is no kind of ruling")
    ids = [str(given).strip() for given in form.getlist("id")][: IDS + 1]
    by = session.who if session.named else str(form.get("by", "")).strip()
    why, value = (str(form.get(name, "")).strip() for name in ("why", "value"))

    def draft(case: Case) -> Ruling:
        if kind == "undo":
            return rulings.undoing(ids[0] if ids else "", case, by, why)
        records = [finding.record(case, given) for given in ids]
        return rulings.drafted(cast(RulingKind, kind), records, case, by, why, value)

    return desk.keep_ruling(kept.ledger, draft)
