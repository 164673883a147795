"""What a cue does (its act), and where it puts its source towards the content (its stance)."""

import re
from dataclasses import dataclass, replace
from functools import cache

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


def judge_cue(doc: Doc, said: Said) -> Judged:
    """The cue of ``said`` judged. No cue at all (a bare colon) counts as saying."""
    words = cue_words(doc, said.cue, said.content)
    if words is None:
        return Judged("say", "for", "CT+", ())
    form = shape(doc, said.content, words)
    kept = _silence(doc, words, said, asks=form == "question")
    if kept is not None:
        return kept
    words = _held_by(doc, said, words)
    decides = deciding(words, forms(doc, said, form), lead(doc, said))
    found = commitment(words, decides, said.document)
    done = _act(decides, found)
    if said.relays:
        text = "The source passes on another's word and does not vouch for it."
        return Judged(done, "observing", "Uu", (_factor("relay", text, said.document, said.cue),))
    whether = form == "question" and is_whether(doc, said.content)
    if whether and found.value == "CT+" and decides.key not in _taught():
        text = "The source speaks of a question and does not say which way it is answered."
        factors = (_factor("whether", text, said.document, said.cue),)
        return Judged("say" if done == "confirm" else done, "observing", "CTu", factors)
    turned = _turned(doc, said, words, Judged(done, _stance(decides, found), found.value, ()))
    idiom = decides.entry is not None and len(decides.tokens) > 1
    return replace(turned, factors=(*found.factors, *turned.factors), idiom=idiom)


def is_silent(words: CueWords) -> bool:
    """Whether the cue says that its source said nothing: declined, did not respond, no comment."""
    context = words.context
    return _any_of("silence").search(context) is not None


def breaks_silence(document: str, cue: Spans) -> bool:
    """Whether the cue says that its source spoke up: "broke her silence"."""
    return _broken().search(cut(document, cue)) is not None


def _silence(doc: Doc, words: CueWords, said: Said, asks: bool) -> Judged | None:
    """The judgement of a source that said nothing, or said neither yes nor no."""
    context = words.context
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
    if broken or not is_silent(words) or _is_deed(words, tokens_of(doc, said.content)):
        return None
    text = "The cue says that its source kept silent."
    kept: Factuality = "CTu" if words.words(listed("withheld")) and asks else "Uu"
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


def _held_by(doc: Doc, said: Said, words: CueWords) -> CueWords:
    """The cue, or where it is a mere preposition ("supporters of") the noun that holds it."""
    source = tokens_of(doc, said.source)
    if not source or any(t.pos_ != "ADP" for t in words.tokens):
        return words
    head = top(source)
    return CueWords((head,), head, (head,)) if lemma_of(head) in listed("holders") else words


def forms(doc: Doc, said: Said, form: Shape) -> Forms:
    """The shape ``form`` of the content with the sorts of thing it speaks of."""
    return things(doc, said.content) | {form}


def lead(doc: Doc, said: Said) -> Token | None:
    """The preposition with which the content begins."""
    first = next(iter(tokens_of(doc, said.content[:1])), None)
    return first if first is not None and first.pos_ == "ADP" else None


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


def _turned(doc: Doc, said: Said, words: CueWords, plain: Judged) -> Judged:
    """``plain``, as who speaks and what is said turn it: a poll reports, a question asks."""
    if plain.act == "criticise" and _as_false(doc, said):
        return replace(plain, act="dismiss", stance="against", factuality="CT-")
    who = {lemma_of(t) for t in tokens_of(doc, said.source)}
    verbs = {lemma_of(t) for t in words.tokens}
    if who & listed("pleadings") and verbs & listed("pleadings", "verbs"):
        return replace(plain, act="accuse")
    return _told(doc, said, verbs, plain)


def _told(doc: Doc, said: Said, verbs: set[str], plain: Judged) -> Judged:
    """``plain``, where it is what is told that turns it."""
    if plain.act not in _TELLING or plain.stance != "for":
        return plain
    if is_asked(said.text, said.content):
        factor = _factor("question", "What is said is a question.", said.document, said.content)
        return Judged("ask", "observing", "Uu", (factor,))
    if is_ordered(doc, said.content):
        factor = _factor("order", "What is said is an order.", said.document, said.content)
        return Judged("demand", "for", "Uu", (factor,))
    found = _is_document(doc, said.source) and verbs & listed("documents", "verbs")
    conveyed = said.kind in _PRINTED and verbs & listed("documents", "conveying")
    return replace(plain, act="report") if found or conveyed else plain


def _as_false(doc: Doc, said: Said) -> bool:
    """Whether the cue attacks its content as something false: "slammed <the report as a lie>"."""
    told = tokens_of(doc, (*said.cue, *said.content))
    held = [c for t in told if t.lower_ == "as" for c in t.subtree]
    return any(lemma_of(t) in commitments.listed("rejecting") for t in held)


def _is_document(doc: Doc, source: Spans) -> bool:
    """Whether the source's head is a document that finds or records ("a new poll")."""
    tokens = tokens_of(doc, source)
    return bool(tokens) and lemma_of(top(tokens)) in listed("documents")
