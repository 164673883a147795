"""How far a voice commits itself to an event: FactBank's values, by composition.

After De Facto (Saurí and Pustejovsky 2012): a voice's own commitment is carried down the
clause; every modal, adverb, negation, condition and governing word on the way lowers the level
or turns the polarity. The level of a chain is its weakest link.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from reportedly import lexicons
from reportedly.model import Evidence, Factor, Factuality, Polarity, Reality, Stance

from .clauses import children, climb, span_of
from .cues import act_of, lemma_of

_ORDER = ("U", "PS", "PR", "CT")
_TEXTS = {
    "modal": "A modal verb leaves it possible or probable.",
    "adverb": "An adverb weakens it.",
    "negation": "It is negated.",
    "governor": "The word that governs it changes how far it is asserted.",
    "implicative": "The verb above it decides whether it took place.",
    "condition": "It stands under a condition or a question.",
    "future": "It is placed in the future.",
    "reported": "It stands under a word of saying, without a voice that could be made out.",
    "history": "It is placed in earlier history.",
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that changed the reading: which kind of change, and the token."""

    kind: str
    token: Token

    def factor(self, document: str) -> Factor:
        """The marker as a reason, its word as evidence."""
        evidence = Evidence(document, (span_of([self.token]),))
        return Factor(self.kind, 0.0, _TEXTS[self.kind], (evidence,))


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a clause makes of its event: level (U, PS, PR, CT), sign, grammar, reality, why."""

    level: str = "CT"
    sign: int = 1
    polarity: Polarity = "+"
    mode: Reality = "actual"
    markers: tuple[Marker, ...] = ()

    def lowered(self, value: str, marker: Marker) -> "Commitment":
        """This commitment under a further word of ``value`` ("PR-": probable, turned round)."""
        level = min(self.level, value.removesuffix("-"), key=_ORDER.index)
        sign = -self.sign if value.endswith("-") else self.sign
        return replace(self, level=level, sign=sign, markers=(*self.markers, marker))

    def negated(self, token: Token) -> "Commitment":
        """This commitment under a grammatical negation."""
        turned: Polarity = "-" if self.polarity == "+" else "+"
        marker = Marker("negation", token)
        return replace(self, sign=-self.sign, polarity=turned, markers=(*self.markers, marker))

    def moved(self, mode: Reality, kind: str, token: Token) -> "Commitment":
        """This commitment about a future, supposed or earlier event."""
        return replace(self, mode=mode, markers=(*self.markers, Marker(kind, token)))


def commitment(predicate: Token, scope: frozenset[int], quoted: bool) -> Commitment:
    """What the words of ``scope`` (token indices) make of the event at ``predicate``.

    ``quoted``: the words are somebody's reported words, where "would" is a future.
    """
    found = _own(Commitment(), predicate, quoted, scope)
    for below, above in _chain(predicate, scope):
        found = _under(found, below, above, scope)
    return found


def factuality(base: Factuality, commitment: Commitment) -> Factuality:
    """A voice's value for its words, carried to the event inside them."""
    if base in {"Uu", "CTu"} or commitment.level == "U":
        return "Uu"
    level = min(base[:2], commitment.level, key=_ORDER.index)
    sign = (1 if base.endswith("+") else -1) * commitment.sign
    return _value(level, sign)


def stance(value: Factuality) -> Stance:
    """For, against, or only observing, as a value commits its voice."""
    return {"+": "for", "-": "against"}.get(value[-1], "observing")  # type: ignore[return-value]


@cache
def table(name: str) -> dict[str, str]:
    """A table of ``lexicons/en/hedges.toml`` as word → level."""
    return {k: str(v) for k, v in lexicons.load("hedges")[name].items() if k != "source"}


@cache
def listed(name: str, key: str = "words") -> frozenset[str]:
    """A list of ``lexicons/en/hedges.toml``."""
    return frozenset(lexicons.load("hedges")[name][key])


def implicative(verb: Token) -> Token | None:
    """The verb that carries the event where ``verb`` only begins, tries, fails … to do it."""
    if verb.lemma_.lower() not in table("implicatives") or children(verb, "dobj", "attr"):
        return None
    below = children(verb, "xcomp")
    if not below and verb.lemma_.lower() in {"leave", "force"}:
        below = [c for c in children(verb, "advcl") if _is_infinitive(c)]
    return next((c for c in below if c.tag_.startswith("VB")), None)


def _own(found: Commitment, token: Token, quoted: bool, scope: frozenset[int]) -> Commitment:
    for child in token.children:
        if child.dep_ in {"aux", "auxpass"}:
            found = _helper(found, child, quoted)
        elif _is_negation(child):
            found = found.negated(child)
        elif child.i in scope and child.dep_ == "advmod" and child.lower_ in table("adverbs"):
            value = table("adverbs")[child.lower_]
            found = found.lowered(value, Marker("adverb", child)) if value != "CT" else found
        elif child.dep_ == "advmod" and child.lower_ in _history():
            found = found.moved("historical", "history", child)
        elif _is_nothing(child):
            found = found.negated(child)
        elif child.dep_ == "mark" and child.lower_ in listed("conditions", "marks"):
            found = _supposed(found, child)
    if token.dep_ == "conj" and token.head.tag_.startswith("VB"):
        found = _shared(found, token, quoted)
    return _nominal(found, token) if token.tag_.startswith("NN") else found


def _is_negation(child: Token) -> bool:
    if child.dep_ == "neg" or child.lower_ in {"n't", "n’t"}:
        return True
    return child.dep_ in {"advmod", "preconj"} and child.lower_ in listed("negators")


def _helper(found: Commitment, helper: Token, quoted: bool) -> Commitment:
    word = helper.lower_
    if word in listed("unreal", "future") or (quoted and word in listed("unreal", "supposed")):
        return found.moved("future", "future", helper)
    if word in listed("unreal", "supposed"):
        return found.lowered("PR", Marker("modal", helper)).moved("hypothetical", "modal", helper)
    if word in table("modals"):
        return found.lowered(table("modals")[word], Marker("modal", helper))
    return found


def _shared(found: Commitment, token: Token, quoted: bool) -> Commitment:
    """What the first of two coordinated verbs lends the second: helpers, and "not … or …"."""
    first = token.head
    if children(token, "nsubj", "nsubjpass", "aux"):
        return found
    joint = {c.lower_ for c in children(first, "cc")}
    infinitive = token.tag_ == "VB"
    for child in first.children:
        if child.dep_ == "aux" and infinitive:
            found = _helper(found, child, quoted)
        elif child.dep_ == "neg" and (joint & {"or", "nor"} or infinitive):
            found = found.negated(child)
        elif child.dep_ == "mark" and child.lower_ in listed("conditions", "marks"):
            found = _supposed(found, child)
    return found


def _nominal(found: Commitment, noun: Token) -> Commitment:
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in listed("negators", "determiners"):
            found = found.negated(child)
        elif child.dep_ == "amod" and child.lower_ in {"possible", "potential", "likely"}:
            found = found.lowered("PS", Marker("adverb", child))
    return found


def _is_nothing(child: Token) -> bool:
    """Whether an argument denies its verb: "nobody fled", "no soldiers fled"."""
    if child.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return False
    if child.lower_ in listed("negators"):
        return True
    before = [t for left in child.lefts for t in (left, *left.lefts)]
    return any(t.lower_ == "not" or _denies(t) for t in before)


def _denies(word: Token) -> bool:
    return word.dep_ == "det" and word.lower_ in listed("negators", "determiners")


def _chain(token: Token, scope: frozenset[int]) -> Iterator[tuple[Token, Token]]:
    """Pairs (below, above) from ``token`` up while still in ``scope``."""
    for above in climb(token):
        if above.i not in scope:
            return
        yield token, above
        if token.dep_ in {"advcl", "relcl", "parataxis"} and implicative(above) != token:
            return
        token = above


def _under(found: Commitment, below: Token, above: Token, scope: frozenset[int]) -> Commitment:
    lemma = above.lemma_.lower()
    if implicative(above) == below:
        level = "CT" if _had_to(above) else table("implicatives")[lemma]
        found = found.lowered(level, Marker("implicative", above))
        if lemma in listed("unreal", "intent"):
            found = found.moved("future", "future", above)
        return _own(found, above, quoted=False, scope=scope)
    if below.dep_ in {"prep", "xcomp"} and above.tag_.startswith("VB"):
        found = _own(found, above, quoted=False, scope=scope)
    if _reports(below, above):
        return found.lowered("U", Marker("reported", above))
    if below.dep_ in {"conj", "advcl", "relcl", "dobj", "nsubj", "nsubjpass"}:
        return found
    governor = _governor(above, below)
    if governor is None:
        return found
    denied = _denied(above)
    values = table("denied_governors") if denied else table("governors")
    value = values.get(governor.lemma_.lower())
    if value is None:
        return found
    found = found.lowered(value, Marker("governor", governor))
    if governor.lemma_.lower() in listed("unreal", "nouns"):
        found = found.moved("future", "future", governor)
    return found


def _had_to(verb: Token) -> bool:
    """What somebody had to do was done; what somebody has to do may not be."""
    return verb.lemma_.lower() == "have" and verb.tag_ == "VBD" and not children(verb, "neg")


def _reports(below: Token, above: Token) -> bool:
    """Whether ``above`` says or denies what stands below it, and nobody was found to say so."""
    if below.dep_ not in {"ccomp", "xcomp", "pcomp", "prep"} or not above.tag_.startswith("VB"):
        return False
    if below.dep_ == "prep" and not children(below, "pcomp"):
        return False
    return act_of(lemma_of(above)) is not None


def _governor(above: Token, below: Token) -> Token | None:
    """The evaluating word above a clause or noun: "is likely that", "evidence of", "seems to"."""
    if above.lemma_.lower() in table("governors") and below.dep_ in {
        "ccomp", "xcomp", "acl", "prep", "csubj", "pobj", "advcl",
    }:  # fmt: skip
        return above
    if below.dep_ in {"ccomp", "csubj", "advcl", "nsubj"}:
        complements = children(above, "acomp", "attr")
        return next((c for c in complements if c.lemma_.lower() in table("governors")), None)
    return None


def _denied(above: Token) -> bool:
    near = [above, above.head] if above.dep_ in {"acomp", "attr", "dobj"} else [above]
    for token in near:
        for child in token.children:
            if child.dep_ == "neg" or child.lower_ in listed("negators", "determiners"):
                return True
    return any(c.lower_ == "far" for c in above.children)


def _supposed(found: Commitment, mark: Token) -> Commitment:
    lowered = found.lowered("U", Marker("condition", mark))
    return replace(lowered, mode="future" if found.mode == "future" else "hypothetical")


def _is_infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def _value(level: str, sign: int) -> Factuality:
    values: dict[tuple[str, int], Factuality] = {
        ("CT", 1): "CT+", ("PR", 1): "PR+", ("PS", 1): "PS+",
        ("CT", -1): "CT-", ("PR", -1): "PR-", ("PS", -1): "PS-",
    }  # fmt: skip
    return values[level, sign]


@cache
def _history() -> frozenset[str]:
    return frozenset(lexicons.load("times")["history"]["words"])
