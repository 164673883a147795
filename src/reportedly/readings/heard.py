"""A voice met before in the report, and what tells that a later phrase takes it up."""

from dataclasses import dataclass

from .nominals import Nominal, is_name, listed, words
from .runs import split_title
from .tokens import Token
from .wording import Profile


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice met before: where, as what, singular or plural, "f", "m" or ""."""

    phrase: Nominal
    profile: Profile
    gender: str


def takes_up(phrase: Nominal, alone: Profile) -> bool:
    """Whether a description never met before is of somebody named: "the retired surgeon"."""
    if phrase.head.lower_ in listed("referring"):
        return True
    former = any(t.lower_ in listed("former") for t in phrase.core)
    told = len(phrase.core) > 2 and not phrase.tail and phrase.core[1].pos_ in {"ADJ", "VERB"}
    aged = {"year", "old"} <= {t.lower_ for t in phrase.core}
    if (former and alone.kind == "office") or (aged and alone.kind == "anonymous"):
        return True
    return alone.kind == "anonymous" and (former or (told and alone.group == "profession"))


def is_bare(phrase: Nominal) -> bool:
    """Whether a headline drops the article: "Judge blocks the law"."""
    return phrase.head.is_sent_start is True and len(phrase.core) == 1


def name_at(token: Token) -> str:
    """The capitalised words up to and with the token that are one name with it."""
    run = [token]
    while run[0].i and run[0].nbor(-1).dep_ == "compound" and is_name(run[0].nbor(-1)):
        if run[0].nbor(-1).head not in run:
            break
        run.insert(0, run[0].nbor(-1))
    return words(split_title(run)[1])


def name_of(noun: Token) -> tuple[Token, ...]:
    """The name of whom a common noun describes: "Ana Kovic is the attorney who …"."""
    if is_name(noun):
        return ()
    named = [c for c in noun.children if c.dep_ == "appos" and is_name(c)]
    if noun.dep_ == "attr":
        named += [c for c in noun.head.children if c.dep_ == "nsubj" and is_name(c)]
    if not named:
        return ()
    return tuple(t for t in noun.doc[named[0].left_edge.i : named[0].i + 1] if not t.is_space)


def tells(found: Profile) -> bool:
    """Whether the role is more than a form of address."""
    return any(t.lower_ not in listed("title") for t in found.role)


def described(heard: Heard, lemma: str) -> bool:
    """Whether an earlier voice went by this noun: as its head, in its name, or as its role."""
    found = heard.profile
    roles = {t.lemma_.lower() for t in found.role}
    ends = (found.name or "").casefold().split()
    one = heard.phrase.head.tag_ not in {"NNS", "NNPS"} or found.name is not None
    informative = found.name is not None or found.country is not None or bool(found.anonymous)
    return (
        one
        and informative
        and (lemma == heard.phrase.head.lemma_.lower() or lemma in roles or lemma in ends)
    )
