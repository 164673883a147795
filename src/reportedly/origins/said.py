"""What one report says for a claim, as drift compares it with another's."""

import re
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Claim, Document, Evidence, Quantity, Span, Spans, Statement, cut, hull

from .credits import datelines
from .meant import words
from .scope import Scope, scope
from .support import may_deny
from .telling import tells
from .voices import Ground, Voice, voice

_DOUBT = "doubt"
"""The reading's reason where words beside a statement tell that its voice is not certain of it."""

_LEVEL = {"CT": 3, "PR": 2, "PS": 1}
_WEAK = frozenset({"suggest", "believe", "estimate", "predict", "concern", "ask"})
"""Acts that are themselves a reserve of the source's, so no hedge of the report's."""
_RANK = {"named": 3, "outlet": 3, "firsthand": 3, "unnamed": 2, "rumour": 1, "own": 0}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the claim, with what drift looks at.

    ``level``: certain 3, probable 2, possible 1, else 0. ``rank`` of its source: named 3,
    unnamed 2, nobody in particular 1, the report itself 0. ``hedged`` by words of the report,
    not by the verb of its source. ``around``: the words of its sentence;
    ``beside``: an outlet is named among them, not in a dateline. ``shown``: the words that
    show how sure it is, else its cue. ``told``: that its
    attribution, if it has one, is of somebody's word. ``counting``: the statement with the number
    of its sentence.
    """

    statement: Statement
    voice: Voice
    level: int
    rank: int
    hedged: bool
    cue: Evidence
    source: Evidence
    extent: Scope
    around: frozenset[str]
    beside: bool
    shown: frozenset[str]
    told: bool
    counting: Statement
    content: frozenset[str]
    ahead: bool

    @property
    def described(self) -> int:
        """The rank of its source; an outlet, or its own people, in that place describe nobody."""
        nobody = self.voice.sort in {"outlet", "firsthand"} or self.voice.kind == "author"
        return 0 if nobody else self.rank

    @property
    def rumoured(self) -> bool:
        """Hedged by nothing but that nobody is named for it."""
        return self.hedged and self.level == 3 and not self.shown & hedging()

    @property
    def flat(self) -> bool:
        """Said in the report's own words, without reserve."""
        return self.statement.attribution is None and self.level == 3

    @property
    def marks(self) -> Spans:
        """What shows in its sentence how sure it is."""
        return _marks(self.statement)

    @property
    def unmarked(self) -> bool:
        """Whether nothing beside its verb shows it."""
        return bool(self.marks) and all(mark in self.statement.predicate for mark in self.marks)

    @property
    def reserve(self) -> Evidence:
        """The words that hedge it: from the modal or adverb to the verb, else the cue."""
        if not self.marks:
            return self.cue
        where = hull((*self.marks, self.statement.predicate))
        return Evidence(self.statement.document, (where,))

    @property
    def words(self) -> Evidence:
        """The statement's words."""
        return Evidence(self.statement.document, self.statement.spans)


def _marks(statement: Statement) -> Spans:
    reasons = (e for reason in statement.reasons for e in reason.evidence)
    spans = [s for e in reasons if e.document == statement.document for s in e.spans]
    return tuple(s for s in spans if s in statement.sentence)


@cache
def hedging() -> frozenset[str]:
    """Words that hedge a clause, wherever they stand in it."""
    adverbs = load("hedges")["adverbs"].keys() - {"source"}
    return frozenset((*load("credits")["hedging"]["words"], *adverbs))


Told = tuple[Said, ...]
"""Everything one report says for a claim."""


Numbers = dict[tuple[str, Span], frozenset[Quantity]]
"""The numbers that statements print, by report and sentence."""


def printed(kept: Ground) -> Numbers:
    """The numbers of each sentence."""
    found: dict[tuple[str, Span], set[Quantity]] = {}
    for said in kept.statements.values():
        if said.quantity:
            found.setdefault((said.document, said.sentence), set()).add(said.quantity)
    return {place: frozenset(held) for place, held in found.items()}


def tellings(claim: Claim, kept: Ground, numbers: Numbers) -> tuple[dict[str, Told], ...]:
    """By report: all that it says for the claim, or repeats of it; then what it says against it.

    No denial is among either. What is said against it ("nobody was let over the border") counts
    for a report that says nothing for it.
    """
    held = [kept.statements[number] for number in claim.statements]
    lists: tuple[list[Statement], ...] = (
        [s for s in held if _for(s, kept)],
        [s for s in held if _negative(s, kept)],
    )
    sides: list[dict[str, list[Said]]] = [{}, {}]
    for side, statements in zip(sides, lists, strict=True):
        for one in statements:
            side.setdefault(one.document, []).append(_said(one, kept, numbers))
    return tuple(
        {
            document: tuple(told)
            for document, told in side.items()
            if side is sides[0] or document not in sides[0]
        }
        for side in sides
    )


def _for(statement: Statement, kept: Ground) -> bool:
    told_for = statement.stance in {"for", "observing"} and statement.factuality[-1] != "-"
    return told_for and not _denied(statement, kept)


def _negative(statement: Statement, kept: Ground) -> bool:
    """Whether it says that something is not so, on nobody's word who denies what others say."""
    attribution = kept.attributions.get(statement.attribution or "")
    if statement.stance != "against" or statement.factuality[-1] != "-":
        return False
    return (attribution is None or attribution.stance == "for") and not may_deny(statement, kept)


def _denied(statement: Statement, kept: Ground) -> bool:
    """Whether it is but what a denial repeats ("the claim that …")."""
    repeated = (statement.document, statement.predicate) in kept.denied
    return repeated or may_deny(statement, kept)


def _said(statement: Statement, kept: Ground, numbers: Numbers) -> Said:
    heard = voice(statement, kept)
    attribution = kept.attributions.get(statement.attribution or "")
    level = _LEVEL.get(statement.factuality[:2], 0) if statement.factuality[-1] != "u" else 0
    spoken = attribution is not None and attribution.source is not None
    rank = _RANK[heard.sort] if attribution is None or spoken else 0
    doubted = any(reason.name == _DOUBT for reason in statement.reasons)
    weak = doubted or (attribution is not None and spoken and attribution.act in _WEAK)
    own = Evidence(statement.document, statement.spans)
    cue = Evidence(statement.document, attribution.cue) if attribution else own
    source = (
        Evidence(statement.document, attribution.source.spans)
        if attribution and attribution.source and attribution.source.spans
        else cue
    )
    planned = statement.mode == "future"
    hedged = (level < 3 and not weak and not planned) or (attribution is not None and not spoken)
    document = kept.documents[statement.document]
    marks = tuple(m for m in _marks(statement) if m not in statement.predicate)
    return Said(
        statement, heard, level, rank, hedged, cue, source, scope(statement, document),
        _words(document, (statement.sentence,)), _beside(statement, document, kept),
        _words(document, marks or (attribution.cue if attribution else ())),
        attribution is None or tells(attribution, document), _counting(statement, numbers),
        words(cut(document.text, statement.spans)),
        planned or bool(_ahead().search(document.text, *_stretch(statement))),
    )  # fmt: skip


def _counting(statement: Statement, numbers: Numbers) -> Statement:
    """The statement with the only number of its sentence, where it has none itself."""
    held = numbers.get((statement.document, statement.sentence), frozenset())
    if statement.quantity or len(held) != 1:
        return statement
    return replace(statement, quantity=next(iter(held)))


def _words(document: Document, spans: Spans) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", cut(document.text, spans).lower()))


def _stretch(statement: Statement) -> tuple[int, int]:
    where = hull((*statement.spans, statement.predicate))
    return where.start, where.end


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('credits')['ahead']['patterns'])})\b", re.IGNORECASE)


def _beside(statement: Statement, document: Document, kept: Ground) -> bool:
    """Whether the statement's sentence names an outlet; a dateline, or "Upper Marn", does not."""
    lines = datelines(document.text)
    start, end = statement.sentence.start, statement.sentence.end
    return any(
        (span.end - span.start == len(outlet.name) or " " in document.text[span.start : span.end])
        and not any(span in line for line in lines)
        for outlet, span in kept.known.found(document.text, start, end)
    )
