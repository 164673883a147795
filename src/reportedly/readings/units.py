"""What a number counts: the noun behind it, and the lemma that names the unit."""

from .numerals import singular
from .tokens import Token

_FAR = 12
_MODIFIERS = frozenset({
    "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "VBN", "VBG", "NNP", "NNPS", "CD", "AFX", "FW",
})  # fmt: skip
_OPENERS = frozenset({"DT", "PRP$", "PDT", "CD"})
_MORE = frozenset({"more", "other", "further", "additional"})


def counted(last: Token) -> Token | None:
    """The noun that is counted, ``last`` being the number's last token.

    "18 soldiers", "dozens of soldiers", "18 of the wounded soldiers", "3,000 North Vardan
    troops", "6 were women", "of the 40 hostages, 18 fled".
    """
    ahead = [t for t in last.doc[last.i + 1 : min(last.sent.end, last.i + _FAR)] if not t.is_space]
    return _head(_opened(last, ahead)) or _said_of(last) or _taken_from(last)


def unit(noun: Token) -> str:
    """The singular of the noun in lower case."""
    if _is_known(noun):
        return singular(noun.lower_)
    named = noun.tag_ == "NNPS" and noun.lemma_ == noun.text
    return noun.lemma_.lower().removesuffix("s") if named else noun.lemma_.lower()


def _opened(last: Token, ahead: list[Token]) -> list[Token]:
    """The words ahead without "more", "of", "of the 15"."""
    if ahead and ahead[0].lower_ in _MORE:
        ahead = ahead[1:]
    if ahead and (ahead[0].lower_ == "of" or last.lower_ == "half"):
        ahead = ahead[1:] if ahead[0].lower_ == "of" else ahead
        while ahead and ahead[0].tag_ in _OPENERS:
            ahead = ahead[1:]
    return ahead


def _head(ahead: list[Token]) -> Token | None:
    """The last noun of the phrase that ``ahead`` begins with."""
    found: Token | None = None
    for n, token in enumerate(ahead):
        after = ahead[n + 1] if n + 1 < len(ahead) else None
        if _is_noun(token, after):
            if found is not None and not _goes_on(found, token):
                break
            found = None if after is not None and after.tag_ in {"HYPH", "POS"} else token
            if after is not None and after.tag_ == "POS" and not _describes(ahead, n + 2):
                return token
        elif token.tag_ in {"HYPH", "POS"} or (token.tag_ in _MODIFIERS and found is None):
            continue
        elif not (found is None and n and _links(ahead, n)):
            break
    return found


def _is_noun(token: Token, after: Token | None) -> bool:
    """A noun, or a word that can be nothing else: the last before a verb, read as an adjective."""
    if token.tag_.startswith("NN") or _is_known(token):
        return True
    subject = token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ in {"JJ", "VBZ"}
    return subject and after is not None and after.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _goes_on(noun: Token, following: Token) -> bool:
    """Whether ``following`` still belongs to the phrase: not "96 people Monday"."""
    if noun.tag_ == "NNS":
        return noun.dep_ == "compound" and noun.head.i == following.i
    return noun.tag_ in {"NNP", "NNPS"} or following.tag_ in {"NN", "NNS"}


def _describes(ahead: list[Token], n: int) -> bool:
    return n < len(ahead) and (ahead[n].tag_ in _MODIFIERS or ahead[n].tag_.startswith("NN"))


def _links(ahead: list[Token], n: int) -> bool:
    """A link between two words that describe: "wounded and exhausted soldiers"."""
    plain = ahead[n].text == "," or ahead[n].tag_ == "CC"
    return plain and _describes(ahead, n + 1) and ahead[n - 1].tag_ in _MODIFIERS


def _said_of(last: Token) -> Token | None:
    """What those counted are said to be: "6 were women"."""
    verb = last.head
    if last.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i != last.i + 1:
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NNS"), None)


def _taken_from(last: Token) -> Token | None:
    """What those counted are a part of: "of the 40 hostages, 18 fled"."""
    if last.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    begin = last.sent.start
    for word in last.doc[begin : last.i]:
        if word.lower_ == "of" and (word.i == begin or word.nbor(-1).text in {",", ";"}):
            whole = [t for t in last.doc[word.i + 1 : last.i] if t.text != ","]
            while whole and whole[0].tag_ in _OPENERS:
                whole = whole[1:]
            return _head(whole)
    return None


def _is_known(token: Token) -> bool:
    return singular(token.lower_) != token.lower_
