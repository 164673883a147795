"""Silence and denials told by a turn of phrase: "could not be reached", "distanced itself"."""

from collections.abc import Callable, Iterator

from ..cues import frames, lemma_of
from ..tokens import Doc, Token
from .draft import NONE, Draft, Tokens, numbers, readable, subtree
from .ousting import is_person
from .subjects import child, source_of

RULE, ASKED = "refusal", "asked"
"""Rules: who keeps silent or draws back; who was asked for an answer and has given none."""


def refusals(doc: Doc) -> Iterator[Draft]:
    """Who keeps silent, leaves open or draws back without a word of saying.

    The content may be missing: who could not be reached says nothing about nothing.
    """
    for token in readable(doc):
        made = _READ.get(lemma_of(token))
        draft = made(token) if made else None
        if draft is not None and draft.source:
            yield draft


def _asked(verb: Token) -> Draft | None:
    """Has been approached for comment: whoever was is silent so far, not who asks."""
    link = _preposition(verb, "for")
    wanted = child(link, "pobj") if link is not None else None
    if link is None or wanted is None or lemma_of(wanted) not in frames("answers"):
        return None
    who = child(verb, "nsubjpass") or child(verb, "dobj")
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    pending = any(lemma_of(c) == "have" for c in helpers) or _is_awaited(verb)
    if who is None or not pending or child(verb, "neg") is not None:
        return None
    cue = numbers((verb, *helpers, link, *(t for t in wanted.subtree if t.i <= wanted.i)))
    return Draft(verb.i, subtree(who), cue, _about(wanted) or _about(verb), ASKED)


def _is_awaited(verb: Token) -> bool:
    """Whether its sentence tells that the answer is still to come."""
    return any(lemma_of(t) in frames("awaiting") for t in verb.sent)


def _distanced(verb: Token) -> Draft | None:
    """Distanced itself from X."""
    own, off = child(verb, "dobj"), _preposition(verb, "from")
    if own is None or off is None or not own.lower_.endswith(("self", "selves")):
        return None
    return _draft(verb, (own, off), _object(off))


def _reached(verb: Token) -> Draft | None:
    """Could not be reached."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}]
    who = child(verb, "nsubjpass")
    if who is None or not any(c.dep_ == "neg" for c in helpers):
        return None
    if not any(c.lower_ == "could" for c in helpers):
        return None
    return Draft(verb.i, subtree(who), numbers((verb, *helpers)), _about(verb), RULE)


def _returned(verb: Token) -> Draft | None:
    """Did not return calls; calls to X were not returned, or picked up."""
    missed = child(verb, "dobj")
    if child(verb, "neg") is None:
        return None
    if missed is None:
        return _missed(verb, child(verb, "nsubjpass"), tuple(_parts(verb)))
    if lemma_of(missed) not in frames("missed"):
        return None
    return _draft(verb, (), subtree(missed))


def _unavailable(adjective: Token) -> Draft | None:
    """Was not available, was unavailable, for comment."""
    verb = adjective.head
    denied = child(verb, "neg") is not None or adjective.lower_ == "unavailable"
    if adjective.dep_ != "acomp" or not denied or lemma_of(verb) != "be":
        return None
    about = _about(verb) or _about(adjective)
    return _draft(verb, (adjective,), about) if about else None


def _unanswered(adjective: Token) -> Draft | None:
    """Calls to X went unanswered."""
    return _missed(adjective.head, child(adjective.head, "nsubj"), (adjective,))


def _missed(verb: Token, call: Token | None, more: tuple[Token, ...]) -> Draft | None:
    """Of a call to somebody that ``verb`` says was missed: whom it was to, and about what."""
    if call is None or lemma_of(call) not in frames("missed"):
        return None
    left = child(call, "acl")
    to = _towards(call) or (_towards(left) if left is not None and left.tag_ != "VBG" else None)
    if to is None:
        return None
    held = child(to, "pobj")
    about = next((p for t in (call, held, verb) if t and (p := _preposition(t, "about"))), None)
    content = _object(about) if about else NONE
    who = _object(to) - (subtree(about) if about else NONE)
    made = _draft(verb, more, content)
    return Draft(verb.i, who, made.cue, content, RULE)


def _towards(token: Token) -> Token | None:
    """The preposition of whom a call was to: "to X", "left with X", "sent to X"."""
    given = (c for c in token.children if c.dep_ == "dative" and c.lower_ == "to")
    return _preposition(token, "to", "for", "with") or next(given, None)


def _parts(verb: Token) -> Iterator[Token]:
    return (c for c in verb.children if c.dep_ == "prt")


def _no_reply(noun: Token) -> Draft | None:
    """A letter to X received no reply; else as of no comment."""
    none, verb = child(noun, "det"), noun.head
    sent = child(verb, "nsubj")
    if noun.dep_ == "dobj" and none is not None and none.lower_ == "no" and sent is not None:
        made = _missed(verb, sent, (none, noun))
        if made is not None:
            return made
    return _no_comment(noun)


def _failed(word: Token) -> Draft | None:
    """Attempts to reach X failed, or were unsuccessful."""
    verb = word.head if word.dep_ == "acomp" else word
    tries = child(verb, "nsubj")
    if tries is None or lemma_of(tries) not in frames("attempts"):
        return None
    aim = child(tries, "acl")
    whom = child(aim, "dobj") if aim is not None and lemma_of(aim) in frames("reaching") else None
    if aim is None or whom is None or not _is_spoken_to(aim, whom):
        return None
    cue = numbers((tries, *(c for c in aim.children if c.dep_ == "aux"), aim, verb, word))
    return Draft(verb.i, subtree(whom), cue, _about(aim) or _about(verb), RULE)


def _is_spoken_to(aim: Token, whom: Token) -> bool:
    """Whether ``whom`` is somebody to speak to, not a summit or a town to get to."""
    if lemma_of(aim) != "reach" or _about(aim):
        return True
    return whom.pos_ != "PROPN" and is_person(whom)


def _wordless(noun: Token) -> Draft | None:
    """Walked past reporters without a word."""
    without = noun.head
    verb = without.head
    if noun.dep_ != "pobj" or without.lower_ != "without" or not verb.tag_.startswith("VB"):
        return None
    passed = (t for t in verb.subtree if t.i < without.i)
    if not any(lemma_of(t) in frames("press") for t in passed):
        return None
    return _draft(verb, (without, *(t for t in noun.subtree if t.i <= noun.i)), NONE)


def _pulled(verb: Token) -> Draft | None:
    """Pulled its story."""
    own = child(verb, "dobj")
    whose = child(own, "poss") if own is not None else None
    if own is None or whose is None or whose.tag_ != "PRP$":
        return None
    if lemma_of(own) not in frames("published"):
        return None
    return _draft(verb, tuple(_parts(verb)), subtree(own) | _about(verb))


def _no_comment(noun: Token) -> Draft | None:
    """There was no comment from X on Y; X had no comment on Y."""
    none = child(noun, "det")
    if lemma_of(noun.head) == "have" and none is not None and none.lower_ == "no":
        return _draft(noun.head, (none, noun), _about(noun) or _about(noun.head))
    verb, by = noun.head, _preposition(noun, "from")
    by = by or _preposition(noun.head, "from")
    if child(verb, "expl") is None or none is None or none.lower_ != "no" or by is None:
        return None
    before = [t for t in noun.subtree if none.i <= t.i <= noun.i]
    about = _preposition(verb, "on", "about") or _preposition(noun, "on", "about")
    about = about or next((p for t in by.children if (p := _preposition(t, "on", "about"))), None)
    content = _object(about) if about else NONE
    cue = numbers((child(verb, "expl") or verb, verb, *before, by))
    who = _object(by) - content - (numbers((about,)) if about else NONE)
    return Draft(noun.i, who, cue, content, RULE)


def _left_open(verb: Token) -> Draft | None:
    """Left open whether X."""
    gap = next((c for c in verb.children if c.lower_ == "open"), None)
    asked = child(verb, "ccomp") or (child(gap, "ccomp") if gap else None)
    if gap is None or asked is None:
        return None
    return _draft(verb, (gap,), subtree(asked))


def _pleaded(verb: Token) -> Draft | None:
    """Pleaded not guilty to X."""
    guilty = next((c for c in verb.children if c.lower_ == "guilty"), None)
    if guilty is None:
        return None
    to = _preposition(guilty, "to", "of") or _preposition(verb, "to", "of")
    refused = [t for t in (*verb.children, *guilty.children) if t.dep_ == "neg"]
    if to is None or not refused:
        return None
    return _draft(verb, (*refused, guilty, to), _object(to))


_READ: dict[str, Callable[[Token], Draft | None]] = {
    "distance": _distanced,
    "dissociate": _distanced,
    "disassociate": _distanced,
    "reach": _reached,
    "contact": lambda verb: _asked(verb) or _reached(verb),
    "approach": _asked,
    "ask": _asked,
    "email": _asked,
    "return": _returned,
    "answer": _returned,
    "pick": _returned,
    "fail": _failed,
    "unsuccessful": _failed,
    "word": _wordless,
    "pull": _pulled,
    "available": _unavailable,
    "unavailable": _unavailable,
    "unanswered": _unanswered,
    "unreturned": _unanswered,
    "comment": _no_comment,
    "response": _no_reply,
    "reply": _no_reply,
    "reaction": _no_comment,
    "leave": _left_open,
    "plead": _pleaded,
}


def _draft(verb: Token, more: tuple[Token, ...], content: Tokens) -> Draft:
    near = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    if lemma_of(verb) == "be":
        near = [c for c in verb.children if c.dep_ in {"aux", "neg"}]
    cue = numbers((verb, *near, *more))
    return Draft(verb.i, source_of(verb), cue, content - cue, RULE)


def _preposition(token: Token, *forms: str) -> Token | None:
    return next((c for c in token.children if c.dep_ == "prep" and c.lower_ in forms), None)


def _object(preposition: Token) -> Tokens:
    held = child(preposition, "pobj", "pcomp")
    return subtree(held) if held is not None else NONE


def _about(token: Token) -> Tokens:
    """What one would have been asked about: "for comment", "on the affair"."""
    found = _preposition(token, "for", "on", "about")
    return _object(found) if found is not None else NONE
