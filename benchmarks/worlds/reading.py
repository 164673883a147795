"""Reports of a world read from their text, each once where readings are kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly import readings
from reportedly.cache import Cache
from reportedly.model import Document, Reading


def read(held: Sequence[Document], keep: Path | None) -> Iterator[Reading]:
    """One reading a document, in their order; ``keep``: a folder in which readings are kept."""
    cache = Cache.at(keep, readings.identity(readings.DEFAULT)) if keep else None
    for document in held:
        reading = cache.get(document) if cache else None
        if reading is None:
            reading = readings.read(document, reader=readings.DEFAULT)
            if cache:
                cache.put(document, reading)
        yield reading
