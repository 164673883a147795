"""Shorter forms of a name: which longer name of the same report or story each stands for.

Each rule is a function of the shorter and the longer name; its docstring is the published
reason. A form is joined only where exactly one longer name fits.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.kinds import has_given_name
from reportedly.claims.names import initials, listed
from reportedly.claims.table import EMPTY, Table
from reportedly.model import ActorKind, Span

_APART = frozenset({"former", "ex", "anti", "pro", "late", "opposition", "north", "south",
                    "east", "west", "northern", "southern", "eastern", "western", "new",
                    "old"})  # fmt: skip
_FAR = 3
"""Among two people of one surname, it means the one who is named so many times as often."""

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
_RARE = 12
"""A word used so many times as often as a longer name that ends in it is no surname of it."""

_LETTERS = 6
"""Shorter names with the same letters may be two."""

_OFTEN = 3
"""A name used so often is short for nothing that comes once and later."""

_BODIES: frozenset[ActorKind | None] = frozenset(
    {"government", "organisation", "military", "intelligence", "office", "media"}
)


@dataclass(frozen=True, slots=True)
class Form:
    """One name as a report or a story uses it.

    ``placed``: it stands where places stand as often as not. ``first``: where it comes first.
    ``defined``: the abbreviation that the report gives right after it in brackets. ``alone``:
    words that the report also uses as names by themselves. ``count``: its mentions in the
    report, ``often``: in the whole story.
    """

    key: str
    name: str
    kind: ActorKind | None
    country: str | None
    placed: bool
    first: Span
    defined: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    speaking: bool = False
    count: int = 1
    often: int = 1

    @property
    def words(self) -> list[str]:
        """The words of its key."""
        return self.key.split()


Rule = Callable[[Form, Form], bool]


def abbreviation(short: Form, long: Form) -> bool:
    """The shorter name is the abbreviation of the longer, given in brackets or by its initials."""
    if " " in short.key or " " not in long.key:
        return False
    if short.key in long.defined:
        return True
    ours = short.name.replace(".", "")
    return ours.isupper() and len(ours) > 2 and ours.lower() == initials(long.name)


def last_name(short: Form, long: Form) -> bool:
    """The shorter name is the last word of one longer name only."""
    ours, theirs = short.words, long.words
    if len(ours) != 1 or not 1 < len(theirs) < 5 or theirs[-1] != ours[0]:
        return False
    if long.kind == "place" or short.placed or short.kind == "place" or _linked(long):
        return False
    if long.kind == "person":
        return not set(theirs[:-1]) & _APART
    if long.kind is None:
        given = long.first < short.first or long.often > 1 or short.count < _OFTEN
        rare = long.often < _OFTEN and short.often > _RARE * long.often
        return given and not rare and not set(theirs[:-1]) & _APART
    if ours[0] in listed("generic") and not long.first.end and long.often < _OFTEN:
        return False
    told = short.speaking and short.kind == long.kind
    return long.kind in _BODIES and (told or _is_head(ours[0]))


def given_name(short: Form, long: Form) -> bool:
    """The shorter name is the first name of one person only."""
    ours, theirs = short.words, long.words
    if len(ours) != 1 or len(theirs) < 2 or theirs[0] != ours[0] or short.placed:
        return False
    return long.kind == "person" and (has_given_name(long.name) or long.first < short.first)


def middle_names(short: Form, long: Form) -> bool:
    """Both names begin and end alike, and the longer has more names in between."""
    ours, theirs = short.words, long.words
    ends = len(ours) > 1 and (ours[0], ours[-1]) == (theirs[0], theirs[-1])
    return ends and set(ours) < set(theirs) and long.kind in ("person", None)


def first_words(short: Form, long: Form) -> bool:
    """The report gives the name in full first and then by its first word."""
    ours, theirs = short.words, long.words
    if len(ours) != 1 or len(theirs) < 2 or ours[0] != theirs[0] or short.placed:
        return False
    if set(theirs[1:]) <= listed("trade") and not short.country and short.kind != "place":
        return long.first < short.first
    if short.kind == "place" or long.kind == "place" or short.country:
        return False
    if len(theirs) > 2:
        return False
    plain = long.kind == "organisation" and not _is_head(theirs[1])
    given = long.first < short.first or long.often >= _OFTEN
    return plain and given and theirs[1] not in long.alone


def whole_part(short: Form, long: Form) -> bool:
    """All words of the shorter name are part of one longer name of the same kind."""
    ours, theirs = set(short.words), set(long.words)
    extra = theirs - ours
    if not ours < theirs or not extra or len(ours) < 2 or short.kind != long.kind:
        return False
    if long.kind == "place" or long.kind is None or short.words[-1] != long.words[-1]:
        return False
    return not extra & (_APART | listed("speaks"))


def without_head(short: Form, long: Form) -> bool:
    """The longer name only adds a word for what kind of body it is ("Department")."""
    ours, theirs = short.words, long.words
    added = len(ours) > 1 and theirs[:-1] == ours and theirs[-1] in listed("added_heads")
    return added and (short.kind == long.kind or short.kind is None)


def further_names(short: Form, long: Form) -> bool:
    """The longer name of a person who speaks goes on where the shorter ends."""
    ours, theirs = short.words, long.words
    more = theirs[len(ours) :] if len(ours) > 1 and theirs[: len(ours)] == ours else []
    sure = long.kind == "person" and long.speaking
    return sure and 0 < len(more) < len(ours) and not set(more) & {*_GENERATIONS, *ours}


def same_letters(short: Form, long: Form) -> bool:
    """Both names are one but for spaces and hyphens, and the other is more frequent."""
    ours, theirs = "".join(short.words), "".join(long.words)
    rarer = (short.often, short.key) < (long.often, long.key)
    return len(ours) >= _LETTERS and ours == theirs and rarer


def people_ending(short: Form, long: Form) -> bool:
    """Both names are one but for the ending of a people ("Lund Air", "Lundian Air")."""
    ours, theirs = short.words, long.words
    if len(ours) < 2 or ours[1:] != theirs[1:] or "person" in (short.kind, long.kind):
        return False
    return theirs[0] in {ours[0] + ending for ending in ("n", "an", "ian", "i", "ese")}


def kind_of_place(short: Form, long: Form) -> bool:
    """The longer name only adds what kind of place it is ("Province")."""
    return long.words[:-1] == short.words and long.words[-1] in listed("added_places")


RULES: dict[str, Rule] = {
    "abbreviation": abbreviation,
    "last name": last_name,
    "given name": given_name,
    "middle names": middle_names,
    "first words": first_words,
    "whole part": whole_part,
    "without head": without_head,
    "further names": further_names,
    "same letters": same_letters,
    "people's ending": people_ending,
    "kind of place": kind_of_place,
}


@dataclass(frozen=True, slots=True)
class Step:
    """From a shorter name to the longer that it stands for, and by which rule."""

    to: str
    rule: str


def steps(forms: Sequence[Form], own: Table = EMPTY) -> dict[str, Step]:
    """For each key that stands for exactly one longer name: which, and why.

    A name that a person's ``own`` table speaks of stands for nothing but what the table says.
    """
    by_word = _by_word(forms)
    found: dict[str, Step] = {}
    for short in forms:
        if short.key in own.same:
            continue
        fitting = {
            long: rule
            for long in _near(short, by_word)
            if long.key != short.key and _compatible(short, long)
            if not own.parts(short.key, long.key)
            for rule in RULES
            if RULES[rule](short, long)
        }
        chosen = _only(fitting)
        if chosen:
            found[short.key] = Step(chosen.key, fitting[chosen])
    return found


def end(compared: str, found: Mapping[str, Step]) -> str:
    """The longest name that a key leads to."""
    seen = [compared]
    while seen[-1] in found and found[seen[-1]].to not in seen:
        seen.append(found[seen[-1]].to)
    return seen[-1]


def _only(fitting: Iterable[Form]) -> Form | None:
    """The one fitting name: the longest that holds all others, or by far the most frequent."""
    ordered = sorted(fitting, key=lambda f: (-len(f.words), f.key))
    if not ordered:
        return None
    longest = set(ordered[0].words)
    if all(set(f.words) <= longest and f.words[-1] == ordered[0].words[-1] for f in ordered):
        return ordered[0]
    first, *others = sorted(fitting, key=lambda f: (-f.often, f.key))
    return first if first.often >= _FAR * sum(f.often for f in others) else None


def _by_word(forms: Iterable[Form]) -> Mapping[str, list[Form]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        joined = "".join(form.words)
        if " " in form.key or len(joined) >= _LETTERS:
            found[f"={joined}"].append(form)
        if " " in form.key:
            for word in sorted({*form.words, initials(form.name), *form.defined}):
                found[word].append(form)
    return found


def _near(short: Form, by_word: Mapping[str, list[Form]]) -> list[Form]:
    alike = by_word.get(f"={''.join(short.words)}", [])
    return [*by_word.get(short.words[-1], []), *alike] if short.words else []


def _compatible(short: Form, long: Form) -> bool:
    """One country or none told, and no person a body."""
    if short.country and long.country and short.country != long.country:
        return False
    if "place" in (short.kind, long.kind) or "document" in (short.kind, long.kind):
        return short.kind == long.kind
    return "person" not in (short.kind, long.kind) or {short.kind, long.kind} <= {"person", None}


def _linked(long: Form) -> bool:
    return bool({"of", "for", "and"} & set(long.words))


def _is_head(word: str) -> bool:
    tables = ("state_heads", "body_heads", "force_heads", "media_heads")
    return any(word in listed(table) for table in tables)
