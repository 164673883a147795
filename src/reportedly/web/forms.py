"""What a form or a program asks for becomes a ruling: the same checks as on the command line."""

from dataclasses import dataclass
from typing import cast, get_args

from starlette.datastructures import FormData

from reportedly import desk, hypotheses, rulings
from reportedly.errors import UsageError
from reportedly.model import PURSUING, Case, Ruling, RulingKind
from reportedly.shelf import Shelf
from reportedly.views import finding

from .guard import Session, same
from .kept import Kept

FIELDS = {
    "--by: ": "",
    "--by": "“Who decides”",
    "--why": "the reason or note",
    "--is": "words of the report, or the id of an actor",
    "--as": "the value",
    ": give it with --answer": "",
    ", with --answer": "",
    "say why with --why": "say why",
    "`show rulings`": "the page of rulings",
}
"""What the options of the command line are called in a form."""
IDS, ID = rulings.CLAIMS, 64
"""Records that a ruling can be about, and characters of an id."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A ruling that somebody wants kept: ids, numbers or beginnings of ids as they were given."""

    kind: str
    ids: tuple[str, ...]
    why: str
    by: str
    value: str


def rule(kept: Kept, form: FormData, session: Session) -> Ruling:
    """Keep the ruling that a form asks for.

    Raises UsageError, with a sentence, where the form is not of this session or is no ruling;
    nothing is kept then.
    """
    sealed(form, session)
    ids = tuple(str(given) for given in form.getlist("id")[: IDS + 1])
    ids += tuple(str(form.get("claims", "")).split()[: IDS + 1])
    said = {name: str(form.get(name, "")) for name in ("kind", "why", "by", "value")}
    try:
        return keep(kept, Wanted(ids=ids, **said), session)
    except UsageError as error:
        raise UsageError(_in_a_form(str(error))) from error


def keep(kept: Kept, wanted: Wanted, session: Session) -> Ruling:
    """Keep a ruling; UsageError, with a sentence, where it is none."""
    kind = wanted.kind
    if kind not in get_args(RulingKind):
        raise UsageError("this is no kind of ruling")
    ids = [given.strip()[:ID] for given in wanted.ids]
    by = session.who if session.named else wanted.by.strip()
    why, value = wanted.why.strip(), wanted.value.strip()

    def draft(case: Case) -> Ruling:
        if kind == "undo":
            return rulings.undoing(ids[0] if ids else "", case, by, why)
        if kind == "hypothesis":
            return hypotheses.posed(case, value, [id_ for id_ in ids if id_], by, why)
        shelf = Shelf(case)
        named, words = finding.answered(shelf, ids, value) if kind in PURSUING else (ids, value)
        records = [finding.record(shelf, given) for given in named]
        return rulings.drafted(cast(RulingKind, kind), records, case, by, why, words)

    return desk.keep_ruling(kept.ledger, draft)


def _in_a_form(said: str) -> str:
    """A refusal in the words of the pages."""
    for option, field in FIELDS.items():
        said = said.replace(option, field)
    return said


def sealed(form: FormData, session: Session) -> None:
    """UsageError where a form is not of this session."""
    if not same(str(form.get("seal", "")), session.seal):
        raise UsageError("this form is not of this session; open the page again")
