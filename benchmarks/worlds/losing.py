"""What is lost between two states: worn off by chance as a world is made, and written down."""

import random
from dataclasses import replace

from .records import Loss, State

ATTRIBUTED = {"heard", "gathering", "posted", "nested", "outlet", "deep"}


def worn(state: State, rng: random.Random, chance: float, spoken: bool) -> State:
    """The state after a desk's carelessness; ``spoken``: a source stays, so its verb may change."""
    if state.form == "may" and rng.random() < 3 * chance:
        state = replace(state, form="done")
    if state.form == "planned" and rng.random() < 2 * chance:
        state = replace(state, form="done")
    if spoken and state.level == "weak" and rng.random() < 3 * chance:
        state = replace(state, level=rng.choice(("plain", "strong")))
    if state.count and rng.random() < chance:
        moved = max(2, round(state.count * rng.choice((0.5, 0.8, 1.2, 1.5, 2))))
        state = replace(state, count=moved + (moved == state.count))
    elif state.count and state.bound in {"up to", "about", "at least"} and rng.random() < chance:
        wider = ("",) if state.bound == "at least" else ("", "more than")
        state = replace(state, bound=rng.choice(wider))
    if not state.count and state.extent != "whole" and rng.random() < chance:
        wider = ("neutral", "whole") if state.extent == "part" else ("whole",)
        state = replace(state, extent=rng.choice(wider))
    return state


def lost(before: State, after: State) -> tuple[tuple[Loss, ...], tuple[Loss, ...]]:
    """Kinds of drift between an upstream state and the next, sure and arguable.

    The definitions are those of ``docs/origins.md``, applied to what the states are and not to
    how they are worded.
    """
    sure = _plain(before, after)
    unsure: list[Loss] = []
    if before.form == "done" and before.level == "weak" and after.level != "weak":
        if after.source is not None:
            sure.append("certainty")
        elif after.style in ATTRIBUTED:
            unsure.append("certainty")
    named, arguable = _voice(before, after)
    return (*sure, *named), (*unsure, *arguable)


def _plain(before: State, after: State) -> list[Loss]:
    """What is lost of the clause itself."""
    sure: list[Loss] = []
    if before.count and before.number != after.number:
        sure.append("number")
    if not before.count and _reach(after) > _reach(before):
        sure.append("scope")
    if before.form == "planned" and after.form == "done":
        sure.append("tense")
    if before.form == "may" and after.form == "done":
        sure.append("hedge")
    return sure


def _voice(before: State, after: State) -> tuple[list[Loss], list[Loss]]:
    """What is lost of whose word it is, surely and arguably."""
    both: list[Loss] = ["attribution", "source"]
    if before.described and not after.described:
        if after.style in ATTRIBUTED | {"talk"}:
            return ["source"], []
        return (["attribution"], []) if after.style == "flat" else ([], both)
    if before.style == "outlet" and after.style in {"flat", "lined"}:
        return (["attribution"], []) if after.style == "flat" else ([], ["attribution"])
    if before.style == "seen" and after.style in {"flat", "lined", "talk"}:
        return [], both
    return [], []


def _reach(state: State) -> int:
    return ("part", "neutral", "whole").index(state.extent)
