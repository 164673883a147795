"""What pages select becomes JSON: one function a page, called as the page's own function is."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from reportedly.model import (
    ORDER,
    Changes,
    Claim,
    Document,
    Evidence,
    Position,
    Relation,
    Skipped,
)
from reportedly.model.plain import to_plain
from reportedly.views import matrix as matrices
from reportedly.views import timeline as times
from reportedly.views import unread
from reportedly.views.hypotheses import LIMIT
from reportedly.views.issues import turning
from reportedly.views.moved import Moved
from reportedly.views.pages import State
from reportedly.views.pages.asked import Part
from reportedly.views.pages.options import actor_names, outlet_names
from reportedly.views.rulings import touching
from reportedly.views.telling import Line

from . import exporting, mapping
from .writing import Plain, Writer

Filled = Mapping[str, Any]
Write = Callable[[State, Filled], Plain]

causes, what_if = mapping.causes, mapping.what_if
export = exporting.export
_NONE = {"all_claims": 0, "all_actors": 0}


def story(state: State, filled: Filled) -> Plain:
    """Counts, disputed claims, leading claims, what came last."""
    shelf, write = state.shelf, Writer(state.shelf)
    days = sorted(d.published for d in shelf.documents.values() if d.published)
    disputed = [c for c in shelf.claims if c.status in ("contested", "denied")]
    changes = filled["changes"]
    return {
        "documents": len(shelf.documents),
        "outlets": list(dict.fromkeys(d.outlet for d in shelf.documents.values())),
        "first": days[0] if days else None, "last": days[-1] if days else None,
        "claims": len(shelf.claims), "disputed": [write.told(c) for c in disputed],
        "leading": [write.claim(c) for c in filled["leading"]],
        "since": _counts(filled["last"], changes) if changes else None,
        "pending": [r.number for r in state.pending], "hidden": len(shelf.hidden),
        "skipped": [_skipped(s) for s in shelf.skipped],
        "unread": unread.of_all(shelf.case.documents),
    }  # fmt: skip


def claims(state: State, filled: Filled) -> Plain:
    """One page of claims."""
    write, part = Writer(state.shelf), filled["part"]
    return {
        "order": ORDER,
        "claims": [write.claim(c) for c in part.shown],
        "outlets": outlet_names(state.shelf),
        "actors": [{"id": id_, "name": name} for name, id_ in actor_names(state.shelf)],
    }


def claim(state: State, filled: Filled) -> Plain:
    """One claim and everything behind it."""
    shelf, write, one = state.shelf, Writer(state.shelf), filled["claim"]
    part = filled["statements"]
    links = [k for id_ in one.documents for k in shelf.links_of.get(id_, ())]
    return {
        "claim": write.claim(one),
        "statements": [write.statement(s) for s in part.shown],
        "attributions": write.voices(part.shown),
        "documents": [write.document(shelf.documents[id_]) for id_ in one.documents],
        "origins": [to_plain(o) for o in shelf.origins.get(one.id, ())],
        "links": [write.link(k) for k in links],
        "conflicts": [write.conflict(c) for c in filled["conflicts"]],
    }


def beside(state: State, filled: Filled) -> Plain:
    """Two statements and what is between them."""
    write, sides = Writer(state.shelf), filled["sides"]
    return {
        "statements": [write.statement(s) for s in sides],
        "attributions": write.voices(sides),
        "differs": [to_plain(one) for one in filled["differs"]],
        "claims": [write.told(c) for c in dict.fromkeys(chain.from_iterable(filled["claims"]))],
        "drift": [write.drift(d) for d in filled["drifts"]],
    }


def matrix(state: State, filled: Filled) -> Plain:
    """Voices by claims."""
    write = Writer(state.shelf)
    table = matrices.matrix(state.shelf, filled["part"].shown)
    return {
        "claims": [write.told(c) for c in table.claims],
        "rows": [
            {
                "voice": row.voice, "kind": row.kind, "country": row.country,
                "cells": [[write.standing(p) for p in cell] for cell in row.cells],
            }
            for row in table.rows
        ],
        "more_rows": table.more_rows,
    }  # fmt: skip


def actors(state: State, filled: Filled) -> Plain:
    """One page of actors."""
    write, held = Writer(state.shelf), filled["held"]
    shown = filled["part"].shown
    return {"actors": [{**write.actor(a), "positions": len(held.get(a.id, ()))} for a in shown]}


def actor(state: State, filled: Filled) -> Plain:
    """One actor, its positions and relations."""
    write = Writer(state.shelf)
    return {
        "actor": write.actor(filled["actor"]),
        "positions": [_taken(write, *pair) for pair in filled["part"].shown],
        **_relations(write, filled["relations"]),
    }


def relations(state: State, filled: Filled) -> Plain:
    """One page of relations."""
    return _relations(Writer(state.shelf), filled["part"].shown)


def timeline(state: State, filled: Filled) -> Plain:
    """One page of claims by day."""
    shelf, write = state.shelf, Writer(state.shelf)
    told, shown = filled["told"], filled["part"].shown
    given = [shelf.statements[g.statement] for row in shown for g in row.times]
    return {
        "rule": filled["rule"],
        "rows": [_dated(write, row) for row in shown],
        "timeless": told.timeless, "dayless": told.dayless,
        "statements": [write.statement(s) for s in given],
        "attributions": write.voices(given),
    }  # fmt: skip


def questions(state: State, filled: Filled) -> Plain:
    """One page of open questions."""
    shelf, write, shown = state.shelf, Writer(state.shelf), filled["part"].shown
    asked = [shelf.questions_by_id[name] for one in shown for name in one.questions]
    named = {answer.claim for one in shown for answer in one.answers}
    return {
        "issues": [write.issue(one) for one in shown],
        "questions": [write.question(q) for q in asked],
        "attributions": write.voices(asked),
        "claims": [write.told(c) for c in shelf.case.gathering.claims if c.id in named],
        "forecasters": [to_plain(one) for one in shelf.case.forecasters],
    }


def conflicts(state: State, filled: Filled) -> Plain:
    """One page of conflicts, with the statements of both sides."""
    held, write, shown = state.shelf.statements, Writer(state.shelf), filled["part"].shown
    sides = {id_: held[id_] for c in shown for id_ in c.statements if id_ in held}
    return {
        "conflicts": [write.conflict(c) for c in shown],
        "statements": [write.statement(s) for s in sides.values()],
        "attributions": write.voices(sides.values()),
    }


def hypotheses(state: State, filled: Filled) -> Plain:
    """One page of matrices, with what stands in them."""
    shelf, write = state.shelf, Writer(state.shelf)
    shown = [matrix.analysis for matrix in filled["part"].shown]
    columns = dict.fromkeys(h for one in shown for h in one.hypotheses)
    rows = dict.fromkeys(i for one in shown for i in one.items)
    pairs = dict.fromkeys((i, h) for one in shown for i in one.items for h in one.hypotheses)
    return {
        "limit": LIMIT,
        "analyses": [write.analysis(one) for one in shown],
        "hypotheses": [write.hypothesis(shelf.hypotheses[id_]) for id_ in columns],
        "items": [write.item(shelf.items[id_]) for id_ in rows],
        "cells": [write.cell(shelf.cells[pair]) for pair in pairs],
    }


def origins(state: State, filled: Filled) -> Plain:
    """One page of voices, with the origins that each is."""
    del state
    return {
        "voices": [
            {
                "voice": voice, "kind": kind, "country": country or None,
                "origins": [to_plain(o) for o in group],
            }
            for (voice, kind, country), group in filled["part"].shown
        ]
    }  # fmt: skip


def documents(state: State, filled: Filled) -> Plain:
    """One page of reports."""
    write, counts = Writer(state.shelf), filled["counts"]
    return {
        "documents": [
            write.document(d) | {
                "routes": len(state.shelf.routes.get(d.id, ())),
                "attributions": counts.get(d.id, 0),
                "upstream": [write.link(k) for k in state.shelf.links_of.get(d.id, ())],
            }
            for d in filled["part"].shown
        ],
        "outlets": outlet_names(state.shelf),
    }  # fmt: skip


def document(state: State, filled: Filled) -> Plain:
    """One report whole."""
    shelf, write, one = state.shelf, Writer(state.shelf), filled["document"]
    reading = shelf.readings.get(one.id)
    return {
        "document": {**write.document(one), "text": one.text},
        "retrievals": [to_plain(r) for r in shelf.routes.get(one.id, ())],
        "attributions": [write.attribution(a) for a in reading.attributions] if reading else [],
        "statements": [write.statement(s) for s in filled["statements"]],
        "causes": [write.cause(c) for c in shelf.causes if c.document == one.id],
        "questions": [write.question(q) for q in shelf.questions if q.document == one.id],
        "conflicts": [
            write.conflict(c)
            for c in shelf.conflicts
            if one.id in (c.left.document, c.right.document)
        ],
        "skipped": [_skipped(s) for s in reading.skipped] if reading else [],
        "claims": [write.told(c) for c in filled["claims"]],
        "upstream": [write.link(k) for k in shelf.links_of.get(one.id, ())],
        "downstream": [write.link(k) for k in filled["downstream"]],
    }


def rulings(state: State, filled: Filled) -> Plain:
    """One page of the log, and what is pending."""
    write = Writer(state.shelf)
    return {
        "rulings": [write.ruling(r) for r in filled["part"].shown],
        "pending": [write.ruling(r) for r in state.pending],
    }


def ruling(state: State, filled: Filled) -> Plain:
    """One ruling and what it changed."""
    write = Writer(state.shelf)
    return {
        "ruling": write.ruling(filled["logged"] or filled["one"]),
        "about": filled.get("about", []),
        "beside": filled.get("beside", []),
        "changed": [_moved(write, m) for m in filled["part"].shown] if "part" in filled else [],
    }


def changes(state: State, filled: Filled) -> Plain:
    """Everything that came after a run."""
    write, found = Writer(state.shelf), filled["changes"]
    return {
        "run": filled["number"],
        "documents": [write.document(d) for d in found.documents],
        "claims": [write.told(c) for c in found.claims],
        "denials": [_taken(write, d.claim, d.position) for d in found.denials],
        "origins": [to_plain(o) for o in found.origins],
        "drift": [write.drift(d) for d in found.drifts],
        "moved": [write.move(m) for m in found.moved],
        "issues": [write.turn(t) for t in turning(state.shelf, found.turned)],
        "runs": [{"number": r.number, "recorded": r.recorded} for r in filled["part"].shown],
    }


def search(state: State, filled: Filled) -> Plain:
    """Claims, actors and one page of reports that hold every word."""
    write = Writer(state.shelf)
    if filled["part"] is None:
        return {name: [] for name in ("claims", "actors", "documents")} | _NONE
    return {
        "claims": [write.told(c) for c in filled["claims"]],
        "all_claims": filled["all_claims"],
        "actors": [{"id": a.id, "name": a.name} for a in filled["actors"]],
        "all_actors": filled["all_actors"],
        "documents": [_found(write, d, filled) for d in filled["part"].shown],
    }


def why(state: State, filled: Filled) -> Plain:
    """One record and everything behind it."""
    write, one = Writer(state.shelf), filled["record"]
    return {
        "kind": type(one).__name__.lower(),
        "record": write.record(one),
        "lines": [_line(line) for line in filled["part"].shown],
        "rulings": [write.ruling(r) for r in touching(state.shelf, one)],
    }


def paged(filled: Filled, path: str) -> Plain:
    """Which page of a list it is, and where the next one is."""
    part = next((one for one in filled.values() if isinstance(one, Part)), None)
    if part is None:
        return {"page": 1, "pages": 1, "total": 0, "next": None}
    return {
        "page": part.number, "pages": part.last, "total": part.total,
        "next": f"{path}{part.after}" if part.after else None,
    }  # fmt: skip


def versions(state: State, filled: Filled) -> Plain:
    """A version of a page and what it changed."""
    write, old, new = Writer(state.shelf), filled["former"], filled["document"]
    return {
        "document": write.document(new),
        "versions": [one.id for one in filled["versions"]],
        "former": old and old.id,
        "changes": [
            {
                "kind": one.kind, "old": to_plain(one.old), "new": to_plain(one.new),
                "taken": write.evidence(Evidence(old.id, one.before)),
                "put": write.evidence(Evidence(new.id, one.after)),
            }
            for one in filled["changed"]
        ],
        "more": filled["more"],
        "drift": [write.drift(d) for d in filled["drifts"]],
    }  # fmt: skip


def _moved(write: Writer, one: Moved) -> Plain:
    claim = one.claim
    known = claim is not None and claim.id in write.shelf.claims_by_id
    return {"lead": one.lead, "claim": write.told(claim) if claim and known else None,
            "said": one.said}  # fmt: skip


def _counts(run: int, found: Changes) -> Plain:
    return {
        "run": run, "documents": len(found.documents), "claims": len(found.claims),
        "denials": len(found.denials), "origins": len(found.origins), "drift": len(found.drifts),
        "moved": len(found.moved),
    }  # fmt: skip


def _taken(write: Writer, one: Claim, position: Position) -> Plain:
    return {"claim": write.told(one), "position": write.standing(position)}


def _relations(write: Writer, shown: Sequence[Relation]) -> Plain:
    return {
        "relations": [write.relation(r) for r in shown],
        "actors": write.named(id_ for r in shown for id_ in (r.source, r.target)),
    }


def _dated(write: Writer, row: times.Row) -> Plain:
    return {
        "claim": write.told(row.claim),
        "apart": row.apart,
        "times": [_given(write, given) for given in row.times],
    }


def _given(write: Writer, given: times.Given) -> Plain:
    first, last = (day and day.isoformat() for day in (given.first, given.last))
    return {
        "first": first, "last": last, "mark": given.mark, "statement": given.statement,
        "evidence": write.evidence(given.evidence),
        "voices": [write.standing(p) for p in given.voices],
        "more": given.more, "distance": given.distance,
    }  # fmt: skip


def _found(write: Writer, one: Document, filled: Filled) -> Plain:
    at = filled["place"](one, filled["wanted"])
    return write.document(one) | {
        "place": write.words(one.id, (at[0],)) if at else None,
        "marks": [[m.span.start, m.span.end] for m in at[1]] if at else [],
    }


def _skipped(one: Skipped) -> Plain:
    return {"source": one.source, "reason": one.reason, "spans": to_plain(one.spans)}


def _line(line: Line) -> Plain:
    return {"depth": line.depth, "label": line.label, "said": line.text}
