"""Inside one report: which name every shorter form, description and pronoun stands for."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.kinds import most_told
from reportedly.claims.known import NOTHING, Known
from reportedly.claims.leaders import leaders
from reportedly.claims.mentions import (
    Mention,
    apposed,
    armies,
    described,
    forces,
    named,
    pronouns,
    standing,
)
from reportedly.claims.names import canonical, key, untitled
from reportedly.claims.shorter import Form, Step, end, steps
from reportedly.claims.spotting import lands_in
from reportedly.claims.table import EMPTY, Table
from reportedly.claims.taking import Taker
from reportedly.claims.tokens import Lines
from reportedly.model import ActorKind, Document, Reading, Span

OF_STORY = " (described)"
"""Ends the key of whoever has no name and is told by what the story says of them."""

_NOWHERE = Span(0, 0)
_OFTEN = 3
_BRACKETS = re.compile(r"\s?\(([A-Z][A-Za-z.]{1,9})\)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the key of the actor it stands for, and why where it is not its own.

    ``rule`` is "" for a name that stands for itself; ``by`` is the mention that it takes up.
    """

    mention: Mention
    target: str
    rule: str = ""
    by: Span | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """One report's names as forms, the steps between them, and every mention in its place."""

    forms: Mapping[str, Form]
    steps: Mapping[str, Step]
    placed: tuple[Placed, ...]


def names_in(
    told: Lines, elsewhere: frozenset[str] = frozenset(), own: Table = EMPTY
) -> tuple[Mention, ...]:
    """The names of one report under their own keys; a person's ``own`` table first.

    ``elsewhere``: words that only ever have a capital in other reports of the story.
    """
    held = _alone([_ruled(mention, own) for mention in _apart(named(told, elsewhere))])
    return tuple(sorted((*held, *armies(told.text, held)), key=lambda mention: mention.span))


def _apart(names: Sequence[Mention]) -> list[Mention]:
    """Names of which a caption has two in a row, parted where the report has both elsewhere."""
    keys = {mention.key: mention for mention in names}
    found: list[Mention] = []
    for mention in names:
        found += _two(mention, keys) or [mention]
    return found


def _two(mention: Mention, keys: Mapping[str, Mention]) -> list[Mention] | None:
    parts = mention.text.split(" ")
    for at in range(1, len(parts)) if len(parts) > 2 and mention.sort == "name" else ():
        texts = " ".join(parts[:at]), " ".join(parts[at:])
        held = [keys.get(canonical(text)) for text in texts]
        if all(held) and max(map(len, map(str.split, texts))) > 1:
            middle = mention.span.start + len(texts[0])
            spans = Span(mention.span.start, middle), Span(middle + 1, mention.span.end)
            return [
                replace(one, span=span, text=text)
                for one, span, text in zip(held, spans, texts, strict=True)
                if one
            ]
    return None


def settle(
    document: Document,
    names: Sequence[Mention],
    often: Mapping[str, int],
    kinds: Mapping[str, ActorKind],
    own: Table = EMPTY,
) -> Within:
    """The names of one report, each under the longest of its report.

    ``often``: how many mentions each name has in the whole story; ``kinds``: what the story takes
    each for.
    """
    forms = _forms(document, names, often, kinds)
    found = steps((*forms.values(), *_of_the_story(forms, often)), own)
    told = {k: f.kind for k, f in forms.items()}
    return Within(forms, found, tuple(_settled(m, forms, found, told) for m in names))


def within(
    document: Document,
    names: Within,
    known: Known = NOTHING,
    reading: Reading | None = None,
) -> Within:
    """Resolve descriptions and pronouns of one report to its ``names``.

    ``known``: what the reports of its story tell of names. What ``reading`` knows of pronouns and
    descriptions goes before what is found here.
    """
    forms, found = names.forms, names.steps
    kinds = {k: f.kind for k, f in forms.items()}
    told = _told(reading, forms, found) if reading else {}
    taker = Taker(document, [(p.mention, p.target) for p in names.placed], kinds, told, known)
    taken = [
        Placed(mention, step.to, step.rule, step.by)
        for mention in _in_turn(document)
        if (step := taker.take(mention))
    ]
    held = {p.mention.span for p in taken}
    alone = [
        Placed(replace(mention, key=f"{mention.key}{OF_STORY}"), f"{mention.key}{OF_STORY}")
        for mention in standing(document)
        if not any(mention.span.overlaps(span) for span in held)
    ]
    alone += [
        Placed(mention, mention.key, "police of the story")
        for mention in forces(document)
        if not any(mention.span.overlaps(span) for span in held)
    ]
    held_office = [
        Placed(mention, end(holder, found), "leader in office")
        for mention, holder in leaders(document, [p.mention for p in names.placed])
    ]
    every = sorted((*names.placed, *taken, *alone, *held_office), key=lambda p: p.mention.span)
    return Within(forms, found, tuple(every))


def _in_turn(document: Document) -> list[Mention]:
    """Descriptions and pronouns in the order of the text; of the same words, the description."""
    found = [*described(document), *pronouns(document)]
    held = {mention.span for mention in found}
    found += [mention for mention in apposed(document) if mention.span not in held]
    return sorted(found, key=lambda mention: mention.span)


def _ruled(mention: Mention, own: Table) -> Mention:
    """A mention under the name that the person's own table gives it."""
    told = own.reads(mention.text)
    plain = key(mention.text)
    if told is None and own.parts(plain, mention.key):
        told = plain
    return replace(mention, key=told, sort="name") if told is not None else mention


def _alone(names: list[Mention]) -> list[Mention]:
    """Adjectives of a country under the one body here that is called so ("American")."""
    first: dict[str, set[str]] = defaultdict(set)
    last: dict[str, set[str]] = defaultdict(set)
    for mention in names:
        if mention.sort == "name" and " " in mention.key:
            last[mention.key.split()[-1]].add(mention.key)
            if mention.kind == "organisation":
                first[mention.key.split()[0]].add(mention.key)
    found = []
    for mention in names:
        word = mention.text.lower()
        fitting = first.get(word, set()) if mention.alone else set()
        if mention.sort == "land" and word.endswith("s") and _is_demonym(mention.text):
            fitting = fitting or last.get(word, set())
        one = len(fitting) == 1
        found.append(
            replace(mention, key=min(fitting), kind="organisation", sort="name") if one else mention
        )
    return found


def _is_demonym(text: str) -> bool:
    return any(land.how == "demonym" for land in lands_in(text))


def _settled(
    mention: Mention,
    forms: Mapping[str, Form],
    found: Mapping[str, Step],
    kinds: Mapping[str, ActorKind | None],
) -> Placed:
    target = end(mention.key, found)
    told = replace(mention, kind=mention.kind or kinds.get(target))
    if target == mention.key:
        return Placed(told, target, _by_lists(mention))
    rule = found[mention.key].rule if target in forms else "story"
    return Placed(told, target, rule, forms[target].first if target in forms else None)


def _told(
    reading: Reading, forms: Mapping[str, Form], found: Mapping[str, Step]
) -> dict[Span, str]:
    """Whom the reading takes the words of sources and participants to mean."""
    sources = [a.source for a in reading.attributions if a.source and a.source.name]
    named_ = [(s.spans[0], s.name or "") for s in sources if len(s.spans) == 1]
    named_ += [(p.span, p.name) for s in reading.statements for p in s.actors]
    keys = [(span, canonical(untitled(name))) for span, name in named_]
    return {span: end(key_, found) for span, key_ in keys if key_ in forms}


def _by_lists(mention: Mention) -> str:
    """The rule by which a name that stands for no other of its report got its key."""
    if mention.sort == "land":
        return "country"
    return "" if mention.key in (key(mention.text), key(untitled(mention.text))) else "other name"


def _forms(
    document: Document,
    names: Sequence[Mention],
    often: Mapping[str, int],
    kinds: Mapping[str, ActorKind],
) -> dict[str, Form]:
    """Every name of a report once, with what its mentions tell together, else what others tell."""
    of: dict[str, list[Mention]] = defaultdict(list)
    for mention in names:
        if mention.key:
            of[mention.key].append(mention)
    surnames = {k for k in of if " " not in k}
    return {
        k: _told_elsewhere(_form(document, k, held, surnames), often, kinds)
        for k, held in sorted(of.items())
    }


def _told_elsewhere(form: Form, often: Mapping[str, int], kinds: Mapping[str, ActorKind]) -> Form:
    kind = form.kind or (None if form.placed else kinds.get(form.key))
    return replace(form, kind=kind, often=often.get(form.key, form.count))


def _of_the_story(forms: Mapping[str, Form], often: Mapping[str, int]) -> Iterator[Form]:
    """Whoever a surname means all through the story, where the report itself names a namesake."""
    surnames = {long.split()[-1] for long in forms if " " in long} & set(forms)
    for long, count in sorted(often.items()):
        last = long.split()[-1] if " " in long else ""
        if last in surnames and long not in forms and count >= _OFTEN:
            yield Form(long, long.title(), None, None, False, _NOWHERE, often=count)


def _form(document: Document, compared: str, held: Sequence[Mention], alone: set[str]) -> Form:
    fullest = max(held, key=lambda m: (len(m.text), -m.span.start))
    placed = any(m.place for m in held) and sum(m.place for m in held) * 2 >= len(held)
    return Form(
        key=compared,
        name=fullest.text,
        kind=_kind(held) or ("place" if placed else None),
        country=next((m.country for m in held if m.country), None),
        placed=placed,
        first=held[0].span,
        count=len(held),
        defined=frozenset(_defined(document, held)),
        alone=frozenset(word for word in compared.split() if word in alone),
    )


def _kind(held: Sequence[Mention]) -> ActorKind | None:
    return most_told(m.kind for m in held)


def _defined(document: Document, held: Sequence[Mention]) -> Iterator[str]:
    for mention in held:
        match = _BRACKETS.match(document.text, mention.span.end)
        if match:
            yield match[1].replace(".", "").lower()
