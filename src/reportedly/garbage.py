"""How often a program of many records looks for garbage: seldom, since records hold no circles.

The last reference to a record frees it. Each search goes through all that are there, a third of the
time in which a large ledger is read back, and finds nothing.
"""

import gc

OFTEN = (100_000, 10, 10)
"""Objects after which the youngest are gone through, and after how many searches older ones."""


def seldom() -> None:
    """From now on, in this process."""
    gc.set_threshold(*OFTEN)
