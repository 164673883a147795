"""Voices described by a common noun of the word lists: bodies, officials, documents, crowds."""

from dataclasses import replace

from .bodies import body, body_kind, listed_whole
from .crowds import crowd
from .insiders import Again, employer, hand, insider, is_aligned
from .names import Book
from .nominals import Nominal, is_name, listed, nominal, words
from .runs import is_given, split_title
from .tokens import Token
from .wording import (
    BODIES,
    PEOPLE,
    Profile,
    apposition,
    body_name,
    country_in,
    description,
    group_of,
    name_run,
    person,
    phrase_behind,
)

_ONE = frozenset({"a", "an", "one", "another"})
_SOME = frozenset({"some", "many", "several", "others", "those", "few", "most"})
_SITES = frozenset({"website", "site", "blog"})
_APART = frozenset({",", "—", "–", "--"})
_BEFORE_NAME = frozenset({"as", "only", "himself", "herself", "simply", "just"})


def described(phrase: Nominal, names: Book, again: Again) -> Profile | None:
    """The voice whose head noun a list of ``sources.toml`` holds, or None."""
    group = group_of(phrase.core)
    named = _name_behind(phrase, names)
    people = group in PEOPLE or phrase.head.lower_ in listed("party", "members")
    if named and (people or is_reporter(phrase.core)):
        bare = replace(phrase, tail=())
        return person(bare, named, phrase.core)
    if _is_running(phrase, names):
        return Profile("person", "people", None, country_in(phrase.core))
    if phrase.head.lower_ in _SITES and any(t.dep_ == "poss" for t in phrase.core):
        return _written(phrase, "document", again)
    collective = _press(phrase, group) or listed_whole(phrase)
    if collective is None and group in BODIES:
        collective = body(phrase, body_kind(phrase, group), names)
    return collective or (_somebody(phrase, group, names, again) if group else None)


def _somebody(phrase: Nominal, group: str, names: Book, again: Again) -> Profile:
    """People without a name, and what is written."""
    if group in {"spokesperson", "official", "rank", "office"}:
        return insider(phrase, group, names, again)
    if group in {"message", "document"}:
        return _written(phrase, group, again)
    if _is_paper(phrase):
        return _written(phrase, "document", again)
    return _member(phrase) or employer(phrase, again) or crowd(phrase, group)


def _is_paper(phrase: Nominal) -> bool:
    """Whether "reports" are written ones: "fundraising reports", no mere talk."""
    if phrase.head.lower_ != "reports" or len(phrase.core) < 2:
        return False
    before = phrase.core[-2]
    told = group_of([before]) in {*PEOPLE, "media", "unspecified"}
    return before.pos_ == "NOUN" and before.dep_ in {"compound", "nmod"} and not told


def _member(phrase: Nominal) -> Profile | None:
    """Somebody of a party: "one Republican", "a Democratic pollster", "Republican donors"."""
    head = phrase.head.lower_
    single = head in listed("party", "sure") and phrase.core[0].lower_ in {*_ONE, *_SOME}
    helper = head in listed("staff") and is_aligned(phrase)
    return hand(phrase, "organisation") if single or helper else None


def _press(phrase: Nominal, group: str) -> Profile | None:
    """The report's own outlet ("this newspaper"), and unnamed people of the media."""
    reporter = is_reporter(phrase.core)
    if _is_own(phrase, reporter or group == "media"):
        return Profile("author")
    return _reporter(phrase) if reporter and phrase.head.lower_ != "commentator" else None


def _is_own(phrase: Nominal, press: bool) -> bool:
    """Whether a writer speaks of the own work or outlet: "our analysis", "this column"."""
    first, last = phrase.core[0].lower_, phrase.head.lower_
    if first in listed("pronouns", "speaker"):
        return press or last in listed("own_voice", "works")
    return first == "this" and (press or last in listed("own_voice", "places"))


def _name_behind(phrase: Nominal, names: Book) -> str | None:
    """A person's name behind a role: "the governor, Ana Kovic", "a rebel known as Falcon"."""
    behind = _end_name(apposition(phrase)) or _called(phrase) or _last_name(phrase)
    if not behind or not all(is_name(t) for t in behind):
        return None
    known = names.person(words(behind))
    if known:
        return known.name
    kin = len(behind) == 1 and group_of(phrase.core) == "witness" and behind[0].tag_ == "NNP"
    return words(behind) if len(behind) > 1 or kin or not apposition(phrase) else None


def _end_name(behind: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name that an apposition is or ends in: "the harbour chairwoman Ana Kovic"."""
    run = name_run(behind)
    name = tuple(split_title(list(run))[1])
    return name if len(name) > 1 and is_given(name[0]) else behind


def _last_name(phrase: Nominal) -> tuple[Token, ...]:
    """A name that ends the phrase behind a comma or dash: "the mayor of Dorn, Ana Kovic"."""
    tail = [t for t in phrase.tail if t.i < phrase.tokens[-1].i or not t.is_punct]
    breaks = (i + 1 for i in range(len(tail) - 1, -1, -1) if tail[i].text in _APART)
    run = _end_name(tuple(tail[next(breaks, len(tail)) :]))
    return run if len(run) > 1 and is_given(run[0]) else ()


def _called(phrase: Nominal) -> tuple[Token, ...]:
    """The name that somebody is said to go by: "known only as Falcon", "named Ana"."""
    tail = list(phrase.tail)
    verbs = listed("called", "words")
    start = next((i + 1 for i, t in enumerate(tail) if t.lower_ in verbs), len(tail))
    while start < len(tail) and tail[start].lower_ in _BEFORE_NAME:
        start += 1
    return tuple(tail[start:])


def is_reporter(core: tuple[Token, ...]) -> bool:
    """Whether the phrase's head is a word for those who work for the media."""
    heads = listed("reporters")
    return core[-1].lower_ in heads or words(core[-2:]).lower() in heads


def _reporter(phrase: Nominal) -> Profile:
    """Unnamed people of the media."""
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    return Profile("media", "profession", None, country, True, description(phrase))


def _written(phrase: Nominal, group: str, again: Again) -> Profile:
    """A document; but a mere message is the word of whoever issued it."""
    issuer = tuple(phrase_behind(phrase, listed("issuers", "words")))
    owner = next((t for t in phrase.core if t.dep_ == "poss"), None)
    if owner is not None:
        issuer = tuple(t for t in phrase.core if t.i <= owner.i)
    if group == "message" and issuer:
        found = again(nominal(issuer))
        if found.kind not in {"unspecified", "document"}:
            return found
    country = country_in(phrase.core) or country_in(issuer)
    return Profile("document", group, body_name(phrase), country)


def _is_running(phrase: Nominal, names: Book) -> bool:
    """Whether "the candidates" are people whom the report names as such."""
    if phrase.head.lower_ not in listed("running"):
        return False
    everybody = [p for same in names.people.values() for p in same]
    return len(everybody) > 1 or any(names.namesakes(t.text) for t in phrase.tail if is_name(t))
