"""Asks which stretches of invented reports are one actor."""

from newsroom import report
from reportedly.claims.actors import directory
from reportedly.claims.table import table
from reportedly.model import Span


def known(*texts, own=()):
    reports = [report(text, "The Vesk Courier") for text in texts]
    return (
        directory([r.document for r in reports], [r.reading for r in reports], table(own)),
        [r.document for r in reports],
    )


def node(found, told, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = told.text.index(words, at + 1)
    return found.node(told.id, Span(at, at + len(words)))


def one(text, left, right, nth=0, own=()):
    """Whether two stretches of one report are one actor; ``nth`` occurrence of the right one."""
    found, (told,) = known(text, own=own)
    nodes = node(found, told, left), node(found, told, right, nth)
    return None not in nodes and nodes[0] == nodes[1]


def across(one_, left, other, right, nth=0):
    """Whether a stretch of one report and one of another are one actor; one story holds both."""
    found, (first, second) = known(one_, other)
    nodes = node(found, first, left), node(found, second, right, nth)
    return None not in nodes and nodes[0] == nodes[1]
