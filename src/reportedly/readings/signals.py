"""Words that signal cause and effect, found in a parse: what they are and what they hang on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from reportedly import lexicons

from .clauses import children, climb, under
from .events import family_of
from .tokens import Doc, Token

_WHICH = frozenset({"which"})


@dataclass(frozen=True, slots=True)
class Signal:
    """Tokens of the signal, of the cause and of the effect, before anything is cut away."""

    words: tuple[Token, ...]
    cause: tuple[Token, ...]
    effect: tuple[Token, ...]


def signals(doc: Doc) -> Iterator[Signal]:
    """Every signal in ``doc``, in order; a verb's object is looked at before its preposition."""
    openings, lemmas = _openings(), _lemmas()
    for token in doc:
        if token.lower_ not in openings and token.lemma_.lower() not in lemmas:
            continue
        made = (look(token) for look in _looks())
        found = next((f for f in made if f is not None and f.cause and f.effect), None)
        if found is not None:
            yield found


@cache
def _openings() -> frozenset[str]:
    """Every word with which a listed phrase begins."""
    tables = ("prepositions", "purposes", "adverbs")
    phrases = [p for name in tables for p in _words(name, "phrases")]
    words = _words("marks", "words") | _words("marks", "late") | _words("joints", "words")
    return _first_words(frozenset(phrases) | words)


@cache
def _lemmas() -> frozenset[str]:
    """Every verb and noun that may be a signal."""
    pairs = _words("forward_to", "pairs") | _words("backward_from", "pairs")
    nouns = _words("result_nouns", "nouns") | _words("cause_nouns", "nouns")
    return _words("forward", "verbs") | frozenset(_limited()) | nouns | _first_words(pairs)


def _looks() -> tuple[Callable[[Token], Signal | None], ...]:
    return (_verb, _verb_with, _preposition, _mark, _purpose, _noun, _adverb, _joint)


def _verb(token: Token) -> Signal | None:
    lemma = token.lemma_.lower()
    if not token.tag_.startswith("VB"):
        return None
    if children(token, "auxpass", "nsubjpass") or _is_participle(token):
        agents = [o for by in children(token, "agent") for o in children(by, "pobj")]
        if lemma not in _words("forward", "verbs") or not agents:
            return None
        patients = children(token, "nsubjpass") or ([token.head] if token.dep_ == "acl" else [])
        effect = _clause(token) if not patients else _all(patients, token)
        return Signal((token, *children(token, "agent")), _all(agents), effect)
    objects = children(token, "dobj", "ccomp", "xcomp")
    if lemma in _words("forward", "verbs"):
        chosen = objects
    else:
        chosen = [o for o in objects if o.lemma_.lower() in _limited().get(lemma, ())]
    if not chosen:
        return None
    return Signal((token,), _causer(token), _all(objects))


def _verb_with(token: Token) -> Signal | None:
    if not token.tag_.startswith("VB"):
        return None
    for child in children(token, "prep", "prt"):
        pair = f"{token.lemma_.lower()} {child.lower_}"
        objects = children(child, "pobj", "pcomp") or children(token, "dobj")
        if not objects or (pair == "add to" and children(token, "dobj")):
            continue
        if pair in _words("forward_to", "pairs"):
            return Signal((token, child), _causer(token), _all(objects))
        if pair in _words("backward_from", "pairs"):
            patients = children(token, "nsubj", "nsubjpass", "dobj") or (
                [token.head] if token.dep_ in {"acl", "relcl"} else []
            )
            return Signal((token, child), _all(objects), _all(patients, token))
    return None


def _preposition(token: Token) -> Signal | None:
    words = _phrase(token, _words("prepositions", "phrases"))
    if not words:
        return None
    last = words[-1]
    objects = [o for w in words for o in children(w, "pobj", "pcomp") if o not in words]
    if words[0].doc[words[0].i : last.i + 1].text.lower() in _words("wakes", "phrases"):
        objects = [o for o in objects if o.dep_ == "pcomp" or _is_eventive(o)]
    if not objects and last.dep_ == "amod":
        return None
    host = next((h for h in climb(words[0]) if h not in words and h.tag_.startswith("VB")), None)
    if not objects or host is None:
        return None
    return Signal(tuple(words), _all(objects), _clause(host, without=words))


def _mark(token: Token) -> Signal | None:
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ not in {"advcl", "acl"}:
        return None
    phrase = _phrase(token, _words("marks", "words"))
    if not phrase and not (token.lower_ in _words("marks", "late") and _is_late(token)):
        return None
    words = phrase or [token]
    host = clause.head if clause.head.tag_.startswith("VB") else next(
        (h for h in climb(clause.head) if h.tag_.startswith("VB")), clause.head
    )  # fmt: skip
    while host.dep_ == "xcomp" and host.head.tag_.startswith("VB"):
        host = host.head
    cause = tuple(t for t in _clause(clause) if t not in words)
    return Signal(tuple(words), cause, _clause(host, without=[clause]))


def _purpose(token: Token) -> Signal | None:
    words = _phrase(token, _words("purposes", "phrases"))
    if not words:
        return None
    aim = next((h for w in reversed(words) for h in [w.head] if h not in words
                and h.tag_.startswith("VB") and h.i > words[-1].i), None)  # fmt: skip
    if aim is None:
        return None
    host = next((h for h in climb(aim) if h.tag_.startswith("VB") and h not in words), None)
    if host is None:
        return None
    return Signal(tuple(words), _all([aim], *words), _clause(host, without=[aim, *words]))


def _noun(token: Token) -> Signal | None:
    lemma = token.lemma_.lower()
    if token.dep_ != "attr" or not token.tag_.startswith("NN"):
        return None
    objects = [o for p in children(token, "prep") if p.lower_ in {"of", "for", "behind"}
               for o in children(p, "pobj", "pcomp")]  # fmt: skip
    about = children(token.head, "nsubj")
    if lemma in _words("result_nouns", "nouns"):
        return Signal((token,), _all(objects), _all(about))
    if lemma in _words("cause_nouns", "nouns"):
        return Signal((token,), _all(about), _all(objects))
    return None


def _adverb(token: Token) -> Signal | None:
    """With "as a result" and its like the cause is the sentence before."""
    words = _phrase(token, _words("adverbs", "phrases"))
    start = token.sent.start
    if not words or token.i - start > 1 or start == 0:
        return None
    if words[-1].i + 1 < len(token.doc) and token.doc[words[-1].i + 1].lower_ == "of":
        return None
    before = token.doc[start - 1].sent
    return Signal(tuple(words), tuple(before), tuple(t for t in token.sent if t not in words))


def _joint(token: Token) -> Signal | None:
    """Between two clauses of a sentence: "A, and as a result B", "A; therefore B", "A, so B"."""
    words = _phrase(token, _words("adverbs", "phrases") | _words("joints", "words"))
    if not words or token.i - token.sent.start < 2:
        return None
    if token.lower_ in _words("joints", "words") and not _opens_clause(token):
        return None
    verb = next((h for h in climb(words[0]) if h not in words and h.tag_.startswith("VB")), None)
    earlier = _clause_before(verb, token) if verb is not None and verb.i > token.i else None
    if verb is None or earlier is None:
        return None
    own = [earlier] if earlier.head.i == verb.i else []
    cause = tuple(t for t in _clause(earlier, without=[verb]) if t.i < token.i)
    effect = tuple(t for t in _clause(verb, without=[*own, *words]) if t.i > words[-1].i)
    return Signal(tuple(words), cause, effect)


def _clause_before(verb: Token, token: Token) -> Token | None:
    """The verb of the clause that ends just before ``token``, joined to ``verb``'s."""
    if verb.dep_ in {"conj", "parataxis", "ccomp"} and verb.head.tag_.startswith("VB"):
        return verb.head if verb.head.i < token.i else None
    earlier = [c for c in children(verb, "ccomp", "parataxis", "advcl") if c.right_edge.i < token.i]
    return next((c for c in earlier if any(
        t.text in {";", ","} for t in token.doc[c.right_edge.i : token.i])), None)  # fmt: skip


def _opens_clause(token: Token) -> bool:
    """Whether "so" stands between a comma and a new subject."""
    if not _after_comma(token) or token.i + 1 >= len(token.doc):
        return False
    follows = token.nbor()
    verb = next((h for h in (follows, *climb(follows)) if h.tag_.startswith("VB")), None)
    return verb is not None and any(
        s.left_edge.i == follows.i for s in children(verb, "nsubj", "nsubjpass", "expl")
    )


def _causer(verb: Token) -> tuple[Token, ...]:
    """What a verb's subject covers: a noun, or the clause before ", which" and ", adding to"."""
    own = children(verb, "nsubj", "csubj")
    if own:
        return _subject(verb, own)
    if verb.dep_ in {"advcl", "pcomp"} and verb.tag_ == "VBG":
        return _clause(_host(verb), without=[verb, *_joined_by(verb)])
    if verb.dep_ == "acl":
        return tuple(under(verb.head, without=[verb]))
    if verb.dep_ in {"conj", "xcomp"} and verb.head.tag_.startswith("VB"):
        return _causer(verb.head)
    return ()


def _subject(verb: Token, own: list[Token]) -> tuple[Token, ...]:
    if verb.dep_ != "relcl" or own[0].tag_ not in {"WDT", "WP"}:
        return _all(own)
    if own[0].lower_ in _WHICH and _after_comma(own[0]):
        return _taken_up(verb, own[0])
    return tuple(under(verb.head, without=[verb]))


def _taken_up(verb: Token, which: Token) -> tuple[Token, ...]:
    """What ", which" stands for: an event's noun before it, or else the whole clause."""
    node = verb.head
    while node.dep_ in {"pobj", "prep"} and not _is_eventive(node):
        node = node.head
    if not _is_eventive(node):
        node = next((h for h in (node, *climb(node)) if h.tag_.startswith("VB")), node)
        return tuple(t for t in _clause(node, without=[verb]) if t.i < which.i)
    return tuple(t for t in under(node, without=[verb]) if t.i < which.i)


def _is_eventive(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in _words("eventive", "nouns") or not noun.tag_.startswith("NN"):
        return noun.tag_.startswith("NN")
    return family_of(noun) is not None or lemma.endswith(tuple(_words("eventive", "endings")))


def _host(verb: Token) -> Token:
    return next((h for h in climb(verb) if h.tag_.startswith("VB")), verb.head)


def _joined_by(verb: Token) -> list[Token]:
    return [verb.head] if verb.dep_ == "pcomp" else []


def _clause(verb: Token, without: list[Token] | tuple[Token, ...] = ()) -> tuple[Token, ...]:
    """A clause without what is coordinated with it from outside."""
    others = [c for c in verb.children if c.dep_ in {"conj", "parataxis"} and c.tag_[:2] == "VB"]
    marks = children(verb, "mark", "cc")
    return tuple(under(verb, without=[*without, *others, *marks]))


def _all(tokens: list[Token], *without: Token) -> tuple[Token, ...]:
    return tuple(t for token in tokens for t in under(token, without=without))


def _phrase(token: Token, phrases: frozenset[str]) -> list[Token]:
    """The longest phrase of the list that starts at ``token``, within its sentence."""
    doc = token.doc
    for size in _sizes(phrases).get(token.lower_, ()):
        words = doc[token.i : token.i + size]
        if len(words) == size and words.text.lower() in phrases:
            return list(words)
    return []


def _is_participle(token: Token) -> bool:
    return token.tag_ == "VBN" and token.dep_ in {"acl", "advcl"}


def _is_late(token: Token) -> bool:
    """Whether a clause of "as" or "since" gives a reason and no time.

    After a comma most do; "since" with what holds at present does in any place.
    """
    clause = token.head
    if clause.dep_ != "advcl":
        return False
    before = token.i - 1
    if before > token.sent.start and token.doc[before].lower_ in {"especially", "particularly"}:
        return True
    if token.lower_ == "since":
        return _holds_now(clause) or (
            _after_comma(token) and not _is_perfect(clause.head) and not _is_perfect(clause)
        )
    return before > token.sent.start and _after_comma(token) and _is_state(clause)


def _is_state(verb: Token) -> bool:
    """A state, a possibility or something finished gives a reason; a doing goes on beside."""
    helped = children(verb, "aux", "auxpass", "neg")
    return verb.lemma_ in {"be", "have", "lack", "need"} or bool(helped)


def _holds_now(verb: Token) -> bool:
    """Whether the clause is of the present: "since fuel must come by road"."""
    helpers = children(verb, "aux", "auxpass")
    if any(h.tag_ == "MD" for h in helpers):
        return True
    tense = helpers[0].tag_ if helpers else verb.tag_
    return tense in {"VBZ", "VBP"} and not _is_perfect(verb)


def _is_perfect(verb: Token) -> bool:
    """Whether "has" or "have" helps the verb: then "since" is of time."""
    return any(h.lemma_ == "have" and h.i != verb.i for h in children(verb, "aux"))


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(lexicons.load("causes")[table][key])


@cache
def _sizes(phrases: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that begin with a word, by that word, the most first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


@cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(_sizes(phrases))


@cache
def _limited() -> dict[str, tuple[str, ...]]:
    table = lexicons.load("causes")["objects"]
    return {verb: tuple(nouns) for verb, nouns in table.items() if verb != "source"}
