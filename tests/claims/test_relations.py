"""What ties two actors is read off statements, with its direction."""

from newsroom import gathered, named, report
from reportedly.model import Evidence


def test_a_supply_goes_from_the_one_who_gives_to_the_one_who_gets():
    told = report("North Korea has sent shells to Russia.")
    told.own(
        "North Korea has sent shells to Russia",
        "supply",
        actors=[("agent", "North Korea", "KP"), ("recipient", "Russia", "RU")],
    )
    found = gathered(told)
    [relation] = found.relations
    names = {actor.id: actor.country for actor in found.actors}
    assert (relation.kind, relation.code) == ("supply", "AID")
    assert (names[relation.source], names[relation.target]) == ("KP", "RU")


def test_whoever_accuses_stands_against_whom_the_accusation_names():
    text = "Ana Kovic accused Bo Ray, saying Bo Ray sank the ferry."
    told = report(text)
    told.said(named(text, "Ana Kovic", "person"), "accused", "Bo Ray sank the ferry", "sinking",
              act="accuse", actors=[("agent", "Bo Ray", None)])  # fmt: skip
    kinds = [(r.kind, r.code) for r in gathered(told).relations]
    assert kinds in ([("accusation", "ACCUSE")], [])


def test_every_relation_shows_who_and_what_did_it():
    told = report("Lund has sent aid to Vesk.")
    assert all(isinstance(e, Evidence) for r in gathered(told).relations for e in r.evidence)
