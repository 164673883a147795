"""A vault for Obsidian: a note for every claim, report and named voice, and an index.

Notes are linked by ``[[wiki links]]``; what is known of each is in its front matter (YAML), whose
strings are quoted as JSON quotes them. Words of reports are escaped, so that none becomes a link, a
tag, HTML or a command of a plugin. A voice that has no name has no note: it is known in its claim
alone.
"""

from collections.abc import Iterator

from reportedly.model import (
    Actor,
    Case,
    Claim,
    Document,
    Evidence,
    Link,
    Origin,
    Position,
    Stance,
    bare,
)
from reportedly.shelf import Shelf, stands_alone
from reportedly.visible import line

from .holdings import Copy
from .notes import Names, front, link, safe
from .packed import Member, packed
from .told import (
    LEGEND,
    SIDES,
    carrying,
    characters,
    day,
    graded,
    headline,
    judged,
    outlet,
    ranged,
    sure,
    where,
    words,
)
from .voices import Saying, sayings, standing, voice_id, voice_of

INDEX = "Index"
_MOST_FORMS = 20
_LINKED = {
    "copied": "Copied from", "quoted": "Quotes", "credited": "Credits", "revised": "Revises",
}  # fmt: skip


def markdown(case: Case, copy: Copy) -> Iterator[bytes]:
    """The vault as a ZIP archive; the kept copies are not asked for."""
    del copy
    yield from packed(_Vault(Shelf(case)).members())


class _Vault:
    """The notes of one case, each by its name."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        names = Names()
        self._reports = {
            d.id: names.new("Reports", f"{day(d.published)} {outlet(d)}", d.id)
            for d in shelf.case.documents
        }
        self._claims = {
            c.id: names.new("Claims", words(shelf.documents[c.text.document], c.text.spans), c.id)
            for c in shelf.claims
        }
        self._named = {one.id: one for one in standing(shelf) if one.named}
        self._voices = {id_: names.new("Voices", v.name, id_) for id_, v in self._named.items()}
        # Ids, since a claim is large and a ledger may have a hundred thousand.
        self._held: dict[str, dict[str, None]] = {id_: {} for id_ in self._named}
        for claim in shelf.claims:
            for position in claim.positions:
                id_ = voice_id(shelf, claim, position)
                if id_ in self._held:
                    self._held[id_][claim.id] = None
        self._of_report: dict[str, list[str]] = {}
        for claim in shelf.claims:
            for name in claim.documents:
                self._of_report.setdefault(name, []).append(claim.id)

    def members(self) -> Iterator[Member]:
        yield f"{INDEX}.md", (f"{text}\n".encode() for text in self._index())
        for claim in self._shelf.claims:
            yield _note(self._claims[claim.id], self._claim(claim))
        for document in self._shelf.case.documents:
            yield _note(self._reports[document.id], self._report(document))
        for id_ in self._held:
            yield _note(self._voices[id_], self._voice(id_))

    def _index(self) -> Iterator[str]:
        shelf = self._shelf
        yield front({"type": "index", "claims": len(self._claims), "reports": len(self._reports)})
        yield f"# What these reports say\n\n{safe(LEGEND)}"
        if shelf.left_out:
            yield f"\n{safe(shelf.left_out)}"
        for heading, alone in (("Claims", False), ("In one report, disputed by nobody", True)):
            held = [c.id for c in shelf.claims if stands_alone(c) == alone]
            yield f"\n## {heading} ({len(held)})\n"
            for claim in map(shelf.claims_by_id.__getitem__, held):
                reports = len(claim.documents)
                told = f"{claim.status}, {ranged(shelf, claim)}, {reports} report"
                yield f"- {link(self._claims[claim.id])} ({told}{'s'[: reports > 1]})"
        yield f"\n## Reports ({len(self._reports)})\n"
        for document in shelf.case.documents:
            yield f"- {link(self._reports[document.id])} {safe(headline(document))}"
        yield f"\n## Voices ({len(self._voices)})\n"
        for id_, name in self._voices.items():
            yield f"- {link(name)} ({self._named[id_].kind}, {len(self._held[id_])} claims)"

    def _claim(self, claim: Claim) -> Iterator[str]:
        shelf = self._shelf
        grade = shelf.grades.get(claim.id)
        letter, digit = judged(grade)
        range_ = shelf.ranges.get(claim.id)
        yield front({
            "id": claim.id, "type": "claim", "status": claim.status,
            "first_seen": claim.first_seen, "last_seen": claim.last_seen,
            "reports": len(claim.documents),
            "origins_at_least": range_.at_least if range_ else None,
            "origins_at_most": range_.at_most if range_ else None,
            "grade_source": letter, "grade_information": digit,
            "tags": ["claim", f"claim/{claim.status.replace(' ', '-')}"],
        })  # fmt: skip
        yield f"# {self._quoted(claim.text)}\n"
        yield f"> {safe(claim.status.capitalize())}, {ranged(shelf, claim)}."
        yield f"> Grade: {safe(graded(grade))}.\n"
        yield f"In the words of {self._at(claim.text)}.\n"
        for stance, heading in SIDES.items():
            held = [p for p in claim.positions if p.stance == stance]
            if held:
                yield f"\n## {heading}\n"
            for position in held:
                yield from self._position(claim, position)
        yield from self._origins(claim)
        yield from self._against(claim)

    def _position(self, claim: Claim, position: Position) -> Iterator[str]:
        voice = voice_of(self._shelf, claim, position)
        note = self._voices.get(voice.id)
        country = f", {position.country}" if position.country else ""
        shown = link(note, voice.name) if note else f"**{safe(voice.name)}**"
        told = list(sayings(self._shelf, position))
        passing = position.stance == "observing" and position.label is None
        reports = dict.fromkeys(link(self._reports[one.document.id]) for one in told)
        at = f": {', '.join(reports)}" if passing else ""
        yield f"- {shown} ({position.kind}{country}), {sure(position.factuality)}{at}"
        # Whose report only passes it on says nothing but what stands above.
        for one in () if passing else told:
            yield f"    - {self._said(one)}"

    def _said(self, one: Saying) -> str:
        by = carrying(one)
        whose = f" — *{safe(' '.join(by))}*" if by else ""
        return (
            f"“{safe(words(one.document, one.spans))}”{whose} "
            f"({link(self._reports[one.document.id])}, {characters(one.spans)})"
        )

    def _origins(self, claim: Claim) -> Iterator[str]:
        held = self._shelf.origins.get(claim.id, ())
        if held:
            yield "\n## Origins\n"
        for origin in held:
            first = origin.documents[0] if origin.documents else None
            at = f" ({link(self._reports[first])})" if first else ""
            counted = "counts in “at least”" if origin.shown else "counts in “at most” only"
            why = " ".join(safe(line(reason.text)) for reason in origin.reasons)
            name = voice_of(self._shelf, claim, origin).name
            yield f"- {safe(name)} ({origin.kind}){self._carried(origin)}: {counted}. {why}{at}"

    def _carried(self, origin: Origin) -> str:
        """The words that carry the name of a person."""
        told = sayings(self._shelf, origin) if origin.kind == "person" else ()
        by = next(filter(None, map(carrying, told)), None)
        return f" — *{safe(' '.join(by))}*" if by else ""

    def _against(self, claim: Claim) -> Iterator[str]:
        held = [c for c in self._shelf.conflicts if c.claim == claim.id]
        if held:
            yield "\n## Cannot both hold\n"
        for conflict in held:
            ends = (conflict.left, conflict.right)
            yield f"- {conflict.kind}: " + " / ".join(
                f"{self._quoted(end)} ({self._at(end)})" for end in ends
            )
        drifts = self._shelf.drifts.get(claim.id, ())
        if drifts:
            yield "\n## Lost or moved on the way\n"
        for drift in drifts:
            hop = " → ".join(
                f"{self._quoted(end)} ({self._at(end)})" for end in (drift.before, drift.after)
            )
            yield f"- {drift.kind}: {safe(line(drift.reason.text))} {hop}"

    def _report(self, document: Document) -> Iterator[str]:
        yield front({
            "id": document.id, "type": "report", "title": document.title,
            "outlet": document.outlet, "byline": document.byline,
            "published": document.published, "retrieved": document.retrieved,
            "url": document.url, "language": document.language, "sha256": document.sha256,
            "tags": ["report"],
        })  # fmt: skip
        yield f"# {safe(headline(document))}\n"
        yield f"{safe(where(document))}.\n"
        links = self._shelf.links_of.get(document.id, ())
        if links:
            yield "## Where it has things from\n"
        for one in links:
            yield self._upstream(one)
        claims = self._of_report.get(document.id, [])
        if claims:
            yield f"\n## Claims in it ({len(claims)})\n"
        for claim in claims:
            yield f"- {link(self._claims[claim])}"
            for told in self._shelf.claims_by_id[claim].statements:
                found = self._shelf.statements.get(told)
                if found and found.document == document.id and told not in self._shelf.hidden:
                    words_at = Evidence(document.id, found.spans)
                    yield f"    - {self._quoted(words_at)} ({characters(found.spans)})"
        yield from self._open(document)

    def _upstream(self, one: Link) -> str:
        to = link(self._reports[one.to]) if one.to in self._reports else safe(line(one.name or ""))
        shown = "; ".join(f"{self._quoted(e)} ({self._at(e)})" for e in one.evidence[:3])
        return f"- {_LINKED[one.kind]} {to}" + (f": {shown}" if shown else "")

    def _open(self, document: Document) -> Iterator[str]:
        asked = [q for q in self._shelf.questions if q.document == document.id]
        if asked:
            yield "\n## Leaves open\n"
        for question in asked:
            at = Evidence(document.id, question.spans)
            yield f"- {self._quoted(at)} ({characters(question.spans)})"

    def _voice(self, id_: str) -> Iterator[str]:
        voice = self._named[id_]
        yield front({
            "id": id_, "type": "voice", "name": voice.name, "kind": voice.kind,
            "country": voice.country, "tags": ["voice", voice.kind],
        })  # fmt: skip
        country = f", {voice.country}" if voice.country else ""
        yield f"# {safe(voice.name)}\n\n{voice.kind}{safe(country)}\n"
        yield from self._forms(self._shelf.actors.get(id_))
        for stance, heading in SIDES.items():
            above = [f"\n## {heading}\n"]
            for claim, position in self._positions(id_, stance):
                yield from above
                above = []
                yield f"- {link(self._claims[claim.id])}, {sure(position.factuality)}"
                for one in sayings(self._shelf, position):
                    yield f"    - {self._said(one)}"

    def _positions(self, id_: str, stance: Stance) -> Iterator[tuple[Claim, Position]]:
        for name in self._held[id_]:
            claim = self._shelf.claims_by_id[name]
            for one in claim.positions:
                if one.stance == stance and voice_id(self._shelf, claim, one) == id_:
                    yield claim, one

    def _forms(self, actor: Actor | None) -> Iterator[str]:
        """What else a voice is called in these reports, each form once."""
        met = {bare(actor.name)} if actor else set()
        found: list[str] = []
        for mention in actor.mentions if actor else ():
            form = bare(words(self._shelf.documents[mention.document], mention.spans))
            if form not in met and len(found) < _MOST_FORMS:
                found.append(f"- {self._quoted(mention)} ({self._at(mention)})")
            met.add(form)
        if found:
            yield "## Called here\n"
            yield from found

    def _quoted(self, evidence: Evidence) -> str:
        document = self._shelf.documents[evidence.document]
        return f"“{safe(words(document, evidence.spans))}”"

    def _at(self, evidence: Evidence) -> str:
        return f"{link(self._reports[evidence.document])}, {characters(evidence.spans)}"


def _note(name: str, lines: Iterator[str]) -> Member:
    return f"{name}.md", (f"{one}\n".encode() for one in lines)
