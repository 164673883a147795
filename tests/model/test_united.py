"""The cases of parts are one case, whose records stay folded."""

import json

from build import document
from reportedly.model import Actor, Case, Evidence, Gathering, Lineage, Link, Span
from reportedly.model.folded import Folded, Records
from reportedly.model.plain import to_json
from reportedly.model.united import told, united

REPORTS = tuple(document(f"The bridge at Orsk fell, witness {n} said.") for n in range(3))
FIRST, SECOND, THIRD = (one.id for one in REPORTS)


def actor(id_, name, *documents, country=None):
    mentions = tuple(Evidence(one, (Span(0, 4),)) for one in documents)
    return Actor(id_, name, "person", country, mentions)


def link(document, to):
    return Link(f"{document} {to}", "copied", document, to, None, ())


def case(actors=(), links=()):
    return Case(gathering=Gathering(actors=actors), lineage=Lineage(links=links))


def test_an_actor_is_one_as_the_part_knows_it_that_names_it_most():
    few = case((actor("a", "Brel", FIRST, country="VSK"), actor("b", "Abel", FIRST)))
    many = case((actor("a", "Ana Brel", SECOND, THIRD),))
    found = united(REPORTS, (), map(told, [few, many])).gathering.actors
    assert [(one.id, one.name, one.country) for one in found] == [
        ("b", "Abel", None),
        ("a", "Ana Brel", "VSK"),
    ]
    assert sorted(e.document for e in found[1].mentions) == sorted([FIRST, SECOND, THIRD])


def test_what_belongs_to_reports_stands_in_their_order_and_folded():
    parts = [case(links=(link(THIRD, FIRST),)), case(links=(link(SECOND, FIRST),))]
    found = united(REPORTS, (), map(told, parts))
    assert isinstance(found.lineage.links, Records)
    assert [one.document for one in found.lineage.links] == [SECOND, THIRD]
    assert found.documents == REPORTS
    assert found.gathering.claims == ()


def test_what_was_kept_of_a_part_is_as_good_as_what_was_just_found():
    one = case((actor("a", "Brel", FIRST), actor("c", "Cole", FIRST)), (link(SECOND, FIRST),))
    other = case((actor("a", "Brel", THIRD), actor("b", "Abel", THIRD)), (link(THIRD, FIRST),))
    kept = json.loads(to_json(told(other)))
    found = united(REPORTS, (), [told(one), kept])
    assert found == united(REPORTS, (), map(told, [one, other]))
    assert [one.name for one in found.gathering.actors] == ["Abel", "Brel", "Cole"]


def test_what_is_not_of_several_parts_is_not_decoded(monkeypatch):
    parts = [told(case((actor("a", "Brel", one),), (link(SECOND, one),))) for one in (FIRST, THIRD)]
    asked = []
    decoded = Folded.record
    monkeypatch.setattr(
        Folded, "record", lambda self, at: asked.append(self.ids[at]) or decoded(self, at)
    )
    united(REPORTS, (), parts)
    assert asked == ["a", "a"]


def test_each_part_is_let_go_before_the_next_one_is_asked_for():
    asked = []

    def parts():
        for number in range(3):
            asked.append(number)
            yield told(case((actor(f"{number}", f"Name {number}", FIRST),)))

    found = united(REPORTS, (), parts())
    assert asked == [0, 1, 2]
    assert [one.name for one in found.gathering.actors] == ["Name 0", "Name 1", "Name 2"]
