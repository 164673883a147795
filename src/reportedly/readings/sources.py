"""What kind of voice a noun phrase names: kind, name, country, role, whether it stays unnamed."""

from dataclasses import replace

from spacy.tokens import Token

from .descriptions import described
from .names import Book
from .nominals import Nominal, is_name, listed, mentions, words
from .wording import (
    BODIES,
    PEOPLE,
    Profile,
    as_kind,
    bare_name,
    country_in,
    description,
    group_of,
    is_country,
    name_run,
    person,
    role_of,
)

_STATIONS = frozenset({"radio", "tv", "channel", "television", "telegram"})
_LINKS = frozenset({"of", "for", "on"})
_OFFICES = frozenset({"official", "rank", "spokesperson", "office"})
_ONE = frozenset({"a", "an", "one", "another"})
_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "ee", "eer")
_ABSTRACT = ("ing", "tion", "ment", "ness", "ity", "ance", "ence", "ship", "sion")


def profile(phrase: Nominal, names: Book, publisher: str | None = None) -> Profile:
    """Kind by the gazetteer and the word lists first, then by how the report uses the name."""
    found = (
        _outlet(phrase, names, publisher)
        or _known(phrase, names)
        or _titled(phrase, names)
        or described(phrase, names, lambda inner: profile(inner, names, publisher))
        or _headed(phrase)
        or _proper(phrase, names)
        or _common(phrase)
    )
    return _past(found, phrase)


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
    if text.casefold() in listed("media", "outlets") or begins or (ends and not _is_state(run)):
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


def _known(phrase: Nominal, names: Book) -> Profile | None:
    """A bare name by which the report knows a person."""
    run = phrase.core
    if not all(t.text[:1].isupper() or t.lower_ in listed("particles", "person") for t in run):
        return None
    known = names.person(words(run))
    if known is None or words(run) in names.places or group_of(run) in BODIES or is_country(run):
        return None
    return person(phrase, known.name, ())


def _titled(phrase: Nominal, names: Book) -> Profile | None:
    """A role or a common noun right before a name: "spokeswoman Ana Kovic", "news agency Varo"."""
    core = phrase.core
    if group_of(core) in BODIES:
        return None
    for at in range(len(core) - 2, -1, -1):
        title, rest = core[: at + 1], core[at + 1 :]
        if not all(is_name(t) or t.lower_ in listed("particles", "person") for t in rest):
            return None
        group = group_of(title)
        if group in PEOPLE:
            known = names.person(words(rest))
            return person(phrase, known.name if known else words(rest), title)
        if group in BODIES and core[at].is_lower:
            kind, country = as_kind(group), country_in(title)
            return Profile(kind, group, words(rest), country, role=role_of(title))
    return None


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
    if not run:
        return None
    text, before = words(run), phrase.core[: len(phrase.core) - len(run)]
    if is_country(run) or text in names.places:
        return _state(run)
    outlet = names.outlet(text)
    if outlet:
        return Profile("media", "media", outlet)
    known = names.person(text)
    if known or (len(run) > 1 and run[-1].tag_ != "NNPS"):
        shown = text.title() if text.isupper() else text
        return person(phrase, known.name if known else shown, before)
    return Profile("organisation", "organisation", bare_name(text), country_in(before))


def _state(run: tuple[Token, ...]) -> Profile:
    """A country speaks through its government; its people are nobody in particular."""
    found = mentions(run)
    if found and all(m.how == "demonym" for m in found):
        return Profile("unspecified", "people", None, country_in(run), True)
    return Profile("government", "government", bare_name(words(run)), country_in(run))


def _common(phrase: Nominal) -> Profile:
    """The head is a common noun that no list holds: somebody, or nobody in particular."""
    head, lemma = phrase.head, phrase.head.lemma_.lower()
    country = country_in(phrase.core)
    if mentions([head]):
        return Profile("unspecified", "people", None, country, True)
    personal = lemma.endswith(_PERSONAL)
    counted = any(t.lower_ in _ONE or t.pos_ == "NUM" for t in phrase.core)
    somebody = personal or (counted and not lemma.endswith(_ABSTRACT))
    if head.pos_ == "NOUN" and head.tag_ != "NNS" and somebody:
        return Profile("anonymous", "anonymous", None, country, True, description(phrase))
    return Profile("unspecified", "", None, country, personal)


def _past(found: Profile, phrase: Nominal) -> Profile:
    """A former holder of an office no longer speaks for the body or the country."""
    if not any(t.lower_ in listed("former") for t in (*phrase.core, *found.role)):
        return found
    if found.kind == "person":
        return replace(found, country=None)
    if found.group in _OFFICES:
        return replace(found, kind="anonymous", name=None, country=None, anonymous=True)
    return found
