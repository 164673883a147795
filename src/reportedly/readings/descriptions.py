"""Voices described by a common noun of the word lists: bodies, officials, documents, crowds."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from reportedly.model import SourceKind

from .names import Book, is_given, split_title
from .nominals import Nominal, is_name, like_a_demonym, listed, nominal, words
from .wording import (
    BODIES,
    PEOPLE,
    Profile,
    apposition,
    as_kind,
    bare_name,
    body_name,
    country_in,
    description,
    group_of,
    name_run,
    person,
    phrase_behind,
    role_of,
)

Again = Callable[[Nominal], Profile]
"""Reads a phrase inside the phrase: the ministry of "an official at the ministry"."""

_WITHIN = frozenset({"for", "in", "at", "of", "from", "within", "inside", "with", "to"})
_EMPLOYED = frozenset({"at", "for", "with", "from", "within", "inside"})
_CLOSE = frozenset({"close", "familiar", "in", "inside", "within", "at", "briefed", "involved"})
_ONE = frozenset({"a", "an", "one", "another"})
_SOME = frozenset({"some", "many", "several", "others", "those", "few", "most"})
_FEW = frozenset({"several", "few", "both", "multiple"})
_WHOLE = frozenset(
    {"the", "house", "senate", "congressional", "national", "state", "local", "social", "christian",
     "free", "liberal", "new"}
)  # fmt: skip
_PUBLIC = frozenset({"county", "city", "municipal", "federal", "court", "government", "election"})
_SITES = frozenset({"website", "site", "blog"})
_TERRITORY = frozenset(
    {"city", "capital", "country", "countries", "state", "states", "nation", "side", "house",
     "republic", "kingdom", "opposition", "industry", "business", "group", "groups"}
)  # fmt: skip
_OWNERS = frozenset({"compound", "nmod", "poss"})
_APART = frozenset({",", "—", "–", "--"})
_MEMBERS = frozenset({"member", "members"})
_BEFORE_NAME = frozenset({"as", "only", "himself", "herself", "simply", "just"})
_LIVED = ("VBD", "VBN", "VBG", "VBP", "VBZ")
_AROUND = frozenset(
    {"at", "in", "near", "outside", "inside", "on", "by", "from", "along", "around", "aboard"}
)
_TOKENS = frozenset(
    {"one", "two", "three", "four", "five", "several", "pair", "couple", "handful",
     "group"}
)  # fmt: skip


def described(phrase: Nominal, names: Book, again: Again) -> Profile | None:
    """The voice whose head noun a list of ``sources.toml`` holds, or None."""
    group = group_of(phrase.core)
    named = _name_behind(phrase, names)
    if named and (group in PEOPLE or is_reporter(phrase.core)):
        bare = replace(phrase, tail=())
        return person(bare, named, phrase.core)
    if _is_running(phrase, names):
        return Profile("person", "people", None, country_in(phrase.core))
    if phrase.head.lower_ in _SITES and any(t.dep_ == "poss" for t in phrase.core):
        return _written(phrase, "document", again)
    collective = _press(phrase, group) or _listed_whole(phrase)
    if collective is None and group in BODIES:
        collective = _body(phrase, as_kind(group), names)
    return collective or (_somebody(phrase, group, names, again) if group else None)


def _somebody(phrase: Nominal, group: str, names: Book, again: Again) -> Profile:
    """People without a name, and what is written."""
    if group in {"spokesperson", "official", "rank", "office"}:
        return _insider(phrase, group, names, again)
    if group in {"message", "document"}:
        return _written(phrase, group, again)
    return _member(phrase) or _employer(phrase, again) or _crowd(phrase, group)


def _member(phrase: Nominal) -> Profile | None:
    """Somebody of a party: "one Republican", "a Democratic pollster", "Republican donors"."""
    head = phrase.head.lower_
    single = head in listed("party", "sure") and phrase.core[0].lower_ in {*_ONE, *_SOME}
    hand = head in listed("staff") and is_aligned(phrase)
    return _hand(phrase, "organisation") if single or hand else None


def is_aligned(phrase: Nominal) -> bool:
    """Whether a party's adjective stands before the head: "Republican operatives"."""
    sure = listed("party", "sure")
    return any(t.lower_ in sure and t.text[:1].isupper() for t in phrase.core[:-1])


def _press(phrase: Nominal, group: str) -> Profile | None:
    """The report's own outlet ("this newspaper"), and unnamed people of the media."""
    reporter = is_reporter(phrase.core)
    if _is_own(phrase, reporter or group == "media"):
        return Profile("author")
    return _reporter(phrase) if reporter and phrase.head.lower_ != "commentator" else None


def _is_own(phrase: Nominal, press: bool) -> bool:
    """Whether a writer speaks of the own work or outlet: "our analysis", "this column"."""
    first, last = phrase.core[0].lower_, phrase.head.lower_
    if first in listed("pronouns", "speaker"):
        return press or last in listed("own_voice", "works")
    return first == "this" and (press or last in listed("own_voice", "places"))


def _listed_whole(phrase: Nominal) -> Profile | None:
    """A body whose listed name goes on behind its head: "Doctors Without Borders"."""
    whole = words(phrase.tokens).casefold().removeprefix("the ")
    if " " not in whole or not phrase.head.text[:1].isupper():
        return None
    known = whole in listed("organisation")
    text = bare_name(words(phrase.tokens))
    return Profile("organisation", "organisation", text) if known else None


def _name_behind(phrase: Nominal, names: Book) -> str | None:
    """A person's name behind a role: "the governor, Ana Kovic", "a rebel known as Falcon"."""
    behind = _end_name(apposition(phrase)) or _called(phrase) or _last_name(phrase)
    if not behind or not all(is_name(t) for t in behind):
        return None
    known = names.person(words(behind))
    if known:
        return known.name
    kin = len(behind) == 1 and group_of(phrase.core) == "witness" and behind[0].tag_ == "NNP"
    return words(behind) if len(behind) > 1 or kin or not apposition(phrase) else None


def _end_name(behind: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name that an apposition is or ends in: "the harbour chairwoman Ana Kovic"."""
    run = name_run(behind)
    name = tuple(split_title(list(run))[1])
    return name if len(name) > 1 and is_given(name[0]) else behind


def _last_name(phrase: Nominal) -> tuple[Token, ...]:
    """A name that ends the phrase behind a comma or dash: "the mayor of Dorn, Ana Kovic"."""
    tail = [t for t in phrase.tail if t.i < phrase.tokens[-1].i or not t.is_punct]
    breaks = (i + 1 for i in range(len(tail) - 1, -1, -1) if tail[i].text in _APART)
    run = _end_name(tuple(tail[next(breaks, len(tail)) :]))
    return run if len(run) > 1 and is_given(run[0]) else ()


def _called(phrase: Nominal) -> tuple[Token, ...]:
    """The name that somebody is said to go by: "known only as Falcon", "named Ana"."""
    tail = list(phrase.tail)
    verbs = listed("called", "words")
    start = next((i + 1 for i, t in enumerate(tail) if t.lower_ in verbs), len(tail))
    while start < len(tail) and tail[start].lower_ in _BEFORE_NAME:
        start += 1
    return tuple(tail[start:])


def is_reporter(core: tuple[Token, ...]) -> bool:
    """Whether the phrase's head is a word for those who work for the media."""
    heads = listed("reporters")
    return core[-1].lower_ in heads or words(core[-2:]).lower() in heads


def _reporter(phrase: Nominal) -> Profile:
    """Unnamed people of the media."""
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    return Profile("media", "profession", None, country, True, description(phrase))


def _body(phrase: Nominal, kind: SourceKind, names: Book) -> Profile:
    """A body of state, an outlet or an organisation under its own name."""
    name = body_name(phrase)
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    plural = phrase.head.tag_ in {"NNS", "NNPS"} and name is None
    unnamed = plural and any(t.lower_ in listed("nameless", "words") for t in phrase.core)
    if any(t.lower_ in _MEMBERS for t in phrase.core[:-1]):
        return Profile(kind, "official", None, country, True, description(phrase))
    if phrase.head.lower_ in listed("party", "members"):
        unnamed = any(
            t.lower_ not in _WHOLE and t.pos_ not in {"ADP", "ADV"} for t in phrase.core[-3:-1]
        )
    return Profile(kind, kind, names.fuller(name) if name else None, country, unnamed)


def _insider(phrase: Nominal, group: str, names: Book, again: Again) -> Profile:
    """Somebody who speaks from an office or inside a body."""
    definite = phrase.core[0].lower_ not in _ONE and phrase.head.tag_ != "NNS"
    holds = group == "office" or phrase.head.lower_ in listed("office", "alone")
    if holds and definite:
        country = country_in(phrase.core) or country_in(phrase_behind(phrase))
        return Profile("office", "office", body_name(phrase), country, role=description(phrase))
    body = _inner(phrase, names, again)
    if group == "spokesperson":
        return _spokesperson(phrase, body)
    return _official(phrase, group, names, body)


def _spokesperson(phrase: Nominal, body: Profile | None) -> Profile:
    """A spokesperson without a name is the voice of the body, whatever that is."""
    role = role_of(phrase.core)
    behind = phrase_behind(phrase, _WITHIN)
    if body is None and not behind and phrase.core[0].lower_ not in _ONE:
        return Profile("anonymous", "spokesperson", None, None, True, role)
    hidden = any(t.lower_ in listed("nameless", "words") for t in phrase.core)
    body = body or Profile("organisation", country=country_in(phrase.core))
    return replace(body, group="spokesperson", role=role, anonymous=hidden)


def _official(phrase: Nominal, group: str, names: Book, body: Profile | None) -> Profile:
    """Somebody unnamed: the kind is that of the body where one is named."""
    country = country_in(phrase.core) or (body.country if body else None)
    country = country or country_in(phrase_behind(phrase))
    company = phrase.head.lower_ in listed("official", "company")
    if body is None and company and len(phrase.core) > 1 and is_name(phrase.core[-2]):
        alone = nominal(phrase.core[-2:-1])
        kind: SourceKind = "anonymous" if names.namesakes(alone.text) else "organisation"
        return Profile(kind, group, None, country, True, description(phrase))
    kind = body.kind if body else _side(phrase, names) or _service(phrase, group, names, country)
    if kind == "anonymous" and _is_band(phrase):
        kind = "unspecified"
    return Profile(kind, group, None, country, True, description(phrase))


def _side(phrase: Nominal, names: Book) -> SourceKind | None:
    """The party or campaign of an aide: "GOP operatives", "a Kovic adviser", "her aides"."""
    head, before = phrase.head.lower_, phrase.core[:-1]
    if head in listed("official", "elected"):
        return None
    if is_aligned(phrase) or any(t.lower_ in listed("organisation", "before") for t in before):
        return "organisation"
    behind = phrase_behind(phrase, frozenset({"to", "for", "of"}))
    near = before[-1:] if not behind else tuple(behind[-1:])
    known = any(names.namesakes(t.text) for t in near)
    return "organisation" if known and head in listed("official", "retinue") else None


def _is_band(phrase: Nominal) -> bool:
    """Whether bare "community leaders" are nobody in particular."""
    loose = phrase.head.lower_ in {"leaders", "executives", "politicians", "insiders", "members"}
    loose = loose or (phrase.head.tag_ == "NNS" and group_of(phrase.core) == "office")
    return loose and not phrase.tail and not is_several(phrase) and phrase.core[0].dep_ != "det"


def _service(phrase: Nominal, group: str, names: Book, country: str | None) -> SourceKind:
    """Whom an official of no named body serves: the state, the armed forces, or one knows not."""
    head, before = phrase.head.lower_, phrase.core[:-1]
    plural = phrase.head.tag_ == "NNS"
    national = country is not None or any(_is_national(t, names) for t in phrase.core)
    if group == "rank" or head in listed("rank"):
        return "military" if national or head in listed("rank", "armed") else "anonymous"
    if head in listed("official", "elected") or any(t.lower_ in listed("state", "words")
                                                    for t in before):  # fmt: skip
        return "government"
    alone = plural and head == "officials" and not any(t.pos_ in {"ADJ", "NUM"} for t in before)
    return "government" if national or alone else "anonymous"


def _is_national(token: Token, names: Book) -> bool:
    """Whether the word is a place of this report, or a capitalised adjective ("Tarsian")."""
    if token.lower_ in listed("regions", "words"):
        return False
    return token.text in names.places or (is_name(token) and like_a_demonym(token))


def _inner(phrase: Nominal, names: Book, again: Again) -> Profile | None:
    """The body before a role ("army officers") or behind it ("an official at the ministry")."""
    press = phrase.head.lower_ in {"service", "office"}
    before = phrase.core[: -2 if press else -1]
    for end in range(len(before), 0, -1):
        group = group_of(before[:end])
        joined = end < len(before) and before[end].text == "-"
        if group in BODIES and not joined:
            inner = Nominal(before[:end], before[end - 1], before[:end], ())
            return _body(inner, as_kind(group), names)
    behind = phrase_behind(phrase, _WITHIN)
    if not behind or _is_whereabouts(phrase, behind):
        return None
    found = again(nominal(tuple(behind)))
    if found.kind in BODIES:
        return found
    high = found.kind == "office" and group_of(nominal(tuple(behind)).core) == "office"
    ruler = nominal(tuple(behind)).head.lower_ in listed("office", "state")
    return Profile("government", "government", None, found.country) if high and ruler else None


def _is_whereabouts(phrase: Nominal, behind: list[Token]) -> bool:
    """Whether what stands behind is no employer: "a diplomat in Dorn"."""
    lead, group = phrase.tail[0].lower_, group_of(nominal(tuple(behind)).core)
    if phrase.head.lower_ in listed("official", "elected"):
        return group == "organisation"
    return lead == "in" and phrase.head.lemma_.lower() == "diplomat" and group not in BODIES


def _employer(phrase: Nominal, again: Again) -> Profile | None:
    """Unnamed people of a body: "doctors at the hospital", "intelligence sources"."""
    if phrase.head.lower_ not in listed("staff"):
        return None
    for end in range(len(phrase.core) - 1, 0, -1):
        group = group_of(phrase.core[:end])
        source = phrase.head.lemma_.lower() == "source"
        if group in BODIES and (source or phrase.core[end - 1].dep_ in _OWNERS):
            return _hand(phrase, as_kind(group))
    forms = {t.lower_ for t in phrase.core[:-1]}
    if forms & listed("organisation", "before"):
        return _hand(phrase, "organisation")
    if forms & _PUBLIC:
        return _hand(phrase, "government")
    kind = _employing(phrase, again)
    return _hand(phrase, kind) if kind else None


def _employing(phrase: Nominal, again: Again) -> SourceKind | None:
    """The kind of the body behind people: "pilots in the navy", "a nurse at Sanel General"."""
    behind = phrase_behind(phrase, _EMPLOYED | {"in", "of"})
    if not behind:
        return None
    inner = nominal(tuple(behind))
    group, lead = group_of(inner.core), phrase.tail[0].lower_
    if inner.head.lower_ in listed("scenes", "open") | _TERRITORY:
        return None
    named = lead in {"at", "for", "with"} and any(is_name(t) for t in behind)
    if group not in BODIES and not named:
        return None
    found = again(inner)
    if found.kind not in BODIES or (group not in BODIES and found.kind == "government"):
        return None
    return found.kind


def _hand(phrase: Nominal, kind: SourceKind) -> Profile:
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    return Profile(kind, "official", None, country, True, description(phrase))


def _written(phrase: Nominal, group: str, again: Again) -> Profile:
    """A document; but a mere message is the word of whoever issued it."""
    issuer = tuple(phrase_behind(phrase, listed("issuers", "words")))
    owner = next((t for t in phrase.core if t.dep_ == "poss"), None)
    if owner is not None:
        issuer = tuple(t for t in phrase.core if t.i <= owner.i)
    if group == "message" and issuer:
        found = again(nominal(issuer))
        if found.kind not in {"unspecified", "document"}:
            return found
    country = country_in(phrase.core) or country_in(issuer)
    return Profile("document", group, body_name(phrase), country)


def is_several(phrase: Nominal) -> bool:
    """Whether these are some counted people and no share of many: "a pair of cooks"."""
    forms = [t.lower_ for t in phrase.core[:-1]]
    if "of" in forms:
        return forms[0] in _TOKENS or (forms[0] in {"a", "an"} and forms[1] in _TOKENS)
    share = {"percent", "%", "in", "half", "most"} & set(forms)
    counted = any(t.pos_ == "NUM" or t.lower_ in {*_FEW, "dozen"} for t in phrase.core[:-1])
    return counted and not share


def is_scene(phrase: Nominal) -> bool:
    """Whether people are told of by where they were, or by what they went through."""
    if _lived(phrase):
        return True
    leads = _AROUND | {"of"} if phrase.head.lower_ in listed("anyone") else _AROUND
    place = {t.lower_ for t in phrase_behind(phrase, leads)}
    before = {t.lower_ for t in phrase.core[:-1]} & (listed("scenes", "open") - _TERRITORY)
    return bool(place & listed("scenes", "open")) or bool(before & {"rally", "crash", "blast"})


def _crowd(phrase: Nominal, group: str) -> Profile:
    """Witnesses, people the report knows, and nobody in particular."""
    country = country_in(phrase.core) or country_in(phrase_behind(phrase))
    role = description(phrase)
    anyone = phrase.head.lower_ in listed("anyone")
    if group == "witness" or (anyone and is_scene(phrase)):
        return Profile("witness", group, None, country, True, role)
    known = group in {"anonymous", "profession", "title"}
    if known and not _is_crowd(phrase, group):
        return Profile("anonymous", group, None, country, True, role)
    if not known and _is_particular(phrase):
        return Profile("anonymous", "anonymous", None, country, True, role)
    things = listed("unspecified", "reports") | listed("unspecified", "thoughts")
    people = phrase.head.lower_ not in things
    return Profile("unspecified", group, None, country, people, role)


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


def _is_running(phrase: Nominal, names: Book) -> bool:
    """Whether "the candidates" are people whom the report names as such."""
    if phrase.head.lower_ not in listed("running"):
        return False
    everybody = [p for same in names.people.values() for p in same]
    return len(everybody) > 1 or any(names.namesakes(t.text) for t in phrase.tail if is_name(t))


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
