"""What a test is told when something reaches for the network."""


class NetworkTouchedError(AssertionError):
    """Something tried to reach another machine."""
