"""Outlets that a sentence names beside a voice of the claim: they have it from that voice.

"The Mirror has it from the harbour board" tells whom the Mirror rests on, for every report that
credits it; an outlet is an origin of its own only where nobody says whom it has it from.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Statement, bare

from .beside import named_beside
from .names import Names
from .stems import FROM_OUTLETS, Key, Stem
from .voices import Ground


def without_passing(found: Sequence[Stem], kept: Ground) -> tuple[Stem, ...]:
    """The origins of one claim, in their order, without outlets that pass another one's word on.

    What such an outlet is credited with leads back to the voice, or voices, it is named beside; an
    unnamed source that is told of as the outlet's is one of these.
    """
    outlets = {stem.key: stem for stem in found if stem.rule in FROM_OUTLETS}
    rests: dict[Key, dict[Key, Stem]] = {}
    for stem, voice in _beside(outlets, found, kept):
        rests.setdefault(stem.key, {})[voice.key] = voice
    for key, voices in rests.items():
        for voice in voices.values():
            voice.statements.update(outlets[key].statements)
            voice.passing[outlets[key].name] = None
    return tuple(stem for stem in found if stem.key not in rests)


def _beside(
    outlets: dict[Key, Stem], found: Iterable[Stem], kept: Ground
) -> Iterator[tuple[Stem, Stem]]:
    """Each outlet with each voice that it is told of with."""
    if outlets:
        named = [stem for stem in found if stem.key[0] == "named"]
        yield from _naming_voices(outlets.values(), named, kept)
        yield from _naming_outlets(outlets, named, kept)
    for stem in found:
        if stem.key[0] == "unnamed" and ("outlet", stem.key[1]) in outlets:
            yield outlets["outlet", stem.key[1]], stem


def _naming_voices(
    outlets: Iterable[Stem], named: Iterable[Stem], kept: Ground
) -> Iterator[tuple[Stem, Stem]]:
    """Outlets in whose sentences the name of a voice stands.

    Not as one who does what is told, nor as one who denies something there.
    """
    voices = {bare(stem.name): stem for stem in named}
    names = Names(stem.name for stem in voices.values())
    for outlet in outlets:
        for said in _heard(outlet, kept):
            for name in named_beside(said, names, kept):
                if name in voices:
                    yield outlet, voices[name]


def _naming_outlets(
    outlets: dict[Key, Stem], named: Iterable[Stem], kept: Ground
) -> Iterator[tuple[Stem, Stem]]:
    """Voices in whose sentences the name of an outlet stands."""
    for stem in named:
        for said in _heard(stem, kept):
            text, sentence = kept.documents[said.document].text, said.sentence
            for known, _ in kept.known.found(text, sentence.start, sentence.end):
                key = ("outlet", bare(known.name))
                if key in outlets:
                    yield outlets[key], stem


def _heard(stem: Stem, kept: Ground) -> Iterator[Statement]:
    """One statement of each sentence in which ``stem`` is heard."""
    said = (kept.statements[number] for number in stem.heard)
    yield from {(s.document, s.sentence): s for s in said}.values()


__all__ = ["without_passing"]
