"""Words that are cues in one use only: "dismissed the claim", not "dismissed the colonel"."""

from ..cues import frames
from ..nominals import listed
from ..tokens import Token
from ..wording import PEOPLE, group_of
from .subjects import child

_HUMAN = PEOPLE | {"anonymous", "military"}
_JUDGING = ("a", "an")


def is_ousting(verb: Token, lemma: str, whom: Token | None) -> bool:
    """Whether ``whom``, object or passive subject of ``verb``, loses an office or is charged.

    It is no cue then. "dismissed Doru as a crank" is one: what follows "as" judges, and is no
    office that Doru held.
    """
    if whom is None or lemma not in frames("ousting") or not is_person(whom):
        return False
    office = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    return office is None or _is_office(child(office, "pobj"))


def is_person(token: Token) -> bool:
    """Whether ``token`` is a name, a pronoun or a noun for somebody."""
    if token.pos_ == "PRON":
        if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
            return is_person(token.head.head)
        return token.lower_ in listed("pronouns", "person") | frames("somebody")
    return token.pos_ == "PROPN" or group_of([token]) in _HUMAN


def is_sight(noun: Token) -> bool:
    """Whether a "view" is what can be seen: "in full view of the crowd", "in view of the gate"."""
    if noun.lower_ != "view" or noun.i < 1 or noun.i + 1 >= len(noun.doc):
        return False
    before = noun.nbor(-1)
    if before.pos_ == "ADJ" and before.i:
        before = before.nbor(-1)
    return before.lower_ == "in" and noun.nbor(1).lower_ == "of"


def _is_office(token: Token | None) -> bool:
    if token is None:
        return False
    article = child(token, "det")
    if article is not None and article.lower_ in _JUDGING:
        return False
    return group_of([token]) in PEOPLE
