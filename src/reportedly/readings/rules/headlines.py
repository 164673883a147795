"""In "Soldiers leave garrison, Vesk Courier reports" what the parse of a headline misses."""

from collections.abc import Iterator

from ..cues import frames, words
from ..tokens import Doc, Token
from .draft import Draft, Tokens, sentence

_LONGEST = 7
"""Words of a source between the last comma and the cue."""

_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADP", "CCONJ", "PRON")


def headlines(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """``drafts``, and those that a headline's last word makes.

    Headlines have no auxiliaries and few articles, and parsers take their verbs for nouns.
    """
    content = {draft.head: draft.content for draft in drafts}
    found = [draft for draft in _tails(doc) if not content.get(draft.head)]
    heads = {draft.head for draft in found}
    return [*(draft for draft in drafts if draft.head not in heads), *found]


def _tails(doc: Doc) -> Iterator[Draft]:
    for token in doc:
        if _is_tail(token):
            source = _source(token)
            start = sentence(token).start
            said = frozenset(range(start, min(source) - 1)) if source else source
            if said:
                yield Draft(token.i, source, frozenset({token.i}), said, "headline")


def _is_tail(token: Token) -> bool:
    """Whether a verb of saying in the present stands last: "reports", "say"."""
    form = token.lower_
    lemma = form if form in words("verbs") else form.removesuffix("s")
    named = not token.is_lower and token.pos_ != "VERB"
    if named or lemma not in words("verbs") or lemma not in frames("headline"):
        return False
    rest = [t for t in token.doc[token.i + 1 : sentence(token).stop] if not t.is_space]
    return all(t.text == "." for t in rest)


def _source(cue: Token) -> Tokens:
    taken: list[int] = []
    for i in range(cue.i - 1, sentence(cue).start, -1):
        token = cue.doc[i]
        if token.text == ",":
            return frozenset(taken)
        if token.pos_ not in _NAMING or len(taken) == _LONGEST:
            break
        taken.append(i)
    return frozenset()
