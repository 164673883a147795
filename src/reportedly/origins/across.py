"""What a report and its upstream say alike though it was joined to two claims."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.model import Claim

from .said import Told

ALIKE = 0.25
"""Share of the long words of both that two statements must have in common."""
Held = Sequence[tuple[Claim, dict[str, Told]]]
"""Claims with what each report says for one, or against it."""


def across(
    held: Held, above: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[Claim, str, str, Told, Told]]:
    """Claim, report, upstream, what the upstream says most alike elsewhere, what the report says.

    ``above``: the reports upstream of each. Only where the upstream says nothing in the claim, nor
    the report in the other; the claim is the report's.
    """
    by_report: dict[str, list[int]] = {}
    for at, (_, told) in enumerate(held):
        for document in told:
            by_report.setdefault(document, []).append(at)
    for document, uppers in above.items():
        for upper in uppers:
            other = [
                held[at][1][upper] for at in by_report.get(upper, ()) if document not in held[at][1]
            ]
            for at in by_report.get(document, ()):
                claim, told = held[at]
                like = _likest(told[document], other) if upper not in told else None
                if like:
                    yield claim, document, upper, like, told[document]


def _likest(lower: Told, others: Sequence[Told]) -> Told | None:
    """Of what the upstream says the one most like ``lower``, the first of equals."""
    fit = [(_alike(lower, upper), upper) for upper in others if _side(upper) == _side(lower)]
    share, best = max(fit, key=lambda pair: pair[0], default=(0.0, ()))
    return best if share >= ALIKE else None


def _side(told: Told) -> bool:
    return told[0].statement.stance == "against"


def _alike(lower: Told, upper: Told) -> float:
    return max(_share(one.content, other.content) for one in lower for other in upper)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


__all__ = ["across"]
