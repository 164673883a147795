"""The words of a noun phrase: its list, its name, its country, its role, what stands behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons.countries import Mention
from reportedly.model import SourceKind

from .nominals import Nominal, is_name, listed, mentions, words
from .tokens import Token

BODIES: tuple[SourceKind, ...] = (
    "intelligence", "military", "government", "media", "organisation",
)  # fmt: skip
"""The kinds of collective voices, in the order in which their words are looked up."""

PEOPLE = frozenset({"spokesperson", "official", "office", "rank", "profession", "title", "witness"})
"""The lists of ``sources.toml`` whose words describe a person."""

_GROUPS = (
    "intelligence", "military", "government", "spokesperson", "official", "witness", "unspecified",
    "media", "message", "document", "organisation", "office", "rank", "profession", "anonymous",
    "title",
)  # fmt: skip
_LONGEST = 3
_DOTTED = re.compile(r"(?:\w\.){2,}\w?")
_LEADS = frozenset({"of", "in", "from", "at", "for"})
_CLAUSAL = frozenset({"WP", "WDT", "VBD", "VBZ", "VBP", "VBG", "VBN"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What a phrase alone tells about a voice. ``group`` is the list its head stands in."""

    kind: SourceKind
    group: str = ""
    name: str | None = None
    country: str | None = None
    anonymous: bool = False
    role: tuple[Token, ...] = ()


def group_of(tokens: tuple[Token, ...] | list[Token]) -> str:
    """The list that holds the last one to three words of ``tokens`` (longest first), or ""."""
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        last = list(tokens[-size:])
        whole = words(last).lower()
        forms = (
            whole,
            " ".join([*(t.lower_ for t in last[:-1]), last[-1].lemma_.lower()]),
            whole.replace(".", "") if _DOTTED.fullmatch(whole) else whole,
        )
        ranks = [rank for form in forms if (rank := _ranks().get(form)) is not None]
        if ranks:
            return _GROUPS[min(ranks)]
    return ""


@cache
def _ranks() -> dict[str, int]:
    """For every listed form the first group that lists it."""
    return {form: at for at in reversed(range(len(_GROUPS))) for form in listed(_GROUPS[at])}


def apposition(phrase: Nominal) -> tuple[Token, ...]:
    """The description behind a name: ", a lawyer for the harbour board"."""
    if not phrase.tail or phrase.tail[0].text not in {",", "("}:
        return ()
    found: list[Token] = []
    for token in phrase.tail[1:]:
        if token.tag_ in {"WP", "WDT", "WP$"} or (found and token.text in {",", "(", ")"}):
            break
        if found or (token.pos_ != "NUM" and not token.is_punct):
            found.append(token)
    return tuple(found)


def is_country(run: tuple[Token, ...]) -> bool:
    """Whether the words are nothing but a country's name, capital or seat."""
    found = mentions(run)
    covered = sum(m.span.end - m.span.start for m in found)
    return bool(found) and covered >= len(bare_name(words(run))) - 1


def name_run(core: tuple[Token, ...]) -> tuple[Token, ...]:
    """The capitalised words at the end of ``core``, particles inside them included."""
    run: list[Token] = []
    for token in reversed(core):
        if (
            is_name(token)
            or (run and token.lower_ in listed("particles", "person"))
            or (token.text in {"&", "-"} and run)
        ):
            run.append(token)
        else:
            break
    while run and not is_name(run[-1]):
        run.pop()
    return tuple(reversed(run))


def body_name(phrase: Nominal) -> str | None:
    """A body's name without article and lower-case description; None where nothing is a name."""
    start = next((i for i, t in enumerate(phrase.core) if is_name(t)), None)
    behind = phrase_behind(phrase, frozenset({"of", "for", "by", "from", "to"}))
    named = bool(behind) and any(is_name(t) for t in behind)
    if start is None and not named:
        return None
    core = phrase.core[start:] if start is not None else phrase.core[_articles(phrase.core) :]
    stop = behind[-1].i + 1 if named else core[-1].i + 1
    full = [*core, *(t for t in phrase.tail if t.i < stop)]
    text = words(full)
    if phrase.shared:
        text = text.removesuffix(phrase.head.text) + phrase.head.lemma_
    return bare_name(text)


def _articles(core: tuple[Token, ...]) -> int:
    return next(
        (i for i, t in enumerate(core) if t.dep_ not in {"det", "poss", "nummod", "predet"}), 0
    )


def bare_name(text: str) -> str:
    """A name as shown everywhere: no leading article, no genitive ending."""
    for article in ("the ", "The ", "a ", "an "):
        text = text.removeprefix(article)
    for ending in ("’s", "'s", "’", "'"):
        text = text.removesuffix(ending)
    return text.strip()


def phrase_behind(phrase: Nominal, leads: frozenset[str] = _LEADS) -> list[Token]:
    """The words of the first prepositional phrase right behind the head."""
    tail = list(phrase.tail)
    if not tail or tail[0].lower_ not in leads:
        return []
    found: list[Token] = []
    for token in tail[1:]:
        clausal = token.tag_ in _CLAUSAL and token.dep_ != "amod"
        if token.text in {",", "(", "—", "–", ";"} or clausal:
            break
        found.append(token)
    return found


def role_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A named person's office or description as printed, without its article."""
    kept = list(tokens)
    while kept and (kept[0].lower_ in {"a", "an", "the", "both"} or kept[0].is_punct):
        kept = kept[1:]
    return tuple(kept)


def description(phrase: Nominal) -> tuple[Token, ...]:
    """An unnamed voice's description: no article, no country's or body's name in it."""
    kept = [
        t for t in role_of(phrase.core) if not is_name(t) or _hyphened(t) or group_of([t]) in PEOPLE
    ]
    while len(kept) > 1 and (kept[0].pos_ in {"ADP", "PART", "DET", "CCONJ"} or kept[0].is_punct):
        kept = kept[1:]
    return tuple(kept)


def _hyphened(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_


def country_in(tokens: Sequence[Token]) -> str | None:
    """The one country the words mention, or None."""
    text = words(list(tokens)) if tokens else ""
    codes = {m.code for m in mentions(list(tokens)) if not _names_more(m, text)} if text else set()
    return codes.pop() if len(codes) == 1 else None


def _names_more(mention: Mention, text: str) -> bool:
    """Whether a capital is only part of another name ("Washington Post columnist")."""
    after = text[mention.span.end :].split()
    if mention.how != "capital" or not after or not after[0][:1].isupper():
        return False
    told = ("government", "military", "intelligence", *sorted(PEOPLE))
    return not any(after[0].lower() in listed(group) for group in told)


def person(phrase: Nominal, name: str, title: tuple[Token, ...]) -> Profile:
    """Somebody with a name; the office stands before it (``title``) or behind it."""
    behind = apposition(phrase)
    role = (*role_of(title), *role_of(behind))
    return Profile("person", "person", name, country_in(title) or country_in(behind), role=role)


def as_kind(group: str) -> SourceKind:
    """The kind that a list of bodies stands for."""
    return next(kind for kind in BODIES if kind == group)
