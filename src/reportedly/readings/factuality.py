"""How far a voice commits itself to an event: FactBank's values, by composition.

After De Facto (Saurí and Pustejovsky 2012): a voice's own commitment is carried down the
clause; every modal, adverb, negation, condition and governing word on the way lowers the level
or turns the polarity. The level of a chain is its weakest link.
"""

from collections.abc import Iterator

from reportedly.model import Factuality, Stance

from .clauses import climb
from .commitments import ORDER, Commitment, listed
from .governors import carried, implicative, under
from .helpers import distanced, own
from .tokens import Token


def commitment(predicate: Token, head: Token, scope: frozenset[int], quoted: bool) -> Commitment:
    """What the words of ``scope`` (token indices) make of the event at ``predicate``.

    ``head`` is the noun that names the event where the predicate only carries it, else the
    predicate. ``quoted``: the words are somebody's reported words, where "would" is a future.
    """
    found = own(Commitment(), predicate, quoted, scope)
    if not quoted:
        found = distanced(found, head)
    if predicate.dep_ == "acomp" and predicate.head.i in scope:
        found = own(found, predicate.head, quoted, scope)
    if head.head.i == predicate.i and head.i != predicate.i:
        found = carried(found, head, scope)
    for below, above in _chain(predicate, scope):
        found = under(found, below, above, scope)
    return found


def factuality(base: Factuality, commitment: Commitment) -> Factuality:
    """A voice's value for its words, carried to the event inside them."""
    if base in {"Uu", "CTu"} or commitment.level == "U":
        return "Uu"
    level = min(base[:2], commitment.level, key=ORDER.index)
    sign = (1 if base.endswith("+") else -1) * commitment.sign
    return _value(level, sign)


def stance(value: Factuality) -> Stance:
    """For, against, or only observing, as a value commits its voice."""
    return {"+": "for", "-": "against"}.get(value[-1], "observing")  # type: ignore[return-value]


def _chain(token: Token, scope: frozenset[int]) -> Iterator[tuple[Token, Token]]:
    """Pairs (below, above) from ``token`` up while in ``scope``, or carried by a cue around it.

    What is spoken of as known ("the attack", "after a raid") stays so whatever stands above.
    """
    known = _is_known(token)
    for above in climb(token):
        if above.i not in scope:
            if implicative(above) == token:
                yield token, above
            return
        if token.dep_ == "pobj" and above.lower_ in listed("settings"):
            return
        yield token, above
        if known and above.tag_.startswith("VB"):
            return
        if token.dep_ in {"advcl", "relcl", "parataxis"} and implicative(above) != token:
            return
        token = above


def _is_known(token: Token) -> bool:
    """Whether it is a noun with "the", "this" or "their" before it."""
    return token.tag_.startswith("NN") and any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in listed("definite"))
        for c in token.children
    )


def _value(level: str, sign: int) -> Factuality:
    values: dict[tuple[str, int], Factuality] = {
        ("CT", 1): "CT+", ("PR", 1): "PR+", ("PS", 1): "PS+",
        ("CT", -1): "CT-", ("PR", -1): "PR-", ("PS", -1): "PS-",
    }  # fmt: skip
    return values[level, sign]
