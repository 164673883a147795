"""Clauses in a parse: which tokens lie under spans, whose subject a verb has, what it covers."""

from collections.abc import Iterable, Iterator
from functools import cache

from reportedly import lexicons
from reportedly.model import Span, Spans

from .mending import mend_headlines
from .tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OPENERS = frozenset({"that", "of", "over", "about", "for", "to", "on", "against"})
_EMPTY = frozenset({"IN", "TO", "DT", "CC", "WD", "WP", "RB", "MD", "PR", "RP", "EX"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "relcl"})
_MARKS = frozenset({"since", "because", "as", "after", "before", "until"})
_CONTROLLING = frozenset({"from", "of", "for", "into", "against"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "blame"})
_OWN_DOING = frozenset({"promise", "vow", "threaten", "use", "have", "take", "spend"})
_JOINTS = frozenset({"IN", "TO", "CC", "DT"})
_CARRIERS = frozenset({"prep", "pobj", "dobj", "attr", "acomp", "agent"})


def tokens_in(doc: Doc, spans: Spans) -> list[Token]:
    """The tokens that lie under ``spans``, white space left out, in order."""
    parts = (doc.touched(span.start, span.end) for span in spans)
    found = [t for part in parts if part is not None for t in part if not t.is_space]
    return found if len(spans) == 1 else sorted(set(found), key=lambda t: t.i)


def spans_of(tokens: Iterable[Token]) -> Spans:
    """Runs of neighbouring tokens as spans, bare punctuation at their ends left out."""
    return _runs(sorted(set(tokens), key=lambda t: t.i))


def _runs(tokens: Iterable[Token]) -> Spans:
    """The same of tokens in order, each once."""
    return tuple(map(span_of, _parted(tokens)))


def _parted(tokens: Iterable[Token]) -> list[list[Token]]:
    """Those runs, as their tokens."""
    runs: list[list[Token]] = []
    for token in tokens:
        if token.is_space:
            continue
        if runs and _adjoins(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [run for run in map(_trim, runs) if run]


def shown(tokens: Iterable[Token]) -> Spans:
    """Runs of tokens worth showing: no bare function words, no "that" or "of" to begin with."""
    held = _ended(sorted(set(tokens), key=lambda t: t.i))
    while len(held) > 1 and (_opens(held) or held[0].is_punct):
        held = held[1:]
    runs = _parted(held)
    full = [run for run in runs if any(t.tag_[:2] not in _EMPTY and _tells(t) for t in run)]
    return tuple(map(span_of, full or runs))


def _opens(held: list[Token]) -> bool:
    """Whether the first word only leads to all the others: "of supplying", not "On Monday,"."""
    first = held[0]
    if first.lower_ not in _OPENERS:
        return False
    return first.dep_ != "prep" or first.head.i < first.i or len(list(first.subtree)) >= len(held)


def _ended(held: list[Token]) -> list[Token]:
    """The words without "with" or "and" before what belongs to another voice."""
    while dangling := _dangling(held):
        held = [t for t in held if t not in dangling]
    return held


def _dangling(held: list[Token]) -> list[Token]:
    joints = [t for t in held if t.tag_ in _JOINTS and t.dep_ != "prt"]
    indices = {t.i for t in held} if joints else set()
    joints = [t for t in joints if t.i + 1 not in indices]
    return [t for t in joints if any(c.i not in indices for c in (*t.children, *_joined(t)))]


def _joined(token: Token) -> list[Token]:
    """What a conjunction leads to hangs beside it."""
    return (
        [t for t in token.head.children if t.dep_ == "conj" and t.i > token.i]
        if token.dep_ == "cc"
        else []
    )


def span_of(tokens: list[Token]) -> Span:
    """From the first token's first character to the last one's last."""
    last = tokens[-1]
    return Span(tokens[0].idx, last.idx + len(last.text))


def words_at(doc: Doc, span: Span) -> str:
    """The characters of ``span`` (whole tokens); ``doc.text`` joins the whole document anew."""
    held = doc.touched(span.start, span.end)
    return held.text if held else ""


def is_verb(token: Token) -> bool:
    """Whether ``token`` heads a clause of its own: a verb that only helps another does not."""
    return token.tag_.startswith("VB") and token.dep_ not in {"aux", "auxpass", "amod", "compound"}


def is_finite(token: Token) -> bool:
    """Whether the verb carries tense, itself or in a helper."""
    if token.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in token.children)


def children(token: Token, *deps: str) -> list[Token]:
    """The children of ``token`` that hang by one of ``deps``."""
    return [c for c in token.children if c.dep_ in deps]


def subject(token: Token) -> Token | None:
    """The grammatical subject of a verb, its own or shared with the clause it depends on.

    A relative pronoun is followed to what it stands for, a participle to the noun it describes.
    """
    for own in children(token, "nsubj", "nsubjpass", "csubj"):
        if own.dep_ == "csubj" and children(own, "nsubj"):
            return children(own, "nsubj")[0]
        return _antecedent(own, token)
    if token.dep_ in {"acl", "relcl", "amod"} and not token.head.tag_.startswith("VB"):
        return _bearer(token) if token.dep_ == "acl" else token.head
    controller = _controller(token)
    if controller is not None:
        return controller
    governor = _governor(token)
    return subject(governor) if governor is not None else None


def is_infinitive(token: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(c.tag_ == "TO" for c in token.children)


def is_complement(token: Token) -> bool:
    """Whether the clause is what the noun above it holds: "the claim that he fled"."""
    if token.dep_ not in {"acl", "relcl"} or not is_finite(token):
        return False
    return any(c.lower_ == "that" for c in children(token, "mark"))


def _bearer(token: Token) -> Token | None:
    """Who does what a noun holds: "the army's plan to attack", "won a contract to supply"."""
    noun = token.head
    if not is_infinitive(token) or noun.lemma_.lower() not in _holding():
        return noun
    owner = next(iter(children(noun, "poss")), None)
    if owner is not None:
        return owner
    verb = nearest_verb(noun)
    return subject(verb) if verb is not None and noun.dep_ in {"dobj", "pobj"} else None


def _controller(token: Token) -> Token | None:
    """The object that does what somebody orders it, or keeps it from, or accuses it of."""
    verb = token.head
    if token.dep_ == "pcomp" and verb.lower_ in _CONTROLLING:
        verb = verb.head
    elif token.dep_ != "xcomp":
        return None
    if verb.dep_ == "dobj" and verb.head.lemma_ in _ACCUSING:
        return verb
    if not verb.tag_.startswith("VB") or verb.lemma_ in _OWN_DOING:
        return None
    return next((o for o in children(verb, "dobj") if o.i < token.i), None)


@cache
def _holding() -> frozenset[str]:
    return frozenset(lexicons.load("hedges")["governing_nouns"])


def conjuncts(token: Token) -> list[Token]:
    """``token`` and everything coordinated with it."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def under(token: Token, without: Iterable[Token] = ()) -> Iterator[Token]:
    """The subtree of ``token`` less the subtrees of ``without``, each head before its children."""
    barred = {t.i for t in without}
    ahead = [token]
    while ahead:
        node = ahead.pop()
        yield node
        ahead += [c for c in reversed(node.children) if c.i not in barred]


def climb(token: Token) -> Iterator[Token]:
    """The heads of ``token`` from the nearest to the sentence's root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def nearest_verb(token: Token) -> Token | None:
    """The verb in whose clause ``token`` stands, itself left out; None within a bare phrase."""
    while token.head is not token:
        token = token.head
        if token.tag_.startswith("VB"):
            return token
    return None


def repair(doc: Doc) -> Doc:
    """Mend three wrong turns that parsers take in reported speech; ``doc`` itself is changed.

    "As reports say, troops … fled": the troops belong to "fled". "with troops stationed here and
    now entering there": a bare participle is joined to the participle before it. The
    verbs of headlines: :func:`mend_headlines`.
    """
    mend_headlines(doc)
    for token in doc:
        if token.dep_ == "dobj" and _is_stolen(token):
            verb = token.head.head
            token.dep_ = "nsubjpass" if children(verb, "auxpass") else "nsubj"
            token.hang(verb)
        elif token.dep_ == "conj" and token.tag_ == "VBG" and is_finite(token.head):
            earlier = _participle_before(token)
            if earlier is not None and not children(token, "aux", "nsubj"):
                token.hang(earlier)
        elif token.dep_ in {"prep", "mark"} and token.lower_ in _MARKS:
            _reopen(token)
    return doc


def _reopen(mark: Token) -> None:
    """Give a clause of "since" its subject back: "since fuel must come", not "since fuel"."""
    taken = next(iter(children(mark, "pobj")), None)
    verb = mark.head
    if taken is None or verb.i < taken.i or children(verb, *SUBJECTS) or not is_finite(verb):
        return
    between = [t for t in mark.doc[taken.right_edge.i + 1 : verb.i] if t.head.i != verb.i]
    if between or not (verb.dep_ in {"advcl", "ccomp", "conj"} or _lower(verb, mark)):
        return
    mark.dep_, verb.dep_ = "mark", "advcl"
    taken.dep_ = "nsubjpass" if children(verb, "auxpass") else "nsubj"
    taken.hang(verb)


def _lower(verb: Token, mark: Token) -> bool:
    """Hang a sentence's root, the verb after ``mark``, under the clause before it, if any is."""
    main = next((c for c in children(verb, "ccomp") if c.right_edge.i < mark.i), None)
    if main is None or verb.dep_ != "ROOT":
        return False
    main.hang(main)
    main.dep_ = "ROOT"
    for child in [c for c in verb.children if c.i < mark.i or c.i > verb.right_edge.i]:
        child.hang(main)
    verb.hang(main)
    return True


def _is_stolen(token: Token) -> bool:
    """Whether an object of "as … say," is the missing subject of the main clause."""
    aside = token.head
    main = aside.head
    return (
        aside.dep_ == "advcl"
        and any(m.lower_ == "as" for m in children(aside, "mark", "advmod"))
        and not children(main, *SUBJECTS)
        and token.left_edge.i > 0
        and token.doc[token.left_edge.i - 1].text == ","
        and token.i < main.i
    )


def _participle_before(token: Token) -> Token | None:
    near = token.doc[max(token.sent.start, token.head.i + 1) : token.i]
    return next((t for t in reversed(list(near)) if t.tag_ in {"VBN", "VBG"}
                 and t.dep_ in {"acl", "pcomp"}), None)  # fmt: skip


def _antecedent(own: Token, verb: Token) -> Token:
    relative = own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl"
    return verb.head if relative else own


def _governor(token: Token) -> Token | None:
    if token.dep_ not in _SHARED and not token.tag_.startswith("VBG"):
        return None
    for head in climb(token):
        if head.tag_.startswith("VB"):
            return head
        if head.dep_ not in _CARRIERS and head.tag_ != "MD":
            return None
    return None


def _adjoins(left: Token, right: Token) -> bool:
    near = right.i == left.i + 1  # as good as always
    return near or all(t.is_space for t in left.doc.tokens[left.i + 1 : right.i])


def _trim(run: list[Token]) -> list[Token]:
    first, end = 0, len(run)
    while first < end and not _tells(run[first]):
        first += 1
    while end - first > 1 and not _tells(run[end - 1]):
        end -= 1
    return run[first:end]


def _tells(token: Token) -> bool:
    return not token.is_punct and token.tag_ not in {"CC", ":"}
