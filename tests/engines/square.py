"""Functions that other processes can import."""

import os


def square(number):
    """The square of a number."""
    return number * number


def fail(number):
    """Raises for 3."""
    if number == 3:
        raise ValueError("three")
    return number


def die(number):
    """Ends the process it runs in."""
    os._exit(1)


def where(number):
    """The process it runs in."""
    return os.getpid()
