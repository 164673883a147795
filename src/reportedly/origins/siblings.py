"""Copied links that a credit explains otherwise: two reports that both have it from a third."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.model import Link

from .credits import WHOLE


def without_siblings(copied: Sequence[Link], credited: Iterable[Link]) -> tuple[Link, ...]:
    """The ``copied`` links without those between reports that are shown to follow a third.

    Two reports that no date tells apart, and that credit one report here, are siblings. So are a
    report that credits a report here for the whole of itself, and another that has the same words
    and neither is credited there nor is upstream of the one that is.
    """
    held = list(credited)
    upward, named = _upward((*copied, *held)), _upward(held)
    whole = _upward(k for k in held if any(reason.name in WHOLE for reason in k.reasons))
    return tuple(link for link in copied if not _is_sibling(link, named, whole, upward))


def _upward(links: Iterable[Link]) -> dict[str, set[str]]:
    """By report those that its links lead to."""
    found: dict[str, set[str]] = {}
    for link in links:
        if link.to:
            found.setdefault(link.document, set()).add(link.to)
    return found


def _is_sibling(
    link: Link,
    named: Mapping[str, set[str]],
    whole: Mapping[str, set[str]],
    upward: Mapping[str, set[str]],
) -> bool:
    above = link.to or ""
    own = named.get(link.document, set())
    if link.kind != "copied" or above in own:
        return False
    both = own & named.get(above, set())
    if both:
        return any(reason.name == "order unknown" for reason in link.reasons)
    from_all = whole.get(link.document, set())
    return bool(from_all) and not any(above in upward.get(one, {}) for one in from_all)


__all__ = ["without_siblings"]
