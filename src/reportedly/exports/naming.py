"""Names of files and keys of records: the same in every export, and good on every system."""

import re
import unicodedata

from reportedly.model import Document

_LONGEST = 40


def named(document: Document) -> str:
    """A report's day, outlet and id: ``2031-03-03-vesk-courier-9f86d081884c7d65``."""
    day = re.match(r"\d{4}(-\d\d){0,2}", document.published or "")
    parts = (day[0] if day else "undated", slug(document.outlet), document.id)
    return "-".join(part for part in parts if part)


def slug(text: str, longest: int = _LONGEST) -> str:
    """``text`` in small letters, digits and hyphens, accents taken off; may be empty."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", bare))[:longest].strip("-")
