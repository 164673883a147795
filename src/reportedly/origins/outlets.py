"""The outlets a case knows by name, and the shorter forms by which reports call them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reportedly.lexicons import load
from reportedly.model import Document, Reading, SourceKind, Span, bare

from .names import Names

_SITE = re.compile(
    r"\b(?:[A-Z]\w+\.(?:com|net|org|info|tv|co\.uk)|[a-z]{2,}\d+|\d+[a-z]+\d*[A-Z]\w+)\b(?![/@.]\w)"
)
"""Names of sites, like no other names: with an address's ending, or a digit inside."""

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
    table = load("credits")
    agencies: list[list[str]] = [*table["agencies"]["forms"], *table["broadcasters"]["forms"]]
    names = dict.fromkeys(
        [*published, *_spoken(readings), *(forms[0] for forms in agencies), *_printed(documents)]
    )
    short = {forms[0]: forms for forms in agencies}
    clashing = _clashing(names)
    known: dict[str, Outlet] = {}
    for name in names:
        made = _forms(name, clashing, short.get(name, []))
        if name not in published and "." in name and _SITE.match(name):
            made = [name]
        forms = tuple(dict.fromkeys(f for f in made if f))
        if bare(name) not in known:
            outlet = Outlet(name, forms, tuple(published.get(name, ())))
            for form in forms:
                known.setdefault(bare(form), outlet)
    hosts = _hosts(documents, known)
    pattern = Names(form for outlet in known.values() for form in outlet.forms)
    return Outlets(tuple(dict.fromkeys(known.values())), known, pattern, hosts)


def host_of(address: str) -> str:
    """The host of an address without "www.", "" for what is none or cannot be read as one."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


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


def _printed(documents: Iterable[Document]) -> list[str]:
    """Names in the texts that read like an outlet's; a credit still needs a crediting word."""
    words = "|".join(load("credits")["mastheads"]["words"])
    pattern = re.compile(rf"\b(?:[A-Z]\w+ ){{1,3}}(?:{words})\b(?!\s+[A-Z])")
    found = {name for d in documents for m in pattern.findall(d.text) if (name := _opened(m))}
    found |= {m for d in documents for m in _SITE.findall(d.text)}
    lasts = Counter(name.split()[-1] for name in found)
    return sorted(name for name in found if " " in name or lasts[name] == 1 or _SITE.match(name))


def _opened(words: str) -> str:
    """A printed name without what only opens its sentence ("With Drenn Wire")."""
    openers = load("credits")["generic"]["openers"]
    parts = words.split()
    while parts and parts[0].lower() in openers:
        parts = parts[1:]
    return " ".join(parts)


def _proper(name: str) -> bool:
    """Whether the words are a name and not a description ("state media")."""
    generic = load("credits")["generic"]["alone"]
    words = name.removeprefix("the ").removeprefix("The ").split()
    return any(w[:1].isupper() and w.lower() not in generic for w in words)


def _forms(name: str, clashing: frozenset[str], more: Iterable[str]) -> list[str]:
    base = re.sub(r"^[Tt]he\s+", "", name).strip()
    forms = [name, base, *more, _shortened(base), _acronym(base), re.sub(r"\.\w{2,12}$", "", base)]
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
