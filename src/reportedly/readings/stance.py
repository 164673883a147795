"""What a cue does (its act), and where it puts its source towards the content (its stance)."""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property

from reportedly.lexicons import load
from reportedly.model import Act, Evidence, Factor, Factuality, SourceKind, Spans, Stance, cut

from . import commitments
from .acts import Deciding, Forms, deciding, listed
from .certainty import Commitment, commitment
from .contents import Shape, is_asked, is_ordered, is_whether, shape
from .cues import act_of, lemma_of
from .cuewords import CueWords, cue_words, tokens_of, top
from .things import things
from .tokens import Doc, Token

_REFUSING: frozenset[Act] = frozenset({"deny", "dismiss", "confirm", "correct"})
_TELLING: frozenset[Act] = frozenset({"say", "report"})
_PRINTED: frozenset[SourceKind] = frozenset({"media", "document"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a cue does, and where it leaves its source towards the content.

    ``idiom``: a set phrase of several words decided, which says more than one word.
    """

    act: Act
    stance: Stance
    factuality: Factuality
    factors: tuple[Factor, ...]
    idiom: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What is judged: source, cue and content, and the id and text of their document.

    ``relays``: the content is another's word, which the source only passes on. ``kind``: what the
    source is, where that is known.
    """

    source: Spans
    cue: Spans
    content: Spans
    document: str = ""
    text: str = ""
    relays: bool = False
    kind: SourceKind | None = None


@dataclass(frozen=True)
class Cued:
    """``said`` in ``doc``, the parse of its text, with what that shows of it."""

    doc: Doc
    said: Said

    @cached_property
    def words(self) -> CueWords | None:
        """The cue with what bears on it; None where no token lies there."""
        return cue_words(self.doc, self.said.cue, self.said.content)

    @cached_property
    def source(self) -> tuple[Token, ...]:
        """The tokens of the source."""
        return tokens_of(self.doc, self.said.source)

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The tokens of the content."""
        return tokens_of(self.doc, self.said.content)

    @cached_property
    def form(self) -> Shape:
        """The shape of the content."""
        return shape(self.doc, self.said.content, self.words) if self.words else "none"

    @cached_property
    def forms(self) -> Forms:
        """The shape of the content with the sorts of thing it speaks of."""
        return things(self.doc, self.said.content) | {self.form}

    @cached_property
    def lead(self) -> Token | None:
        """The preposition with which the content begins."""
        first = next(iter(tokens_of(self.doc, self.said.content[:1])), None)
        return first if first is not None and first.pos_ == "ADP" else None

    @cached_property
    def decides(self) -> Deciding | None:
        """What decides about the cue; None where it has no word."""
        return deciding(self.words, self.forms, self.lead) if self.words else None


def judge_cue(cued: Cued) -> Judged:
    """The cue of ``cued`` judged. No cue at all (a bare colon) counts as saying."""
    words = cued.words
    if words is None:
        return Judged("say", "for", "CT+", ())
    kept = _silence(cued, words)
    if kept is not None:
        return kept
    held = _held_by(cued, words)
    decides = cued.decides if held is words else None
    return _judged(cued, held, decides or deciding(held, cued.forms, cued.lead))


def _judged(cued: Cued, words: CueWords, decides: Deciding) -> Judged:
    """The cue of ``cued`` judged, which says something, by what ``decides`` of its ``words``."""
    said = cued.said
    found = commitment(words, decides, said.document)
    done = _act(decides, found)
    if said.relays:
        text = "The source passes on another's word and does not vouch for it."
        return Judged(done, "observing", "Uu", (_factor("relay", text, said.document, said.cue),))
    whether = cued.form == "question" and is_whether(cued.doc, said.content)
    if whether and found.value == "CT+" and decides.key not in _taught():
        text = "The source speaks of a question and does not say which way it is answered."
        factors = (_factor("whether", text, said.document, said.cue),)
        return Judged("say" if done == "confirm" else done, "observing", "CTu", factors)
    turned = _turned(cued, words, Judged(done, _stance(decides, found), found.value, ()))
    idiom = decides.entry is not None and len(decides.tokens) > 1
    return replace(turned, factors=(*found.factors, *turned.factors), idiom=idiom)


def is_silent(words: CueWords) -> bool:
    """Whether the cue says that its source said nothing: declined, did not respond, no comment."""
    context = words.context
    return _any_of("silence").search(context) is not None


def breaks_silence(document: str, cue: Spans) -> bool:
    """Whether the cue says that its source spoke up: "broke her silence"."""
    return _broken().search(cut(document, cue)) is not None


def _silence(cued: Cued, words: CueWords) -> Judged | None:
    """The judgement of a source that said nothing, or said neither yes nor no."""
    said, context = cued.said, words.context
    if _any_of("open").search(context):
        text = "The source says neither that it is so nor that it is not."
        return Judged(
            "decline", "observing", "Uu", (_factor("open", text, said.document, said.cue),)
        )
    if _any_of("undecided").search(context):
        text = "The source has not made up its mind."
        factor = _factor("undecided", text, said.document, said.cue)
        return Judged("decline", "observing", "Uu", (factor,))
    broken = breaks_silence(said.text, said.cue)
    if broken or not is_silent(words) or _is_deed(words, cued.content):
        return None
    text = "The cue says that its source kept silent."
    asks = cued.form == "question"
    kept: Factuality = "CTu" if asks and words.words(listed("withheld")) else "Uu"
    return Judged("decline", "silent", kept, (_factor("silence", text, said.document, said.cue),))


def _is_deed(words: CueWords, content: tuple[Token, ...]) -> bool:
    """Whether what is refused is a deed, not an answer: "refused to leave", "declined to run"."""
    if not words.words(_refusal("deeds")):
        return False
    told = [t for t in words.tokens if _is_done(t)]
    told = told or [t for t in content[:2] if _is_done(t) and content[0].tag_ == "TO"]
    return bool(told) and lemma_of(told[0]) not in _refusal("speaking")


def _is_done(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)


def _held_by(cued: Cued, words: CueWords) -> CueWords:
    """The cue, or where it is a mere preposition ("supporters of") the noun that holds it."""
    source = cued.source
    if not source or any(t.pos_ != "ADP" for t in words.tokens):
        return words
    head = top(source)
    return CueWords((head,), head, (head,)) if lemma_of(head) in listed("holders") else words


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("denial")[name]["patterns"]))


@cache
def _broken() -> re.Pattern[str]:
    return re.compile(load("denial")["silence"]["broken"], re.IGNORECASE)


@cache
def _refusal(name: str) -> frozenset[str]:
    return frozenset(load("denial")["refusal"][name])


def _taught() -> frozenset[str]:
    """Words after which a question is content as any other: shows how, explained why."""
    return listed("taught")


def _factor(name: str, text: str, document: str, spans: Spans) -> Factor:
    return Factor(name, 0.0, text, (Evidence(document, spans),))


def _act(decides: Deciding, found: Commitment) -> Act:
    """What the cue does, after ``acts.toml``, else ``cues.toml``.

    A negated denial or confirmation is neither: it counts as saying. Who does not know leaves
    open, and still tells what is known; who does not believe or accept denies, who does not doubt
    believes.
    """
    done: Act = (decides.entry.act if decides.entry else act_of(decides.key)) or "say"
    lost = found.value in {"Uu", "PS+"} and (found.negated or found.weakened)
    if done in _REFUSING and lost and decides.key not in listed("ignorance"):
        return "say"
    if done in {"believe", "agree"} and found.value.endswith("-"):
        return "deny"
    if done == "deny" and found.value.endswith("+") and found.negated:
        return "believe"
    return done


def _stance(decides: Deciding, found: Commitment) -> Stance:
    """Emergent's stance: the listed one, else the side of the commitment; a negation turns it."""
    own = decides.entry.stance if decides.entry else None
    if found.negated or found.weakened:
        opposite = found.negated and found.value == "Uu" and decides.key in listed("opposites")
        open_ = found.value == "PS+" and decides.entry and decides.entry.value == "CT-"
        return "against" if opposite else "observing" if open_ else _side(found.value)
    if own is not None:
        return own
    return _side(found.value)


def _side(value: Factuality) -> Stance:
    return {"+": "for", "-": "against"}.get(value[-1], "observing")  # type: ignore[return-value]


def _turned(cued: Cued, words: CueWords, plain: Judged) -> Judged:
    """``plain``, as who speaks and what is said turn it: a poll reports, a question asks."""
    if plain.act == "criticise" and _as_false(cued.doc, cued.said):
        return replace(plain, act="dismiss", stance="against", factuality="CT-")
    who = {lemma_of(t) for t in cued.source}
    verbs = {lemma_of(t) for t in words.tokens}
    if who & listed("pleadings") and verbs & listed("pleadings", "verbs"):
        return replace(plain, act="accuse")
    return _told(cued, verbs, plain)


def _told(cued: Cued, verbs: set[str], plain: Judged) -> Judged:
    """``plain``, where it is what is told that turns it."""
    said = cued.said
    if plain.act not in _TELLING or plain.stance != "for":
        return plain
    if is_asked(said.text, said.content):
        factor = _factor("question", "What is said is a question.", said.document, said.content)
        return Judged("ask", "observing", "Uu", (factor,))
    if is_ordered(cued.doc, said.content):
        factor = _factor("order", "What is said is an order.", said.document, said.content)
        return Judged("demand", "for", "Uu", (factor,))
    found = _is_document(cued.source) and verbs & listed("documents", "verbs")
    conveyed = said.kind in _PRINTED and verbs & listed("documents", "conveying")
    return replace(plain, act="report") if found or conveyed else plain


def _as_false(doc: Doc, said: Said) -> bool:
    """Whether the cue attacks its content as something false: "slammed <the report as a lie>"."""
    told = tokens_of(doc, (*said.cue, *said.content))
    held = [c for t in told if t.lower_ == "as" for c in t.subtree]
    return any(lemma_of(t) in commitments.listed("rejecting") for t in held)


def _is_document(source: tuple[Token, ...]) -> bool:
    """Whether the source's head is a document that finds or records ("a new poll")."""
    return bool(source) and lemma_of(top(source)) in listed("documents")
