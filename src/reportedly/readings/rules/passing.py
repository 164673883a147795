"""One who passes on another's word: "X has it from Y that A", "A: thus Y".

Such sentences are told by the words around the name (``lexicons/en/passing.toml``), since a parse
of them often hangs the name on something else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from reportedly.errors import LexiconError
from reportedly.lexicons import load
from reportedly.model import Document, Span

from ..caseless import Caseless, small
from ..cues import act_of, lemma_of
from ..cues import frames as listed
from ..found import Found
from ..tokens import Doc, Token
from ..wholes import is_clause
from .refusals import RULE as REFUSAL

OWN, SHARED, BEHIND, TALK = "passed on", "citing", "taken up", "hearsay"
"""Rules: the frame holds what is said; it is that of the cue beside it; it is the sentence before;
or nobody in particular says what the frame holds."""

_KEYS = {"own": OWN, "shared": SHARED, "behind": BEHIND, "talk": TALK, "silent": REFUSAL}
_LONGEST = 700
"""Characters of a sentence beyond which frames are not looked for."""
_NOT_FIRST = (
    "that|which|who|whom|whose|it|this|what|how|why|where|when|there|and|or|but|not|to|as|by|if|he|"
    "she|they|him|them|being|having|because|saying|in|on|at|with|for|reads?|runs?|ran|goes|went|said|"
    "says|much|far|long"
)
_WHO = rf"(?P<who>(?!(?:{_NOT_FIRST})\b)\w[^“”\"()\n;:—–]{{1,160}}?)"
_SLOTS = {
    "AWHO": r"(?P<who>(?:an?|one|two|three|four|several|some) [^,;:“”\"]*? who [^,;:“”\"]+?)",
    "NAMELESS": r"(?P<who>(?:an?|one|two|three|four|five|several|some|the)\b[^,;:“”\"]*? "
    r"(?:who [^,;:“”\"]*?not (?:to be|be) (?:named|identified|quoted)(?: by name)?|"
    r"(?:speaking )?on condition of anonymity))",
    "WHO": _WHO,
    "SAID_THAT": r"(?P<said>(?:that|how)\b.{8,})$",
    "SAID_ONLY_BEFORE": r"(?P<said>.{8,})",
    "SAID_ONLY": r"(?P<said>(?:that|how|according to which|in which)\b.{8,})",
    "SAID_BEFORE": r"(?P<said>\S.{8,}?)",
    "SAID": r"(?P<said>\S.{8,})$",
    "OUTLET": r"[^,;:“”\"]{2,60}?",
    "MORE": r".{2,120}?",
    "BACK": r"(?P<back>.{2,}?)",
}
_CLOCK = r"\d{1,2}[:.]\d{2}(?: ?(?:GMT|UTC|[ap]\.?m\.?|local time))?"
_LABEL = re.compile(rf"(?:{_CLOCK}|(?P<label>[A-Za-z][A-Za-z ]{{2,20}}?))(?::| ?[—–]| -) ")
"""A time of day or a label before a sentence."""
_LEAST = 8
"""Characters of a clause at least."""
_FEW = 2
_AGENT = re.compile(r"\s*(?:by|in|on)\b")
_BETWEEN = re.compile(r",? ?, ([^,;:“”\"—–]{3,90})(?=,|$)")
_OPENING = ("DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE = ("who", "which", "that", "whose", "whom")


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern, the words without which it is not tried, and whose content it has.

    ``bare``: it is only tried on a line that ends without a stop, as headlines and alerts do.
    """

    when: frozenset[str]
    pattern: Caseless
    rule: str
    bare: bool = False


@cache
def frames() -> tuple[Frame, ...]:
    """The listed frames; raises :class:`LexiconError` where one is no pattern or lacks a part."""
    table = load("passing")
    classes = {**table["classes"], "masthead": load("sources")["media"]["names"]}
    return tuple(
        _frame(row, rule, classes) for key, rule in _KEYS.items() for row in table[key]["frames"]
    )


@cache
def _tried() -> dict[str, frozenset[int]]:
    """For every word without which some frame is not tried, which of :func:`frames` these are."""
    of: dict[str, set[int]] = {}
    for at, frame in enumerate(frames()):
        for word in frame.when:
            of.setdefault(word, set()).add(at)
    return {word: frozenset(held) for word, held in of.items()}


def _frame(row: dict[str, Any], rule: str, classes: dict[str, Any]) -> Frame:
    text = row["frame"].replace(">", ")").replace("<", "(?P<cue>")
    for name, words in classes.items():
        text = text.replace(f"{{{name}}}", f"(?:{'|'.join(words)})")
    try:
        text = re.sub(r"\b[A-Z]{2,}(?:_[A-Z]+)*\b", lambda m: _SLOTS[m[0]], text)
        pattern = Caseless(rf"(?<!\w){text}")
    except (re.error, KeyError) as error:
        raise LexiconError(f"word list en/passing.toml: {row['frame']!r}: {error}") from error
    named = rule == TALK or not pattern.groups.isdisjoint({"who", "back"})
    if not named or "cue" not in pattern.groups:
        raise LexiconError(f"word list en/passing.toml: {row['frame']!r} has no source or no cue")
    return Frame(frozenset(row["when"]), pattern, rule, row.get("bare", False))


def passing(doc: Doc, document: Document) -> list[Found]:
    """The sources that sentences of ``document`` name as those whose word they pass on."""
    found: list[Found] = []
    before: Span | None = None
    low = small(document.text)
    words = [word for word in _tried() if word in low]
    for at in document.sentences:
        if before and "\n" in document.text[before.end : at.start]:
            before = None
        found += _passed(doc, document.text, at, before, words)
        before = at
    return found


def _passed(
    doc: Doc, text: str, at: Span, before: Span | None, words: Iterable[str]
) -> Iterator[Found]:
    """What the sentence ``at`` passes on; ``words`` are those of the frames that ``text`` holds."""
    at = Span(at.start + _labelled(text[at.start : at.end]), at.end)
    printed = text[at.start : at.end].rstrip(" .!?\n\r\t")
    low, bare = small(printed), len(printed) == len(text[at.start : at.end].rstrip())
    if not printed or len(printed) > _LONGEST:
        return
    tried = frozenset[int]().union(*(_tried()[word] for word in words if word in low))
    for frame in (frames()[at] for at in sorted(tried)):
        if bare or not frame.bare:
            match = frame.pattern.search(printed)
            found = _made(doc, match, frame, at.start, before) if match else None
            if found:
                yield found
                return


def _made(
    doc: Doc, match: re.Match[str], frame: Frame, start: int, before: Span | None
) -> Found | None:
    """What a frame found, or None where its source cannot be one.

    ``before`` is the sentence before, in the same paragraph.
    """
    end, cue = start + len(match.string), _group(match, "cue", start)
    who, said = None, before if frame.rule == BEHIND else _group(match, "said", start)
    if frame.rule != TALK:
        named = _group(match, "who", start) or _last_phrase(doc, _group(match, "back", start))
        who = _stripped(doc.text, _with_apposition(doc, named, end)) if named else None
        if who is None or not _can_speak(doc, who):
            return None
        if frame.rule == REFUSAL:
            return Found((who,), (cue,), (), REFUSAL) if cue else None
        if frame.rule != BEHIND:
            said = said or _beside(match, who, start)
            if who.start < said.start < who.end < said.end:
                said = Span(who.end, said.end)  # the apposition was taken for what is said
    held = _stripped(doc.text, said) if said else None
    if (
        held
        and cue
        and frame.rule == OWN
        and held.end <= cue.start
        and not _says_something(doc, held)
    ):
        return None
    return Found((who,) if who else (), (cue,), (held,), frame.rule) if held and cue else None


def _says_something(doc: Doc, span: Span) -> bool:
    """Whether there is a verb in it: "A novel, is the story of Ana" says nothing on Ana's word.

    "Speaking in Norrin" and "In a talk with the Post released on Monday" say nothing either.
    """
    tokens = _tokens(doc, span)
    verbs = [t for t in tokens if t.tag_.startswith("VB") or t.tag_ == "MD"]
    return bool(verbs) and (tokens[0].tag_ not in ("IN", "VBG") or is_clause(doc, span))


def _labelled(printed: str) -> int:
    """Letters of a time of day, or a label such as "URGENT:", before the sentence."""
    label = _LABEL.match(printed)
    if label is None:
        return 0
    named = label["label"]
    known = named is None or named.casefold() in listed("labels") - listed("doubtful labels")
    return label.end() if known else 0


def _group(match: re.Match[str], group: str, start: int) -> Span | None:
    """Where a group of the pattern stands in the text, where it is one and matched."""
    if group not in match.re.groupindex or match[group] is None:
        return None
    return Span(start + match.start(group), start + match.end(group))


def _beside(match: re.Match[str], who: Span, start: int) -> Span:
    """What stands behind the frame, or before it where nothing but an agent does."""
    end, behind = start + len(match.string), max(who.end, start + match.end())
    tail = match.string[behind - start :]
    if _group(match, "back", start):
        return Span(behind, end) if _says(tail) else Span(start, who.start)
    return Span(behind, end) if len(tail) > _LEAST else Span(start, start + match.start())


def _says(tail: str) -> bool:
    """Whether a clause follows, and not only "by the Post"."""
    return len(tail.split()) > _FEW and not _AGENT.match(tail)


def _stripped(text: str, span: Span) -> Span | None:
    """``span`` without blanks and commas at its ends; None where nothing is left."""
    printed = text[span.start : span.end]
    left = len(printed) - len(printed.lstrip(" ,;:—–-\n"))
    right = len(printed.rstrip(" ,;:—–-\n"))
    return Span(span.start + left, span.start + right) if left < right else None


def _with_apposition(doc: Doc, who: Span, end: int) -> Span:
    """``who`` with what names or describes it between the commas behind it: ", the mayor,"."""
    behind = doc.text[who.end : end]
    match = _BETWEEN.match(behind)
    if match is None:
        return who
    more = _tokens(doc, Span(who.end + match.start(1), who.end + match.end(1)))
    named = _is_full_name(more) or _is_full_name(_tokens(doc, who))
    if not more or not named or more[0].pos_ not in _OPENING or _unrelated_verbs(more):
        return who
    return Span(who.start, who.end + match.end(1))


def _tokens(doc: Doc, span: Span) -> list[Token]:
    held = doc.touched(span.start, span.end)
    return [t for t in held if not t.is_space] if held is not None else []


def _can_speak(doc: Doc, span: Span) -> bool:
    """Whether it is a noun phrase: a noun or name in it, and no clause but a relative one."""
    tokens = _tokens(doc, span)
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON") or t.text[:1].isupper() for t in tokens):
        return False
    return not _unrelated_verbs(tokens)


def _unrelated_verbs(tokens: list[Token]) -> list[Token]:
    """Finite verbs that stand in no relative clause."""
    return [t for t in _unrelated(tokens) if t.tag_ in _FINITE]


def _unrelated(tokens: list[Token]) -> list[Token]:
    """The tokens before a relative clause."""
    return list(takewhile(lambda t: t.lower_ not in _RELATIVE, tokens))


def _last_phrase(doc: Doc, span: Span | None) -> Span | None:
    """The noun phrase at the end of ``span``, with what stands beside it between commas.

    "A, a clerk of the port, Ivka Dorn" and "A, Ivka Dorn, a clerk of the port" are one phrase
    behind A; "“A,” said Ivka Dorn, a clerk of the port" one behind the verb.
    """
    pieces = _pieces(_tokens(doc, span)) if span else []
    if not pieces:
        return None
    held, spoken = _behind_verb(pieces[-1])
    for piece in reversed(pieces[:-1]):
        more, verb = _behind_verb(piece)
        if spoken or not more or not (_is_full_name(more) or _is_full_name(_name_of(held))):
            break
        held, spoken = [*more, *held], verb
    return Span(held[0].idx, held[-1].idx + len(held[-1])) if held else None


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    """Runs between commas, behind the last quotation."""
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.is_quote:
            pieces = [[]]
        elif token.text == ",":
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _behind_verb(piece: list[Token]) -> tuple[list[Token], bool]:
    """What stands behind a verb of saying that opens it; nothing where another verb is in it."""
    verbs = _unrelated_verbs(piece)
    if not verbs:
        return piece, False
    at = piece.index(verbs[-1])
    return (piece[at + 1 :], True) if at <= 1 and act_of(lemma_of(verbs[-1])) else ([], True)


def _is_full_name(piece: list[Token]) -> bool:
    words = [t for t in piece if t.text != "-"]
    return len(words) > 1 and all(t.text[:1].isupper() for t in words)


def _name_of(held: list[Token]) -> list[Token]:
    """Its tokens up to the first comma."""
    return list(takewhile(lambda t: t.text != ",", held))


__all__ = ["BEHIND", "OWN", "SHARED", "TALK", "Frame", "frames", "passing"]
