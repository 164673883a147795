"""How a sentence credits an outlet that it names: the words before and after the name."""

import re
from collections.abc import Sequence
from functools import cache

from reportedly.lexicons import load
from reportedly.model import LinkKind, Span

_CLAUSE = r"(?:,[^,\n]{1,60},)?"
_KINDS: tuple[LinkKind, ...] = ("quoted", "credited")
_PROGRAMME = re.compile(r"\b(?P<cue>[Oo]n)(?: the)?\s*$"), re.compile(r"['’]s\s+[“\"‘']\w")
"""What stands before and after an outlet whose programme is named ("on Radio Marn's “Morning”")."""
_SPEECH = re.compile(
    r"\b(?:said|says|told|asked|argued|added|called|interview|appear(?:ed|ance))\b"
)
_ROW = re.compile(r"(?:,? (?:and|or|&) |, )(?:the |The )?(?:(?:newspaper|magazine|daily) )?")
_TITLED = re.compile(r"\b(?P<word>[A-Z]\w*(?:-\w+)*|(?:[A-Z]|[A-Z][a-z]{1,2})\.)[ \t]+$")
_FAR = 80
"""Characters before a name that are looked at."""
_FIRM = re.compile(
    r"(?:\s+[A-Z]\w+){0,3}\s+(?:Co|Inc|Ltd|Corp|Company|Corporation|Group|Holdings|Limited)\b"
)
"""What follows a name that is not the outlet's but the company's that owns it."""


def cue(text: str, sentence: Span, name: Span) -> tuple[LinkKind, Span] | None:
    """The words that credit the outlet at ``name``, and whether they say that it was told."""
    if _FIRM.match(text, name.end) or _part(text, name):
        return None
    left, right = text[sentence.start : name.start], text[name.end : sentence.end]
    for kind in _KINDS:
        for pattern in (_before(kind), _handing() if kind == "quoted" else _inverted()):
            before = pattern.search(left)
            if before:
                start, end = before.span("cue")
                return kind, Span(sentence.start + start, sentence.start + end)
        after = _after(kind).match(right)
        if after:
            start, end = after.span("cue")
            return kind, Span(name.end + start, name.end + end)
    on, of = _PROGRAMME
    spoken = of.match(right) and _SPEECH.search(text, sentence.start, sentence.end)
    programme = on.search(left) if spoken else None
    if programme:
        start, end = programme.span("cue")
        return "credited", Span(sentence.start + start, sentence.start + end)
    return None


def _part(text: str, name: Span) -> bool:
    """Whether the name is but a part of another one: of its people, of an office."""
    before, after = _parted()
    headed = before.search(text, max(0, name.start - _FAR), name.start)
    return headed is not None or after.match(text, name.end) is not None


@cache
def _parted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load("credits")
    heads = _either(table["after"]["heads"])
    offices = _either([word.capitalize() for word in table["offices"]["words"]])
    return (
        re.compile(rf"\b(?i:{heads})\s+of\s+(?:[Tt]he\s+)?$"),
        re.compile(rf"(?:['’]s?)?\s+(?:{_either(table['after']['parted'])}|{offices}|Chairman)\b"),
    )


@cache
def _before(kind: LinkKind) -> re.Pattern[str]:
    """A crediting word, and then nothing that makes the outlet but a part of what follows."""
    table = load("credits")["before"]
    parting = rf"(?!(?<!reporter )(?<!correspondent )(?:{_either(table['parting'])})\b)"
    place = rf"[A-Z]\w+(?:['’]s|(?=(?:\s+[\w-]+)?\s+(?:{_either(table['kinds'])})\b))"
    filler = rf"(?:\s+{parting}(?:[a-z]+(?:-[a-z]+)?|[A-Z][a-z]+day|{place})){{0,7}}(?:\s+The)?\s*$"
    person = r"(?:(?:\s+[A-Z][\w.’'-]+){1,3}\s+of(?:\s+[Tt]he)?\s*$)"
    person = rf"|{person}" if kind == "quoted" else ""
    return re.compile(rf"(?i:\b(?P<cue>{_either(table[kind])}))(?:{filler}{person})")


@cache
def _handing() -> re.Pattern[str]:
    """Something said or handed "to" the outlet, with at most its object between."""
    verbs = _either(load("credits")["before"]["handing"])
    return re.compile(rf"\b(?P<cue>(?i:{verbs})(?:\s+[a-z]+){{0,5}}\s+to)(?:\s+[Tt]he)?\s*$")


@cache
def _inverted() -> re.Pattern[str]:
    """A verb right before its subject, behind what was said ("…, reports the Wire")."""
    verbs = _either(load("credits")["before"]["inverted"])
    return re.compile(rf"[,”\"’']\s*(?P<cue>{verbs})(?:\s+the)?\s*$")


@cache
def _after(kind: LinkKind) -> re.Pattern[str]:
    """A crediting word behind the outlet or one of its people, that is not said of itself."""
    table = load("credits")["after"]
    skipped, words = _either(table["skipped"]), _either(table[kind])
    people = rf"(?:['’]s?)?(?:\s+[a-z]+)?\s+(?:{_either(table['people'])})"
    person = rf"(?:['’]s?|{people})(?:\s+[A-Z][\w.’'-]+){{1,3}}"
    itself = "|".join(table["itself"])
    return re.compile(
        rf"(?:{person}|['’]s?)?{_CLAUSE}(?:\s+in\s+[A-Z]\w+)?,?(?:\s+(?i:{skipped}))*,?"
        rf"\s+(?P<cue>(?i:{words}))\b"
        rf"(?!\s+(?:{itself}))"
    )


def of_itself(text: str, name: Span) -> bool:
    """Whether the outlet, or a part of it, speaks as a body with business of its own."""
    if _part(text, name):
        return True
    table = load("credits")["after"]
    itself, asking = "|".join(table["itself"]), _either(table["asking"])
    own = rf"\s+(?:(?:said|says)\s+(?:{itself})|(?:(?:has|had|have)\s+)?(?:{asking})\b)"
    return re.compile(own).match(text, name.end) is not None


def own_work(content: str) -> bool:
    """Whether what an outlet is said to tell is work of its own ("re-wrote its article")."""
    return _work().match(content) is not None


@cache
def _work() -> re.Pattern[str]:
    works = _either(load("credits")["after"]["works"])
    return re.compile(rf"\W*(?:its|their|this)\s+(?:own\s+)?(?:{works})\b")


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _pictures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load("credits")
    words = _either(table["pictures"]["words"])
    endings = _either(table["mastheads"]["words"])
    names = r"(?:(?:[A-Z][\w.’'-]*|of|for|the|via|/|,)\s*)*$"
    before = (
        rf"\b(?i:{words})s?\s*(?i:credits?|courtesy)?\s*(?::|/|\b(?i:by|via|from|of)\b)\s*{names}"
        rf"|\b(?i:{words})s?[)\]]\.?$|[(\[](?:[A-Z][\w.&’'-]*\s+){{1,4}}via\s+$"
        rf"|\b[A-Z][\w.’'-]+ (?!(?:{endings})\b)[A-Z][\w’'-]+\s?/\s?(?:[\w -]{{1,30}}\bvia )?$"
        r"|©\s*(?:[A-Z][\w.’'-]*[\s/,(]*){0,6}$"
    )
    return re.compile(before), re.compile(rf"\s+(?i:{words})s?\b")


def pictured(text: str, name: Span) -> bool:
    """Whether the outlet is named for a picture ("Photo: Ana Brel/Lanta Wire")."""
    before, after = _pictures()
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - _FAR)
    return bool(before.search(text, start, name.start) or after.match(text, name.end))


def surname(text: str, name: Span) -> bool:
    """Whether a capitalised word that opens no sentence stands right before: another's name."""
    before = _TITLED.search(text, max(0, name.start - _FAR), name.start)
    return (
        before is not None and before["word"].lower() not in load("credits")["generic"]["openers"]
    )


def person(text: str, name: Span) -> bool:
    """Whether the words before say that the name is somebody's ("a 17-year-old New Yorker")."""
    return _person().search(text, max(0, name.start - _FAR), name.start) is not None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(load('credits')['persons']['before'])})\s+$")


def leads(text: str, sentence: Span) -> bool:
    """Whether a sentence but leads to another report ("Related: …"), so that nothing is from it."""
    labels = _leading().finditer(text, max(0, sentence.start - _FAR), sentence.end)
    return any(not text[label.end() : sentence.start].strip() for label in labels)


@cache
def _leading() -> re.Pattern[str]:
    """Such a label at the beginning of a line."""
    labels = _either(load("credits")["leading"]["labels"])
    return re.compile(rf"^\W*(?i:{labels})\s*:", re.MULTILINE)


def coordinated(text: str, one: Span, other: Span) -> bool:
    """Whether two names stand in a row of names ("the Lanta Wire and the Courier")."""
    return bool(_ROW.fullmatch(text, one.end, other.start))


__all__ = ["coordinated", "cue", "leads", "of_itself", "own_work", "person", "pictured", "surname"]
