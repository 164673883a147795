"""Unnamed people: witnesses, people the report knows, and nobody in particular."""

from .nominals import Nominal, listed
from .tokens import Token
from .wording import Profile, country_in, description, group_of, phrase_behind

_CLOSE = frozenset({"close", "familiar", "in", "inside", "within", "at", "briefed", "involved"})
_ONE = frozenset({"a", "an", "one", "another"})
_SOME = frozenset({"some", "many", "several", "others", "those", "few", "most"})
_FEW = frozenset({"several", "few", "both", "multiple"})
TERRITORY = frozenset(
    {"city", "capital", "country", "countries", "state", "states", "nation", "side", "house",
     "republic", "kingdom", "opposition", "industry", "business", "group", "groups"}
)  # fmt: skip
"""Bodies that are also where somebody may be: "a teacher in the capital"."""

_LIVED = ("VBD", "VBN", "VBG", "VBP", "VBZ")
_AROUND = frozenset(
    {"at", "in", "near", "outside", "inside", "on", "by", "from", "along", "around", "aboard"}
)
_TOKENS = frozenset(
    {"one", "two", "three", "four", "five", "several", "pair", "couple", "handful",
     "group"}
)  # fmt: skip
_SHARES = frozenset(
    {"percent", "%", "in", "half", "most", "majority", "third", "thirds", "two-thirds", "quarter",
     "quarters", "three-quarters", "fifth", "fifths", "tenth"}
)  # fmt: skip


def is_several(phrase: Nominal) -> bool:
    """Whether these are some counted people and no share of many: "a pair of cooks"."""
    forms = [t.lower_ for t in phrase.core[:-1]]
    if "of" in forms:
        return forms[0] in _TOKENS or (forms[0] in {"a", "an"} and forms[1] in _TOKENS)
    share = _SHARES & set(forms)
    counted = any(t.pos_ == "NUM" or t.lower_ in {*_FEW, "dozen"} for t in phrase.core[:-1])
    return counted and not share


def is_scene(phrase: Nominal) -> bool:
    """Whether people are told of by where they were, or by what they went through."""
    if _lived(phrase):
        return True
    leads = _AROUND | {"of"} if phrase.head.lower_ in listed("anyone") else _AROUND
    place = {t.lower_ for t in phrase_behind(phrase, leads)}
    before = {t.lower_ for t in phrase.core[:-1]} & (listed("scenes", "open") - TERRITORY)
    return bool(place & listed("scenes", "open")) or bool(before & {"rally", "crash", "blast"})


def crowd(phrase: Nominal, group: str) -> Profile:
    """Witnesses, people the report knows, and nobody in particular."""
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    role = description(phrase)
    anyone = phrase.head.lower_ in listed("anyone")
    if group == "witness" and _are_minded(phrase):
        return Profile("unspecified", group, None, country, True, role)
    if group == "witness" or (anyone and is_scene(phrase)) or _tell(phrase):
        return Profile("witness", group, None, country, True, role)
    known = group in {"anonymous", "profession", "title"}
    if known and not _is_crowd(phrase, group):
        return Profile("anonymous", group, None, country, True, role)
    if not known and _is_particular(phrase):
        return Profile("anonymous", "anonymous", None, country, True, role)
    things = listed("unspecified", "reports") | listed("unspecified", "thoughts")
    people = phrase.head.lower_ not in things
    return Profile("unspecified", group, None, country, people, role)


def _are_minded(phrase: Nominal) -> bool:
    """Whether a bare crowd tells what it thinks, not what it saw: "residents fear"."""
    head = phrase.head
    bare = head.tag_ == "NNS" and not phrase.tail and not _is_counted(phrase)
    if not bare or head.dep_ != "nsubj" or head.lemma_.lower() in listed("minded", "sufferers"):
        return False
    return head.head.lemma_.lower() in listed("minded", "opinions")


def _tell(phrase: Nominal) -> bool:
    """Whether ordinary people are some of many, or tell what they went through."""
    head = phrase.head
    if head.lower_ not in listed("minded", "ordinary"):
        return False
    telling = head.dep_ == "nsubj" and head.head.lemma_.lower() in listed("minded", "telling")
    return telling or is_several(phrase)


def _is_counted(phrase: Nominal) -> bool:
    single = phrase.head.tag_ not in {"NNS", "NNPS"} and phrase.head.lower_ != "people"
    ones = _ONE | _FEW if single else _FEW | {"one"}
    return any(t.pos_ == "NUM" or t.lower_ in ones for t in phrase.core)


def _is_crowd(phrase: Nominal, group: str) -> bool:
    """Whether bare "lawyers" or "people" are nobody in particular."""
    head = phrase.head
    if head.tag_ not in {"NNS", "NNPS"} or phrase.tail or _is_counted(phrase):
        return False
    if group == "profession":
        return phrase.core[0].lower_ != "the"
    return group == "anonymous" and head.lower_ in {"people", "persons", "individuals"}


def _is_particular(phrase: Nominal) -> bool:
    """Whether these are close sources, some out of many ("some involved in it"), or "a critic"."""
    head = phrase.head
    close = any(t.lower_ in _CLOSE for t in phrase.tail)
    behind = {t.lower_ for t in phrase.tail}
    if close and head.lower_ in {*_SOME, "those"} and behind & listed("scenes", "closed"):
        return True
    if head.lemma_.lower() == "source":
        return close or _is_counted(phrase)
    if head.lower_ == "others" and any(t.pos_ == "NUM" for t in phrase.core):
        return True
    if head.lower_ in _SOME:
        return close and not any(t.lower_ == "in" for t in phrase.tail[:1])
    if head.tag_ == "NNS" and _is_number(phrase):
        return True
    single = head.tag_ == "NN" and any(t.lower_ in _ONE for t in phrase.core)
    return single and _is_person_noun(head)


def _is_number(phrase: Nominal) -> bool:
    """Whether a small number of people is told: "two analysts", "one of the men"."""
    some = phrase.core[0].lower_ in {"several", "few", "multiple", "both"}
    people = phrase.head.lower_ not in listed("unspecified", "reports")
    return people and is_several(phrase) and not some


def _is_person_noun(head: Token) -> bool:
    """Whether the singular of a list of plurals is somebody: "a critic", "a supporter"."""
    if f"{head.lower_}s" in listed("unspecified", "reports"):
        return False
    return f"{head.lower_}s" in listed("unspecified")


def _lived(phrase: Nominal) -> bool:
    """Whether somebody is told of by what they went through: "a man who had fled"."""
    verbs = listed("lived", "verbs")
    if phrase.tail and phrase.tail[0].tag_ == "VBG":
        return phrase.tail[0].lemma_.lower() in verbs
    who = next((i for i, t in enumerate(phrase.tail) if t.lower_ in {"who", "whose"}), None)
    if who is None:
        return False
    own = phrase.tail[who].lower_ == "whose"
    told = [t for t in phrase.tail[who:] if t.tag_ in _LIVED and t.lemma_.lower() in verbs]
    there = phrase.tail[who + 1 : who + 3]
    was = any(t.lemma_ == "be" for t in there[:1]) and any(t.lower_ in _AROUND for t in there)
    return own or was or any(not _is_reading(t) for t in told)


def _is_reading(verb: Token) -> bool:
    """Whether what somebody saw or heard is a paper or a talk: "who have seen the draft"."""
    things = (c for c in verb.children if c.dep_ in {"dobj", "pobj"})
    return any(group_of([t]) in {"document", "message"} for t in things)
