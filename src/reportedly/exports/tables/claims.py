"""Tables of what is compared across reports: claims, the voices on each side, and conflicts."""

from collections.abc import Iterator

from reportedly.model import Claim, Conflict, Position, Stance, cut, identify
from reportedly.shelf import Shelf

from .shape import (
    Column,
    Row,
    Table,
    Value,
    carrying,
    known,
    many,
    reasons,
    ref,
    shown,
    speaking,
    weighed,
)

_SIDES: tuple[Stance, ...] = ("for", "against", "observing", "silent")
_NO_LETTER, _NO_DIGIT = "F", "6"


def _claims(shelf: Shelf) -> Iterator[Row]:
    for number, one in enumerate(shelf.claims, 1):
        first, range_ = shelf.documents[one.text.document], shelf.ranges.get(one.id)
        yield (
            shelf.claim_numbers[one.id], shown(shelf, (one.text,)), one.status,
            range_.at_least if range_ else None, range_.at_most if range_ else None,
            *_grade(shelf, one),
            *(len([p for p in one.positions if p.stance == side]) for side in _SIDES),
            len(one.documents), len(one.statements), one.first_seen, one.last_seen, first.outlet,
            first.url, *_why(shelf, one), number, first.id, one.id,
        )  # fmt: skip


def _grade(shelf: Shelf, one: Claim) -> tuple[Value, ...]:
    held = shelf.grades.get(one.id)
    if held is None:
        return (None,) * 4
    letter = None if held.letter == _NO_LETTER else held.letter
    digit = None if held.digit == _NO_DIGIT else int(held.digit)
    return held.code, letter, digit, held.suggested


def _why(shelf: Shelf, one: Claim) -> tuple[Value, ...]:
    range_, grade = shelf.ranges.get(one.id), shelf.grades.get(one.id)
    told = (grade.summary, weighed(grade.factors)) if grade else (None, None)
    return *told, reasons(range_.reasons) if range_ else None


CLAIMS = Table(
    "claims",
    "What reports assert or deny, gathered: each with its range of origins and its grade",
    (
        Column(
            "name", "C1, C2, … in this order: a short name, another one in another ledger", "short"
        ),
        Column("words", "The claim in a reporter's own words", "words"),
        Column("status", "uncontested, contested, denied, single origin", "short"),
        Column("at_least", "Independent origins: those shown to be different", "whole"),
        Column("at_most", "Independent origins, every unnamed source counted as its own", "whole"),
        Column(
            "grade", "Suggested Admiralty grade; F and 6 mean that it cannot be judged", "short"
        ),
        Column(
            "letter", "Reliability of the source, A to E; empty where it cannot be judged", "short"
        ),
        Column("digit", "Credibility, 1 to 5; empty where it cannot be judged", "whole"),
        Column("suggested", "What the reasons suggest, where a person gave another grade", "short"),
        Column("voices_for", "Voices for it", "whole"),
        Column("voices_against", "Voices against it; a denial is never a source for it", "whole"),
        Column("voices_observing", "Voices that pass it on without taking a side", "whole"),
        Column("voices_silent", "Voices that declined to say", "whole"),
        Column("reports", "How many reports carry it", "whole"),
        Column("statements", "How many statements it gathers", "whole"),
        Column("first_seen", "Published earliest here, which is not first of all"),
        Column("last_seen", "Published last here"),
        Column("outlet", "Who published the report that the words stand in", joined=True),
        Column("url", "The address of that report", "address", joined=True),
        Column("summary", "The sources in a sentence", "words"),
        Column("grade_why", "The reasons of the grade, one a line with its weight", "words"),
        Column("origins_why", "How both numbers come about, a reason a line", "words"),
        Column("number", "Its place in this order", "whole"),
        ref("report", "reports", "The report that the words stand in"),
        Column("id", "What the other tables call it by", "id"),
    ),
    _claims,
)


def _positions(shelf: Shelf) -> Iterator[Row]:
    for claim in shelf.claims:
        for one in claim.positions:
            yield (
                shelf.claim_numbers[claim.id], shown(shelf, (claim.text,)), one.voice, one.kind,
                one.country, one.stance, one.factuality, shelf.in_own_words(one),
                shown(shelf, (one.label,)) if one.label else None, len(one.documents), claim.id,
                known(one.statements, shelf.statements), carrying(shelf, one.statements),
                _position_id(claim, one),
            )  # fmt: skip


def _position_id(claim: Claim, one: Position) -> str:
    """Named after what it stands on, since a position has no id of its own."""
    return identify("position", claim.id, one.voice, one.kind, one.stance, one.statements)


POSITIONS = Table(
    "positions",
    "Who takes which side of a claim: a row for each claim, voice and stance",
    (
        Column("claim_name", "C1, C2, …", "short", joined=True),
        Column("claim_words", "The claim in a reporter's own words", "words", joined=True),
        Column("voice", "Whose word, by one name across all reports"),
        Column("voice_kind", "What the voice is: person, office, government, media, …"),
        Column("voice_country", "Its country, ISO 3166-1 alpha-2, where it is told", "short"),
        Column("stance", "for, against, observing (passes it on), silent (declined)", "short"),
        Column("factuality", "The surest that the voice is of it (FactBank: CT+ … Uu)", "short"),
        Column("own_words", "Whether an outlet says it in its own words somewhere", "yes"),
        Column("voice_words", "A report's words for the voice"),
        Column("reports", "In how many reports", "whole"),
        ref("claim", "claims", "The claim"),
        many("statements", "statements", "The statements that it rests on"),
        many("attributions", "attributions", "What carries the voice; none for an author's words"),
        Column("id", "What it is called by", "id"),
    ),
    _positions,
)


def _conflicts(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.conflicts:
        yield _conflict(shelf, one)


def _conflict(shelf: Shelf, one: Conflict) -> Row:
    ends = (shelf.documents[one.left.document], shelf.documents[one.right.document])
    left, right = (name if name in shelf.statements else None for name in one.statements)
    claim = one.claim if one.claim in shelf.claims_by_id else None
    return (
        one.kind, shelf.claim_numbers.get(claim or ""),
        _said_by(shelf, left), cut(ends[0].text, one.left.spans), ends[0].outlet,
        _said_by(shelf, right), cut(ends[1].text, one.right.spans), ends[1].outlet,
        reasons(one.reasons),
        claim, left, ends[0].id, right, ends[1].id, one.id,
    )  # fmt: skip


def _said_by(shelf: Shelf, statement: str | None) -> Value:
    held = shelf.statements.get(statement or "")
    return speaking(shelf, held.attribution, held.document)[0] if held else None


CONFLICTS = Table(
    "conflicts",
    "Two statements of one claim, or of one report, that cannot both hold",
    (
        Column("kind", "In what they differ: polarity, quantity, date, place, actor", "short"),
        Column(
            "claim_name",
            "C1, C2, …; empty inside a report that no claim gathers",
            "short",
            joined=True,
        ),
        Column("left_voice", "Whose word the one is", joined=True),
        Column("left_words", "What in it differs", "words"),
        Column("left_outlet", "Who published it", joined=True),
        Column("right_voice", "Whose word the other is", joined=True),
        Column("right_words", "What in that differs", "words"),
        Column("right_outlet", "Who published that", joined=True),
        Column("why", "Why they cannot both hold", "words"),
        ref("claim", "claims", "The claim"),
        ref("left_statement", "statements", "The one statement, and with it whose word it is"),
        ref("left_report", "reports", "Its report"),
        ref("right_statement", "statements", "The other statement"),
        ref("right_report", "reports", "Its report"),
        Column("id", "What it is called by", "id"),
    ),
    _conflicts,
)
