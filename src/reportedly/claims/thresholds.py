"""The numbers of ``[thresholds]`` in ``lexicons/en/claims.toml``."""

from functools import cache

from reportedly.lexicons import load


@cache
def threshold(name: str) -> float:
    """``join``, ``hold``, ``block``, ``exemplars``, ``whole``, ``own``, ``sense`` or ``story``."""
    return float(load("claims")["thresholds"][name])
