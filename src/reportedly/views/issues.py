"""Issues as they are told everywhere: their state, what stands behind each answer, forecasts."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from reportedly.model import (
    Backing,
    Brier,
    Case,
    Course,
    Forecast,
    Forecaster,
    Issue,
    Proposal,
    Shift,
    Step,
)
from reportedly.shelf import Shelf
from reportedly.visible import plain

from .dates import stretch
from .printed import called, many, put, quote, report, title, words
from .stated import left_out
from .words import ASKED, STATE

LIMITS = (
    "Questions are those that reports ask in words; those of several reports are gathered where "
    "they ask one thing. A claim is set beside one only where it comes near enough, so an answer "
    "that is there may not be found. A state is what people ruled; what reports speak for is only "
    "proposed."
)
"""What a reader must know of a list of issues, before the list."""
SCORING = (
    "A score is the sum over all answers of the squared difference between the probability given "
    "and what came (Brier 1950): 0 is sure and right, 2 sure and wrong, and half and half on yes "
    "or no gives 0.5. The mean of a few forecasts shows nothing about a person, and nobody is "
    "weighed by it."
)
"""What a score is, and what it is not."""
WORDED = 6
"""Questions of one issue that are quoted."""


def questions(case: Case, console: Console) -> None:
    """What reports leave open, gathered; what bears on it, what people ruled, who expects what."""
    shelf = Shelf(case)
    put(console, Text(LIMITS, style="dim") if shelf.issues else "No report names an open question.")
    for issue in shelf.issues:
        _head(shelf, issue, console)
        _worded(shelf, issue, console)
        for told in lines(shelf, issue):
            put(console, told, 3, 2)
    if case.forecasters:
        title(console, "Forecasts", len(case.forecasters))
        put(console, Text(SCORING, style="dim"))
        for one in case.forecasters:
            put(console, f"{plain(one.name)}: {record(one)}", 2, 2)
    left_out(shelf, console)


def _head(shelf: Shelf, issue: Issue, console: Console) -> None:
    number = (f"{shelf.issue_numbers[issue.id]} ", "bold")
    put(console, Text.assemble(number, quote(shelf, issue.text)), 0, 3)
    put(console, Text(f"{about(shelf, issue)}, id {issue.id}", style="dim"), 3)


def about(shelf: Shelf, issue: Issue) -> str:
    """``open, asks who, 2 reports, 3 to 5 March 2031``."""
    return f"{STATE[course(shelf, issue).state]}, {facts(issue)}"


def facts(issue: Issue) -> str:
    """``asks who, 2 reports, 3 to 5 March 2031``."""
    told = [ASKED[issue.asked], many(len(issue.documents), "report")]
    seen = issue.first_seen, issue.last_seen
    return ", ".join((*told, *([stretch(*seen)] if all(seen) else [])))


def course(shelf: Shelf, issue: Issue) -> Course:
    """What became of the issue; that it is open where nothing did."""
    return shelf.courses.get(issue.id) or Course(issue.id, "open")


def _worded(shelf: Shelf, issue: Issue, console: Console) -> None:
    """What each report says, in its own words, and the words by which it leaves it open."""
    held = [shelf.questions_by_id[name] for name in issue.questions]
    for question in held[:WORDED]:
        line = Text(f"{report(shelf, question.document)}: ", style="dim")
        line.append_text(words(shelf, question.document, question.spans))
        if question.cue:
            line.append(" by the words ", style="dim")
            line.append_text(words(shelf, question.document, question.cue))
        put(console, line, 3, 2)
    if len(held) > WORDED:
        put(console, Text(f"and {len(held) - WORDED} more", style="dim"), 3)


def lines(shelf: Shelf, issue: Issue) -> Iterator[Text]:
    """Answers, rulings, proposals, forecasts and scores, a line each."""
    found = course(shelf, issue)
    for backing in found.backings:
        line = Text(f"{shelf.claim_numbers[backing.claim]} ", style="bold")
        line.append_text(quote(shelf, shelf.claims_by_id[backing.claim].text))
        yield line.append(f" {stands(backing)}", style="dim")
    for step in found.steps:
        yield Text(stepped(shelf, step))
    for proposal in found.proposals:
        yield Text(proposed(shelf, proposal), style="italic")
    for forecast in found.forecasts:
        yield Text(expects(shelf, forecast))
    for score in found.scores:
        yield Text(scored(score))


def stands(backing: Backing) -> str:
    """``between 1 and 2 origins, 1 of them apart from who asks; against it 2 voices: …``."""
    least, most = backing.at_least, backing.at_most
    count = many(least, "origin") if least == most else f"between {least} and {most} origins"
    told = count if most else "no origin"
    if backing.origins:
        told += f", {len(backing.apart)} shown apart from the reports that ask"
    names = [called(voice.voice) for voice in backing.against]
    if not names:
        return f"{told}; nobody against it"
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"{told}; against it {many(len(names), 'voice')}: {'; '.join(names[:5])}{more}"


_STEPS = {"narrow": "narrowed", "settle": "settled", "reopen": "reopened"}


def stepped(shelf: Shelf, step: Step) -> str:
    """``settled by Ana K., ruling 3: yes, C1. Both sides say so.``."""
    answer = ", ".join(filter(None, (plain(step.answer), _claim(shelf, step.statement))))
    told = f"{_STEPS[step.kind]} by {plain(step.by)}, ruling {step.number}"
    told += f": {answer}" if answer else ""
    return f"{told}. {plain(step.why)}".rstrip() if step.why else told


def proposed(shelf: Shelf, proposal: Proposal) -> str:
    """``proposed, not ruled: narrowed by C1 (yes). 2 origins …``."""
    by = f" by {shelf.claim_numbers[proposal.claim]}"
    by += f" ({proposal.answer})" if proposal.answer else ""
    return f"proposed, not ruled: {STATE[proposal.state]}{by}. {plain(proposal.reason.text)}"


def turned(shelf: Shelf, turn: Shift) -> str:
    """``asked for the first time``, ``settled by Ana K., ruling 3: yes``, ``proposed, not …``."""
    if turn.proposal:
        return proposed(shelf, turn.proposal)
    if turn.kind == "opened":
        return f"asked for the first time, {about(shelf, turn.issue)}"
    steps = turn.course.steps
    return stepped(shelf, steps[-1]) if steps else "open again, no ruling on it is in force"


def turning(shelf: Shelf, turned_: Iterable[Shift]) -> list[Shift]:
    """Those of issues that no ruling hides."""
    shown = {issue.id for issue in shelf.issues}
    return [turn for turn in turned_ if turn.issue.id in shown]


def turns(shelf: Shelf, told: Sequence[Shift], console: Console) -> None:
    """What became of questions, a line each."""
    for turn in told:
        number = (f"{shelf.issue_numbers[turn.issue.id]} ", "bold")
        put(console, Text.assemble(number, quote(shelf, turn.issue.text)), 2, 3)
        put(console, Text(turned(shelf, turn), style="dim"), 5, 2)


def expects(shelf: Shelf, one: Forecast) -> str:
    """``forecast by Ana K., ruling 5: yes 0.3``."""
    answer = _claim(shelf, one.statement) or plain(one.answer)
    likely = one.probability
    if one.key == "yes":
        answer = "yes"
    rest = "" if one.counts else ", not the one that counts"
    return f"forecast by {plain(one.by)}, ruling {one.number}: {answer} {likely:g}{rest}"


def scored(score: Brier) -> str:
    """``scored: Ana K. 0.98``."""
    return f"scored: {plain(score.by)} {score.brier:.3g}"


def record(one: Forecaster) -> str:
    """``3 forecasts, 2 issues scored, mean score 0.41``."""
    told = many(one.forecasts, "forecast")
    if one.mean is None:
        return f"{told}, nothing scored yet"
    return f"{told}, {many(one.scored, 'issue')} scored, mean score {one.mean:.3g}"


def _claim(shelf: Shelf, statement: str | None) -> str:
    """The number of the claim that holds a statement; empty where there is none."""
    return shelf.claim_numbers.get(shelf.claim_of.get(statement or "", ""), "")
