"""A process that works out the rulings pending in a ledger; a server begins it after each ruling.

It stands outside of ``web``, which takes longer to import than most rulings to work out.
"""

import sys

from reportedly import desk, garbage
from reportedly.errors import ReportedlyError
from reportedly.ledger import opened


def main() -> int:
    """Work out the ledger named on standard input."""
    garbage.seldom()
    try:
        with opened(sys.stdin.read()) as ledger:
            desk.settle(ledger)
    except ReportedlyError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
