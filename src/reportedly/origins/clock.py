"""Which of two reports came first, as far as their dates say."""

from datetime import UTC, datetime, timedelta

from reportedly.model import Document


def earlier(a: Document, b: Document) -> bool | None:
    """Whether ``a`` was published before ``b``; None where the dates do not tell.

    A bare date is compared by its day only, so two reports of one day have no order unless both
    give a time. A time without a zone is taken as UTC.
    """
    if a.published is None or b.published is None:
        return None
    if len(a.published) > 10 and len(b.published) > 10:
        one, other = moment(a.published), moment(b.published)
        return None if one is None or other is None or one == other else one < other
    one_day, other_day = a.published[:10], b.published[:10]
    return None if one_day == other_day else one_day < other_day


def exactness(document: Document) -> int:
    """How exactly a report is dated: with a time 2, with a day 1, not at all 0."""
    return 0 if document.published is None else 1 + (len(document.published) > 10)


def days_between(a: Document, b: Document) -> float | None:
    """Days from ``a`` to ``b`` (negative where ``b`` is older), None where a date is missing."""
    one, other = moment(a.published or ""), moment(b.published or "")
    return None if one is None or other is None else (other - one) / timedelta(days=1)


def moment(published: str) -> datetime | None:
    """The moment that a date or date-time states, None where it cannot be read."""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
