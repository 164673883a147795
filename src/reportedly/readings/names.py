"""Names in one report: people by surname, places by their use, bodies by their fullest form."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from reportedly.lexicons import load

from .nominals import is_name, listed, words
from .runs import (
    body_at,
    body_words,
    headlines,
    is_coined,
    is_given,
    is_impersonal,
    runs,
    split_title,
    with_body,
)
from .tokens import Doc, Token
from .wording import BODIES, PEOPLE, group_of

_LOCATIVE = frozenset({"in", "near", "across", "outside", "inside", "into", "around"})
_ENOUGH = 5
"""One use in so many must stand behind a preposition of place ("interest in Kovic" is rare)."""

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words behind a surname that are no part of it."""

_NEAR = 5
"""Words around a role among which the names that tell holders apart are looked for."""

_DEMONYMS = ("n", "an", "ian", "ese", "i", "ish", "ic")


@dataclass(slots=True)
class Person:
    """A person's fullest name here, where each full mention stands, and "f", "m" or "" ."""

    name: str
    at: list[int] = field(default_factory=list)
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the report gives to a person: at which token, whose, and the names around it."""

    at: int
    name: str
    near: frozenset[str]


@dataclass(slots=True)
class Book:
    """What one report's own wording tells about the names in it.

    ``things``: names that are used as those of bodies are; ``singles``: names of one word;
    ``roles``: who is called a "senator"; ``called``: the lists that describe a name as a body.
    """

    people: dict[str, list[Person]] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    places: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    singles: frozenset[str] = frozenset()
    roles: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    called: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> Person | None:
        """The one person here called ``name``, in full or by part; None for none or several."""
        full = self.namesakes(name)
        one = len({(p.name.split()[0], surname(p.name)) for p in full}) == 1
        return max(full, key=lambda p: len(p.name)) if one else None

    def namesakes(self, name: str) -> list[Person]:
        """Everybody here who may be called ``name``, in full or by part."""
        bare = _plain(name)
        if not bare:
            return []
        found = self.people.get(surname(bare), [])
        full = [p for p in found if _plain(p.name) == bare or _plain(p.name).endswith(" " + bare)]
        if not found and " " not in bare:
            everybody = [p for same in self.people.values() for p in same]
            full = [p for p in everybody if p.name.startswith(bare + " ")]
        return full

    def holders(self, role: str, before: int, told: frozenset[str]) -> list[Held]:
        """Who has been called ``role`` until ``before``, else later; ``told`` are names with it."""
        found = [h for h in self.roles.get(role, []) if not told or told & h.near]
        return [h for h in found if h.at < before] or found

    def outlet(self, name: str) -> str | None:
        """The one outlet here whose name begins with ``name`` ("Varo" of "Varo News Agency")."""
        endings = listed("media", "agencies")
        found = {
            b for b in self.bodies if b.startswith(name + " ") and b.split()[-1].lower() in endings
        }
        return found.pop() if len(found) == 1 else None

    def spelt_out(self, acronym: str) -> str | None:
        """The one body here whose capitals make up ``acronym`` ("CBC": "Coastal Boat Council")."""
        letters = acronym.replace(".", "")
        found = {b for b in self.bodies if _initials(b) == letters}
        return found.pop() if len(found) == 1 else None

    def fuller(self, name: str) -> str:
        """The one longer form of a body's name here that ends in or begins with ``name``."""
        longer = {b for b in self.bodies if _extends(b, name)}
        return longer.pop() if len(longer) == 1 else name


def book(doc: Doc) -> Book:
    """Every name of ``doc``, by surname; places; bodies."""
    made = Book()
    found = list(runs(doc))
    made.places = frozenset(_places(doc, found))
    bold = headlines(doc)
    for run in found:
        title, name = split_title(run)
        if _is_full(name, bold) and words(name) not in made.places:
            _note(made, title, name)
        whole = with_body(run)
        if len(whole) > 1 and body_at(whole) not in made.bodies:
            made.bodies.append(body_at(whole))
    for run in found:
        _note_titled(made, *split_title(run))
    made.places -= {p.name for same in made.people.values() for p in same} | made.people.keys()
    made.singles = frozenset(r[0].text for r in found if len(r) == 1 and r[0].pos_ == "PROPN")
    made.things = frozenset(_things(found, bold)) - made.people.keys()
    for run in found:
        _note_roles(made, run)
        _note_called(made, run)
    return made


def surname(name: str) -> str:
    """The last word of a name that is no suffix ("Brooks" of "Ivo Brooks Jr.")."""
    return _plain(name).split()[-1] if name.strip() else ""


def _plain(name: str) -> str:
    """A name without "Jr." and not in capitals."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].casefold() in _SUFFIXES:
        parts = parts[:-1]
    text = " ".join(parts)
    return text.title() if text.isupper() else text


def _is_full(name: list[Token], bold: frozenset[int]) -> bool:
    """Whether a capitalised run is somebody's full name; a headline shows it by a given name."""
    if len(name) < 2 or is_impersonal(name) or _is_part(name):
        return False
    return name[0].i not in bold or (len(name) == 2 and is_given(name[0]))


def _is_part(name: list[Token]) -> bool:
    """Whether the run ends the name of a body: "Department of Harbour Works"."""
    at, doc = name[0].i, name[0].doc
    return at > 1 and doc[at - 1].lower_ == "of" and doc[at - 2].lower_ in body_words()


def _note_titled(made: Book, title: list[Token], name: list[Token]) -> None:
    """Somebody of whom only the surname is ever printed, behind a title: "Mr Kovic"."""
    if not title or len(name) != 1 or is_impersonal(name):
        return
    known = made.namesakes(name[0].text)
    if not known:
        _note(made, title, name)
    elif len(known) == 1:
        known[0].gender = known[0].gender or gender(title)


def _things(runs: list[list[Token]], bold: frozenset[int]) -> Iterator[str]:
    """Single names with the article of a body, or spelt as no person's is."""
    for run in runs:
        name = run[-1]
        if len(run) > 1 or name.i in bold:
            continue
        before = name.nbor(-1).lower_ if name.i else ""
        alone = name.dep_ not in {"compound", "poss", "amod", "nmod"}
        if (before == "the" and alone and name.tag_ == "NNP") or is_coined(name.text):
            yield name.text


def _note_roles(made: Book, run: list[Token]) -> None:
    """The roles that the text around a name gives to the person: title, apposition, "is"."""
    title, name = split_title(run)
    person = made.person(words(name))
    if person is None:
        return
    doc = run[0].doc
    for noun in (*title, *_described_by(run)):
        around = doc[max(0, noun.i - _NEAR) : noun.i + _NEAR]
        if any(t.lower_ in listed("former") for t in doc[max(0, noun.i - 3) : noun.i]):
            continue
        near = frozenset(t.text for t in around if is_name(t))
        for role in roles_of(noun):
            made.roles[role].append(Held(run[0].i, person.name, near))


def _note_called(made: Book, run: list[Token]) -> None:
    """What body a name is said to be: "the news agency Varo", "Varo, a news agency"."""
    text = words(run)
    known = made.namesakes(text)
    if any(_given(p.name) for p in known) or run[-1].dep_ == "poss":
        return
    nouns = list(_described_by(run))
    if any(noun.i > run[-1].i and noun.dep_ == "appos" and roles_of(noun) for noun in nouns):
        return  # "by the army, Ivka Dorn, the president of the club, said"
    for noun in nouns:
        group = group_of(list(noun.doc[max(0, noun.i - 2) : noun.i + 1]))
        if group in BODIES and noun.tag_ == "NN" and noun.lower_ not in listed("reporters"):
            made.called.setdefault(text, group)


def _described_by(run: list[Token]) -> Iterator[Token]:
    """Nouns that say who the named person is."""
    before = run[0].nbor(-1) if run[0].i else None
    if before is not None and before.pos_ == "NOUN" and not run[0].is_sent_start:
        yield before
    for token in run:
        yield from (c for c in token.children if c.dep_ == "appos" and c.pos_ == "NOUN")
        if token.dep_ == "appos" and token.head.pos_ == "NOUN":
            yield token.head
        if token.dep_ == "nsubj" and token.head.lemma_ in {"be", "become"}:
            yield from (c for c in token.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")


def roles_of(noun: Token) -> tuple[str, ...]:
    """The roles a noun or a title stands for: "sen." and "senator" are one; () for none."""
    if group_of(_hyphened(noun)) not in PEOPLE | {"unspecified", "witness"}:
        return ()
    return (_joined(noun), *_spelt_out().get(noun.lower_, ()))


def _hyphened(noun: Token) -> list[Token]:
    joined = noun.i > 1 and noun.nbor(-1).text == "-"
    return list(noun.doc[noun.i - 2 if joined else noun.i : noun.i + 1])


def _joined(noun: Token) -> str:
    """The lemma, with what a hyphen joins to it: "front-runner"."""
    if noun.i > 1 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_:
        return f"{noun.nbor(-2).lower_}-{noun.lemma_.lower()}"
    return noun.lemma_.lower()


@cache
def _spelt_out() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for short, full in load("sources")["short_titles"]["pairs"]:
        found[short] = (*found.get(short, ()), full)
    return found


def _note(made: Book, title: list[Token], name: list[Token]) -> None:
    text = words(name)
    text = text.title() if text.isupper() else text
    same = made.people.setdefault(surname(text), [])
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


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


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
