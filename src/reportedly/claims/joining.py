"""From the names of single reports to actors of a story, and from stories to all reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.across import surnames_across
from reportedly.claims.kinds import most_told
from reportedly.claims.names import listed, listed_as
from reportedly.claims.naming import Naming
from reportedly.claims.shorter import Form, Step, end, steps
from reportedly.claims.table import Table
from reportedly.claims.within import OF_STORY, Within
from reportedly.model import Document, Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Joined:
    """Under which node every key of every report stands, and the namings of each node.

    ``by`` holds the step, if any, that led from a report's key to its story's.
    """

    groups: Mapping[str, list[Naming]]
    pools: Mapping[str, str]
    by: Mapping[tuple[str, str], Step]
    bound: frozenset[str]
    split: Mapping[tuple[str, str], str]

    def node(self, document: str, target: str) -> str:
        """The node of what is ``target`` in one report."""
        pool = self.pools[document]
        final = _led(pool, target, self.by)
        return _node(final, pool, self.split.get((document, final)), self.bound)

    def rule(self, document: str, target: str) -> str:
        """The rule by which a report's key was led on in its story, "" where it was not."""
        step = self.by.get((self.pools[document], target))
        return step.rule if step else ""


def joined(
    pools: Mapping[str, str],
    inside: Mapping[str, Within],
    found: Iterable[Naming],
    own: Table,
) -> Joined:
    """Join the names of all reports: story by story, then those that mean the same everywhere."""
    told = [_resolved(naming, inside[naming.document]) for naming in found if naming.key]
    forms = _forms(inside, told, pools)
    of: dict[str, list[Within]] = defaultdict(list)
    for id_, one in sorted(inside.items()):
        of[pools[id_]].append(one)
    by = {
        (pool, short): step
        for pool, held in sorted(forms.items())
        for short, step in _story_steps(held, of[pool], own).items()
    }
    people = _people(forms)
    by |= surnames_across(forms, people, by.keys())
    bound = _bound(forms, people)
    lands = _lands(told, pools, by)
    split = {(n.document, _led(pools[n.document], n.key, by)): n.country for n in told if n.country}
    split = {at: land for at, land in split.items() if len(lands[at[1]]) > 1}
    held = Joined({}, pools, by, bound, split)
    groups: dict[str, list[Naming]] = defaultdict(list)
    for naming in told:
        groups[_naming_node(held, naming, lands)].append(naming)
    return replace(held, groups=groups)


def _naming_node(held: Joined, naming: Naming, lands: Mapping[str, set[str]]) -> str:
    pool = held.pools[naming.document]
    final = _led(pool, naming.key, held.by)
    land = naming.country if len(lands[final]) > 1 else None
    return _node(final, pool, land, held.bound)


def _node(final: str, pool: str, land: str | None, bound: frozenset[str]) -> str:
    if final.endswith(OF_STORY):
        return f"{final} @{pool}"
    if land:
        return f"{final} ({land})"
    return f"{final} @{pool}" if final in bound else final


def _led(pool: str, target: str, by: Mapping[tuple[str, str], Step]) -> str:
    seen = [target]
    while (step := by.get((pool, seen[-1]))) and step.to not in seen:
        seen.append(step.to)
    return seen[-1]


def pools_of(documents: Sequence[Document], told: Mapping[str, str]) -> dict[str, str]:
    """Each report's story as ``told``; where there is but one story, every report is of it."""
    several = len(set(told.values())) > 1
    alone = min(told.values(), default="")
    return {d.id: told.get(d.id, d.id if several else alone) for d in documents}


def _resolved(naming: Naming, one: Within) -> Naming:
    """A naming under the longest name of its report; what stands before a known name is left off.

    "Photographer Ana Kovic" is Ana Kovic, where the report names her without it.
    """
    known = naming.key
    parts = naming.key.split()
    if known not in one.forms and naming.kind == "person":
        tails = (" ".join(parts[at:]) for at in range(1, len(parts) - 1))
        known = next((tail for tail in tails if tail in one.forms), known)
    return replace(naming, key=end(known, one.steps))


def _forms(
    inside: Mapping[str, Within], told: Sequence[Naming], pools: Mapping[str, str]
) -> dict[str, dict[str, list[Form]]]:
    """The names of each story that stand for themselves, with all that its reports tell of them."""
    found: dict[str, dict[str, list[Form]]] = defaultdict(lambda: defaultdict(list))
    for id_, one in sorted(inside.items()):
        for form in one.forms.values():
            if form.key not in one.steps:
                found[pools[id_]][form.key].append(form)
    for naming in told:
        form = Form(naming.key, naming.name, naming.kind, naming.country, False, _NOWHERE,
                    speaking=bool(naming.of))  # fmt: skip
        found[pools[naming.document]][naming.key].append(form)
    return found


def _story_steps(
    held: Mapping[str, list[Form]], told: Sequence[Within], own: Table
) -> dict[str, Step]:
    """What is short for something in one report of a story is so in all, unless they differ."""
    known: dict[str, set[Step]] = defaultdict(set)
    for one in told:
        for short, step in one.steps.items():
            known[short].add(Step(end(short, one.steps), step.rule))
    found = steps([_merged(key, forms) for key, forms in sorted(held.items())], own)
    for short, ways in known.items():
        if short in held and len({way.to for way in ways}) == 1:
            found[short] = Step(min(ways, key=lambda w: (w.to, w.rule)).to, "story")
    return found


def _merged(key: str, forms: Sequence[Form]) -> Form:
    """One form of what the reports of a story tell; the kind of a source goes before others."""
    speaking = [f for f in forms if f.speaking]
    lands = {f.country for f in forms if f.country}
    fullest = max(forms, key=lambda f: (len(f.name), f.name))
    return Form(
        key=key,
        name=fullest.name,
        kind=most_told(f.kind for f in speaking or forms),
        country=min(lands) if len(lands) == 1 else None,
        placed=sum(f.placed for f in forms) * 2 >= len(forms),
        first=_NOWHERE,
        defined=frozenset().union(*(f.defined for f in forms)),
        speaking=bool(speaking),
        count=sum(f.count for f in forms),
        often=sum(f.count for f in forms),
    )


def _people(forms: Mapping[str, Mapping[str, list[Form]]]) -> frozenset[str]:
    """Full names that surely are a person's, of all stories."""
    return frozenset(
        key
        for held in forms.values()
        for key, told in held.items()
        if " " in key and _is_surely_a_person(told)
    )


def _bound(forms: Mapping[str, Mapping[str, list[Form]]], people: frozenset[str]) -> frozenset[str]:
    """Names that mean somebody in one story only: surnames, given names, "the Health Ministry"."""
    parts = {part for name in people for part in (name.split()[0], name.split()[-1])}
    keys = {key for held in forms.values() for key in held}
    return frozenset(k for k in keys if _is_bound(k, parts))


def _is_surely_a_person(told: Sequence[Form]) -> bool:
    """A name that most reports give to a person, and more than once."""
    people = sum(f.kind == "person" for f in told)
    return people * 2 > len(told) and sum(f.count for f in told) > 1


def _is_bound(key: str, parts: set[str]) -> bool:
    if listed_as(key) or key.endswith(" government"):
        return False
    if all(word in listed("generic") for word in key.split()):
        return True
    return " " not in key and key in parts


def _lands(
    told: Sequence[Naming], pools: Mapping[str, str], by: Mapping[tuple[str, str], Step]
) -> Mapping[str, set[str]]:
    """The countries that are told of each final key."""
    found: dict[str, set[str]] = defaultdict(set)
    for naming in told:
        final = _led(pools[naming.document], naming.key, by)
        if naming.country and not final.endswith(" government"):
            found[final].add(naming.country)
        found.setdefault(final, set())
    return found
