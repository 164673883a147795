"""What the tests of documents share: load, and tell the kept from the skipped."""

from reportedly.documents import load
from reportedly.model import Kept


def kept(*sources, stdin=None):
    """The documents behind ``sources``."""
    return [k.document for k in load([str(s) for s in sources], stdin) if isinstance(k, Kept)]


def skipped(*sources, stdin=None):
    """Source → reason of everything not read."""
    found = load([str(s) for s in sources], stdin)
    return {s.source: s.reason for s in found if not isinstance(s, Kept)}
