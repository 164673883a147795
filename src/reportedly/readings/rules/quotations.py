"""Quotations: a content that touches one takes all of it, and its continuation."""

from bisect import bisect_left
from dataclasses import replace

from ..tokens import Doc
from .draft import Draft, Tokens, sentence
from .runs import Run, runs
from .speech import claim, speaker


class Quotations:
    """The document's quotations, and how contents extend over them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.runs = runs(doc)
        self._stops = [run.stop for run in self.runs]

    def extend(self, drafts: list[Draft]) -> list[Draft]:
        """``drafts`` with the quotations that their contents touch, and those that go on."""
        drafts = [self._clip(self._spoken(draft)) for draft in drafts]
        taken = [self._touched(draft) for draft in drafts]
        owned = {k for touched in taken for k in touched}
        return [
            self._with(draft, [*touched, *self._onward(draft, touched, owned)])
            for draft, touched in zip(drafts, taken, strict=True)
        ]

    def _spoken(self, draft: Draft) -> Draft:
        beside = self._near(draft.source | draft.cue)
        return speaker(self.doc, beside, claim(self.doc, beside, draft))

    def _near(self, tokens: Tokens) -> list[Run]:
        """Quotations in, just before or just after the sentences of ``tokens``."""
        first, last = sentence(self.doc[min(tokens)]).start, sentence(self.doc[max(tokens)]).stop
        at = max(bisect_left(self._stops, first) - 1, 0)
        near = []
        while at < len(self.runs) and self.runs[at].start <= last + 1:
            near.append(self.runs[at])
            at += 1
        return near

    def _clip(self, draft: Draft) -> Draft:
        """What is said within a quotation stays within it."""
        around = (run for run in self._near(frozenset({draft.head})) if draft.head in run)
        run = next((run for run in around if run.is_speech), None)
        if run is None:
            return draft
        content, source = draft.content & run.tokens, draft.source & run.tokens
        return replace(draft, content=content, source=source)

    def _touched(self, draft: Draft) -> list[int]:
        return [
            k
            for k in self._within(draft.content)
            if self.runs[k].is_speech
            and draft.head not in self.runs[k]
            and not draft.content.isdisjoint(self.runs[k].tokens)
        ]

    def _within(self, tokens: Tokens) -> range:
        """Numbers of the quotations that may share a token with ``tokens``."""
        if not tokens:
            return range(0)
        first = last = bisect_left(self._stops, min(tokens) + 1)
        while last < len(self.runs) and self.runs[last].start <= max(tokens):
            last += 1
        return range(first, last)

    def _onward(self, draft: Draft, touched: list[int], owned: set[int]) -> list[int]:
        """Quotations that go on where the last one touched, or the cue after it, ends."""
        if not touched or draft.rule == "colon":
            return []
        at = touched[-1]
        stop = max(self.runs[at].stop, draft.head + 1)
        onward: list[int] = []
        while at + 1 < len(self.runs) and at + 1 not in owned and self._goes_on(at, stop):
            at += 1
            onward.append(at)
            stop = self.runs[at].stop
        return onward

    def _goes_on(self, at: int, stop: int) -> bool:
        """Whether quotation ``at`` + 1 continues ``at``, all read as far as token ``stop``."""
        here, following = self.runs[at], self.runs[at + 1]
        if following.start < stop:
            return False
        between = self.doc[here.stop : following.start]
        if any("\n" in token.text for token in between):
            return here.is_open and not between.text.strip()
        here_ends = sentence(self.doc[stop - 1]).stop
        if self.doc[following.start].is_sent_start:
            return following.start <= here_ends
        last = self.doc[following.start - 1]
        joined = stop == following.start or last.is_punct or last.is_space
        return following.start < here_ends and joined and here.is_speech

    def _with(self, draft: Draft, which: list[int]) -> Draft:
        """``draft`` with whole quotations, and the marks of quoted words wholly within it."""
        content = draft.content
        for k in which:
            content |= self.runs[k].tokens - draft.source - draft.cue
        for k in self._within(content):
            inner = range(self.runs[k].start + 1, self.runs[k].stop - 1)
            if inner and content.issuperset(inner[:-1]) and not content.isdisjoint(inner):
                content |= self.runs[k].tokens - draft.cue
        return replace(draft, content=content)
