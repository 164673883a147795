"""Feed the reader with texts that a coverage-guided fuzzer makes up, for so many seconds.

    python benchmarks/fuzz.py [--seconds 600]

Needs atheris (Apache-2.0) in the same environment; nothing of the project depends on it. Fails
with the text that made the reader raise, or gave a span outside of it.
"""

import argparse
import sys

import atheris

with atheris.instrument_imports(include=["reportedly.readings", "reportedly.encoder"]):
    from sources import document

    from reportedly import readings
    from reportedly.model import Reading

_LONGEST = 1_500
_PARTS = [
    " said ", " denied that ", ", citing ", "according to ", "“", "”", '"', "\n\n", ": ", "he ",
    "The ministry ", "reports that ", " told ", "would not comment", "is believed to ", ". ",
]  # fmt: skip


def check(reading: Reading, length: int) -> None:
    """Every span of an attribution lies inside its text."""
    for one in reading.attributions:
        for span in (*one.cue, *one.content, *(one.source.spans if one.source else ())):
            assert 0 <= span.start < span.end <= length, (one.cue, span)


def one(data: bytes) -> None:
    """Read one made-up text with both readers."""
    made = atheris.FuzzedDataProvider(data)
    parts = []
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
        check(reading, len(text))


def main() -> None:
    """Fuzz until the time is up."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--seconds", type=int, default=600)
    chosen = options.parse_args()
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={chosen.seconds}", "-max_len=900", "-len_control=0"], one
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
