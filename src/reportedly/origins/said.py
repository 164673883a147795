"""What one report says for a claim, as drift compares it with another's."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import load
from reportedly.model import Claim, Document, Evidence, Span, Spans, Statement, cut, hull

from .credits import datelines
from .scope import Scope, scope
from .support import may_deny
from .voices import Ground, Voice, voice

_LEVEL = {"CT+": 3, "PR+": 2, "PS+": 1}
_WEAK = frozenset({"suggest", "believe", "estimate", "predict", "concern", "ask"})
"""Acts that are themselves a reserve of the source's, so no hedge of the report's."""
_RANK = {"named": 3, "outlet": 3, "firsthand": 3, "unnamed": 2, "rumour": 1, "own": 0}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the claim, with what drift looks at.

    ``level``: certain 3, probable 2, possible 1, else 0. ``rank`` of its source: named 3,
    unnamed 2, nobody in particular 1, the report itself 0. ``hedged`` by words of the report,
    not by the verb of its source. ``around``: the words of its sentence;
    ``beside``: an outlet is named among them, not in a dateline.
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

    @property
    def described(self) -> int:
        """The rank of its source; an outlet that stands where the source stood describes nobody."""
        return 0 if self.voice.sort in {"outlet", "firsthand"} else self.rank

    @property
    def rumoured(self) -> bool:
        """Hedged by nothing but that nobody is named for it."""
        return self.hedged and self.level == 3

    @property
    def flat(self) -> bool:
        """Said in the report's own words, without reserve."""
        return self.statement.attribution is None and self.level == 3

    @property
    def marks(self) -> Spans:
        """What shows in its sentence how sure it is."""
        statement = self.statement
        reasons = (e for reason in statement.reasons for e in reason.evidence)
        spans = [s for e in reasons if e.document == statement.document for s in e.spans]
        return tuple(s for s in spans if s in statement.sentence)

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


Told = tuple[Said, ...]
"""Everything one report says for a claim."""


def tellings(claim: Claim, kept: Ground) -> dict[str, Told]:
    """By report: all that it says for the claim, or repeats of it; no denials."""
    told: dict[str, list[Said]] = {}
    for number in claim.statements:
        statement = kept.statements[number]
        told_for = statement.stance in {"for", "observing"} and statement.factuality[-1] != "-"
        if told_for and not _denied(statement, kept):
            told.setdefault(statement.document, []).append(_said(statement, kept))
    return {document: tuple(said) for document, said in told.items()}


def _denied(statement: Statement, kept: Ground) -> bool:
    """Whether it is but what a denial repeats ("the claim that …")."""
    repeated = (statement.document, statement.predicate) in kept.denied
    return repeated or may_deny(statement, kept)


def _said(statement: Statement, kept: Ground) -> Said:
    heard = voice(statement, kept)
    attribution = kept.attributions.get(statement.attribution or "")
    level = _LEVEL.get(statement.factuality, 0)
    spoken = attribution is not None and attribution.source is not None
    rank = _RANK[heard.sort] if attribution is None or spoken else 0
    doubted = attribution is not None and spoken and _unsure_of_itself(statement, kept)
    level = min(level, _LEVEL["PR+"]) if doubted else level
    weak = doubted or (attribution is not None and spoken and attribution.act in _WEAK)
    words = Evidence(statement.document, statement.spans)
    cue = Evidence(statement.document, attribution.cue) if attribution else words
    source = (
        Evidence(statement.document, attribution.source.spans)
        if attribution and attribution.source and attribution.source.spans
        else cue
    )
    planned = statement.mode == "future"
    hedged = (level < 3 and not weak and not planned) or (attribution is not None and not spoken)
    document = kept.documents[statement.document]
    sentence = cut(document.text, (statement.sentence,))
    around = frozenset(re.findall(r"\w+", sentence.lower()))
    beside = _beside(statement, document, kept)
    extent = scope(statement, document)
    return Said(statement, heard, level, rank, hedged, cue, source, extent, around, beside)


def _unsure_of_itself(statement: Statement, kept: Ground) -> bool:
    """Whether words beside the statement tell that its voice is not certain of it."""
    text, sentence = kept.documents[statement.document].text, statement.sentence
    return any(
        not any(Span(*m.span()).overlaps(span) for span in statement.spans)
        for m in _unsure().finditer(text, sentence.start, sentence.end)
    )


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('credits')['unsure']['patterns'])})\b", re.IGNORECASE)


def _beside(statement: Statement, document: Document, kept: Ground) -> bool:
    """Whether the statement's sentence names an outlet; a dateline, or "Upper Marn", does not."""
    lines = datelines(document.text)
    start, end = statement.sentence.start, statement.sentence.end
    return any(
        (span.end - span.start == len(outlet.name) or " " in document.text[span.start : span.end])
        and not any(span in line for line in lines)
        for outlet, span in kept.known.found(document.text, start, end)
    )
