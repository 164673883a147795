"""Reports that ask, for tests of what is gathered from their questions."""

from dataclasses import replace

from build import spans
from newsroom import Report, report
from reportedly import grades, origins
from reportedly.claims import gather
from reportedly.model import Case, Question, Reading, decisions, identify, log


class Asking(Report):
    """A report that leaves things open, too."""

    @property
    def reading(self) -> Reading:
        made = super().reading
        return Reading(
            made.document, made.attributions, made.statements, questions=tuple(self.asked)
        )

    def asks(self, words, cue, event=None, **fields):
        """A question in ``words``; where ``event`` is given, the statement inside it as well."""
        text = self.document.text
        at, by = spans(text, words), spans(text, cue)
        self.asked.append(
            Question(
                identify("question", self.document.id, *at, *by), self.document.id, at, by, None
            )
        )
        if event:
            self.own(words, event, "Uu", mode="hypothetical", stance="observing", **fields)


def asking(text, publisher="The Vesk Courier", published="2031-05-01") -> Asking:
    made = report(text, publisher, published)
    found = Asking(made.document)
    found.asked = []
    return found


def compared(*reports) -> Case:
    """The reports compared, before anybody rules."""
    held = sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id))
    documents = tuple(r.document for r in held)
    readings = tuple(r.reading for r in held)
    gathering = gather(documents, readings)
    return Case(documents, readings, gathering, origins.trace(documents, readings, gathering))


def ruled(made: Case, rulings) -> Case:
    """The case with rulings on its issues."""
    decided = decisions(rulings, made.readings)
    courses, people = grades.follow(
        made.documents, made.readings, made.gathering, made.lineage, decided
    )
    found = replace(made, courses=courses, forecasters=people)
    return replace(found, rulings=log(rulings, found))
