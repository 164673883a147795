"""Functions that other processes can import."""

import os
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
