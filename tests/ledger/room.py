"""A ledger, reports for it, and what a person does with it."""

from newsroom import report
from reportedly import desk, rulings
from reportedly.exports import ledger_json
from reportedly.ledger import opened
from reportedly.model import Kept, Retrieval
from reportedly.model.plain import to_json
from reportedly.shelf import Shelf
from reportedly.views import dossier, finding

FLOOD = "The flood hit Orrin and 9 people fled"
WIRE = "Thirty guards left the bridge at Orsk before dawn and walked to the river"


def flood(outlet, day, end=""):
    made = report(f"{FLOOD}{end}, near Vesk and Tarn. Ana Brel saw.", outlet, f"2031-05-{day:02}")
    made.own(f"{FLOOD}{end}", "flood")
    return made


def wire(outlet, day):
    made = report(f"{WIRE}, {outlet} learnt.", outlet, f"2031-05-{day:02}")
    made.own(WIRE, "desertion")
    return made


A, B, C = flood("Vesk Courier", 2), flood("Lund Mail", 3, " it"), flood("Hale Post", 4, " hard")
D = flood("Doru Star", 5, " now")
W, X, Y = wire("Lanta Wire", 1), wire("Radio Marn", 2), wire("Korvo Sun", 3)
ALL = (A, B, C, D, W, X, Y)
EARLIER = flood("Tarn Echo", 1, " all")
READINGS = {made.document.id: made.reading for made in (*ALL, EARLIER)}


def prepared(chosen, way=None, ledger=None):
    """Readings as the newsroom wrote them, in place of what reads them."""
    return tuple(READINGS[document.id] for document in chosen)


class Room:
    """A ledger, and what a person does with it."""

    def __init__(self, place):
        self.place, self.where = place, place.where

    def __call__(self, kind, *ids, by="anna", why="", value=""):
        with opened(self.where) as ledger:

            def draft(case):
                if kind == "undo":
                    return rulings.undoing(ids[0], case, by, why)
                find = finding.source if kind == "grade" else finding.record
                shelf = Shelf(case)
                records = [find(shelf, id_) for id_ in ids]
                return rulings.drafted(kind, records, case, by, why, value)

            return desk.rule(ledger, draft).after

    def add(self, *reports):
        with opened(self.where) as ledger:
            kept = tuple(
                Kept(r.document, r.document.text.encode(), Retrieval.of(r.document))
                for r in reports
            )
            return desk.add(ledger, desk.Intake(kept, ()))

    @property
    def case(self):
        with opened(self.where) as ledger:
            return ledger.case()

    def claim(self, made):
        id_ = made.statements[0].id
        return next(c for c in self.case.gathering.claims if id_ in c.statements)

    def link(self, made):
        return next(k for k in self.case.lineage.links if k.document == made.document.id)

    @property
    def states(self):
        return [logged.state for logged in self.case.rulings]

    @property
    def bytes(self):
        """All that a person sees of the case, but for the log of rulings."""
        case = self.case
        return to_json(ledger_json(case)), dossier.render(case)


def watched(place, monkeypatch, reports):
    """A room in which reports are read as the newsroom wrote them; ``asked``: which were read."""
    held, asked = {r.document.id: r.reading for r in reports}, []

    def read(chosen, way=None, ledger=None):
        chosen = tuple(chosen)
        asked.extend(d.id for d in chosen)
        return tuple(held[d.id] for d in chosen)

    monkeypatch.setattr(desk, "read", read)
    made = Room(place)
    made.asked, made.held = asked, held
    return made
