"""Brat's grammar as its documentation states it, and readings at random for it to hold."""

import re

from hypothesis import strategies as st

from build import document
from reportedly import model
from reportedly.model import (
    Attribution,
    Cause,
    Conflict,
    Evidence,
    Factor,
    Interval,
    Participant,
    Place,
    Quantity,
    Question,
    Reading,
    Source,
    Span,
    Statement,
)

LINES = {
    "T": re.compile(r"T\d+\t[A-Za-z]+ \d+ \d+(;\d+ \d+)*\t.+"),
    "E": re.compile(r"E\d+\t[A-Za-z]+:T\d+( [A-Za-z]+\d*:[TE]\d+)*"),
    "R": re.compile(r"R\d+\t[A-Za-z]+ Arg1:[TE]\d+ Arg2:[TE]\d+"),
    "A": re.compile(r"A\d+\t[A-Za-z]+ [TER]\d+( \S+)?"),
    "#": re.compile(r"#\d+\t[A-Za-z]+ [TER]\d+\t.+"),
}


def annotations(text, ann):
    """Every line by its id, checked against the text and against what it names.

    Lines end where any program may see an end; a trigger is of the type of its event.
    """
    found, types = {}, {}
    for line in ann.splitlines():
        assert LINES[line[0]].fullmatch(line), line
        id_, told, *tail = line.split("\t", 2)
        assert id_ not in found
        found[id_] = (told.split(), *tail)
        if id_[0] == "T":
            kind, at = told.split(" ", 1)
            pairs = [tuple(map(int, one.split())) for one in at.split(";")]
            assert pairs == sorted(pairs)
            assert all(start < end for start, end in pairs)
            assert " ".join(text[s:e] for s, e in pairs) == tail[0]
            types[id_] = kind
    for id_, (told, *_) in found.items():
        if id_[0] == "E":
            kind, trigger = told[0].split(":")
            assert types[trigger] == kind
        named = re.findall(r":([TER]\d+)", " ".join(told)) if id_[0] != "T" else []
        assert set(named + (told[1:2] if id_[0] in "A#" else [])) <= set(found)
    return found


WORDS = "ab é한🙂“”\t\n\r\u2028\u202e\x1c"
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
IDS = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)


def shows(text, span):
    return text[span.start : span.end].strip() != ""


@st.composite
def readings(draw):
    """A report and a reading that fits it, with everything that a record can hold."""
    text = draw(
        st.text(WORDS, min_size=6, max_size=50).filter(
            lambda t: document(t).sentences and t.strip()
        )
    )
    report = document(text)
    made = Draws(draw, report)
    attributions = made.many(made.attribution)
    held = [a.id for a in attributions]
    statements = made.many(lambda: made.statement(held))
    causes = made.many(lambda: made.cause(held))
    questions = made.many(lambda: made.question(held))
    conflicts = made.many(lambda: made.conflict(statements)) if len(statements) > 1 else ()
    return report, Reading(report.id, attributions, statements, causes, questions, conflicts)


class Draws:
    def __init__(self, draw, report):
        self.draw, self.report = draw, report
        self.ids = iter(draw(st.lists(IDS, min_size=20, max_size=20, unique=True)))
        spans = [
            Span(s, e) for s in range(len(report.text)) for e in range(s + 1, len(report.text) + 1)
        ]
        self.any = st.sampled_from([s for s in spans if shows(report.text, s)])
        self.above = []

    def many(self, make):
        return tuple(make() for _ in range(self.draw(st.integers(0, 3))))

    def one(self, values):
        return self.draw(st.sampled_from(values))

    def span(self):
        return self.draw(self.any)

    def spans(self):
        return tuple(self.parts(self.draw(st.lists(self.any, min_size=1, max_size=3))))

    def parts(self, found):
        at = 0
        for span in sorted(found):
            if span.start >= at:
                yield span
                at = span.end

    def maybe(self, make):
        return make() if self.draw(st.booleans()) else None

    def reasons(self):
        shown = lambda: (Evidence(self.report.id, self.spans()),)  # noqa: E731
        return self.many(lambda: Factor(
            self.draw(NAMES), self.draw(st.floats(-9, 9)), self.draw(NAMES),
            self.maybe(shown) or (),
        ))  # fmt: skip

    def attribution(self):
        source = self.maybe(lambda: Source(
            self.maybe(self.spans) or (), self.one(model.SourceKind.__args__),
            self.maybe(self.name), self.maybe(lambda: "KR"), self.draw(st.booleans()),
            self.maybe(self.spans) or (), self.maybe(self.spans) or (),
        ))  # fmt: skip
        within = self.one([None, *self.above])
        id_ = next(self.ids)
        self.above.append(id_)
        cue, content = self.spans(), self.spans()
        return Attribution(
            id_, self.report.id, self.one(self.report.sentences), source, cue, content,
            self.one(model.Act.__args__), self.one(model.Stance.__args__),
            self.one(model.Factuality.__args__), self.one(model.Mode.__args__), within,
            self.draw(st.booleans()), self.one(model.Scope.__args__),
            self.one([None, *model.DenialKind.__args__]), self.reasons(),
        )  # fmt: skip

    def statement(self, held):
        actors = self.many(lambda: Participant(
            self.one(model.Role.__args__), self.span(), self.name(), self.maybe(lambda: "KR"),
        ))  # fmt: skip
        days = st.sampled_from([None, "2031-03-03"])
        numbers = st.none() | st.floats(0, 1e9)
        sure = self.one(model.Factuality.__args__)
        side = {"+": "for", "-": "against"}.get(sure[-1], "observing")
        return Statement(
            next(self.ids), self.report.id, self.one([None, *held]),
            self.one(self.report.sentences), self.spans(), self.span(), self.name(),
            self.one([None, "AID", "ASSAULT"]), actors,
            self.maybe(lambda: Place(self.span(), self.name())),
            self.maybe(lambda: Interval(self.span(), self.draw(days), self.draw(days))),
            self.maybe(lambda: Quantity(self.span(), *(self.draw(numbers) for _ in "123"), "man")),
            self.one("+-"), self.one(model.Reality.__args__), self.one([side, "silent"]), sure,
            self.one(model.Factuality.__args__), self.reasons(),
        )  # fmt: skip

    def cause(self, held):
        return Cause(
            next(self.ids), self.report.id, self.spans(), self.spans(),
            self.maybe(self.spans) or (), self.one([None, *held]),
            self.one(model.Influence.__args__),
            self.one(model.Factuality.__args__),
        )  # fmt: skip

    def question(self, held):
        voice = self.one([None, *held])
        return Question(next(self.ids), self.report.id, self.spans(), self.spans(), voice)

    def conflict(self, statements):
        ends = tuple(s.id for s in self.draw(st.permutations(statements))[:2])
        left, right = (Evidence(self.report.id, self.spans()) for _ in "12")
        kind = self.one(model.ConflictKind.__args__)
        return Conflict(next(self.ids), kind, ends, left, right, None, self.reasons())

    def name(self):
        return self.draw(NAMES)
