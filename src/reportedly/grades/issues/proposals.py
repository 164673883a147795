"""What reports speak for: that an issue is narrower, or open again. Nobody has to agree."""

from collections.abc import Iterator, Sequence

from reportedly.model import Backing, Contrary, Course, Factor, Issue, IssueState, Origin, Proposal

from .backing import Ground


def proposals(issue: Issue, course: Course, ground: Ground) -> Iterator[Proposal]:
    """The proposals beside the state of ``course``, answer by answer.

    An issue that is open may be narrower where an answer has a shown origin apart from the reports
    that ask or, of yes and no, where a voice apart from them denies it. One that a person narrowed
    or settled may be open again where a voice speaks against that answer. Where a person ruled,
    only voices count that did not speak then.
    """
    seen = frozenset(course.steps[-1].seen) if course.steps else frozenset()
    for backing in course.backings:
        behind = [o for o in ground.origins.get(backing.claim, ()) if o.id in backing.apart]
        behind = [o for o in behind if seen.isdisjoint(o.documents)]
        against = [v for v in backing.against if seen.isdisjoint(v.documents)]
        if course.state in {"open", "reopened"}:
            yield from _narrowed(issue, backing, behind, against, ground)
        elif _rests_on(course, backing, issue):
            contrary = behind if course.answer == "no" else against
            if contrary:
                text = "The ruling's answer has voices against it that it had not when it was made"
                yield _proposal("reopened", backing, "", text, contrary, ground)


def _narrowed(
    issue: Issue,
    backing: Backing,
    behind: Sequence[Origin],
    against: Sequence[Contrary],
    ground: Ground,
) -> Iterator[Proposal]:
    """Yes, or the claim itself, by its origins; no by the voices that deny it."""
    asks = issue.asked == "whether"
    if behind:
        text = f"{many(len(behind), 'shown origin')} apart from the reports that ask"
        yield _proposal("narrowed", backing, "yes" if asks else "", text, behind, ground)
    apart = [voice for voice in against if set(voice.documents).isdisjoint(issue.documents)]
    if asks and apart:
        text = f"denied by {many(len(apart), 'voice')} apart from the reports that ask"
        yield _proposal("narrowed", backing, "no", text, apart, ground)


def _rests_on(course: Course, backing: Backing, issue: Issue) -> bool:
    """Whether what a person ruled stands or falls with this claim."""
    if course.rests is not None:
        return course.rests == backing.claim
    answering = {answer.claim for answer in issue.answers}
    return course.answer in {"yes", "no"} and backing.claim in answering


def _proposal(
    state: IssueState,
    backing: Backing,
    answer: str,
    text: str,
    voices: Sequence[Origin | Contrary],
    ground: Ground,
) -> Proposal:
    shown = tuple(ground.said[v.statements[0]] for v in voices if v.statements)
    reason = Factor("proposed", 0.0, f"{text[0].upper()}{text[1:]}.", shown)
    return Proposal(state, backing.claim, answer, reason)


def many(count: int, noun: str) -> str:
    """``2 voices``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
