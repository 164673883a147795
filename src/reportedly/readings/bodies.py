"""Bodies under a common noun or a listed name: states, armies, outlets, organisations."""

from reportedly.model import SourceKind

from .names import Book
from .nominals import Nominal, listed, words
from .wording import Profile, bare_name, body_name, country_in, description, phrase_behind

_WHOLE = frozenset(
    {"the", "house", "senate", "congressional", "national", "state", "local", "social", "christian",
     "free", "liberal", "new"}
)  # fmt: skip
_MEMBERS = frozenset({"member", "members"})


def body(phrase: Nominal, kind: SourceKind, names: Book) -> Profile:
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


def listed_whole(phrase: Nominal) -> Profile | None:
    """A body whose listed name goes on behind its head: "Doctors Without Borders"."""
    whole = words(phrase.tokens).casefold().removeprefix("the ")
    if " " not in whole or not phrase.head.text[:1].isupper():
        return None
    known = whole in listed("organisation")
    text = bare_name(words(phrase.tokens))
    return Profile("organisation", "organisation", text) if known else None
