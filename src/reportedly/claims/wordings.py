"""The senses of what statements say, kept between runs: they are asked for again at each.

A network makes a sense in two thousandths of a second, of each statement that a claim leaves open.
"""

from collections.abc import Iterable

from reportedly.claims import network
from reportedly.claims.memory import Memory, key_of

_KIND = "wordings"


class Wordings:
    """What ``memory`` keeps of the senses of ``texts``, for whoever compares these."""

    def __init__(self, texts: Iterable[str], memory: Memory) -> None:
        self._memory = memory
        self._keys = {text: key_of([text]) for text in sorted(set(texts))}
        found = memory.recall(_KIND, self._keys.values())
        self._known = {text: key for text, key in self._keys.items() if key in found}
        network.know({text: bytes.fromhex(found[key]) for text, key in self._known.items()})

    def keep(self) -> None:
        """Keep those that were asked for since, too."""
        made = {
            key: told.hex()
            for text, told in network.known().items()
            if (key := self._keys.get(text)) and text not in self._known
        }
        self._memory.remember(_KIND, made, self._keys.values())
