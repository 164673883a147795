"""The supporting statements of one claim by report, and how those reports follow one another."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Claim, Evidence, Span, Statement, bare

from .beside import with_named
from .clock import earlier
from .credits import Credit
from .lineage import RECENT, Graph
from .voices import Ground, Voice, voice


@dataclass(frozen=True, slots=True)
class Support:
    """What the origins of one claim are found in.

    ``above``: supporting reports upstream of each, the nearest; ``through``: those that a link to a
    report which does not tell of the claim leads on to, by both reports; ``led``: all that its
    links lead to; ``copied``: each report's words that stand upstream; ``credited``: outlets it
    names; ``by_document``: its statements for the claim; ``heard``: whose word each of them is.
    """

    claim: Claim
    kept: Ground
    above: dict[str, tuple[str, ...]]
    through: dict[tuple[str, str], tuple[str, ...]]
    led: dict[str, tuple[str, ...]]
    credited: dict[str, tuple[Credit, ...]]
    copied: dict[str, tuple[Evidence, ...]]
    by_document: dict[str, list[Statement]]
    heard: dict[str, Voice]

    def in_copy(self, statement: Statement) -> bool:
        """Whether the statement's predicate stands in a passage copied from upstream."""
        return any(
            span.overlaps(statement.predicate)
            for evidence in self.copied[statement.document]
            for span in evidence.spans
        )

    def of_outlet(self, document: str, name: str) -> tuple[str, ...]:
        """Reports of the outlet ``name`` upstream of ``document`` that carry the claim.

        Where its report tells of something else only, those that this report follows.
        """
        own = tuple(u for u in self.above[document] if self._prints(u, name))
        if own:
            return own
        led = (upper for (lower, by), found in self.through.items()
               if lower == document and self._prints(by, name) for upper in found)  # fmt: skip
        return tuple(dict.fromkeys(led))

    def holds(self, document: str, name: str) -> bool:
        """Whether a link leads ``document`` to any report of the outlet ``name``."""
        return any(self._prints(upper, name) for upper in self.led[document])

    def _prints(self, document: str, name: str) -> bool:
        return bare(self.kept.documents[document].outlet) == bare(name)

    def has_it_from(self, statement: Statement) -> tuple[str, ...]:
        """Reports above it of outlets that its own sentence, or all of the report, credits for it.

        Or of the outlet that the voice it tells of spoke to.
        """
        document, via = statement.document, self.heard[statement.id].via
        names = (*_within(self.credited.get(document, ()), (statement,)), *([via] if via else []))
        return tuple(d for name in names for d in self.of_outlet(document, name))

    def credit(self, document: str, near: tuple[Statement, ...]) -> str | None:
        """The outlet credited for all of the report, or in a sentence of ``near`` or the next."""
        held = [c for c in self.credited.get(document, ()) if c.kind == "credited"]
        whole = next((c.outlet.name for c in held if c.whole), None)
        if whole:
            return whole
        sentences = self.kept.documents[document].sentences
        for statement in near:
            first = bisect_right(sentences, statement.sentence.start, key=lambda s: s.end)
            last = bisect_left(sentences, statement.sentence.end, key=lambda s: s.start)
            reach = sentences[first : last + 1] if first < last else ()
            for credit in held:
                if credit.sentence in reach:
                    return credit.outlet.name
        return None


def _within(named: Iterable[Credit], said: Iterable[Statement]) -> Iterator[str]:
    """The outlets credited for all of a report, or in a sentence of ``said``."""
    sentences = {s.sentence for s in said}
    for credit in named:
        if credit.kind == "credited" and (credit.whole or credit.sentence in sentences):
            yield credit.outlet.name


def support(
    claim: Claim, kept: Ground, links: Graph, credited: dict[str, tuple[Credit, ...]]
) -> Support:
    """Only statements *for* the claim: a denial is never a source for what it denies.

    What is read as said for it in a sentence that denies it too, without a word that calls it so,
    is the denier's again; so is what its sentence calls untrue ("the claim that … is a lie"). The
    verdict itself ("… is a lie") is no support either, where others tell of the thing.
    """
    by_document: dict[str, list[Statement]] = {}
    denied = {
        (s.document, s.sentence)
        for s in (kept.statements[number] for number in claim.statements)
        if s.stance == "against"
    }
    said = [
        s
        for s in (kept.statements[number] for number in claim.statements)
        if s.stance == "for" and not _gainsaid(s, kept, denied) and not called_untrue(s, kept)
    ]
    for statement in [s for s in said if not calls_untrue(s, kept)] or said:
        by_document.setdefault(statement.document, []).append(statement)
    ordered = {d: by_document[d] for d in sorted(by_document, key=kept.place.__getitem__)}
    uppers = {document: _uppers(document, links) for document in ordered}
    through = {
        (document, upper): led
        for document in ordered
        for upper in uppers[document]
        if upper not in ordered and (led := _climbed(upper, document, ordered, links))
    }
    voices = {s.id: voice(s, kept) for said in ordered.values() for s in said}
    heard = with_named(voices, kept, lambda statement: may_deny(statement, kept))
    prints: dict[str, list[str]] = {}
    for document in ordered:
        prints.setdefault(kept.documents[document].publisher or "", []).append(document)
    above: dict[str, tuple[str, ...]] = {}
    copied: dict[str, tuple[Evidence, ...]] = {}
    for document, own in ordered.items():
        led_to = [d for u in uppers[document] for d in through.get((document, u), (u,))]
        met = [d for d in led_to if d in ordered]
        met += _unmet(met, document, credited.get(document, ()), prints, kept)
        passing = [heard[s.id].name for s in own if heard[s.id].sort == "outlet"]
        names = dict.fromkeys((*passing, *_within(credited.get(document, ()), own)))
        met += _of_outlets(met, document, names, prints, kept, links)
        above[document] = tuple(dict.fromkeys(met))
        inside = [link for link in links.above(document) if link.to in ordered]
        copies = [e for link in inside if link.kind == "copied" for e in link.evidence]
        copied[document] = tuple(e for e in copies if e.document == document)
    return Support(claim, kept, above, through, uppers, credited, copied, ordered, heard)


def _uppers(document: str, links: Graph) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.to for link in links.above(document) if link.to))


def _unmet(
    led_to: Iterable[str],
    lower: str,
    named: Iterable[Credit],
    prints: Mapping[str, Sequence[str]],
    kept: Ground,
) -> tuple[str, ...]:
    """Earlier supporting reports of outlets that ``lower`` credits, where no link leads to any.

    Each of them may be the one that is meant, rather than one that tells of something else.
    ``prints``: supporting reports by publisher.
    """
    own = kept.documents[lower]
    followed = {kept.documents[d].publisher for d in led_to}
    return tuple(
        d
        for credit in named
        if credit.kind == "credited" and credit.outlet.name not in followed
        for d in prints.get(credit.outlet.name, ())
        if earlier(kept.documents[d], own) is True
    )


def _of_outlets(
    led_to: Iterable[str],
    lower: str,
    names: Iterable[str],
    prints: Mapping[str, Sequence[str]],
    kept: Ground,
    links: Graph,
) -> tuple[str, ...]:
    """Supporting reports of the outlets on whose word ``lower`` tells it, with no link to any.

    The last of those that no date tells to be later; else the first later ones that do not lead
    back here: an outlet that had a source of its own would tell it there.
    """
    own = kept.documents[lower]
    followed = {kept.documents[d].publisher for d in led_to}
    found: list[str] = []
    for name in names:
        held = [d for d in prints.get(name, ()) if d != lower and name not in followed]
        before = [d for d in held if earlier(own, kept.documents[d]) is not True]
        after = [d for d in held[:RECENT] if not _climbed(d, "", {lower}, links)]
        found += before[-RECENT:] or after
    return tuple(found)


def _climbed(start: str, lower: str, ordered: Collection[str], links: Graph) -> tuple[str, ...]:
    """The nearest supporting reports above ``start``, which is none and is above ``lower``."""
    found: dict[str, None] = {}
    seen, ways = {start, lower}, [start]
    while ways:
        for link in links.above(ways.pop(0)):
            if link.to and link.to not in seen:
                seen.add(link.to)
                if link.to in ordered:
                    found[link.to] = None
                else:
                    ways.append(link.to)
    return tuple(found)


def _gainsaid(statement: Statement, kept: Ground, denied: Collection[tuple[str, Span]]) -> bool:
    """Whether the statement is but what its own sentence denies."""
    return (statement.document, statement.sentence) in denied and may_deny(statement, kept)


def may_deny(statement: Statement, kept: Ground) -> bool:
    """Whether a word that calls something untrue stands beside the statement, or before a "that".

    Not where another voice of the sentence is read as denying: then the word is that voice's.
    """
    voice = kept.attributions.get(statement.attribution or "")
    own = voice.source.spans if voice and voice.source else ()
    if any(
        spans != own for spans in kept.denying.get((statement.document, statement.sentence), ())
    ):
        return False
    text, sentence = kept.documents[statement.document].text, statement.sentence
    return any(
        m["that"] or not any(Span(*m.span()).overlaps(span) for span in statement.spans)
        for m in _denying().finditer(text, sentence.start, sentence.end)
    )


def called_untrue(statement: Statement, kept: Ground) -> bool:
    """Whether it is but the clause that its sentence calls untrue, and so nobody's word here."""
    return any(statement.predicate in Span(*m.span("told")) for m in _untrue_in(statement, kept))


def calls_untrue(statement: Statement, kept: Ground) -> bool:
    """Whether it says that what stands beside it is untrue: "it is a lie that …"."""
    return any(
        statement.predicate in Span(*m.span()) and statement.predicate not in Span(*m.span("told"))
        for m in _untrue_in(statement, kept)
    )


def _untrue_in(statement: Statement, kept: Ground) -> Iterator[re.Match[str]]:
    """Where the statement's sentence calls something untrue, and what."""
    text, sentence = kept.documents[statement.document].text, statement.sentence
    for pattern in _untrue():
        yield from pattern.finditer(text, sentence.start, sentence.end)


@cache
def _untrue() -> tuple[re.Pattern[str], ...]:
    """Clauses called untrue: "denied the claim that …", "it is untrue that …", "at no time …".

    Or before the word: "the claim that … is a lie".
    """
    table = load("credits")["denying"]
    words, told = ("|".join(map(re.escape, table[name])) for name in ("words", "told"))
    between = "|".join((*table["between"], words, told))
    untrue = "|".join(table["untrue"])
    return (
        re.compile(rf"\b(?i:{untrue})\b(?P<told>[^.;]*)"),
        re.compile(rf"\b(?i:{words})(?:\s+(?:{between}))*\s+that\s+(?P<told>[^,.;]*)"),
        re.compile(
            rf"\b(?i:the|this|any)\s+(?:{told})\s+that\s+(?P<told>[^.;]*?),?\s+(?:is|was|are|were)"
            rf"\s+(?:\w+\s+){{0,2}}(?:{words})\b"
        ),
    )


@cache
def _denying() -> re.Pattern[str]:
    words: list[str] = load("credits")["denying"]["words"]
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, words))})\b(?P<that> that\b)?")
