"""What each voice asserts: one statement an event, with actors, place, time, number, certainty."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportedly.model import (
    Attribution,
    Document,
    Factor,
    Factuality,
    Interval,
    Reality,
    Span,
    Spans,
    Stance,
    Statement,
    identify,
)

from . import events, factuality, predicates, quantities, times
from .anaphors import Verdict, awaits, verdict
from .clauses import (
    children,
    climb,
    is_verb,
    nearest_verb,
    shown,
    span_of,
    subject,
    tokens_in,
    under,
)
from .commitments import Commitment
from .cues import act_of, lemma_of
from .doubts import doubt, lowered
from .events import Event
from .governors import implicative, undertaken
from .participants import Mentions, participants, place, speaker
from .scopes import Scope, around, scopes, voiced
from .settled import asserted, weighed_in
from .tagger import Look
from .tokens import Doc, Token
from .untrue import untrue

_REMEMBERED = 200
"""Statements looked back over for the actors of a bare "the desertions"."""

_APART = frozenset({"conj", "advcl", "parataxis", "ccomp"})


@dataclass(slots=True)
class _Memory:
    """What the document has said so far, for later words to take up; its numbers and times."""

    counts: tuple[quantities.Count, ...]
    times: tuple[Interval, ...]
    seen: Look | None
    mentions: Mentions = field(default_factory=Mentions)
    told: list[Statement] = field(default_factory=list)


def _memory(doc: Doc, document: Document, seen: Look | None) -> _Memory:
    return _Memory(
        seen=seen,
        counts=quantities.counts(doc, document.text),
        times=times.intervals(document.text, document.published),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """One predicate in its scope, with the words that belong to it.

    ``top``: the verb over it that it belongs to. ``place`` is where the predicate stands,
    ``spans`` are the words worth showing.
    """

    scope: Scope
    predicate: Token
    tokens: tuple[Token, ...]
    event: Event
    top: Token
    place: Span
    sentence: Span
    spans: Spans


def _held(document: Document, scope: Scope, chosen: list[Token]) -> Iterator[_Held]:
    """Each of the ``chosen`` predicates of ``scope``, in order, when it is asked for."""
    tops = {t.i: _top(t, scope) for t in chosen}
    for one in chosen:
        top, place = tops[one.i], span_of([one])
        tokens = _own_words(one, top, [t for i, t in tops.items() if i != one.i], scope)
        sentence = document.sentence_of(place) or scope.sentence
        event = events.event(one)
        yield _Held(scope, one, tokens, event, top, place, sentence, shown(tokens))


def statements(
    doc: Doc, document: Document, attributions: tuple[Attribution, ...], seen: Look | None = None
) -> tuple[Statement, ...]:
    """Every statement of ``document``, by place; contents under their innermost attribution.

    A content that is attributed yields the attribution's statements, whatever no attribution
    covers the author's own. Mentions of an event that nobody asserts yield none.
    """
    memory = _memory(doc, document, seen)
    for scope in _in_order(scopes(doc, document, attributions)):
        memory.mentions.speaker = speaker(scope.attribution, doc)
        memory.mentions.hear()
        for held in _held(document, scope, predicates.predicates(scope)):
            memory.told.append(_statement(held, document, memory))
    unique = {s.id: s for s in memory.told}
    return tuple(sorted(unique.values(), key=lambda s: (s.predicate, s.attribution or "")))


def _in_order(held: list[Scope]) -> list[Scope]:
    """``held``, a scope that judges what stands within it behind what does."""
    found = list(held)
    for scope in held:
        if awaits(scope):
            found.remove(scope)
            last = scope.tokens[-1].i
            found.insert(sum(1 for other in found if other.tokens[0].i <= last), scope)
    return found


def statements_at(
    doc: Doc,
    document: Document,
    attributions: tuple[Attribution, ...],
    places: Spans,
    seen: Look | None = None,
) -> dict[Span, Statement]:
    """What is stated about the event whose word stands at each of ``places``.

    Unlike :func:`statements` it passes over no word: a cue is judged as the enclosing voice's, a
    mere mention of an event as if it were asserted. A place without a word has no statement.
    """
    memory = _memory(doc, document, seen)
    heads = {at: max(words, key=_height) for at in places if (words := tokens_in(doc, (at,)))}
    whole = scopes(doc, document, attributions)
    made: dict[Span, Statement] = {}
    for at, token in sorted(heads.items()):
        scope = voiced(whole, token) or around(doc, document, attributions, at)
        memory.mentions.speaker = speaker(scope.attribution, doc)
        made[at] = _plain(next(_held(document, scope, [token])), document, memory)
    return made


def _height(token: Token) -> tuple[int, bool]:
    return -sum(1 for _ in climb(token)), token.tag_.startswith("VB")


def _statement(held: _Held, document: Document, memory: _Memory) -> Statement:
    told = memory.told
    judged = verdict(held.predicate, held.scope, told)
    if judged is not None:
        return _taking_up(held, document, judged)
    made = _plain(held, document, memory)
    if made.actors or held.event.head.tag_.startswith("VB"):
        return made
    earlier = [s for s in told[-_REMEMBERED:] if s.event == made.event and s.actors]
    known = [s for s in earlier if any(a.country for a in s.actors)]
    about = next(reversed(known or earlier), None)
    return replace(made, actors=about.actors) if about else made


def _plain(held: _Held, document: Document, memory: _Memory) -> Statement:
    attribution = held.scope.attribution
    committed = factuality.commitment(
        held.predicate, held.event.head, held.scope.indices, quoted=attribution is not None
    )
    ruled = factuality.factuality(_base(held), committed)
    source, why = _asserted(held, document, memory, ruled)
    actors = participants(held.event, held.predicate, memory.mentions)
    near = _near(held)
    when = times.first_among(memory.times, near)
    said = _said_mode(committed.mode, attribution)
    if when and said == "future":
        when = times.looked_forward(when, document.text, document.published)
    return Statement(
        id=_id(held, document),
        document=document.id,
        attribution=attribution.id if attribution else None,
        sentence=held.sentence,
        spans=held.spans,
        predicate=held.place,
        event=held.event.name,
        code=held.event.code,
        actors=actors,
        place=place(near, held.event),
        time=when,
        quantity=quantities.quantity(memory.counts, held.tokens, [a.span for a in actors]),
        polarity=committed.polarity,
        mode=_mode(said, when, document.published),
        stance=factuality.stance(source) if _is_undertaken(held) else _stance(attribution, source),
        factuality=source,
        author_factuality=_author(attribution, committed, source),
        reasons=(*_reasons(committed, document), *why),
    )


def _asserted(
    held: _Held, document: Document, memory: _Memory, ruled: Factuality
) -> tuple[Factuality, tuple[Factor, ...]]:
    """How far the voice asserts the event, and what but the rules' value decided it.

    That is the network's word, words that call it untrue, and words beside what somebody says that
    tell of doubt.
    """
    value = _weighed(held, memory, ruled)
    why: list[Factor] = []
    if value != ruled:
        why.append(weighed_in(value, document.id, (held.place,)))
    denied = None if value.endswith("-") else untrue(document, held.sentence, held.place)
    if denied:
        return "CT-", (*why, denied)
    attribution = held.scope.attribution
    if attribution is not None and attribution.source is not None:
        found = doubt(document, held.sentence, held.spans)
        if found:
            value = lowered(value)
            why.append(found)
    return value, tuple(why)


def _weighed(held: _Held, memory: _Memory, ruled: Factuality) -> Factuality:
    """The rules' value and the network's together.

    The network knows the words around an event, and not what a cue further off makes of them: where
    that cue lowers or turns them, or a word of negation does, the rules stand; and no hedge that
    they see is read away. What a noun only holds up ("the idea that") nobody asserts by that, and
    what somebody is accused of ("accused of shelling it") is asserted whatever stands around it.
    """
    if held.scope.attribution is None and predicates.is_only_held(held.predicate):
        return "Uu" if ruled == "CT+" else ruled
    settled = _base(held) not in {"CT+", "Uu"} or ruled.endswith("-")
    if memory.seen is None or settled or held.scope.charges(held.predicate):
        return ruled
    value = asserted(ruled, memory.seen.committed(held.place))
    return ruled if value == "CT+" and ruled in {"PR+", "PS+"} else value


def _taking_up(held: _Held, document: Document, judged: Verdict) -> Statement:
    """A statement about an earlier one: "the matter is real", "the claims are false"."""
    attribution = held.scope.attribution
    own = factuality.commitment(
        held.predicate, held.predicate, held.scope.indices, quoted=attribution is not None
    )
    turned = not judged.holds and not _refuses(held, judged)
    signed = replace(own, sign=-own.sign) if turned else own
    source = factuality.factuality(_judging(held, judged), signed)
    evidence_of = Factor(
        "takes up", 0.0, "It takes up what was claimed just before.", judged.evidence(document.id)
    )
    return replace(
        judged.about,
        id=_id(held, document),
        attribution=attribution.id if attribution else None,
        sentence=held.sentence,
        spans=held.spans,
        predicate=held.place,
        polarity=own.polarity,
        stance=_stance(attribution, source),
        factuality=source,
        author_factuality=_author(attribution, signed, source),
        reasons=(evidence_of, *_reasons(own, document)),
    )


def _id(held: _Held, document: Document) -> str:
    attribution = held.scope.attribution
    whose = attribution.id if attribution else None
    return identify("statement", document.id, whose, held.spans, held.place)


def _base(held: _Held) -> Factuality:
    attribution = held.scope.attribution
    if attribution is not None:
        return "CT+" if _is_undertaken(held) else attribution.factuality
    return "Uu" if predicates.is_held_up(held.predicate) else "CT+"


def _is_undertaken(held: _Held) -> bool:
    """Whether the voice does, refuses or plans the event rather than speak of it."""
    speaks = act_of(lemma_of(held.predicate)) is not None and _is_silent(held)
    return not speaks and undertaken(held.predicate, held.scope.indices)


def _refuses(held: _Held, judged: Verdict) -> bool:
    """Whether the cue itself has counted the judging word: "called it baseless" is a denial."""
    attribution = held.scope.attribution
    denied = attribution is not None and attribution.factuality.endswith("-")
    return judged.small and denied


def _judging(held: _Held, judged: Verdict) -> Factuality:
    """The voice's value; whoever calls something false or true commits itself by that."""
    base = _base(held)
    return "CT+" if base == "Uu" and judged.small and not _is_silent(held) else base


def _is_silent(held: _Held) -> bool:
    return held.scope.attribution is not None and held.scope.attribution.stance == "silent"


def _author(
    attribution: Attribution | None, committed: Commitment, source: Factuality
) -> Factuality:
    """The author's own commitment: none to reported words, unless the cue takes them for true."""
    if attribution is None:
        return source
    factive = any(f.name == "factive" for f in attribution.reasons)
    return factuality.factuality("CT+", committed) if factive else "Uu"


def _stance(attribution: Attribution | None, value: Factuality) -> Stance:
    if attribution is not None and attribution.stance == "silent":
        return "silent"
    return factuality.stance(value)


def _own_words(
    predicate: Token, top: Token, others: list[Token], scope: Scope
) -> tuple[Token, ...]:
    """The predicate's clause without coordinated ones, with the subject it shares.

    ``top`` and ``others`` are the tops of this and of all other predicates. Where a content has
    one predicate, all its words belong to it.
    """
    apart = [t for t in others if t.i != top.i and t.dep_ in _APART]
    if not others and scope.attribution is not None:
        words = set(scope.tokens)
    else:
        words = {t for t in under(top, without=apart) if t.i in scope.indices}
    words |= _subject_words(top)
    if not is_verb(predicate):
        named = (c for c in children(predicate, "prep") if c.lower_ == "as")
        words -= {t for c in named for t in c.subtree}
    return tuple(sorted(words, key=lambda t: t.i))


def _subject_words(verb: Token) -> set[Token]:
    """The subject's phrase; without its clauses where it is shared with another verb.

    It belongs to the statement even where another voice lends a word of it ("the reported
    desertions").
    """
    who = subject(verb) if is_verb(verb) or verb.dep_ == "amod" else None
    if who is None or who.sent.start != verb.sent.start:
        return set()
    asides = children(who, "acl", "relcl", "appos") if who.head.i != verb.i else []
    if verb.dep_ == "amod":
        return {t for t in who.subtree if t.i <= who.i}
    return set(under(who, without=[verb, *asides]))


def _top(predicate: Token, scope: Scope) -> Token:
    """Up from "send" to "continue" in "continue to send"."""
    while predicate.head.i in scope.indices and implicative(predicate.head) == predicate:
        predicate = predicate.head
    return predicate


def _near(held: _Held) -> list[Token]:
    """The predicate's words that stand in no other verb's clause."""
    verbs = {held.predicate.i, held.event.head.i, held.top.i}

    def belongs(token: Token) -> bool:
        verb = nearest_verb(token)
        if token.i in verbs or verb is None:
            return True
        return verb.i in verbs or verb.i not in held.scope.indices

    return [t for t in held.tokens if belongs(t)]


def _mode(mode: Reality, when: Interval | None, published: str | None) -> Reality:
    """Historical where the words of time lie more than a year back."""
    if mode != "actual" or when is None or when.last is None or not published:
        return mode
    a_year_on = f"{int(when.last[:4]) + 1:04d}{when.last[4:]}"
    return "historical" if a_year_on < published[:10] else mode


def _said_mode(mode: Reality, attribution: Attribution | None) -> Reality:
    """What is promised, predicted or demanded lies ahead."""
    ahead = attribution is not None and attribution.act in {"promise", "predict", "demand"}
    return "future" if ahead and mode == "actual" else mode


def _reasons(committed: Commitment, document: Document) -> tuple[Factor, ...]:
    return tuple(m.factor(document.id) for m in committed.markers)
