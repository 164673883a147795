"""Where everything comes from, as things and ties of PROV.

Reports, kept copies, statements, origins, claims and grades are entities; reading a report and a
person's ruling are activities; voices, people who rule and the program are agents.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from string import hexdigits

from reportedly import __version__
from reportedly.model import (
    Case,
    Claim,
    Document,
    Evidence,
    Grade,
    Link,
    LinkKind,
    Logged,
    Origin,
    Reading,
    Retrieval,
    SourceKind,
    Statement,
    Target,
    bare,
    cut,
    identify,
)
from reportedly.shelf import Shelf

from .graded import gradings
from .moments import timed
from .provenance import Thing, Tie, TieKind, person, told
from .voices import Voice, voice_of, voices

PROGRAM = "program:reportedly"
_HASH = 64
ABOUT = (
    "Who says what, on whose word, as found by the program; it does not say what is true. An origin"
    " is the earliest voice here, not shown to be the first. A denial is a statement of its own,"
    " attributed with the stance against, and never leads to an origin. A letter F and a digit 6"
    " (cannot be judged) are absent. Hedges, stance and spans are terms of reportedly, not of PROV."
)
"""What a reader of the file should know."""

_LINKS: Mapping[LinkKind, TieKind] = {
    "copied": "wasDerivedFrom", "quoted": "wasQuotedFrom", "credited": "hadPrimarySource",
    "revised": "wasRevisionOf",
}  # fmt: skip
_AGENTS: Mapping[SourceKind, str] = {
    "person": "prov:Person",
    **dict.fromkeys(
        ("government", "intelligence", "military", "media", "organisation"), "prov:Organization"
    ),
}
"""PROV knows people, organisations and programs; any other voice is an agent and no more."""


def things(case: Case) -> Iterator[Thing]:
    """Everything in the order of the case; what a ruling hides is left out."""
    about = told(("prov:label", f"reportedly {__version__}"), ("reportedly:note", ABOUT))
    yield Thing("agent", PROGRAM, ("prov:SoftwareAgent",), about)
    teller = _Teller(Shelf(case))
    for voice in voices(teller.shelf).values():
        yield _agent(voice)
    yield from teller.reports()
    for claim in teller.shelf.claims:
        yield from teller.claim(claim)
    yield from teller.rulings()


class _Teller:
    """Tells of one case, and knows beforehand what is tied to a statement, a link, a claim."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.origins: dict[str, list[str]] = defaultdict(list)
        self.spoken: dict[str, list[Tie]] = defaultdict(list)
        self.drifts: dict[str, list[str]] = defaultdict(list)
        for claim in shelf.claims:
            self._tie(claim)
        self.graded = {claim.id: ruling.number for ruling, claim in gradings(shelf)}

    def _tie(self, claim: Claim) -> None:
        for origin in self.shelf.origins.get(claim.id, ()):
            for name in origin.statements:
                self.origins[name].append(origin.id)
        for one in claim.positions:
            stands = told(
                ("reportedly:stance", one.stance), ("reportedly:factuality", one.factuality)
            )
            tie = Tie("wasAttributedTo", _named(voice_of(self.shelf, claim, one)), stands)
            for name in one.statements:
                self.spoken[name].append(tie)
        for drift in self.shelf.drifts.get(claim.id, ()):
            self.drifts[drift.link].append(drift.kind)

    def reports(self) -> Iterator[Thing]:
        """Every report with its copies, its upstreams from outside, and what was read in it."""
        met: set[str] = set()
        for document in self.shelf.documents.values():
            around = (*self._copies(document), *self._upstreams(document))
            yield from (one for one in around if one.id not in met)
            met.update(one.id for one in around)
            yield self._report(document)
            if document.id in self.shelf.readings:
                yield from self._read(self.shelf.readings[document.id])

    def claim(self, one: Claim) -> Iterator[Thing]:
        """Its origins, the claim as a collection of its statements, and its grade."""
        for origin in self.shelf.origins.get(one.id, ()):
            yield self._origin(one, origin)
        range_ = self.shelf.ranges.get(one.id)
        yield Thing(
            "entity", f"claim:{one.id}", ("prov:Collection", "reportedly:Claim"),
            told(
                ("prov:label", self.shelf.claim_numbers[one.id]),
                ("prov:value", self._words(one.text)),
                ("reportedly:status", one.status),
                ("reportedly:earliestHere", one.first_seen),
                ("reportedly:latestHere", one.last_seen),
                ("reportedly:originsAtLeast", range_.at_least if range_ else None),
                ("reportedly:originsAtMost", range_.at_most if range_ else None),
            ),
            tuple(Tie("hadMember", f"statement:{name}") for name in one.statements),
        )  # fmt: skip
        grade = self.shelf.grades.get(one.id)
        if grade and grade.code != "F6":
            yield self._grade(one, grade)

    def rulings(self) -> Iterator[Thing]:
        """What people decided, and who they are."""
        met: set[str] = set()
        for logged in self.shelf.rulings:
            name = person(logged.ruling.by)
            if name not in met:
                named = told(("prov:label", logged.ruling.by))
                yield Thing("agent", name, ("prov:Person",), named)
            met.add(name)
            yield self._ruling(logged, name)

    def _copies(self, document: Document) -> tuple[Thing, ...]:
        return tuple(
            Thing(
                "entity", _copied(one), ("reportedly:KeptCopy",),
                told(("reportedly:sha256", one.sha256), ("reportedly:url", one.url),
                     ("reportedly:retrieved", one.retrieved)),
            )
            for one in self._routes(document)
        )  # fmt: skip

    def _routes(self, document: Document) -> tuple[Retrieval, ...]:
        # A ledger of before there were routes has none.
        return self.shelf.routes.get(document.id) or (Retrieval.of(document),)

    def _upstreams(self, document: Document) -> tuple[Thing, ...]:
        return tuple(
            Thing(
                "entity", _upstream(link), ("reportedly:Outside",), told(("prov:label", link.name))
            )
            for link in self.shelf.links_of.get(document.id, ())
            if link.to is None
        )

    def _report(self, one: Document) -> Thing:
        copies = dict.fromkeys(_copied(route) for route in self._routes(one))
        links = (self._link(link) for link in self.shelf.links_of.get(one.id, ()))
        return Thing(
            "entity", f"report:{one.id}", ("reportedly:Report",),
            told(
                ("prov:label", f"{self.shelf.numbers[one.id]} {one.title or one.outlet}"),
                ("reportedly:publisher", one.publisher), ("reportedly:published", one.published),
                ("reportedly:url", one.url), ("reportedly:sha256", one.sha256),
            ),
            (*(Tie("wasDerivedFrom", copy) for copy in copies), *links),
            timed(one.published),
        )  # fmt: skip

    def _link(self, one: Link) -> Tie:
        values = told(
            ("reportedly:link", one.kind),
            *(("reportedly:words", self._words(shown)) for shown in one.evidence),
            *(("reportedly:reason", reason.text) for reason in one.reasons),
            *(("reportedly:drift", kind) for kind in self.drifts.get(one.id, ())),
        )
        upstream = f"report:{one.to}" if one.to else _upstream(one)
        return Tie(_LINKS[one.kind], upstream, values, f"link:{one.id}")

    def _read(self, reading: Reading) -> Iterator[Thing]:
        ties = Tie("used", f"report:{reading.document}"), Tie("wasAssociatedWith", PROGRAM)
        activity = f"reading:{reading.document}"
        yield Thing("activity", activity, ("reportedly:Reading",), (), ties)
        for one in reading.statements:
            if self.shelf.claim_of.get(one.id) not in self.shelf.hidden:
                yield self._statement(one, activity)

    def _statement(self, one: Statement, activity: str) -> Thing:
        return Thing(
            "entity", f"statement:{one.id}", ("reportedly:Statement",),
            told(
                ("prov:value", self._words(Evidence(one.document, one.spans))),
                ("reportedly:spans", ",".join(f"{s.start}-{s.end}" for s in one.spans)),
                ("reportedly:attribution", one.attribution),
                ("reportedly:stance", one.stance), ("reportedly:factuality", one.factuality),
                ("reportedly:authorFactuality", one.author_factuality),
            ),
            (
                Tie("wasQuotedFrom", f"report:{one.document}"),
                Tie("wasGeneratedBy", activity),
                *self.spoken.get(one.id, ()),
                *(Tie("hadPrimarySource", f"origin:{name}")
                  for name in self.origins.get(one.id, ())),
            ),
        )  # fmt: skip

    def _origin(self, claim: Claim, one: Origin) -> Thing:
        voice = voice_of(self.shelf, claim, one)
        return Thing(
            "entity", f"origin:{one.id}", ("reportedly:Origin",),
            told(
                ("prov:label", voice.name), ("reportedly:shown", one.shown),
                *(("reportedly:reason", reason.text) for reason in one.reasons),
            ),
            (Tie("wasAttributedTo", _named(voice)),),
        )  # fmt: skip

    def _grade(self, claim: Claim, one: Grade) -> Thing:
        ruling = self.graded.get(claim.id)
        made = Tie("wasGeneratedBy", f"ruling:{ruling}") if ruling else None
        return Thing(
            "entity", f"grade:{claim.id}",
            ("reportedly:Grade" if ruling else "reportedly:SuggestedGrade",),
            told(
                ("reportedly:letter", one.letter.replace("F", "")),
                ("reportedly:digit", one.digit.replace("6", "")),
                ("reportedly:suggested", one.suggested), ("reportedly:summary", one.summary),
                *(("reportedly:reason", factor.text) for factor in one.factors),
            ),
            (Tie("wasDerivedFrom", f"claim:{claim.id}"), made or Tie("wasAttributedTo", PROGRAM)),
        )  # fmt: skip

    def _ruling(self, logged: Logged, by: str) -> Thing:
        one = logged.ruling
        about = tuple(zip(one.targets, logged.rests, strict=True))
        used = dict.fromkeys(filter(None, (self._found(*pair) for pair in about)))
        after = () if one.undoes is None else (Tie("wasInformedBy", f"ruling:{one.undoes}"),)
        return Thing(
            "activity", f"ruling:{one.number}", ("reportedly:Ruling",),
            told(
                ("reportedly:ruling", one.kind), ("reportedly:state", logged.state),
                ("reportedly:value", one.value), ("reportedly:why", one.why),
                *(("reportedly:about", f"{t.kind} {t.id}") for t, _ in about),
            ),
            (Tie("wasAssociatedWith", by), *(Tie("used", name) for name in used), *after),
            timed(one.recorded),
        )  # fmt: skip

    def _found(self, target: Target, rest: str | None) -> str | None:
        """The entity here that a ruling is about; what is hidden, or gone, is none."""
        if target.kind == "document" and target.id in self.shelf.documents:
            return f"report:{target.id}"
        if target.kind == "link" and target.document in self.shelf.documents:
            return f"report:{target.document}"
        claim = self.shelf.claim_of.get(rest or "")
        if claim is None or claim in self.shelf.hidden:
            return None
        return f"claim:{claim}" if target.kind == "claim" else f"statement:{rest}"

    def _words(self, shown: Evidence) -> str:
        return cut(self.shelf.documents[shown.document].text, shown.spans)


def _agent(voice: Voice) -> Thing:
    types = _AGENTS.get(voice.kind)
    return Thing(
        "agent", _named(voice), (types,) if types else (),
        told(
            ("prov:label", voice.name), ("reportedly:voice", voice.kind),
            ("reportedly:country", voice.country), ("reportedly:attribution", voice.carrier),
        ),
    )  # fmt: skip


def _named(voice: Voice) -> str:
    return f"voice:{voice.id}"


def _copied(route: Retrieval) -> str:
    """The name of a kept copy, whatever somebody wrote in the place of its hash."""
    sound = len(route.sha256) == _HASH and not route.sha256.strip(hexdigits)
    return f"copy:{route.sha256 if sound else identify('copy', route.sha256)}"


def _upstream(link: Link) -> str:
    return f"outside:{identify('outside', bare(link.name or ''))}"
