"""A cue beside a quotation that the parse did not join to it; a speaker taken from within one."""

from dataclasses import replace

from ..tokens import Doc
from .draft import NONE, Draft, Tokens, sentence
from .runs import Run

_NAMING = ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM", "PART")
"""Parts of speech of a speaker's name or description beside a cue."""


def claim(doc: Doc, runs: list[Run], draft: Draft) -> Draft:
    """``draft`` with the quotation beside its cue, where it waits for one."""
    if draft.content or draft.rule != "quotation" or any(draft.head in run for run in runs):
        return draft
    group = draft.source | draft.cue
    near = [run for run in runs if _leads_to(doc, draft, run) or (_ends_before(doc, draft, run))]
    if not near:
        return draft
    nearest = min(near, key=lambda run: abs(run.start - draft.head))
    return replace(draft, content=nearest.tokens - group)


def _leads_to(doc: Doc, draft: Draft, run: Run) -> bool:
    """Whether the cue's sentence leads to the quotation by a comma, a colon or "that"."""
    after = max(draft.source | draft.cue) + 1
    end = sentence(doc[draft.head]).stop
    if not run.is_speech or not after <= run.start <= end + 1:
        return False
    last = next((t for t in reversed(doc[after - 1 : run.start]) if not t.is_space), None)
    if last is None or (last.text not in (",", ":", "that") and last.i != after - 1):
        return False
    return run.start < end or last.text == ":"


def _ends_before(doc: Doc, draft: Draft, run: Run) -> bool:
    before = min(draft.source | draft.cue)
    return sentence(doc[draft.head]).start <= run.stop <= before <= run.stop + run.is_speech


def speaker(doc: Doc, runs: list[Run], draft: Draft) -> Draft:
    """``draft`` with the name beside its cue, where the parse took one from the quotation."""
    run = next((r for r in runs if r.is_speech and not draft.source.isdisjoint(r.tokens)), None)
    if run is None or draft.head in run:
        return draft
    after = _name(doc, range(draft.head + 1, len(doc)))
    source = after or _name(doc, range(min(draft.cue) - 1, -1, -1))
    if not source:
        return draft
    content = (draft.content | draft.source | run.tokens) - source
    return replace(draft, source=source, content=content)


def _name(doc: Doc, numbers: range) -> Tokens:
    taken: list[int] = []
    for i in numbers:
        if doc[i].pos_ not in _NAMING or (doc[i].is_sent_start and numbers.step > 0):
            break
        taken.append(i)
    return frozenset(taken) if taken else NONE
