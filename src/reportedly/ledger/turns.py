"""Questions that came, and those that stand otherwise: ruled on, or with another proposal."""

from collections.abc import Iterator

from reportedly.model import Case, Course, Issue, Proposal, Shift

from .continued import Continued


def turns(before: Case, after: Case, went: Continued) -> Iterator[Shift]:
    """In the order of the issues. One is new where none of its questions was there before.

    One that was, is told where its state is another, and else where a state is proposed that was
    not: by another claim, or for another answer.
    """
    home = {name: one for one in before.gathering.issues for name in one.questions}
    then = {course.issue: course for course in before.courses}
    now = {course.issue: course for course in after.courses}
    for issue in after.gathering.issues:
        course = now.get(issue.id, Course(issue.id, "open"))
        old = [home[name] for name in issue.questions if name in home]
        if not old:
            yield Shift("opened", issue, course)
            continue
        was = then.get(old[0].id, Course(old[0].id, "open"))
        yield from _turned(issue, was, course, went)


def _turned(issue: Issue, was: Course, course: Course, went: Continued) -> Iterator[Shift]:
    if was.state != course.state:
        yield Shift(course.state, issue, course, was.state)
        return
    fresh = [one for one in course.proposals if not any(_same(one, p, went) for p in was.proposals)]
    for proposal in fresh:
        yield Shift("proposed", issue, course, was.state, proposal)


def _same(one: Proposal, earlier: Proposal, went: Continued) -> bool:
    """Whether two proposals, the second one earlier, are of one state and answer by one claim."""
    claims = {one.claim, *(claim.id for claim in went.shared.get(one.claim, ()))}
    alike = (one.state, one.answer) == (earlier.state, earlier.answer)
    return alike and earlier.claim in claims
