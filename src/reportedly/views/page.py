"""What the page of a report says beside its text: when it was changed, what kind of page it is."""

from reportedly.model import Document, PageKind

from .dates import moment

KIND: dict[PageKind, str] = {
    "paywall stub": "only the beginning, as shown to who has not paid",
    "live blog": "what stands above the entries of a live blog",
    "live blog entry": "an entry of a live blog",
}


def told(document: Document) -> tuple[str, ...]:
    """Each thing in a few words: the last change with its place, what kind of page it was."""
    where = f" ({document.stamped})" if document.stamped else ""
    changed = (f"updated {moment(document.updated)}{where}",) if document.updated else ()
    return (*changed, *(KIND[kind] for kind in document.kinds))


def dated(document: Document) -> str | None:
    """Where the date of publication was found, None where that is not told."""
    return f"dated by: {document.dated}" if document.published and document.dated else None
