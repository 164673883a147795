"""The outlets a case knows by name, and the shorter forms by which reports call them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.lexicons import load
from reportedly.model import Document, Reading, SourceKind, Span, bare

from .hosts import core, host_of, spells
from .mastheads import SITE, mastheads, nation
from .names import Names

_STATE: frozenset[SourceKind] = frozenset({"government", "military", "intelligence", "office"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, every form that stands for it, and its own reports here (ids)."""

    name: str
    forms: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """Every known outlet, and how to find them in a text."""

    known: tuple[Outlet, ...]
    by_form: dict[str, Outlet]
    pattern: Names
    hosts: Mapping[str, Outlet]

    def at(self, host: str) -> Outlet | None:
        """The outlet whose reports have addresses on ``host``, if they all are one outlet's."""
        return self.hosts.get(host)

    def found(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Outlet, Span]]:
        """Every known name in a stretch of ``text``, whose it is, and where it stands."""
        for match in self.pattern.finditer(text, start, end):
            outlet = self.named(match.group())
            if outlet:
                yield outlet, Span(*match.span())

    def publisher(self, words: str) -> Outlet | None:
        """The outlet whose full name ``words`` are, if it has reports here."""
        outlet = self.named(words)
        return outlet if outlet and outlet.documents and bare(words) == bare(outlet.name) else None

    def named(self, words: str) -> Outlet | None:
        """The outlet that ``words`` name, if they are one of its forms."""
        return self.by_form.get(bare(words))


def outlets(documents: Sequence[Document], readings: Sequence[Reading]) -> Outlets:
    """Publishers, outlets that the reports name, and news agencies.

    A publisher that speaks in its own name (a ministry with a page of statements) is no outlet.
    """
    speaking = _speaking(documents, readings)
    published: dict[str, list[str]] = {}
    for document in documents:
        if document.publisher and not is_body(document.publisher, speaking):
            published.setdefault(document.publisher, []).append(document.id)
    known = _by_form(published, [*_spoken(readings), *mastheads(documents)])
    hosts = _hosts(documents, known)
    pattern = Names(form for outlet in known.values() for form in outlet.forms)
    return Outlets(tuple(dict.fromkeys(known.values())), known, pattern, hosts)


def _by_form(published: Mapping[str, Sequence[str]], printed: Sequence[str]) -> dict[str, Outlet]:
    """Outlets by each of their forms; the listed ones last, and only by the forms listed."""
    groups = _listed()
    names = list(dict.fromkeys((*published, *printed)))
    whose = _grouped(names, groups, published)
    whose.update(_housed(published, [*names, *(form for forms in groups for form in forms)]))
    clashing = _clashing({bare(name): name for name in reversed(names)}.values())
    forms: dict[str, list[str]] = {}
    for name in names:
        site = name not in published and "." in name and SITE.match(name)
        made = [name] if site else _forms(name, clashing)
        forms.setdefault(whose.get(name, name), []).extend(made)
    for group in groups:
        forms.setdefault(whose.get(group[0], group[0]), []).extend(group)
    known: dict[str, Outlet] = {}
    for name, made in forms.items():
        if bare(name) not in known:
            own = tuple(dict.fromkeys(f for f in (name, *made) if f))
            outlet = Outlet(name, own, tuple(published.get(name, ())))
            for form in own:
                known.setdefault(bare(form), outlet)
    return known


def _listed() -> list[list[str]]:
    table = load("credits")
    return [*table["agencies"]["forms"], *table["broadcasters"]["forms"]]


def _grouped(
    names: Iterable[str], groups: Iterable[Sequence[str]], published: Iterable[str]
) -> dict[str, str]:
    """Forms of a listed outlet: the one that publishes here, else the first, stands for all."""
    of = {bare(form): group for group in groups for form in group}
    owner = {of[bare(name)][0]: name for name in published if bare(name) in of}
    forms = [*names, *(form for group in groups for form in group)]
    return {
        name: owner.get(first, first)
        for name in forms
        if name not in published and bare(name) in of
        for first in (of[bare(name)][0],)
    }


def _housed(published: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Names that are a publisher's here: it is stated as the host that spells them, or they are."""
    spelled = {way: name for name in published for way in spells(name) if not core(name)}
    held = {core(name): name for name in published if core(name)}
    found: dict[str, str] = {}
    for name in names:
        if name not in published:
            own = core(name)
            publisher = held.get(own) or spelled.get(own) if own else None
            publisher = publisher or next(
                (held[w] for w in sorted(spells(name)) if w in held), None
            )
            if publisher:
                found[name] = publisher
    return found


def _hosts(documents: Iterable[Document], known: Mapping[str, Outlet]) -> dict[str, Outlet]:
    found: dict[str, set[str]] = {}
    for document in documents:
        host = host_of(document.url or "")
        if host and document.publisher:
            found.setdefault(host, set()).add(bare(document.publisher))
    return {
        host: known[name]
        for host, names in sorted(found.items())
        if len(names) == 1 and (name := next(iter(names))) in known
    }


def publishes(outlet: Outlet, document: Document) -> bool:
    """Whether the document is one of the outlet's own reports here."""
    if len(outlet.documents) > 1:
        return document.publisher == outlet.name
    return document.id in outlet.documents


def plain_name(name: str) -> str:
    """An outlet's name without who of it speaks ("the newsroom of the Lanta Wire")."""
    parts: list[str] = load("credits")["medium"]["parts"]
    return re.sub(rf"^(?:the |a |an )?(?:{'|'.join(parts)}) (?:of|at|for) (?:the )?", "", name)


def _spoken(readings: Iterable[Reading]) -> list[str]:
    names = {
        plain_name(a.source.name)
        for reading in readings
        for a in reading.attributions
        if a.source and a.source.kind == "media" and a.source.name and not a.source.anonymous
    }
    return sorted(name for name in names if _proper(name))


def is_body(publisher: str, speaking: frozenset[str] = frozenset()) -> bool:
    """Whether a publisher is a body with something to say, by its name or by ``speaking``."""
    words: list[str] = load("credits")["bodies"]["words"]
    return bare(publisher) in speaking or not set(bare(publisher).split()).isdisjoint(words)


def _speaking(documents: Iterable[Document], readings: Iterable[Reading]) -> frozenset[str]:
    """Publishers that are themselves sources and pass nobody else's word on.

    An arm of a state, where it is mostly read as one; any other body only where two reports have
    its word and its own name no other source. What is read as a body may be an unknown outlet.
    """
    publisher = {d.id: bare(d.publisher) for d in documents if d.publisher}
    kinds: dict[str, list[SourceKind]] = {}
    heard: dict[str, set[str]] = {}
    carrying: set[str] = set()
    for reading in readings:
        own = publisher.get(reading.document, "")
        for one in reading.attributions:
            name = bare(one.source.name or "") if one.source else ""
            if one.source and name and one.source.kind not in {"media", "author", "unspecified"}:
                kinds.setdefault(name, []).append(one.source.kind)
                heard.setdefault(name, set()).add(reading.document)
            if one.source and name != own and one.scope == "speech":
                carrying.add(own)
            if one.act == "report":
                carrying.add(name)
    return frozenset(
        name
        for name in set(publisher.values()) & set(kinds) - carrying
        if 2 * sum(k in _STATE for k in kinds[name]) > len(kinds[name]) or len(heard[name]) > 1
    )


def _proper(name: str) -> bool:
    """Whether the words are a name and not a description ("state media", "the Orsk newspaper")."""
    generic = load("credits")["generic"]["alone"]
    words = name.removeprefix("the ").removeprefix("The ").split()
    named = any(w[:1].isupper() and w.lower() not in generic for w in words)
    return named and not (len(words) > 1 and words[-1].islower()) and not nation(name)


def _forms(name: str, clashing: frozenset[str]) -> list[str]:
    base = re.sub(r"^[Tt]he\s+", "", name).strip()
    forms = [name, base, _shortened(base), _acronym(base), re.sub(r"\.\w{2,12}$", "", base)]
    last = base.split()[-1] if base.split() else ""
    named = len(base.split()) > 1 and _telling(base.split()[0])
    if named and _telling(last) and last.lower() not in clashing:
        forms.append(f"the {last}")
    return [f for f in forms if len(f) > 1]


def _shortened(base: str) -> str:
    for ending in load("credits")["generic"]["endings"]:
        if base.lower().endswith(f" {ending}"):
            rest = base[: -len(ending)].strip()
            return rest if len(rest) > 2 else ""
    return ""


def _acronym(base: str) -> str:
    words = base.split()
    return (
        "".join(w[0] for w in words)
        if len(words) > 2 and all(w[0].isupper() for w in words)
        else ""
    )


def _telling(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in load("credits")["generic"]["alone"]


def _clashing(names: Iterable[str]) -> frozenset[str]:
    """Last words that more than one outlet's name ends in: they name none of them."""
    lasts = Counter(name.split()[-1].lower() for name in names if name.split())
    return frozenset(word for word, count in lasts.items() if count > 1)
