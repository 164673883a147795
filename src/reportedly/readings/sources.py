"""What kind of voice a noun phrase names: kind, name, country, role, whether it stays unnamed."""

from dataclasses import replace
from itertools import pairwise

from .bodies import named_group
from .crowds import is_scene, is_several
from .descriptions import described, is_reporter
from .holders import holder
from .names import Book, Person
from .nominals import Nominal, is_name, listed, mentions, nominal, words
from .runs import is_coined, is_given, split_title
from .tokens import Token
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
    is_country,
    name_run,
    person,
    phrase_behind,
    role_of,
)

_STATIONS = frozenset({"radio", "tv", "channel", "television", "telegram"})
_LINKS = frozenset({"of", "for", "on"})
_OFFICES = frozenset({"official", "rank", "spokesperson", "office"})
_ONE = frozenset({"a", "an", "one", "another"})
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "ee", "ess", "wright", "smith", "mate")
_FAITHS = ("ans", "ists", "ites", "ese", "ics", "ims")
_SHORT = 4
"""Letters up to which an ending is chance."""

_CAUSES = frozenset({"Against", "Without", "For", "United", "Beyond"})
_ABSTRACT = ("ing", "tion", "ment", "ness", "ity", "ance", "ence", "ship", "sion")


def profile(phrase: Nominal, names: Book, publisher: str | None = None) -> Profile:
    """Kind by the gazetteer and the word lists first, then by how the report uses the name."""
    found = (
        _spelt_out(phrase, names)
        or _outlet(phrase, names, publisher)
        or _firm(phrase)
        or _told(phrase, names)
        or _known(phrase, names)
        or _titled(phrase, names)
        or _full(phrase, names)
        or _secret(phrase)
        or _branded(phrase)
        or _apposed(phrase, names)
        or described(phrase, names, lambda inner: profile(inner, names, publisher))
        or _headed(phrase)
        or _proper(phrase, names)
        or _common(phrase)
    )
    return _past(found, phrase)


def _spelt_out(phrase: Nominal, names: Book) -> Profile | None:
    """An acronym of a body that the report also names in full: "the CBC" of a caucus."""
    head = phrase.head
    if not head.is_upper or not is_name(head) or not is_coined(head.text):
        return None
    if len(name_run(phrase.core)) > 1 or group_of(phrase.core) in BODIES:
        return None
    full = names.spelt_out(head.text)
    group = named_group(full) if full else ""
    return Profile(as_kind(group), group, head.text) if group else None


def _outlet(phrase: Nominal, names: Book, publisher: str | None) -> Profile | None:
    """A known outlet, the report's own publisher, or a name that ends or begins as outlets' do."""
    run = name_run(phrase.core)
    if not run:
        return None
    before = phrase.core[: len(phrase.core) - len(run)]
    article = bool(before) and before[-1].lower_ == "the"
    text = bare_name(words(run))
    if publisher and _is_short_for(text, publisher, article, names):
        return Profile("media", "media", bare_name(publisher))
    ends = run[-1].lower_ in listed("media", "names") and (len(run) > 1 or article)
    begins = run[0].lower_ in _STATIONS and len(run) > 1
    known = {text.casefold(), f"the {text.casefold()}" if article else ""}
    if known & listed("media", "outlets") or begins or (ends and not _is_state(run)):
        return Profile("media", "media", text, country_in(before), role=role_of(before))
    return None


def _is_short_for(text: str, publisher: str, article: bool, names: Book) -> bool:
    """Whether ``text`` is the publisher's name, its beginning or its end.

    "Varo" is short for "Varo News Agency", "the Courier" for "Vesk Courier"; "Vesk" is a town.
    """
    name, own = text.casefold(), bare_name(publisher).casefold()
    if name == own:
        return True
    rest = own.removeprefix(name + " ").split() if own.startswith(name + " ") else []
    agency = listed("media", "agencies")
    starts = bool(rest) and all(w in agency for w in rest) and text not in names.places
    return starts or (article and own.endswith(" " + name))


def _is_state(run: tuple[Token, ...]) -> bool:
    """Whether words of state stand in the run: "Foreign Intelligence Agency" is no outlet."""
    forms = {t.lower_ for t in run}
    state = listed("intelligence") | listed("military") | listed("government")
    return bool(forms & state) or ("agency" in forms and not forms & {"news", "press"})


def _firm(phrase: Nominal) -> Profile | None:
    """Surnames that a sign joins: "Norwell & Pike"."""
    near = (*phrase.core[1:], *phrase.tail[:1])
    sign = next((t for t in near if t.text == "&"), None)
    if sign is None or not (is_name(sign.nbor(-1)) and is_name(sign.nbor(1))):
        return None
    return Profile("organisation", "organisation", bare_name(phrase.text))


def _told(phrase: Nominal, names: Book) -> Profile | None:
    """A name that the report says is a body's: "Varo, a think tank", "the daily Varo"."""
    run = name_run(phrase.core)
    text = words(run)
    if not run or len(run) < len(phrase.core) - 1 or (len(run) > 1 and is_given(run[0])):
        return None
    group = names.called.get(text, "")
    behind = apposition(phrase)
    if behind and phrase.tail[0].text == "," and not group:
        inner = nominal(behind)
        group = "" if is_name(inner.head) or is_reporter(inner.core) else group_of(inner.core)
    if group not in BODIES or group_of(phrase.core):
        return None
    return Profile(as_kind(group), group, bare_name(text), country_in(behind))


def _known(phrase: Nominal, names: Book) -> Profile | None:
    """A bare name by which the report knows a person."""
    run = phrase.core
    if not all(t.text[:1].isupper() or t.lower_ in listed("particles", "person") for t in run):
        return None
    known = names.namesakes(words(run))
    if not known or words(run) in names.places or group_of(run) in BODIES:
        return None
    if is_country(run) and not _are_people(run, known):
        return None
    one = names.person(words(run))
    return person(phrase, one.name if one else _shown(run), ())


def _are_people(run: tuple[Token, ...], known: list[Person]) -> bool:
    """Whether a country's word is somebody's surname here: "Holland" in a report of Tom Holland."""
    given = listed("given_names", "female") | listed("given_names", "male")
    return len(run) == 1 and all(p.name.split()[0].casefold() in given for p in known)


def _shown(run: tuple[Token, ...]) -> str:
    text = words(run)
    return text.title() if text.isupper() else text


def _titled(phrase: Nominal, names: Book) -> Profile | None:
    """A role or a common noun right before a name: "spokeswoman Ana Kovic", "news agency Varo"."""
    core = phrase.core
    if group_of(core) in BODIES and core[0].lower_ not in listed("title"):
        return None
    for at in range(len(core) - 2, -1, -1):
        title, rest = core[: at + 1], core[at + 1 :]
        if not all(is_name(t) or t.lower_ in listed("particles", "person") for t in rest):
            return None
        group = group_of(title)
        if group in PEOPLE or is_reporter(title):
            known = names.person(words(rest))
            return person(phrase, known.name if known else words(rest), title)
        if group in BODIES and core[at].is_lower:
            kind, country = as_kind(group), country_in(title)
            return Profile(kind, group, words(rest), country, role=role_of(title))
    return None


def _full(phrase: Nominal, names: Book) -> Profile | None:
    """A full name with a given name, whatever its last word means: "the Bell's Ivo Singer"."""
    run = name_run(phrase.core)
    name = split_title(list(run))[1]
    known = names.person(words(name)) if len(name) > 1 and is_given(name[0]) else None
    before = phrase.core[: len(phrase.core) - len(name)]
    return person(phrase, known.name, before) if known else None


def _secret(phrase: Nominal) -> Profile | None:
    """A service whose name says that it guards or spies: "the Bureau of Internal Security"."""
    if not is_name(phrase.head) or phrase.head.lower_ not in listed("secret"):
        return None
    behind = phrase_behind(phrase, _LINKS)
    forms = [t.lower_ for t in (*phrase.core, *behind) if is_name(t)]
    pairs = pairwise(forms)
    guards = any(a in listed("secret", "whose") and b in listed("secret", "tasks")
                 for a, b in pairs)  # fmt: skip
    if not guards and not set(forms) & listed("secret", "spying"):
        return None
    country = country_in(phrase.core) or country_in(behind)
    return Profile("intelligence", "intelligence", body_name(phrase), country)


def _branded(phrase: Nominal) -> Profile | None:
    """A body whose capitalised name ends in a word for people."""
    if _is_league(phrase):
        return Profile("organisation", "organisation", bare_name(phrase.text))
    plural = phrase.head.tag_ in {"NNS", "NNPS"} and len(phrase.core) > 2
    if is_name(phrase.head) and plural and phrase.tail and phrase.tail[0].lower_ == "of":
        return Profile("organisation", "organisation", body_name(phrase))
    told = is_name(phrase.head) and group_of(phrase.core) in {"witness", "unspecified", "anonymous"}
    return _headed(phrase) if told else None


def _is_league(phrase: Nominal) -> bool:
    """Whether people and their cause are a body's name: "Mothers Against Toll Roads"."""
    before, tail = phrase.head.text[:1], [t for t in phrase.tail if not t.is_punct]
    if not before.isupper() or len(tail) < 2 or len(phrase.core) > 2:
        return False
    if tail[0].text in _CAUSES:
        return tail[1].text[:1].isupper()
    title = tail[1].lower_ in listed("title")
    told = tail[0].lower_ == "for" and phrase.head.tag_ == "NNPS" and not title
    return told and all(t.text[:1].isupper() for t in tail[1:])


def _apposed(phrase: Nominal, names: Book) -> Profile | None:
    """A role with the holder's name beside it: "a board member of the port, Ivka Dorn"."""
    if is_name(phrase.head) or phrase.head.tag_ != "NN" or group_of(phrase.core) in BODIES:
        return None
    known = holder(phrase, names)
    at = next((i for i, t in enumerate(phrase.tail) if t.text == ","), len(phrase.tail))
    title = (*phrase.core, *phrase.tail[:at])
    return person(replace(phrase, tail=()), known, title) if known else None


def _headed(phrase: Nominal) -> Profile | None:
    """A body whose name goes on behind its head: "Committee of Soldiers’ Families"."""
    start = next((i for i, t in enumerate(phrase.core) if is_name(t)), len(phrase.core))
    for at in range(start, len(phrase.core) - 2):
        here, after = phrase.core[at], phrase.core[at + 1]
        group = group_of(phrase.core[start : at + 1])
        if group in BODIES and is_name(here) and after.lower_ in _LINKS:
            full = phrase.core[start:]
            return Profile(as_kind(group), group, bare_name(words(full)), country_in(full))
    return None


def _proper(phrase: Nominal, names: Book) -> Profile | None:
    """The head is a name that no list holds."""
    run = name_run(phrase.core)
    if not run and phrase.core[0].text in names.singles:
        run = phrase.core[:1] if len(phrase.core) == 1 else ()
    if not run:
        return None
    text = words(run)
    outlet = names.outlet(text)
    if is_country(run) or text in names.places or text.casefold() in listed("regions", "places"):
        return _state(run)
    if outlet:
        return Profile("media", "media", outlet)
    return _people_or_body(phrase, run, names)


def _people_or_body(phrase: Nominal, run: tuple[Token, ...], names: Book) -> Profile:
    """A name of no place and no outlet: a people's, a person's or a body's."""
    text, before = words(run), phrase.core[: len(phrase.core) - len(run)]
    plural = run[-1].tag_ == "NNPS" or text.endswith("ians")
    if plural and not names.namesakes(text):
        return _people(run, before)
    lone = len(run) == 1 and before and before[-1].lower_ in _ONE
    if not lone and _is_person(run, before, names):
        known = names.person(text)
        return person(phrase, known.name if known else _shown(run), before)
    if lone:
        return Profile("anonymous", "anonymous", None, country_in(before), True)
    return Profile("organisation", "organisation", bare_name(text), country_in(before))


def _is_person(run: tuple[Token, ...], before: tuple[Token, ...], names: Book) -> bool:
    """Whether a name is somebody's: it has no article, no body's spelling and no body's ending."""
    last = run[-1].lower_.rstrip(".")
    if _is_label(run):
        return True
    if len(run) > 1 and run[0].lower_ in listed("bodies", "first"):
        return False
    if names.namesakes(words(run)) or (len(run) > 1 and is_given(run[0])):
        return last not in listed("bodily", "words")
    if any(is_coined(t.text) for t in run) and not all(t.is_upper for t in run[:-1] or run * 2):
        return False
    if len(run) == 1 and not before and not (is_given(run[0]) or _like_a_surname(run[0].text)):
        return False
    article = bool(before) and before[-1].lower_ == "the"
    thing = article or words(run) in names.things or last in listed("bodily", "words")
    return not thing and not is_coined(run[-1].text)


def _is_label(run: tuple[Token, ...]) -> bool:
    """Whether a name in capitals says whose turn it is in a transcript: "ORSK:"."""
    last = run[-1]
    alone = len(run) == 1 and last.is_sent_start is True and last.is_upper
    turn = alone and last.i + 1 < len(last.doc)
    return turn and len(last) > _SHORT - 1 and last.nbor(1).text == ":"


def _like_a_surname(name: str) -> bool:
    """Whether a name that stands alone is a frequent surname or is built as one."""
    folded, begins = name.casefold(), tuple(listed("surnames", "beginnings"))
    ends = folded.endswith(tuple(listed("surnames", "endings"))) and len(name) > _SHORT
    return ends or name.startswith(begins) or folded in listed("surnames", "common")


def _people(run: tuple[Token, ...], before: tuple[Token, ...]) -> Profile:
    """A plural name: a people or a faith is nobody in particular, else it is a body's."""
    if "-" in words(run) or run[-1].lower_.endswith(_FAITHS):
        return Profile("unspecified", "people", None, country_in(before), True)
    return Profile("organisation", "organisation", bare_name(words(run)), country_in(before))


def _state(run: tuple[Token, ...]) -> Profile:
    """A country speaks through its government; its people are nobody in particular."""
    found = mentions(run)
    if found and all(m.how == "demonym" for m in found):
        return Profile("unspecified", "people", None, country_in(run), True)
    return Profile("government", "government", bare_name(words(run)), country_in(run))


def _common(phrase: Nominal) -> Profile:
    """The head is a common noun that no list holds: somebody, or nobody in particular."""
    head, country = phrase.head, country_in(phrase.core)
    if mentions([head]):
        return Profile("unspecified", "people", None, country, True)
    if _is_human(phrase) and head.pos_ == "NOUN":
        if is_scene(phrase):
            return Profile("witness", "witness", None, country, True, description(phrase))
        if head.tag_ != "NNS" or is_several(phrase):
            return Profile("anonymous", "anonymous", None, country, True, description(phrase))
    return Profile("unspecified", "", None, country, _is_human(phrase))


def _is_human(phrase: Nominal) -> bool:
    """Whether a noun of no list ends as words for people do, or is one of something unknown."""
    lemma = phrase.head.lemma_.lower()
    if lemma in listed("gadgets"):
        return False
    if lemma.endswith(_PERSONAL) or phrase.head.lower_.endswith(("men", "women", "folk")):
        return True
    one = any(t.lower_ in _ONE or t.pos_ == "NUM" for t in phrase.core)
    return one and phrase.head.tag_ != "NNS" and not lemma.endswith(_ABSTRACT)


def _past(found: Profile, phrase: Nominal) -> Profile:
    """A former holder of an office no longer speaks for the body or the country."""
    if not any(t.lower_ in listed("former") for t in (*phrase.core, *found.role)):
        return found
    if found.kind == "person":
        return replace(found, country=None)
    if found.kind == "office" and phrase.core[0].lower_ == "the":
        return replace(found, country=None)
    if found.group in _OFFICES:
        return replace(found, kind="anonymous", name=None, country=None, anonymous=True)
    return found
