"""What the words above an event make of it: verbs and nouns that govern it, purposes, reports."""

from functools import cache

from .clauses import children, climb, is_complement, is_infinitive
from .commitments import Commitment, listed, table
from .cues import act_of, lemma_of
from .events import event
from .helpers import described, own
from .tokens import Token

_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "prep", "csubj", "pobj", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOUCHED = frozenset({"dobj", "nsubjpass"})
_BESIDE = frozenset({"conj", "advcl", "relcl"})
_PRESENT = frozenset({"be", "remain", "seem", "look", "become", "appear"})


def implicative(verb: Token) -> Token | None:
    """The verb that carries the event where ``verb`` only begins, tries, fails … to do it."""
    if verb.lemma_.lower() not in table("implicatives") or children(verb, "dobj", "attr"):
        return None
    below = children(verb, "xcomp")
    if not below and verb.lemma_.lower() in {"leave", "force"}:
        below = [c for c in children(verb, "advcl") if is_infinitive(c)]
    carried = next((c for c in below if c.tag_.startswith("VB")), None)
    if verb.lemma_ == "be" and carried is not None and not is_infinitive(carried):
        return None
    return carried


def is_purpose(token: Token) -> bool:
    """Whether the verb names only what another is done for: "crossed the river to attack"."""
    if token.dep_ != "advcl" or not is_infinitive(token) or token.head.tag_[:2] != "VB":
        return False
    return implicative(token.head) != token and not any(c.lower_ == "only" for c in token.children)


def undertaken(token: Token, scope: frozenset[int]) -> bool:
    """Whether a verb outside of ``scope`` carries the event: "refused [to leave]"."""
    for node in (token, *climb(token)):
        if node.head.i not in scope:
            return node.head.i != node.i and implicative(node.head) == node
    return False


def carried(found: Commitment, head: Token, scope: frozenset[int]) -> Commitment:
    """``found`` of a verb, for the noun of the event that it only carries: "plans an attack"."""
    adjectives = [c for c in head.children if c.dep_ != "det"]
    found = described(found, head, scope) if adjectives else found
    return _object(_evaluated(found, head, head.head), head, head.head)


def under(found: Commitment, below: Token, above: Token, scope: frozenset[int]) -> Commitment:
    """``found`` of an event at or below ``below`` as ``above``, its head, leaves it."""
    if implicative(above) == below:
        return _implied(found, above, scope)
    if _is_without(below, above):
        return found.negated(above)
    if below.dep_ in {"prep", "xcomp"} and above.tag_.startswith("VB"):
        found = own(found, above, quoted=False, scope=scope)
    if is_purpose(below):
        return found.lowered("U", "purpose", above).moved("future", "purpose", below)
    if _reports(below, above):
        return found.lowered("U", "reported", above)
    if below.dep_ in _TOUCHED | _SUBJECTS:
        return _argument(found, below, above, scope)
    beside = below.dep_ in _BESIDE and not is_complement(below)
    return found if beside else _clausal(found, below, above)


def _is_without(below: Token, above: Token) -> bool:
    return above.lower_ in listed("negators", "prepositions") and below.dep_ in {"pcomp", "pobj"}


def _implied(found: Commitment, above: Token, scope: frozenset[int]) -> Commitment:
    lemma = above.lemma_.lower()
    level = "CT" if _had_to(above) else table("implicatives")[lemma]
    found = found.lowered(level, "implicative", above)
    if lemma in listed("unreal", "intent"):
        found = found.moved("future", "future", above)
    return own(found, above, quoted=False, scope=scope)


def _argument(found: Commitment, below: Token, above: Token, scope: frozenset[int]) -> Commitment:
    """A noun's event under its verb: what only carries it lends it its own helpers."""
    if above.tag_.startswith("VB") and event(above).head.i == below.i:
        known = [m.token.i for m in found.markers if m.kind == "negation"]
        lent = own(found, above, quoted=False, scope=scope)
        if not known or not any(t.i in known for t in below.children):
            found = lent
    return _object(_evaluated(found, below, above), below, above)


def _object(found: Commitment, below: Token, above: Token) -> Commitment:
    """What a verb says of its object by itself: "averted an attack", "sought an attack"."""
    if below.dep_ not in _TOUCHED or not above.tag_.startswith("VB"):
        return found
    particle = next((f" {c.lower_}" for c in children(above, "prt")), "")
    value = table("objects").get(f"{above.lemma_.lower()}{particle}")
    if value is None:
        return found
    found = found.lowered(value, "governor", above)
    return found if value.startswith("CT") else found.moved("future", "future", above)


def _evaluated(found: Commitment, below: Token, above: Token) -> Commitment:
    """A subject's event under a complement: "an attack is unlikely"."""
    if below.dep_ not in _SUBJECTS or above.lemma_.lower() not in _PRESENT:
        return found
    return _governed(found, below, above)


def _clausal(found: Commitment, below: Token, above: Token) -> Commitment:
    """What somebody makes, lets, orders or keeps another from doing; else what a word governs."""
    lemma = above.lemma_.lower()
    if below.dep_ == "prep" and below.lower_ == "from" and above.tag_.startswith("VB"):
        value = table("prevented").get(lemma)
    elif below.dep_ in {"xcomp", "ccomp"} and not children(below, "mark"):
        value = table("causatives").get(lemma)
    else:
        value = None
    if value is None:
        return _governed(found, below, above)
    found = found.lowered(value, "implicative", above)
    return found if value.startswith("CT") else found.moved("future", "future", above)


def _governed(found: Commitment, below: Token, above: Token) -> Commitment:
    governor = _governor(above, below)
    if governor is None:
        return found
    lemma = governor.lemma_.lower()
    value = _denied_values(above, governor).get(lemma)
    if value is None:
        return found
    near = any(c.lower_ in listed("approach") for c in children(governor, "advmod"))
    found = found.lowered("PR" if near and value == "CT" else value, "governor", governor)
    if lemma in listed("unreal", "nouns") or lemma in listed("unreal", "ahead"):
        found = found.moved("future", "future", governor)
    return found


def _denied_values(above: Token, governor: Token) -> dict[str, str]:
    if _denied(above) or (governor.i != above.i and _denied(governor)):
        return table("denied_governors")
    return _nouns() if governor.tag_.startswith("NN") else table("governors")


@cache
def _nouns() -> dict[str, str]:
    return {**table("governors"), **table("governing_nouns")}


def _had_to(verb: Token) -> bool:
    """What somebody had to do was done; what somebody has to do may not be."""
    return verb.lemma_.lower() == "have" and verb.tag_ == "VBD" and not children(verb, "neg")


def _reports(below: Token, above: Token) -> bool:
    """Whether ``above`` says or denies what stands below it, and nobody was found to say so."""
    if below.dep_ not in {"ccomp", "xcomp", "pcomp", "prep"} or not above.tag_.startswith("VB"):
        return False
    if below.dep_ == "prep" and (
        not children(below, "pcomp") or below.lower_ not in listed("reporting", "prepositions")
    ):
        return False
    return act_of(lemma_of(above)) is not None


def _governor(above: Token, below: Token) -> Token | None:
    """The evaluating word above a clause or noun: "is likely that", "evidence of", "seems to"."""
    lemma = above.lemma_.lower()
    if lemma in table("governors") and (below.dep_ in _CLAUSES or is_complement(below)):
        return above
    if above.tag_.startswith("NN") and lemma in table("governing_nouns"):
        clause = below.dep_ == "acl" and below.tag_ != "VBN"
        return above if clause or below.dep_ == "prep" else None
    if below.dep_ in {"ccomp", "csubj", "advcl", *_SUBJECTS}:
        complements = [*children(above, "acomp", "attr"), *_far_from(above)]
        return next((c for c in complements if c.lemma_.lower() in table("governors")), None)
    return None


def _far_from(above: Token) -> list[Token]:
    """Through "far from certain"."""
    far = [c for c in children(above, "advmod", "acomp") if c.lower_ == "far"]
    return [w for f in far for p in children(f, "prep") for w in p.children]


def _denied(above: Token) -> bool:
    near = [above, above.head] if above.dep_ in {"acomp", "attr", "dobj"} else [above]
    for token in near:
        for child in token.children:
            if child.dep_ == "neg" or child.lower_ in listed("negators", "determiners"):
                return True
    return any(c.lower_ == "far" for c in above.children)
