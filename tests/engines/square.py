"""Functions that other processes can import."""

import os
import signal
import time


def square(number):
    """The square of a number."""
    return number * number


def fail(number):
    """Raises for 3."""
    if number == 3:
        raise ValueError("three")
    return number


def wait(number):
    """The first two at once, all others in a minute."""
    time.sleep(60 * (number > 1))
    return number


def die(number):
    """Ends the process it runs in."""
    os._exit(1)


def where(number):
    """The process it runs in."""
    return os.getpid()


def end_once(item):
    """Ends its process for (3, FILE), unless it did so before; that stands in FILE."""
    number, file = item
    if number == 3:
        try:
            with open(file, "x"):  # noqa: PTH123
                os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
    return number


def end_at_five(number):
    """Ends its process for 5."""
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def failed(item, reason):
    """What became of an item that was given up."""
    return f"{item}: {reason}"
