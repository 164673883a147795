"""Voices of a claim that a sentence names beside what it tells, without being read as theirs.

"It was in front of a row of cameras that the harbour board announced …": whoever is named there,
and neither acts in what is told nor denies anything, is likeliest the one whose word it is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reportedly.model import Span, Statement, bare

from .names import Names
from .voices import Ground, Voice


def named_beside(said: Statement, names: Names, kept: Ground) -> Iterator[str]:
    """Those of ``names``, bare, that the sentence of ``said`` has beside what it tells."""
    denying = kept.denying.get((said.document, said.sentence), ())
    others = [*(actor.span for actor in said.actors), *(s for spans in denying for s in spans)]
    text = kept.documents[said.document].text
    for match in names.finditer(text, said.sentence.start, said.sentence.end):
        if not any(Span(*match.span()).overlaps(span) for span in others):
            yield bare(match.group())


def with_named(
    heard: Mapping[str, Voice], kept: Ground, denies: Callable[[Statement], bool]
) -> dict[str, Voice]:
    """Whose word each statement is, by its id; of one read as nobody's, the one voice named there.

    Not of a statement that ``denies`` something. A name of one word is as easily a place's.
    """
    voices = {bare(one.name): one for one in heard.values() if one.sort == "named"}
    names = Names(one.name for name, one in voices.items() if " " in name)
    found = dict(heard)
    for number, one in heard.items() if voices else ():
        if one.sort in {"rumour", "own"}:
            said = kept.statements[number]
            met = set(named_beside(said, names, kept))
            if len(met) == 1 and met <= voices.keys() and not denies(said):
                found[number] = replace(voices[met.pop()], sort="beside")
    return found


__all__ = ["named_beside", "with_named"]
