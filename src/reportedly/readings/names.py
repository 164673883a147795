"""Names in one report: people by surname, places by their use, bodies by their fullest form."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from .nominals import is_name, listed, mentions, words

_LOCATIVE = frozenset({"in", "near", "across", "outside", "inside", "into", "around"})
_ENOUGH = 5
"""One use in so many must stand behind a preposition of place ("interest in Kovic" is rare)."""

_DEMONYMS = ("n", "an", "ian", "ese", "i", "ish", "ic")


@dataclass(slots=True)
class Person:
    """A person's fullest name here, where each full mention stands, and "f", "m" or "" ."""

    name: str
    at: list[int] = field(default_factory=list)
    gender: str = ""


@dataclass(slots=True)
class Book:
    """What one report's own wording tells about the names in it."""

    people: dict[str, list[Person]] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    places: frozenset[str] = frozenset()

    def person(self, name: str) -> Person | None:
        """The one person here called ``name``, in full or by part; None for none or several."""
        key = name.rsplit(maxsplit=1)[-1]
        found = self.people.get(key.title() if key.isupper() else key, [])
        bare = name.title() if name.isupper() else name
        full = [p for p in found if p.name == bare or p.name.endswith(" " + bare)]
        if not found and " " not in bare:
            everybody = [p for same in self.people.values() for p in same]
            full = [p for p in everybody if p.name.startswith(bare + " ")]
        one = len({(p.name.split()[0], p.name.rsplit(maxsplit=1)[-1]) for p in full}) == 1
        return max(full, key=lambda p: len(p.name)) if one else None

    def outlet(self, name: str) -> str | None:
        """The one outlet here whose name begins with ``name`` ("Varo" of "Varo News Agency")."""
        endings = listed("media", "agencies")
        found = {
            b for b in self.bodies if b.startswith(name + " ") and b.split()[-1].lower() in endings
        }
        return found.pop() if len(found) == 1 else None

    def fuller(self, name: str) -> str:
        """The one longer form of a body's name here that ends in or begins with ``name``."""
        longer = {b for b in self.bodies if _extends(b, name)}
        return longer.pop() if len(longer) == 1 else name


def book(doc: Doc) -> Book:
    """Every name of ``doc``, by surname; places; bodies."""
    made = Book()
    runs = list(_runs(doc))
    made.places = frozenset(_places(doc, runs))
    for run in runs:
        title, name = split_title(run)
        if len(name) >= 2 and not _impersonal(name) and words(name) not in made.places:
            _note(made, title, name)
        whole = _with_body(run)
        if len(whole) > 1 and _body(whole) not in made.bodies:
            made.bodies.append(_body(whole))
    made.places -= {p.name for same in made.people.values() for p in same} | made.people.keys()
    return made


def _note(made: Book, title: list[Token], name: list[Token]) -> None:
    text = words(name)
    same = made.people.setdefault(name[-1].text, [])
    person = next((p for p in same if p.name == text), None)
    if person is None:
        person = Person(text)
        same.append(person)
    person.at.append(name[0].i)
    before = name[0].doc[max(0, name[0].i - 3) : name[0].i]
    person.gender = person.gender or _given(text) or gender([*before, *title])


def _given(name: str) -> str:
    first = name.split(maxsplit=1)[0].casefold()
    if first in listed("given_names", "female"):
        return "f"
    return "m" if first in listed("given_names", "male") else ""


def gender(tokens: list[Token]) -> str:
    """What the last telling title, noun or pronoun says: ``f``, ``m``, or nothing."""
    for token in reversed(tokens):
        if token.dep_ == "poss":
            continue
        if token.lower_ in listed("pronouns", "female"):
            return "f"
        if token.lower_ in listed("pronouns", "male"):
            return "m"
    return ""


def _runs(doc: Doc) -> Iterator[list[Token]]:
    """Maximal stretches of capitalised words in one sentence; small particles join names."""
    run: list[Token] = []
    for token in doc:
        joins = run and token.lower_ in listed("particles", "person") and _next_is_name(token)
        if (is_name(token) and not (run and token.is_sent_start)) or joins:
            run.append(token)
        else:
            if run:
                yield run
            run = [token] if is_name(token) else []
    if run:
        yield run


def _next_is_name(token: Token) -> bool:
    return (
        token.i + 1 < len(token.doc) and is_name(token.nbor(1)) and not token.nbor(1).is_sent_start
    )


def split_title(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """A capitalised run as title and name: "President" and "Ana Kovic"."""
    titles = listed("title") | listed("rank") | listed("office") | listed("spokesperson")
    cut = max((i + 1 for i, t in enumerate(run) if t.lower_ in titles), default=0)
    return (run[:cut], run[cut:]) if cut < len(run) else ([], run)


def _bodies() -> frozenset[str]:
    groups = ("government", "military", "intelligence", "organisation", "media")
    return listed("media", "names").union(*(listed(group) for group in groups))


def _with_body(run: list[Token]) -> list[Token]:
    """The run where it ends in a body's word, or with the one that follows ("Tarsian army")."""
    doc, end = run[-1].doc, run[-1].i + 1
    if any(words(run[-size:]).lower() in _bodies() for size in (1, 2, 3)):
        return run
    return [*run, doc[end]] if end < len(doc) and doc[end].lower_ in _bodies() else []


def _impersonal(name: list[Token]) -> bool:
    forms = {t.lower_ for t in name}
    if mentions(name):
        return True
    return bool(forms & (_bodies() | listed("document") | listed("office"))) or all(
        t.is_upper for t in name
    )


def _body(run: list[Token]) -> str:
    """A body's name: a demonym or place may stand before it, an "of" phrase after it."""
    doc, end = run[-1].doc, run[-1].i + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and is_name(doc[end + 1]):
        end += 2
        while end < len(doc) and is_name(doc[end]) and not doc[end].is_sent_start:
            end += 1
    return words(list(doc[run[0].i : end]))


def _extends(longer: str, name: str) -> bool:
    longer, name = longer.casefold(), name.casefold()
    return longer.endswith(" " + name) or longer.startswith(name + " of ")


def _places(doc: Doc, runs: list[list[Token]]) -> Iterator[str]:
    """Names that stand where places do often enough, or have an adjective of their own."""
    forms = {t.text for t in doc if t.text[:1].isupper()}
    uses = Counter(words(run) for run in runs)
    where = Counter(words(run) for run in runs if _is_where(run))
    for name in sorted(uses):
        derived = " " not in name and bool(_adjectives(name) & forms)
        if derived or _ENOUGH * where[name] >= uses[name]:
            yield name


def _is_where(run: list[Token]) -> bool:
    start = run[0].i
    return start > 0 and run[0].nbor(-1).lower_ in _LOCATIVE and not split_title(run)[0]


def _adjectives(name: str) -> set[str]:
    """What the adjective of the place ``name`` may look like (Tarsian of Tarsia)."""
    stem = name.rstrip("aeiouy")
    return {base + end for base in (name, stem) for end in _DEMONYMS if len(stem) > 2} - {name}
