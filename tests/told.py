"""Cases made by hand, two of which differ in one thing: for tests of what is new."""

from newsroom import report
from reportedly.model import (
    Case,
    Claim,
    Evidence,
    Gathering,
    Grade,
    Lineage,
    Origin,
    OriginRange,
    Position,
    identify,
)


class Desk:
    """A case made by hand: who says what in which claim, in one report a statement."""

    def __init__(self):
        self.reports, self.claims, self.origins = {}, {}, []
        self.ranges, self.grades = {}, {}

    def said(self, key, claim, voice, stance="for", factuality=None):
        """``key`` is the statement's own name, and orders it in its claim."""
        made = report(f"{voice} spoke of {key} here.", "Post", None)
        sure = factuality or {"for": "CT+", "against": "CT-"}.get(stance, "Uu")
        made.said(voice, "spoke", key, "event", stance, factuality=sure)
        self.reports[key] = made
        self.claims.setdefault(claim, []).append((key, voice))
        return self

    def origin(self, claim, voice, *keys):
        self.origins.append((claim, voice, keys))
        return self

    def statement(self, key):
        return self.reports[key].statements[0]

    @property
    def case(self):
        claims = tuple(self._claim(name, sorted(held)) for name, held in self.claims.items())
        ids = dict(zip(self.claims, (claim.id for claim in claims), strict=True))
        reports = [self.reports[key] for key in sorted(self.reports)]
        return Case(
            tuple(one.document for one in reports), tuple(one.reading for one in reports),
            Gathering(claims),
            Lineage(
                origins=tuple(self._origin(ids[name], *of) for name, *of in self.origins),
                ranges=tuple(OriginRange(ids[name], *of, ()) for name, of in self.ranges.items()),
            ),
            tuple(Grade(ids[name], *of, "", ()) for name, of in self.grades.items()),
        )  # fmt: skip

    def _claim(self, name, held):
        by_voice = {}
        for key, voice in held:
            by_voice.setdefault((voice, self.statement(key).stance), []).append(self.statement(key))
        stances = {stance for _, stance in by_voice}
        status = "uncontested" if stances == {"for"} else "denied"
        told = [self.statement(key) for key, _ in held]
        return Claim(
            identify("claim", told[0].id), Evidence(told[0].document, told[0].spans),
            "contested" if len(stances) > 1 else status, tuple(s.id for s in told),
            tuple(_position(voice, said) for (voice, _), said in by_voice.items()),
            tuple(s.document for s in told), None, None,
        )  # fmt: skip

    def _origin(self, claim, voice, keys):
        said = [self.statement(key) for key in keys]
        return Origin(identify("origin", claim, voice), claim, voice, "person", None, True, True,
                      tuple(s.id for s in said), tuple(s.document for s in said))  # fmt: skip


def _position(voice, said):
    first = said[0]
    label = Evidence(first.document, first.spans)
    order = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")
    return Position(
        voice, "person", None, None, first.stance,
        min((s.factuality for s in said), key=order.index),
        tuple(s.id for s in said), tuple(s.document for s in said), label,
    )  # fmt: skip


def base():
    return Desk().said("k", "one", "Ana", factuality="PS+").said("x", "two", "Ivo")
