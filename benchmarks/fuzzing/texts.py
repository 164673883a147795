"""Made-up texts for the reader: every span of what it finds lies inside its text."""

import atheris
from sources import document

from reportedly import readings
from reportedly.model import Reading

_LONGEST = 1_500
_PARTS = [
    " said ", " denied that ", ", citing ", "according to ", "“", "”", '"', "\n\n", ": ", "he ",
    "The ministry ", "reports that ", " told ", "would not comment", "is believed to ", ". ",
]  # fmt: skip


def feed(data: bytes) -> None:
    """Read one made-up text with both readers."""
    made = atheris.FuzzedDataProvider(data)
    parts: list[str] = []
    while made.remaining_bytes() and sum(map(len, parts)) < _LONGEST:
        if made.ConsumeBool():
            parts.append(_PARTS[made.ConsumeIntInRange(0, len(_PARTS) - 1)])
        else:
            parts.append(made.ConsumeUnicodeNoSurrogates(made.ConsumeIntInRange(1, 40)))
    text = "".join(parts)
    if not text.strip():
        return
    for reader in readings.READERS:
        reading = readings.read(document(text, text), reader)
        assert not reading.skipped, reading.skipped
        _check(reading, len(text))


def _check(reading: Reading, length: int) -> None:
    for one in reading.attributions:
        for span in (*one.cue, *one.content, *(one.source.spans if one.source else ())):
            assert 0 <= span.start < span.end <= length, (one.cue, span)
