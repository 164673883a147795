"""The trained tagger's attributions, and what of the rules' stands beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import log

from reportedly.model import Document, Span

from . import rules, tagger
from .anonymity import pleads
from .answers import answered
from .cues import act_of, frames, lemma_of
from .cuewords import cue_words
from .denials import refuses
from .found import Found
from .framed import cut_short, framed, passed_on
from .overlaps import Near, agree, alike, meet, touch
from .rules.passing import BEHIND
from .rules.passing import OWN as PASSED
from .stance import breaks_silence
from .tagger import Look
from .tagger.marks import STANCES
from .tokens import Doc
from .wholes import called, is_clause, left_out, named, prolonged, taken_out, unsplit, whole

_QUOTED = re.compile('[“”"«»]')
_TRAILS = re.compile(r"[,”\"’]+ ")
"""What stands between something said and who said it, where that follows it."""

_AS = re.compile(r" as\b")
"""What stands between what is told and what somebody calls it."""

_UNDONE = re.compile(r"(?:did|do|does|had|has|have)(?: not|n[’']t)\b")
"""What begins a cue that is a deed not done."""

_LIKELY = log(0.5)
"""The chance that a voice keeps silent, above which it does without a content."""

_UNLIKELY = log(0.2)
"""The chance that a cue denies nothing, below which it is one that denies."""

_HEDGES = frozenset({"adverb", "adjective"})
_SAYING = frozenset({"say", "report", "confirm", "suggest", "predict", "estimate"})


def learned(doc: Doc, document: Document, seen: Look | None = None) -> list[Found]:
    """The trained tagger's attributions; those that the rules find, too, are marked as agreed.

    Some are the rules' part: whose turn it is in a transcript stands in its lines, and the corpus
    that the tagger was trained on marks neither whom a source cites, nor the author's hedges
    ("reportedly", "the alleged"), nor what stands within another's words; and it misses some
    denials, retractions and refusals, which nobody who follows a dispute can do without. An
    attribution to nobody counts only where both find it: those that the tagger alone finds are
    mostly wrong.
    """
    others = rules.find(doc, document)
    tagged = _tagged(doc, document, others, seen)
    fixed, tagged, others = framed(tagged, others)
    tagged = [o for o in tagged if not rules.ousts(doc, o.cue) or _holds_word(o, tagged)]
    beside = Near(others)
    tagged = [one for one in tagged if not _is_undone(one, beside, doc, document)]
    tagged = [_mended(one, beside, document, seen) for one in tagged]
    tagged = [one if one.source else _as_told(one, beside, document) for one in tagged]
    # What only the tagger gives to nobody is no attribution, and keeps none of the rules' out.
    tagged = [o for o in tagged if o.source or any(_bears_out(b, o) for b in beside.by(o))]
    heard = Near(tagged)
    left = [o for o in others if o not in fixed and not any(meet(o, t) for t in heard.by(o))]
    claimed = [one for one in left if any(_is_fragment(one, t) for t in heard.by(one))]
    taken_up = {one.content for one in fixed if one.rule == BEHIND}
    passed = [one for one in fixed if one.rule == PASSED]
    trailing = [o for o in others if _is_trailing(o, doc, document)]
    free = [o for o in trailing if not any(_is_taken(o, t) for t in [*tagged, *passed])]
    added = [
        one
        for one in left
        if one.content in taken_up
        or one in free
        or _counts(one, [*tagged, *passed], doc, document, seen)
    ]
    kept = [_completed(_without(_said(o, trailing, seen), claimed), trailing) for o in tagged]
    agreed = [replace(one, agreed=any(agree(one, o) for o in beside.by(one))) for one in kept]
    agreed = [cut_short(one, fixed, document) for one in agreed if one.source or one.agreed]
    # The tagger may have found "named Y as its source" besides: then it is none of ``fixed``.
    citing = [one for one in others if one.rule == "citing"]
    more = [*claimed, *(one for one in added if one not in claimed)]
    more = [cut_short(one, [*fixed, *citing], document) for one in more]
    every = [*agreed, *more]
    return [*every, *(passed_on(one, every, document) for one in fixed)]


def _tagged(
    doc: Doc, document: Document, others: Sequence[Found], seen: Look | None
) -> list[Found]:
    """What the tagger finds, each with all of what is said and no more, where that can be told."""
    tagged = unsplit(tagger.find(document.text, seen), others, document)
    tagged = [one for one in tagged if not _is_nobody(one, document)]
    tagged = [_without_shreds(_without_plea(one, document), doc, document) for one in tagged]
    tagged = answered(tagged, document)
    tagged = [one if one.content else taken_out(one, document) for one in tagged]
    tagged = _handed_back(tagged, document)
    beside = Near(others)
    tagged = [one if one.content else _filled(one, beside) for one in tagged]
    tagged = [one if one.content else left_out(one, tagged, doc, document) for one in tagged]
    return [one for one in tagged if one.content or _is_silent(one, document, seen)]


def _mended(one: Found, beside: Near, document: Document, seen: Look | None) -> Found:
    """``one`` with all of its cue, content and source, where the tagger cut one of them short."""
    one = called(one, document)
    others = beside.by(one)
    longer = prolonged(one, others, document)
    if longer is not one and (not one.source or _disputes(one, seen)):
        one = longer
    one = whole(named(one, others, document), document)
    return _told_of(_owned(_voiced(one, document), others), others)


def _counts(
    one: Found, tagged: Sequence[Found], doc: Doc, document: Document, seen: Look | None
) -> bool:
    """Whether what the rules alone find is one of those that the tagger is known to miss."""
    return (
        one.rule in _HEDGES
        or refuses(doc, document.text, one)
        or _disputes(one, seen)
        or any(_is_within(one, t) for t in tagged)
    )


def _is_trailing(one: Found, doc: Doc, document: Document) -> bool:
    """Whether it is "A, X said": a clause, a comma, who says it, and a plain word of saying."""
    if one.rule != "clause" or len(one.content) != 1 or len(one.source) != 1 or not one.cue:
        return False
    said, who, cue, text = one.content[0], one.source[0], one.cue[0], document.text
    words = cue_words(doc, one.cue)
    return (
        words is not None
        and act_of(lemma_of(words.head)) in _SAYING
        and _TRAILS.fullmatch(text, said.end, who.start) is not None
        and text[who.end : cue.start].strip() in ("", ",")
    )


def _is_taken(one: Found, tagged: Found) -> bool:
    """Whether what ``one`` says is part of what was found of another."""
    return touch(one.content, (*tagged.content, *tagged.source, *tagged.cue))


def _is_nobody(one: Found, document: Document) -> bool:
    """Whether its source is the "no source" of "citing no source", or a label: "Source: …"."""
    names = [document.text[s.start : s.end].casefold() for s in one.source]
    cue = "".join(document.text[s.start : s.end] for s in one.cue)
    return any(n in frames("unsourced") or (cue == ":" and n in frames("labels")) for n in names)


def _without_plea(one: Found, document: Document) -> Found:
    """``one`` without the "not to be named" of a source who asked for that."""
    kept = tuple(span for span in one.content if not pleads(document.text, span))
    return replace(one, content=kept)


def _without_shreds(one: Found, doc: Doc, document: Document) -> Found:
    """``one`` without the beginning of another sentence that is no clause and not quoted.

    Of "The army moved. Nine fell, a doctor said" the doctor does not say "The army".
    """
    if len(one.content) == 1:
        return one
    text, own = document.text, [s for s in one.content if _one_sentence(one, s, document)]
    if not own or len(own) == len(one.content):
        return one
    kept = (
        s
        for s in one.content
        if s in own or _QUOTED.search(text[max(s.start - 1, 0) : s.end + 1]) or is_clause(doc, s)
    )
    return replace(one, content=tuple(kept))


def _as_told(one: Found, beside: Near, document: Document) -> Found:
    """What nobody says, without what another calls it, where the rules find a noun that tells it.

    Of "dismissed reports of desertions as fabrications" the reports tell the desertions.
    """
    nouns = (o for o in beside.by(one) if o.rule == "cue noun" and o.content and meet(one, o))
    begun = (o.content for o in nouns if one.content and o.content[0].start == one.content[0].start)
    told = next((said for said in begun if _AS.match(document.text, said[-1].end)), None)
    return replace(one, content=told) if told and told[-1].end < one.content[-1].end else one


def _filled(one: Found, beside: Near) -> Found:
    """``one`` without a content, with that which the rules find of its source and cue."""
    clauses = (o for o in beside.by(one) if o.rule == "clause" and meet(one, o))
    same = (o for o in clauses if alike(one.source, o.source))
    said = next((o.content for o in same if o.content), ())
    return replace(one, content=said) if said else one


def _is_undone(one: Found, beside: Near, doc: Doc, document: Document) -> bool:
    """Whether it is a deed that was not done: "did not attack the mill", which only the tagger has.

    Words for blame are words for deeds, too, and what is not blamed is not said.
    """
    if not _UNDONE.match(document.text, one.cue[0].start, one.cue[-1].end):
        return False
    words = cue_words(doc, one.cue)
    blames = words is not None and act_of(lemma_of(words.head)) == "criticise"
    said = any(is_clause(doc, span) for span in one.content)
    return blames and not said and not any(agree(one, o) for o in beside.by(one))


def _bears_out(one: Found, tagged: Found) -> bool:
    """Whether the rules find what the tagger gives to nobody; "talk of war" tells of no more."""
    return agree(tagged, one) and (one.rule != "cue noun" or alike(one.content, tagged.content))


def _holds_word(one: Found, tagged: Sequence[Found]) -> bool:
    """Whether its content names what another says: it is no person who is dismissed then."""
    return any(cue in said for o in tagged if o.content for cue in o.cue for said in one.content)


def _said(one: Found, trailing: Sequence[Found], seen: Look | None) -> Found:
    """``one`` by the word of saying behind it, where what the speaker says was taken for a cue.

    In "It is certain that A, X said" X says that it is certain. What denies stays the cue.
    """
    for other in trailing:
        held = all(any(cue in said for said in other.content) for cue in one.cue)
        if held and touch(one.source, other.source) and not _disputes(one, seen):
            return replace(one, cue=other.cue, content=other.content)
    return one


def _completed(one: Found, trailing: Sequence[Found]) -> Found:
    """``one`` with the clause before it, where only what else it says was taken for its content.

    "A, X said. “B”" says both.
    """
    for other in trailing:
        if meet(one, other) and touch(one.cue, other.cue) and not touch(one.content, other.content):
            return replace(one, content=tuple(sorted((*other.content, *one.content))))
    return one


def _handed_back(tagged: Sequence[Found], document: Document) -> list[Found]:
    """``tagged``, what a line of another paragraph took given to who says it in its own sentence.

    "Adapted from a report by the Post." below a report says nothing of what stands above it but
    whose it is; a quotation may well stand apart from its cue.
    """
    text = document.text
    far = {
        piece
        for one in tagged
        for piece in one.content
        if "\n" in text[min(piece.end, one.cue[0].end) : max(piece.start, one.cue[0].start)]
        and not _QUOTED.search(text[piece.start : piece.end])
    }
    silent = {
        one: tuple(p for p in sorted(far) if _one_sentence(one, p, document))
        for one in tagged
        if not one.content and one.source
    }
    taken = {piece for pieces in silent.values() for piece in pieces}
    return [
        replace(one, content=silent[one])
        if silent.get(one)
        else replace(one, content=tuple(p for p in one.content if p not in taken))
        for one in tagged
    ]


def _one_sentence(one: Found, piece: Span, document: Document) -> bool:
    """Whether a cue stands in the sentence of a content."""
    held = document.sentence_of(piece)
    return held is not None and one.cue[0] in held


def _voiced(one: Found, document: Document) -> Found:
    """``one`` without the "it" of "it is claimed that", which is nobody."""
    source = " ".join(document.text[s.start : s.end] for s in one.source).casefold()
    cue = " ".join(document.text[s.start : s.end] for s in one.cue).casefold()
    nobody = source == "it" and cue.split()[:1] in (["is"], ["was"], ["has"], ["had"])
    return replace(one, source=()) if nobody else one


def _owned(one: Found, others: Sequence[Found]) -> Found:
    """``one`` with the subject of its cue, where the tagger gives nobody and the rules do."""
    if one.source:
        return one
    same = (o for o in others if o.source and meet(one, o) and alike(one.content, o.content))
    return replace(one, source=next((o.source for o in same), ()))


def _told_of(one: Found, others: Sequence[Found]) -> Found:
    """``one`` as the rules have it, where both find a passive that names no voice.

    In "the general is believed to have resigned" the syntax shows that the general belongs to it.
    """
    same = (o for o in others if o.rule == "passive" and meet(one, o) and not o.source)
    other = None if one.source else next(same, None)
    return replace(one, cue=other.cue, content=other.content) if other else one


def _is_fragment(one: Found, tagged: Found) -> bool:
    """Whether one of several pieces of what the tagger gave another cue is the content of ``one``.

    "He said A, but denied B" is two attributions, though the tagger may miss the second cue.
    """
    return len(tagged.content) > 1 and any(alike((s,), one.content) for s in tagged.content)


def _is_silent(one: Found, document: Document, seen: Look | None) -> bool:
    """Whether a voice keeps silent, by the network's judgement of its cue."""
    if breaks_silence(document.text, one.cue):
        return False
    verdict = seen.verdict(one.cue, one.source, one.content) if seen and one.source else None
    return verdict is not None and verdict.stances[STANCES.index("silent")] > _LIKELY


def _disputes(one: Found, seen: Look | None) -> bool:
    """Whether the cue of ``one``, a voice's, denies something by the network's judgement."""
    verdict = seen.verdict(one.cue, one.source, one.content) if seen and one.source else None
    return verdict is not None and verdict.denials[0] < _UNLIKELY


def _without(one: Found, claimed: Sequence[Found]) -> Found:
    """``one`` less the pieces that others claim, as long as one piece is left."""
    kept = [s for s in one.content if not any(alike((s,), c.content) for c in claimed)]
    return replace(one, content=tuple(kept)) if kept else one


def _is_within(one: Found, tagged: Found) -> bool:
    """Whether source, cue and content of ``one`` stand in what ``tagged`` says."""
    spans = (*one.source, *one.cue, *one.content)
    return bool(one.source) and all(any(s in piece for piece in tagged.content) for s in spans)
