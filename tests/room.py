"""A kept ledger with a person beside it who adds reports and rules on them."""

from reportedly import desk, rulings
from reportedly.exports import ledger_json
from reportedly.ledger import opened
from reportedly.model import Kept
from reportedly.model.plain import to_json
from reportedly.views import dossier, finding


class Room:
    """A ledger, and what a person does with it."""

    def __init__(self, where):
        self.where = str(where)

    def __call__(self, kind, *ids, by="anna", why="", value=""):
        with opened(self.where) as ledger:

            def draft(case):
                if kind == "undo":
                    return rulings.undoing(ids[0], case, by, why)
                find = finding.source if kind == "grade" else finding.record
                records = [find(case, id_) for id_ in ids]
                return rulings.drafted(kind, records, case, by, why, value)

            return desk.rule(ledger, draft)

    def add(self, *reports):
        with opened(self.where) as ledger:
            kept = tuple(Kept(r.document, r.document.text.encode()) for r in reports)
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


def watched(where, monkeypatch, reports):
    """A room in which reports are read as the newsroom wrote them; ``asked``: which were read."""
    held, asked = {r.document.id: r.reading for r in reports}, []

    def read(chosen, way=None):
        chosen = tuple(chosen)
        asked.extend(d.id for d in chosen)
        return tuple(held[d.id] for d in chosen)

    monkeypatch.setattr(desk, "read", read)
    made = Room(where)
    made.asked, made.held = asked, held
    return made
