"""What the words around a name or a pronoun tell: who acts, what is quoted, who has no name."""

import re
from functools import cache

from reportedly.claims.kinds import told_gender
from reportedly.claims.names import listed
from reportedly.lexicons import load
from reportedly.model import Span

_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"", re.MULTILINE)
_ALSO = "also |now |still |already |never |only "
_DEEDS = (
    "said|says|plans|wants|expects|hopes|believes|intends|holds|owns|runs|makes|aims|denies|calls|"
    "made|took|gave|sent|built|won|lost"
)
_EMPTY = "rained|snowed|seemed|appeared|turned out|happened|emerged|transpired|looked|mattered"
_DOES = re.compile(
    rf" (?:{_ALSO})?(?!{_EMPTY})(?:{_DEEDS}|would|will|had|has|have|did|does|may|could|can|must|"
    r"hired|needs|faces|knows|found|[a-z]{2,}ed)\b(?! (?:been|be|seem|take|come|to be|is))"
)
_ACTS = re.compile(
    rf"(?:, which|, who)? (?:{_ALSO}|has |have |had |will |would |is |was )*"
    rf"(?:{_DEEDS}|put|set|[a-z]{{3,}}(?:ed|ing))\b"
)
_TOLD = re.compile(
    r"\b(?:said|says|announced|claim(?:s|ed)|declare[sd]|confirm(?:s|ed)|insist(?:s|ed)|believes)"
    r"(?: on)?(?: [A-Z][a-z]+day)?(?: that)? $"
)
_INSIDE = re.compile(r"\b(?:in|into|from|to|of|across|near|over|with|against|for|at) (?:the )?$")


def quoted(text: str) -> tuple[Span, ...]:
    """What stands between double quotation marks, paragraph by paragraph."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text))


def acts(text: str, name: Span) -> bool:
    """Whether a verb that somebody must do follows a name right away."""
    return bool(_ACTS.match(text, name.end))


def does(text: str, pronoun: Span) -> bool:
    """Whether an "it" does something: not where it is, seems, or has something done to it."""
    return bool(_DOES.match(text, pronoun.end))


def is_told_of_itself(text: str, pronoun: Span) -> bool:
    """Whether a verb of saying stands before: "the bank said on Monday it is ready"."""
    return bool(_TOLD.search(text[max(0, pronoun.start - 40) : pronoun.start]))


def is_place(text: str, name: Span) -> bool:
    """Whether a name stands as places do: "in the US", "from Auckland, New Zealand,"."""
    before, after = text[max(0, name.start - 12) : name.start], text[name.end : name.end + 1]
    return bool(_INSIDE.search(before)) or (before.endswith(", ") and after == ",")


def strangers(told: str, sex: str | None) -> bool:
    """Whether ``told`` has somebody without a name who can be a he, a she."""
    nouns = {match[1].lower() for match in _strangers().finditer(told)}
    return any(told_gender(noun) in (None, sex) for noun in nouns)


@cache
def _strangers() -> re.Pattern[str]:
    tables = load("names")["he_or_she"]
    held = {word for sex in ("male", "female") for word in tables[sex]}
    nouns = sorted(listed("strangers") | listed("roles") | held, key=lambda n: (-len(n), n))
    return re.compile(
        rf"\b(?:an?|the|another|one|every|each|his|her|their|my|whose) (?:[a-z'’-]+ ){{0,2}}?"
        rf"({'|'.join(nouns)})\b",
        re.IGNORECASE,
    )
