"""What was found, judged: act, stance, certainty, kind of source, and what stands within what."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.model import (
    Attribution,
    Document,
    Evidence,
    Factor,
    Mode,
    Scope,
    Source,
    Span,
    Spans,
    by_start,
    identify,
)

from .anonymity import anonymity
from .antecedents import Room
from .cues import act_of, frames, lemma_of
from .cuewords import CueWords, cue_words, spans_of, tokens_of
from .denials import Told, denial, withholds
from .found import Found
from .grounds import heeded
from .names import book
from .nesting import nesting
from .nominals import Nominal, listed, nominal, nominals
from .quotes import quotes
from .rules.passing import BEHIND, OWN, TALK
from .settled import kept_for, settled
from .stance import Cued, Judged, Said, judge_cue
from .tagger import Look
from .tokens import Doc
from .trimming import trimmed
from .usage import usage
from .wording import Profile

_FRAMED = frozenset({OWN, BEHIND, TALK})
"""Rules whose frames hold more than a cue, of which the network knows nothing."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """One actor of a source: its phrase and what it was resolved to."""

    phrase: Nominal
    profile: Profile


def judge(
    doc: Doc, document: Document, found: Sequence[Found], seen: Look | None = None
) -> tuple[Attribution, ...]:
    """One attribution for each actor of each of ``found``, in the order of the text.

    ``doc`` is the parse of ``document.text`` (equal offsets). A coordinated source makes one
    attribution for each distinct actor. What is found twice is kept once. ``seen`` is the text as
    a trained network sees it; without it the rules judge alone.
    """
    every = sorted(found, key=_place)
    nested = nesting(every, doc)
    ordered = trimmed(every, nested.parents, doc)
    if len(ordered) < len(every):
        nested = nesting(ordered, doc)
    parents = nested.parents
    turns = tuple(sorted(s for one in ordered if one.rule == "colon" for s in one.content))
    work = _Work(doc, document, quotes(document.text), turns, nested.relaying, seen)
    voices = _voices(work, ordered)
    ids: dict[int, str] = {}
    made: dict[str, Attribution] = {}
    for at in _outermost_first(parents):
        parent = parents[at]
        enclosing = None if parent is None else ids.get(parent)
        words = cue_words(doc, ordered[at].cue)
        for voice in _speaking(at, voices, parents, work):
            if voice is not None and _is_thing(voice, words):
                continue
            attribution = _attribution(work, at, _Cue(ordered[at], words), voice, enclosing)
            ids.setdefault(at, attribution.id)
            made.setdefault(attribution.id, attribution)
    return tuple(sorted(made.values(), key=_order))


@dataclass(frozen=True, slots=True)
class _Work:
    """What is needed on every attribution of one report."""

    doc: Doc
    document: Document
    marks: Spans
    turns: Spans
    relaying: frozenset[int]
    seen: Look | None


@dataclass(frozen=True, slots=True)
class _Cue:
    """What was found, and the words of its cue; None where it has none."""

    found: Found
    words: CueWords | None


def _voices(work: _Work, ordered: Sequence[Found]) -> list[list[_Voice]]:
    """The voices of each of ``ordered``, resolved in the order of the text."""
    phrases = [nominals(work.doc, one.source or _rumour(work.doc, one)) for one in ordered]
    room = Room(work.doc, work.document, book(work.doc))
    places = [(n.head.i, at, k) for at, group in enumerate(phrases) for k, n in enumerate(group)]
    found: dict[tuple[int, int], Profile] = {}
    for _, at, k in sorted(places):
        found[at, k] = room.enter(phrases[at][k])
    voices = [[_Voice(n, found[at, k]) for k, n in enumerate(g)] for at, g in enumerate(phrases)]
    return [_joined(group, work.doc, one) for group, one in zip(voices, ordered, strict=True)]


def _is_thing(voice: _Voice, words: CueWords | None) -> bool:
    """Whether a thing "shows" or "raises" something: that is the author's word, not a source's."""
    found = voice.profile
    thing = found.kind == "unspecified" and not found.group and not found.anonymous
    if not thing or words is None or voice.phrase.head.pos_ != "NOUN":
        return False
    heads, cues = listed("things", "heads"), listed("things", "cues")
    return voice.phrase.head.lower_ in heads or lemma_of(words.head) in cues


def _rumour(doc: Doc, one: Found) -> Spans:
    """A plural cue noun that nobody owns ("reports of casualties") is its own vague voice."""
    nouns = [t for t in tokens_of(doc, one.cue) if t.lower_ in listed("unspecified", "reports")]
    return spans_of(tuple(nouns[:1])) if nouns and nouns[0].tag_ == "NNS" else ()


def _joined(group: list[_Voice], doc: Doc, one: Found) -> list[_Voice]:
    """Conjuncts that nothing tells apart ("friends and neighbours") are one voice after all."""
    keys = {(v.profile.kind, v.profile.name, v.profile.country) for v in group}
    if len(group) < 2 or len(keys) == len(group):
        return group
    named = sum(v.profile.name is not None for v in group)
    return (
        group
        if named == len(group)
        else [_Voice(nominal(tokens_of(doc, one.source)), group[0].profile)]
    )


def _speaking(
    at: int, voices: list[list[_Voice]], parents: Sequence[int | None], work: _Work
) -> Sequence[_Voice | None]:
    """The voices of one attribution; "I" and "we" are who is quoted, or whose turn it is."""
    parent = parents[at]
    outer = voices[parent] if parent is not None else []
    found: list[_Voice | None] = []
    for voice in voices[at]:
        spoken = voice.profile.kind == "author" and (work.marks, work.turns)
        quoted = spoken and any(_around(voice.phrase.spans[0].start, s) for s in spoken)
        profile = (
            (outer[0].profile if outer else Profile("unspecified")) if quoted else voice.profile
        )
        found.append(_Voice(voice.phrase, profile))
    return found or [None]


def _attribution(
    work: _Work, at: int, cue: _Cue, voice: _Voice | None, enclosing: str | None
) -> Attribution:
    document, one, words = work.document, cue.found, cue.words
    sentence = _sentence(document, one)
    source = _source(document, sentence, voice) if voice else None
    how = mode(document.text, one.content, work.marks)
    spans = source.spans if source else ()
    kind, relays = source.kind if source else None, at in work.relaying
    said = Said(spans, one.cue, one.content, document.id, document.text, relays, kind)
    cued = Cued(work.doc, said)
    told = Told(document, one.cue, one.content, withholds(words))
    ruled = denial(told, judge_cue(cued))
    looked = work.seen if one.rule not in _FRAMED else None
    verdict = looked.verdict(one.cue, one.source, one.content) if looked else None
    if verdict and (enclosing or not spans) and _is_told(words, ruled[1]):
        verdict = kept_for(verdict, ruled[0])
    if verdict:
        quoted = _touching(told.around, work.marks)
        verdict = heeded(verdict, told, ruled[1], words, spans, quoted)
    usual = usage(cued, ruled[1], kind) if verdict else None
    denied, judged = settled(ruled, verdict, document.id, one.cue, usual)
    return Attribution(
        identify("attribution", document.id, spans, one.cue, one.content),
        document.id, sentence, source, one.cue, one.content, judged.act, judged.stance,
        judged.factuality, how, enclosing, one.agreed, _scope(words, one, how), denied,
        reasons=(*judged.factors, *_why(document.id, voice), *_readers(document.id, one)),
    )  # fmt: skip


def _is_told(words: CueWords | None, ruled: Judged) -> bool:
    """Whether a noun tells the content: "reports of desertions", whoever dismisses them."""
    return words is not None and words.head.tag_.startswith("NN") and ruled.stance == "for"


def _scope(words: CueWords | None, one: Found, how: Mode) -> Scope:
    """Speech where the cue is a word of saying, or the content is quoted."""
    if words is None or words.head.is_punct or how != "indirect" or one.rule == "refusal":
        return "speech"
    head = lemma_of(words.head)
    return "attitude" if head in frames("thinking") or not act_of(head) else "speech"


def _source(document: Document, sentence: Span, voice: _Voice) -> Source:
    found = voice.profile
    spans = voice.phrase.spans
    nameless = found.kind not in {"media", "document", "author"} and (
        found.anonymous or found.name is None or found.group == "spokesperson"
    )
    reason = anonymity(document.text, sentence, spans) if nameless else ()
    name = found.name if not reason else None
    return Source(
        spans, found.kind, name, found.country, found.anonymous or bool(reason), reason,
        spans_of(found.role),
    )  # fmt: skip


def _why(document: str, voice: _Voice | None) -> tuple[Factor, ...]:
    """The words that made the source what it is."""
    if voice is None:
        return (Factor("source", 0.0, "The text names nobody.", ()),)
    found = voice.profile
    evidence = (Evidence(document, voice.phrase.spans),)
    factors = [Factor("source", 0.0, f"The source is read as: {found.kind}.", evidence)]
    head = voice.phrase.head
    if head.lower_ in _pronouns():
        known = found.name or found.kind != "unspecified"
        text = "A pronoun, followed to an earlier voice." if known else "A pronoun, left open."
        factors.append(Factor("antecedent" if known else "left open", 0.0, text, evidence))
    return tuple(factors)


def _readers(document: str, one: Found) -> tuple[Factor, ...]:
    """Which readers found it, where there are two."""
    if not one.agreed:
        return ()
    text = "Two readers, one trained and one of rules, found this independently."
    return (Factor("agreed", 0.0, text, (Evidence(document, one.cue),)),)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset().union(
        *(listed("pronouns", key) for key in ("person", "plural", "thing", "relative"))
    )


def mode(text: str, content: Spans, marks: Spans) -> Mode:
    """PARC 3's direct, indirect and mixed: how much of the content stands in quotation marks."""
    shared = [(max(s.start, m.start), min(s.end, m.end)) for s in content
              for m in _touching(s, marks)]  # fmt: skip
    quoted = sum(_letters(text[start:end]) for start, end in shared)
    if not quoted:
        return "indirect"
    return "direct" if quoted == sum(_letters(text[s.start : s.end]) for s in content) else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _touching(span: Span, marks: Spans) -> Spans:
    """Those of ``marks`` (in order, not overlapping) that may overlap ``span``."""
    start, end = (bisect_left(marks, at, key=by_start) for at in (span.start, span.end))
    return marks[max(start - 1, 0) : end]


def _around(at: int, spans: Spans) -> bool:
    """Whether one of ``spans`` (in order, not overlapping) holds the character ``at``."""
    return any(s.start <= at < s.end for s in _touching(Span(at, at + 1), spans))


def _sentence(document: Document, one: Found) -> Span:
    """The sentence that holds the cue, else the content's first, else the source's."""
    anchor = (one.cue or one.content or one.source)[0]
    at = bisect_right(document.sentences, anchor.start, key=by_start) - 1
    return document.sentences[at] if at >= 0 else anchor


def _outermost_first(parents: Sequence[int | None]) -> list[int]:
    """Indices, each after the one it stands within."""
    return sorted(range(len(parents)), key=lambda i: (_depth(i, parents), i))


def _depth(at: int, parents: Sequence[int | None]) -> int:
    depth, above = 0, parents[at]
    while above is not None:
        depth, above = depth + 1, parents[above]
    return depth


def _place(one: Found) -> tuple[Spans, Spans, Spans]:
    return (one.cue or one.content, one.source, one.content)


def _order(one: Attribution) -> tuple[Spans, Spans, Spans, str]:
    return (one.cue or one.content, one.source.spans if one.source else (), one.content, one.id)
