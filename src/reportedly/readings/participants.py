"""Who takes part in an event: arguments by syntax, under a name that can be compared.

A name is the noun's lemma after what stands before it, in lower case ("the North Korean
soldiers" is "north korean soldier"); a proper name keeps all its parts. Pronouns are followed to
the nearest earlier actor of fitting number, and left out where there is none.
"""

from dataclasses import dataclass, field

from reportedly import lexicons
from reportedly.lexicons.countries import countries_in, country_of
from reportedly.model import Attribution, Participant, Place, Role

from .clauses import SUBJECTS, children, climb, conjuncts, span_of, subject, tokens_in, words_at
from .events import Event, is_forces, listed
from .tokens import Doc, Token

_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nn", "case", "punct"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "to", "into", "on", "across",
                    "around", "along", "through", "toward", "towards", "over", "of"})  # fmt: skip
_GIVING = frozenset({"supply", "aid", "release", "agreement"})
_ROLES: dict[str, Role] = {"by": "agent", "from": "agent", "between": "agent",
                           "against": "patient", "on": "patient"}  # fmt: skip
_PLURAL = frozenset({"they", "them", "their", "these", "those", "themselves"})
_OWN = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
_PERSONS = frozenset({"person", "office", "witness", "anonymous"})
_PERSON = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_ALL = frozenset({"many", "some", "most", "several", "hundred", "dozen", "thousand", "number",
                  "group", "handful", "majority", "dozens", "hundreds", "thousands", "all", "both",
                  "few", "score", "scores", "member", "part"})  # fmt: skip

_REMEMBERED = 40
"""Actors looked back over for "they"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words are being read: "they" in them is most often the speaker."""

    actor: Participant
    plural: bool
    person: bool

    def fits(self, word: str) -> bool:
        """Whether the pronoun ``word`` can stand for the speaker."""
        if word in _OWN:
            return True
        if word in _PLURAL:
            return self.plural
        return word in _PERSON if self.person else word in {"it", "its"} and not self.plural


def speaker(attribution: Attribution | None, doc: Doc) -> Speaker | None:
    """The source of ``attribution`` as an actor, or None where the text names nobody."""
    source = attribution.source if attribution else None
    if source is None or not source.spans or source.kind == "unspecified":
        return None
    tokens = [t for t in tokens_in(doc, source.spans) if t.tag_.startswith("NN")]
    if not tokens:
        return None
    head = next((t for t in tokens if t.head not in tokens), tokens[-1])
    name = source.name.lower() if source.name else name_of(head)
    actor = Participant("agent", span_of([head]), name, source.country)
    return Speaker(actor, head.tag_ in {"NNS", "NNPS"}, source.kind in _PERSONS)


@dataclass(slots=True)
class Mentions:
    """The actors met so far in one document: what a pronoun or a bare "the troops" stands for."""

    met: list[tuple[Participant, bool]] = field(default_factory=list)
    speaker: "Speaker | None" = None

    def note(self, participant: Participant, plural: bool) -> None:
        """Remember an actor that stands in the text under its own name."""
        self.met.append((participant, plural))

    def hear(self) -> None:
        """Remember the speaker, so that the author's next "they" can be whoever just spoke."""
        if self.speaker is not None and (self.speaker.person or self.speaker.plural):
            self.note(self.speaker.actor, self.speaker.plural)

    def pronoun(self, word: str) -> Participant | None:
        """Who ``word`` can stand for: the speaker first, else the nearest earlier actor."""
        if self.speaker is not None and self.speaker.fits(word):
            return self.speaker.actor
        if word in _PLURAL:
            several = [p for p, plural in self.met[-_REMEMBERED:] if plural]
            doing = [p for p in several if _can_act(p)]
            return next(reversed(doing or several), None)
        if word in _PERSON:
            single = (p for p, plural in reversed(self.met) if not plural)
            return next((p for p in single if _is_named(p)), None)
        return None

    def acted(self, name: str) -> bool:
        """Whether somebody of that very name did something earlier."""
        return any(p.name == name and p.role == "agent" for p, _ in self.met)

    def fuller(self, name: str) -> Participant | None:
        """The nearest earlier actor whose longer name ends in ``name`` ("soldier")."""
        ending = " " + name
        return next((p for p, _ in reversed(self.met) if p.name.endswith(ending)), None)


def participants(event: Event, verb: Token, mentions: Mentions) -> tuple[Participant, ...]:
    """Agent, patient and recipient of ``event``; ``verb`` is the predicate that carries it."""
    found: list[tuple[Role, Token]] = []
    if verb.tag_.startswith("VB") or verb.pos_ == "AUX":
        found += _of_verb(verb, event)
    if not verb.tag_.startswith("VB") or event.head.i != verb.i:
        found += _of_noun(event)
        found += _named_before(event.head, mentions)
        found += _of_carrier(event.head) if event.head.i == verb.i else []
    return _named(found, mentions)


def place(tokens: list[Token], event: Event) -> Place | None:
    """The first place among ``tokens``: a capitalised object of a preposition of place."""
    giving = event.family is not None and event.family.name in _GIVING
    for token in tokens:
        if giving and token.head.lower_ == "to":
            continue
        if token.dep_ != "pobj" or token.tag_ not in {"NNP", "NNPS"}:
            continue
        if token.head.lower_ not in _WHERE or is_time(token):
            continue
        if token.head.lower_ == "of" and not _is_land(token):
            continue
        phrase = [t for t in _phrase(token) if t.dep_ != "poss"]
        words = span_of(phrase)
        return Place(words, " ".join(t.lower_ for t in phrase if t.is_alpha))
    return next((_direct(t) for t in tokens if t.dep_ == "dobj" and _is_entered(t)), None)


def name_of(token: Token) -> str:
    """The comparable name of the noun phrase that ``token`` heads."""
    return _name(token, _phrase(token))


def _name(token: Token, phrase: list[Token]) -> str:
    words = [t for t in phrase if t.dep_ not in {"punct", "case"} and t.tag_ != "CD"]
    proper = token.tag_ in {"NNP", "NNPS"}
    words = [t for t in words if t.i == token.i or t.tag_ not in {"VBG", "VBN"}]
    kept = [t for t in words if t.i == token.i or proper or _distinguishes(t)]
    return " ".join(_form(t) for t in kept)


def _form(token: Token) -> str:
    """A name as it stands, a common noun as its lemma; "Rebels" first in a sentence is one."""
    single = token.lower_.removesuffix("s")
    if token.tag_.startswith("NNP") and single not in listed("forces", "nouns"):
        return token.lower_
    return single if token.tag_.startswith("NNP") else token.lemma_.lower()


def _of_verb(verb: Token, event: Event) -> list[tuple[Role, Token]]:
    found: list[tuple[Role, Token]] = []
    passive = _is_passive(verb)
    who = subject(verb)
    carried = event.head.i != verb.i
    if who is not None and who.i != event.head.i:
        undergoes = passive or _undergoes(verb)
        found.append(("patient" if undergoes and not carried else "agent", who))
    if children(verb, "expl"):
        found += [("patient", o) for o in children(verb, "attr") if o.i != event.head.i]
    found += [("agent", o) for by in _agents(verb) for o in children(by, "pobj")]
    if not carried:
        found += [("patient", o) for o in _objects(verb, event) if not passive]
        found += [("recipient", o) for o in children(verb, "dative") if not children(o, "pobj")]
    found += [("recipient", o) for o in _recipients(verb, event)]
    return found


def _undergoes(verb: Token) -> bool:
    """Whether the subject only undergoes it, as in "the bridge collapsed" and "they are dead"."""
    if verb.lemma_ in listed("undergone", "copulas"):
        return not children(verb, "dobj", "xcomp")
    alone = not children(verb, "dobj", "ccomp")
    return alone and verb.lemma_ in listed("undergone", "without_object")


def _agents(verb: Token) -> list[Token]:
    """The "by" of a passive, or of the passive it is joined to: "chosen and bought by"."""
    own = children(verb, "agent")
    if own or verb.tag_ != "VBN":
        return own
    joined = (c for c in children(verb, "conj") if c.tag_ == "VBN")
    return [by for c in joined if not children(c, *SUBJECTS, "dobj") for by in children(c, "agent")]


def _of_carrier(noun: Token) -> list[tuple[Role, Token]]:
    """Who does what a light verb gives its object: "the army made an offer"."""
    verb = noun.head
    if noun.dep_ != "dobj" or children(noun, "poss") or verb.lemma_ not in listed("light", "doing"):
        return []
    who = subject(verb)
    return [("agent", who)] if who is not None else []


def _of_noun(event: Event) -> list[tuple[Role, Token]]:
    noun = event.head
    named: Role = "agent" if event.family and event.family.of == "agent" else "patient"
    other: Role = "patient" if noun.lemma_.lower() in listed("undergone", "nouns") else "agent"
    found: list[tuple[Role, Token]] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found.append((other, child))
        elif child.dep_ == "compound" and not child.tag_.startswith("NNP"):
            found.append((named, child))
        elif child.dep_ in {"amod", "compound"} and _is_land(child):
            found.append((other, child))
        elif child.dep_ == "prep":
            role = named if child.lower_ in {"of", "among"} else _by_preposition(child, event)
            found += [(role, o) for o in children(child, "pobj")] if role is not None else []
        elif child.dep_ == "agent":
            found += [("agent", o) for o in children(child, "pobj")]
    return found


def _named_before(noun: Token, mentions: Mentions) -> list[tuple[Role, Token]]:
    """A name before an event's noun that has acted before: "the Corvane raid" is Corvane's."""
    names = [c for c in children(noun, "compound") if c.tag_.startswith("NNP") and not _is_land(c)]
    return [("agent", c) for c in names if mentions.acted(name_of(c))]


def _by_preposition(word: Token, event: Event) -> Role | None:
    """The part that "by", "from", "against", "on", "for" or "in" names after an event's noun."""
    noun = event.head.lemma_.lower()
    if word.lower_ in {"on", "in"} and noun in listed("befalling", word.lower_):
        return "patient"
    if word.lower_ == "for":
        return "patient" if noun in listed("sought", "nouns") else None
    role = _ROLES.get(word.lower_)
    return role if event.family or word.lower_ not in {"from", "on"} else None


def _objects(verb: Token, event: Event) -> list[Token]:
    """The verb's objects that take part: not the post that is left, nor the land entered."""
    objects = children(verb, "dobj")
    if event.family is not None and event.family.of == "agent":
        return [o for o in objects if is_forces(o)]
    if verb.lemma_.lower() in listed("motion", "verbs"):
        return [o for o in objects if not _is_land(o)]
    return objects


def _recipients(verb: Token, event: Event) -> list[Token]:
    if event.family is None or event.family.name not in _GIVING:
        return []
    return [o for p in children(verb, "prep", "dative") if p.lower_ == "to"
            for o in children(p, "pobj")]  # fmt: skip


def _named(found: list[tuple[Role, Token]], mentions: Mentions) -> tuple[Participant, ...]:
    kept: dict[tuple[Role, str], Participant] = {}
    for role, token in found:
        for one in conjuncts(token):
            for participant in _participants(role, _head(one), mentions):
                kept.setdefault((role, participant.name), participant)
    return tuple(kept.values())


def _participants(role: Role, token: Token, mentions: Mentions) -> list[Participant]:
    """One actor, or one a country for "the Russian and Belarusian governments"."""
    whole = _participant(role, token, mentions)
    if whole is None:
        return []
    if token.tag_ not in {"NNS", "NNPS"}:
        return [whole]
    words = words_at(token.doc, whole.span)
    lands = countries_in(words)
    if len({m.code for m in lands}) < 2:
        return [whole]
    noun = token.lemma_.lower()
    return [
        Participant(role, whole.span, f"{words[m.span.start : m.span.end].lower()} {noun}", m.code)
        for m in lands
    ]


def _participant(role: Role, token: Token, mentions: Mentions) -> Participant | None:
    if token.tag_.startswith("VB") or token.dep_ == "expl":
        return None
    phrase = _phrase(token)
    span = span_of(phrase)
    if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$", "DT", "WDT", "WP", "EX"}:
        stands = mentions.pronoun(token.lower_)
        return Participant(role, span, stands.name, stands.country) if stands else None
    name = _name(token, phrase)
    if not name or token.tag_ == "CD" or token.lemma_.lower() in _ALL:
        return None
    words = words_at(token.doc, span)
    country = country_of(words)
    definite = any(c.lower_ in {"the", "these", "those", "such"} for c in children(token, "det"))
    if definite and " " not in name and country is None and is_forces(token):
        fuller = mentions.fuller(name)
        if fuller is not None:
            return Participant(role, span, fuller.name, fuller.country)
    participant = Participant(role, span, name, country)
    mentions.note(participant, token.tag_ in {"NNS", "NNPS"})
    return participant


def _head(token: Token) -> Token:
    """Through "many of the soldiers" to the soldiers."""
    if token.lemma_.lower() not in _ALL and token.tag_ != "CD":
        return token
    for of in children(token, "prep"):
        for inner in children(of, "pobj"):
            if of.lower_ == "of":
                return inner
    return token


def _phrase(token: Token) -> list[Token]:
    """The noun with what stands directly before it, articles and figures left out."""
    held = [token]
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _BEFORE:
            continue
        part = [t for t in child.subtree if t.i < token.i and t.dep_ not in {"det", "predet"}]
        held = [*part, *held]
    if len(held) > 1:
        held = sorted(set(held), key=lambda t: t.i)
    while held and (held[0].is_punct or held[0].tag_ in {"CD", "DT"}) and len(held) > 1:
        held = held[1:]
    return held


def _distinguishes(token: Token) -> bool:
    """Whether a word before a common noun tells one actor from another."""
    if token.dep_ == "poss":
        return token.tag_ not in {"PRP$"}
    if token.is_title or token.is_upper:
        return True
    return token.dep_ in {"compound", "nmod"} or is_forces(token)


def _is_passive(verb: Token) -> bool:
    if children(verb, "auxpass", "nsubjpass"):
        return True
    if verb.dep_ == "conj" and not children(verb, *SUBJECTS) and verb.tag_ == "VBN":
        return any(_is_passive(h) for h in list(climb(verb))[:1])
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}


def _can_act(participant: Participant) -> bool:
    """Whether it did something, is of a country, or is armed: "they" seldom are the wages."""
    return (
        participant.role == "agent"
        or participant.country is not None
        or participant.name.split()[-1] in listed("forces", "nouns") | listed("persons", "nouns")
    )


def _is_named(participant: Participant) -> bool:
    return participant.country is None or " " in participant.name


def _is_land(token: Token) -> bool:
    return bool(countries_in(token.text)) or (
        token.tag_ in {"NNP", "NNPS"}
        and bool(countries_in(words_at(token.doc, span_of(_phrase(token)))))
    )


def is_time(token: Token) -> bool:
    """Whether the word names a day or month."""
    known = lexicons.load("times")
    word = token.lower_.rstrip(".")
    return any(word in known[table] for table in ("weekdays", "months", "days"))


def _is_entered(token: Token) -> bool:
    return token.head.lemma_.lower() in listed("motion", "verbs") and _is_land(token)


def _direct(token: Token) -> Place:
    phrase = _phrase(token)
    return Place(span_of(phrase), " ".join(t.lower_ for t in phrase if t.is_alpha))
