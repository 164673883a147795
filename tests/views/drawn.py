"""Invented cases for the drawings: actors who act upon each other, causes that meet and circle."""

from collections.abc import Iterable
from random import Random

from reportedly.model import Actor, Case, Cause, Claim, Gathering, Relation, Statement, identify
from views.desks import Desk, claim, desk, position
from views.mapped import mapped

KINDS = (("pact", "AGREE"), ("supply", "AID"), ("deployment", "MOBILIZE"),
         ("support", "SUPPORT"), ("accusation", "ACCUSE"))  # fmt: skip
NAMES = ("Karvonia", "Dresk", "Ministry of Defence of Karvonia", "Ilse Dorn", "Northern Column",
         "Harbour Union of Ondrava and the Lower Mirrow Valley")  # fmt: skip
SURE = ("CT+", "PR+", "PS+", "CT-", "Uu")
EVENTS = ("the road was closed", "the convoy turned back", "bread ran out at the post",
          "the garrison left", "the bridge fell", "soldiers went unpaid since autumn")  # fmt: skip


def tied(*told: tuple[str, str, str, str]) -> Case:
    """One report a relation: (who, kind, whom, how sure)."""
    names = list(dict.fromkeys(name for who, _, whom, _ in told for name in (who, whom)))
    actors = {name: actor(name) for name in names}
    desks, relations = [], []
    for n, (who, kind, whom, sure) in enumerate(told):
        held = desk(f"Item {n}. {who} acts on {whom}.", f"Outlet {n}", f"2031-03-{1 + n % 28:02}")
        said = held.state(f"{who} acts on {whom}", factuality=sure)
        desks.append(held)
        relations.append(relation(kind, actors[who], actors[whom], said))
    return case_of(desks, (), actors.values(), relations)


def actor(name: str) -> Actor:
    return Actor(identify("actor", name), name, "organisation", None, ())


def relation(kind: str, source: Actor, target: Actor, said: Statement) -> Relation:
    ends = (source.id, target.id)
    return Relation(identify("relation", kind, *ends, said.id), kind, *ends, dict(KINDS)[kind],
                    said.id, said.factuality, ())  # fmt: skip


def caused(*told: tuple[str, str, str, str], joined: Iterable[str] = ()) -> Case:
    """One report a cause: (cause, effect, polarity, how sure); ``joined`` phrases tell a claim."""
    desks = [_causing(n, *one) for n, one in enumerate(told)]
    claims = []
    for words in joined:
        by = [(held, s) for held in desks for s in held.statements if _cut(held, s) == words]
        if not by:
            continue
        first, said = by[0][0], [s for _, s in by]
        claims.append(claim(first.evidence(words), "uncontested", said,
                            [position("somebody", "for", "CT+", *said)]))  # fmt: skip
    return mapped(case_of(desks, claims))


def _causing(n: int, cause: str, effect: str, polarity: str, sure: str) -> Desk:
    held = desk(f"Item {n}. It is said: {effect} because {cause}.", f"Outlet {n}",
                f"2031-03-{1 + n % 28:02}")  # fmt: skip
    for words in dict.fromkeys((cause, effect)):
        held.state(words)
    spans = (held.at(cause), held.at(effect), held.at("because"))
    name = identify("cause", n, cause, effect)
    held.causes.append(Cause(name, held.document.id, *spans, None, polarity, sure))
    return held


def _cut(held: Desk, said: Statement) -> str:
    return held.document.text[said.spans[0].start : said.spans[0].end]


def case_of(
    desks: list[Desk],
    claims: Iterable[Claim],
    actors: Iterable[Actor] = (),
    relations: Iterable[Relation] = (),
) -> Case:
    return Case(
        tuple(held.document for held in desks),
        tuple(held.reading() for held in desks),
        Gathering(tuple(claims), tuple(actors), (), tuple(relations)),
    )


def drawn(reports: int) -> Case:
    """As many reports with a relation and a cause each, the actors and events drawn by chance."""
    random = Random(reports)
    names = [*NAMES, *(f"Actor {n}" for n in range(reports // 12))]
    ties = []
    for _ in range(reports):
        who, whom = random.sample(names, 2)
        ties.append((who, random.choice(KINDS)[0], whom, random.choice(SURE)))
    events = [*EVENTS, *(f"event {n} took its course" for n in range(reports // 6))]
    causes = []
    for _ in range(reports):
        left, right = random.sample(events, 2)
        causes.append((left, right, random.choice(("causes", "prevents", "enables")),
                       random.choice(SURE)))  # fmt: skip
    one, other = tied(*ties), caused(*causes, joined=events[: reports // 4 + 2])
    documents = [d for pair in zip(one.documents, other.documents, strict=True) for d in pair]
    gathering = Gathering(other.gathering.claims, one.gathering.actors, (),
                          one.gathering.relations)  # fmt: skip
    return mapped(Case(tuple(documents), (*one.readings, *other.readings), gathering))
