"""Upstream outlets that a report names: datelines, credit lines, "X reported", "told X"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.lexicons import load
from reportedly.model import Act, Attribution, Document, LinkKind, Reading, Span, bare, cut, hull

from .clock import earlier
from .crediting import coordinated, cue, leads, of_itself, own_work, person, pictured, surname
from .hosts import host_of
from .outlets import Outlet, Outlets, plain_name
from .words import is_boilerplate, quotations

_DATELINE = re.compile(
    r"^[ \t]*(?:[A-ZÀ-Þ][^\n()—–]{0,60}?)?[(\[](?P<name>[^()\[\]\n]{2,50})[)\]][ \t]*(?:—|–|--|-)",
    re.MULTILINE,
)
_UNBRACKETED = re.compile(
    r"^[ \t]*[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:(?:,|[ \t][—–-])[ \t][A-Z][a-z]{2,8}\.?[ \t]\d{1,2})?"
    r"(?:,|[ \t][—–-])[ \t](?P<name>[A-Z][^\n,:—–]{1,50}?)[ \t]?(?:—|–|--|:|[ \t]-[ \t])",
    re.MULTILINE,
)
_NOT = re.compile(r"\b(?:not|never|nor)\b|n[’']t\b", re.IGNORECASE)
_STOPS = ".!?:;,…”\"’'—–-"
"""What a sentence, or what stands before a name, ends in."""
_TAG = re.compile(r"[(\[](?P<name>[A-Z][^()\[\]\n]{1,50})[)\]]")
LINK = "hyperlink"
"""How a credit is known that leads to a report by its address."""
NAMED, SOURCE = "named in the text", "source of a statement"
"""Ways in which a credit is known: by a crediting word; because the reading has it as a source."""
_BEFORE_TELLING = re.compile(r"(?:['’]s)?(?:\s+[\w-]+){0,3}\s+")
_NONE: Mapping[str, Document] = {}
WHOLE = frozenset({"dateline", "credit line", "byline", "stated by the page"})
"""Ways of crediting an outlet for a report as a whole."""
BESIDE = "named beside what it reported"
"""How a credit is known that has no crediting word: the outlet carried the same claim before."""
BESIDE_NAME = 3
"""Words that a source may have beside an outlet's name and be that outlet ("readers of X")."""
_DOING: frozenset[Act] = frozenset(
    {"agree", "believe", "correct", "decline", "demand", "praise", "promise"}
)
"""Acts of an outlet that is in the news itself, where no crediting word stands beside it."""
_OWNED = re.compile(r"^['’]s?\b|,.*$", re.DOTALL)
"""What does not belong to a name that stands in a source's words: "'s", a clause behind it."""
_CREDITING = re.compile(r"\b(?:[Bb]y|[Ff]rom|[Ww]ith|[Ss]ource|[Vv]ia|reporting|staff)\b")
"""What a line at the head has that is no headline about the outlet."""
LINES, SHORT = 3, 8
"""Lines at each end of a report that may be credit lines; words one has at most beside the name."""

Printed = Sequence[tuple[Outlet, Span]]
"""Outlets named in a report's text, and where."""


@dataclass(frozen=True, slots=True)
class Credit:
    """``document`` names ``outlet`` as where something in it comes from.

    ``span`` is the credit as printed (None for a byline), ``sentence`` the sentence it stands in.
    ``whole``: the credit is for the report as a whole (dateline, credit line, byline, a sentence
    that holds nothing else). ``target``: the report itself, where a hyperlink leads to it.
    """

    document: str
    outlet: Outlet
    kind: LinkKind
    span: Span | None
    sentence: Span | None
    whole: bool
    how: str
    target: str | None = None


def mentions(
    document: Document, reading: Reading, known: Outlets, addresses: Mapping[str, Document] = _NONE
) -> tuple[Credit, ...]:
    """Every credit in ``document``, in text order, one a sentence and outlet; not its own.

    ``addresses``: reports here by their address, to which hyperlinks may lead.
    """
    printed = _names(document, known)
    found = [*_linked(document, known, addresses), *_stated(document, known)]
    found += [*_byline(document, known), *_marked(document, known, printed)]
    found += [*_lines(document, reading, printed), *_told(document, printed)]
    found += [*_attributed(document, reading, known, printed), *_beside(document, printed)]
    own = known.named(document.publisher) if document.publisher else None
    found = [c for c in found if not _pictured(document, c) and not _speaks(document, c, found)]
    found = [c for c in found if not _leads_on(document, c)]
    kept: dict[tuple[str, LinkKind, Span | None, str | None], Credit] = {}
    for credit in found:
        if credit.outlet != own and bare(credit.outlet.name) != bare(document.publisher or ""):
            key = (credit.outlet.name, credit.kind, credit.sentence, credit.target)
            kept.setdefault(key, credit)
    return tuple(
        sorted(kept.values(), key=lambda c: (c.span or Span(-1, -1), c.outlet.name, c.kind))
    )


def _names(document: Document, known: Outlets) -> Printed:
    """Outlets named in the text, not beside a picture.

    A name of one word that somebody's name ends in is not an outlet's.
    """
    text = document.text
    found = tuple(known.found(text))
    people = {
        printed
        for outlet, span in found
        for printed in (text[span.start : span.end],)
        if _may_be_a_surname(printed, outlet) and surname(text, span)
    }
    full = {o.name for o, s in found if text[s.start : s.end] not in people}
    return tuple(
        (outlet, span)
        for outlet, span in found
        if not pictured(text, span)
        and not person(text, span)
        and (
            text[span.start : span.end] not in people
            or (outlet.name in full and not surname(text, span))
        )
    )


def _may_be_a_surname(printed: str, outlet: Outlet) -> bool:
    one = printed.isalpha() and not printed.isupper()
    return one and not (outlet.documents and bare(printed) == bare(outlet.name))


def _pictured(document: Document, credit: Credit) -> bool:
    if credit.span is None or credit.how == NAMED:
        return False
    return pictured(document.text, credit.span)


def _leads_on(document: Document, credit: Credit) -> bool:
    where = credit.sentence
    return where is not None and leads(document.text, where)


def _speaks(document: Document, credit: Credit, found: Iterable[Credit]) -> bool:
    """Whether the outlet is one that tells another outlet something: it is then in the news."""
    if credit.how != SOURCE or credit.span is None or credit.sentence is None:
        return False
    if cue(document.text, credit.sentence, credit.span):
        return False
    return any(
        other.how == NAMED
        and other.span is not None
        and other.outlet != credit.outlet
        and bool(_BEFORE_TELLING.fullmatch(document.text, credit.span.end, other.span.start))
        for other in found
    )


def _linked(
    document: Document, known: Outlets, addresses: Mapping[str, Document]
) -> Iterator[Credit]:
    """Hyperlinks to a report that is here, and not known to be later."""
    for link in document.links:
        other = addresses.get(link.url)
        if other is None or other.id == document.id or earlier(document, other) is True:
            continue
        outlet = known.named(other.outlet) or Outlet(other.outlet, (other.outlet,), (other.id,))
        sentence = document.sentence_of(link.span) if link.span else None
        yield Credit(document.id, outlet, "credited", link.span, sentence, False, LINK, other.id)


def _stated(document: Document, known: Outlets) -> Iterator[Credit]:
    """Whom the page or row states it is from: a name, an address, or its canonical address."""
    for stated in filter(None, (document.syndicated, document.canonical)):
        host = host_of(stated)
        outlet = known.at(host) if host else known.named(stated)
        if outlet is None and not host and "//" not in stated:
            outlet = Outlet(stated, (stated,), ())
        if outlet:
            yield Credit(document.id, outlet, "credited", None, None, True, "stated by the page")


def _byline(document: Document, known: Outlets) -> Iterator[Credit]:
    for outlet, _ in known.found(document.byline or ""):
        yield Credit(document.id, outlet, "credited", None, None, True, "byline")


def datelines(text: str) -> tuple[Span, ...]:
    """Where datelines stand: a place, a day, and an outlet, known or not, before the text."""
    return tuple(Span(*m.span()) for p in (_DATELINE, _UNBRACKETED) for m in p.finditer(text))


def _marked(document: Document, known: Outlets, printed: Printed) -> Iterator[Credit]:
    """Datelines with any name in brackets or a known one, and known names alone in brackets."""
    for match in _DATELINE.finditer(document.text):
        name = match["name"].strip()
        outlet = known.named(name)
        if outlet is None and re.fullmatch(r"[A-Z][^\d,;:]+", name):
            outlet = Outlet(name, (name,), ())
        if outlet:
            yield _credit(document, outlet, "credited", Span(*match.span("name")), "dateline")
    for match in _UNBRACKETED.finditer(document.text):
        outlet = known.named(match["name"].strip())
        if outlet:
            yield _credit(document, outlet, "credited", Span(*match.span("name")), "dateline")
    for match in _TAG.finditer(document.text):
        outlet = known.named(match["name"].strip(" ."))
        short = outlet and _short_for(document.text, match.start(), outlet, printed)
        if outlet and not short and not _ends_a_caption(document.text, Span(*match.span())):
            yield _credit(document, outlet, "credited", Span(*match.span("name")), "credit line")


def _ends_a_caption(text: str, tag: Span) -> bool:
    """Whether it ends a line that is no sentence: there it says whose the picture is."""
    before = text[text.rfind("\n", 0, tag.start) + 1 : tag.start].rstrip(" ([")
    after = text[tag.end :].split("\n", 1)[0].strip(" )].")
    return bool(before) and before[-1] not in _STOPS and not after


def _short_for(text: str, at: int, outlet: Outlet, printed: Printed) -> bool:
    """Whether what stands in the bracket ``at`` is a short form of the name before it."""
    ends = [s.end for o, s in printed if o.name == outlet.name and s.end <= at]
    return any(not text[end:at].strip() for end in ends)


def _lines(document: Document, reading: Reading, printed: Printed) -> Iterator[Credit]:
    """Short lines at the head or the foot that hold little besides an outlet's name."""
    text = document.text
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    head = frozenset(lines[:LINES]) - frozenset(lines[-LINES:])
    said = [a.sentence for a in reading.attributions]
    for line in sorted({*lines[:LINES], *lines[-LINES:]}) if len(lines) > 1 else ():
        if is_boilerplate(text[line.start : line.end]) or any(line.overlaps(s) for s in said):
            continue
        for outlet, name in printed:
            rest = text[line.start : name.start] + text[name.end : line.end]
            most = SHORT if line not in head or _CREDITING.search(rest) else BESIDE_NAME
            if name not in line or of_itself(text, name):
                continue
            if len(rest.split()) <= most and not re.search(r"\d", rest):
                yield _credit(document, outlet, "credited", name, "credit line")


def _beside(document: Document, printed: Printed) -> Iterator[Credit]:
    """Publishers of the case named without a crediting word: a credit only where they carry it."""
    for outlet, name in printed:
        if outlet.documents and bare(document.text[name.start : name.end]) == bare(outlet.name):
            yield _credit(document, outlet, "credited", name, BESIDE)


def _told(document: Document, printed: Printed) -> Iterator[Credit]:
    """Known names with a crediting word before or after them, or in a row with one that has.

    Inside a quotation somebody else speaks of an outlet, but what was told to one is its own text.
    """
    cues = [cue(document.text, document.sentence_of(name) or name, name) for _, name in printed]
    spoken = quotations(document.text) if any(cues) else ()
    for at, (outlet, name) in enumerate(printed):
        found = cues[at] or _of_the_row(document.text, printed, cues, at)
        if found and (found[0] == "quoted" or not any(name in q for q in spoken)):
            kind, words = found
            where = hull((words, name)) if cues[at] else name
            yield _credit(document, outlet, "credited", where, NAMED)
            if kind == "quoted" and _quotes(document, name):
                yield _credit(document, outlet, "quoted", where, "told with a quotation")


def _of_the_row(
    text: str, printed: Printed, cues: Sequence[tuple[LinkKind, Span] | None], at: int
) -> tuple[LinkKind, Span] | None:
    """The crediting word before the row of names, or after it, in which the one ``at`` stands."""
    for step in (-1, 1):
        place = at
        while 0 <= place + step < len(printed):
            pair = sorted((printed[place][1], printed[place + step][1]))
            if not coordinated(text, *pair):
                break
            place += step
            found = cues[place]
            if found:
                before = found[1].start < printed[place][1].start
                return found if before == (step < 0) else None
    return None


def _attributed(
    document: Document, reading: Reading, known: Outlets, printed: Printed
) -> Iterator[Credit]:
    """Outlets that the reading already found to be the source of something, not of themselves."""
    names = {name for _, name in printed}
    for attribution in reading.attributions:
        if attribution.stance in {"against", "silent"} or _negated(attribution, document):
            continue
        outlet = outlet_of(attribution, document, known)
        if outlet and attribution.source and attribution.source.spans:
            where = hull(attribution.source.spans)
            other = {s for _, s in known.found(document.text, where.start, where.end)} - names
            if other or _of_its_own(document, attribution, where):
                continue
            yield _credit(document, outlet, "credited", where, SOURCE)


def _of_its_own(document: Document, attribution: Attribution, source: Span) -> bool:
    """Whether the outlet speaks of business of its own, or but a quotation has it speak.

    So it does where it does something else than tell or ask: demands, ranks, corrects its story.
    """
    words = set(cut(document.text, attribution.cue).lower().split())
    announcing = words.intersection(load("credits")["after"]["announcing"])
    inside = any(source in quotation for quotation in quotations(document.text))
    other = attribution.act in _DOING or own_work(cut(document.text, attribution.content))
    return bool(announcing) or inside or other or of_itself(document.text, source)


def _of_something_else(printed: str, inside: re.Match[str]) -> bool:
    """Whether the outlet's name in a source only tells what kind of other thing that is."""
    table = load("credits")
    kinds = [*table["mastheads"]["kinds"], *table["mastheads"]["sites"], *table["after"]["people"]]
    beside = {word for kind in kinds for word in kind.split()}
    return not beside.issuperset(re.findall(r"\b[a-z]+\b", _OWNED.sub("", printed[inside.end() :])))


def _negated(attribution: Attribution, document: Document) -> bool:
    """Whether the source is said not to have said it ("did not publish a story on")."""
    where = hull((*attribution.cue, *(attribution.source.spans if attribution.source else ())))
    return bool(_NOT.search(document.text, where.start, where.end))


def outlet_of(attribution: Attribution, document: Document, known: Outlets) -> Outlet | None:
    """The outlet whose word the attribution is, where its source is one.

    A source that has the name of a publisher here is that outlet, whatever it was read as, and
    with a word or two around it, too.
    """
    source = attribution.source
    if source is None:
        return None
    printed = cut(document.text, source.spans)
    inside = _last_owned(known.pattern.finditer(printed), printed)
    near = inside and len(printed.split()) - len(inside.group().split()) <= BESIDE_NAME
    publisher = known.publisher(inside.group()) if inside and near else None
    if publisher is None and source.spans:
        publisher = _around(attribution.sentence, hull(source.spans), document, known)
    if publisher:
        return publisher
    modifying = inside is not None and _of_something_else(printed, inside)
    if not source.name or source.anonymous or modifying:
        return None
    outlet = known.named(printed) or known.named(plain_name(source.name))
    if outlet is None and source.kind == "document" and inside:
        return known.named(inside.group())
    if (
        outlet
        and source.kind != "media"
        and bare(outlet.name) not in {bare(source.name), bare(printed)}
    ):
        return None
    return outlet if outlet and (source.kind == "media" or outlet.documents) else None


def _around(sentence: Span, read: Span, document: Document, known: Outlets) -> Outlet | None:
    """A publisher here whose full name only a part of was read: "Vesk" of "Vesk Courier"."""
    text = document.text
    for outlet, where in known.found(text, sentence.start, sentence.end):
        if read in where and read != where and known.publisher(text[where.start : where.end]):
            return outlet
    return None


def _last_owned(names: Iterator[re.Match[str]], printed: str) -> re.Match[str] | None:
    """The first name, or the one that it owns ("the Courier's Orsknet")."""
    found = list(names)
    owner = next(
        (at for at, m in enumerate(found) if not re.match(r"['’]s", printed[m.end() :])), 0
    )
    return found[owner] if found else None


def _credit(document: Document, outlet: Outlet, kind: LinkKind, span: Span, how: str) -> Credit:
    sentence = document.sentence_of(span)
    alone = sentence is not None and span.end - span.start > 0.6 * (sentence.end - sentence.start)
    whole = alone or how in WHOLE
    return Credit(document.id, outlet, kind, span, sentence, whole, how)


def _quotes(document: Document, name: Span) -> bool:
    """Whether a quotation stands in the name's sentence."""
    sentence = document.sentence_of(name)
    return sentence is not None and any(q.overlaps(sentence) for q in quotations(document.text))
