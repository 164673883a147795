"""What the syntax shows before anything is judged."""

from dataclasses import dataclass

from reportedly.model import Spans


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a trained network takes a cue for.

    Logarithms of the chance of every act, stance, factuality and kind of denial, in the order of
    ``tagger.marks``.
    """

    acts: tuple[float, ...]
    stances: tuple[float, ...]
    values: tuple[float, ...]
    denials: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as found in the text: who, by which words, what.

    ``source`` is empty where the text names nobody; ``content`` may be several fragments.
    ``rule`` names the pattern or the model that found it; ``agreed``: a second reader did, too.
    ``carrier`` is the cue of who passes this on, as "the Post said" in "the Post said, citing two
    officers": both have one content.
    """

    source: Spans
    cue: Spans
    content: Spans
    rule: str
    agreed: bool = False
    carrier: Spans = ()
