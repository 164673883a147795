"""Reports that tell one story: joined by a link, or by a claim that is about something definite."""

from collections.abc import Iterable, Sequence

from reportedly.model import Claim, Document, Event, Groups, Link, Statement, identify


def events(
    documents: Sequence[Document],
    links: Iterable[Link],
    claims: Iterable[Claim],
    statements: dict[str, Statement],
) -> tuple[Event, ...]:
    """Stories, in the order of their first report; every report belongs to one."""
    group: Groups[str] = Groups()
    for link in links:
        if link.to:
            group.join(link.document, link.to)
    for claim in claims:
        held = _definite(claim, statements)
        for other in held[1:]:
            group.join(held[0], other)
    stories: dict[str, list[str]] = {}
    for document in documents:
        stories.setdefault(group.top(document.id), []).append(document.id)
    return tuple(Event(identify("event", *sorted(ids)), tuple(ids)) for ids in stories.values())


def _definite(claim: Claim, statements: dict[str, Statement]) -> list[str]:
    """Reports whose statement of the claim says who, where or how many."""
    said = (statements[number] for number in claim.statements)
    return list(dict.fromkeys(s.document for s in said if s.actors or s.place or s.quantity))
