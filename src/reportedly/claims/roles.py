"""Who does what to whom in a plain text, by the order of words alone."""

from dataclasses import dataclass

from reportedly.claims.outline import Outline, Word

_REACH = 9
"""Tokens on each side of a verb in which those who take part are looked for."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, and the words for who does it and who has it done to them."""

    verb: Word
    agent: tuple[Word, ...]
    patient: tuple[Word, ...]

    @property
    def turned(self) -> "Deed":
        """The same told from the other side: what was sold to one was bought by them."""
        return Deed(self.verb, self.patient, self.agent)


def deeds(side: Outline) -> tuple[Deed, ...]:
    """Every verb of ``side`` with the words around it, up to the verbs and clauses next to it."""
    return tuple(_deed(side, at) for at, word in enumerate(side.words) if word.verb)


def _deed(side: Outline, at: int) -> Deed:
    verb = side.words[at]
    before = _before(side, at)
    after = tuple(_after(side, at))
    if not verb.passive:
        return Deed(verb, before, after)
    by = next((word.at for word in after if _by(side, word)), None)
    agent = () if by is None else tuple(word for word in after if word.at >= by)
    return Deed(verb, agent, before)


def _before(side: Outline, at: int) -> tuple[Word, ...]:
    verb = side.words[at]
    found: list[Word] = []
    for word in reversed(side.words[:at]):
        if word.verb or word.at < verb.at - _REACH:
            break
        if word.clause != verb.clause and found:
            break
        found.append(word)
    return tuple(reversed(found))


def _after(side: Outline, at: int) -> list[Word]:
    verb = side.words[at]
    found: list[Word] = []
    for word in side.words[at + 1 :]:
        if word.verb or word.clause != verb.clause or word.at > verb.at + _REACH:
            break
        found.append(word)
    return found


def _by(side: Outline, word: Word) -> bool:
    return "by" in side.tokens_before(word, 4)
