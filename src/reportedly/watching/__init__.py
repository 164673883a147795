"""Feeds are polled, and what is new in a ledger is said, once to each listener."""

from .rounds import Watch, watch

__all__ = ["Watch", "watch"]
