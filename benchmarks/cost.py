"""What a million reports cost to read, here and by a language model: arithmetic from a measurement.

    python benchmarks/cost.py [--reports 1000000] [--words 500] [--core-hour 0.04] [--sample 300]
        [--input 0.15] [--output 0.60] [--tokens 1.3] [--prompt 400] [--answer 1.0]

Words a second of a core are measured first, by reading a sample of the reports of invented worlds
with each reader, once their model is loaded. The rest is stated and can be said otherwise:
words of a report, the price of a core for an hour, the prices of a million tokens that a model
reads and writes, tokens of a word, tokens of the instructions that go with each report, and how
many tokens a model writes for each that the report has, since a reading names each attribution and
statement with its characters. All prices are in one currency, and are assumptions, not offers.
"""

import argparse
import time
from dataclasses import dataclass

from workers import reports

from reportedly import pipeline, readings
from reportedly.engines import ONE

HOUR = 3600


@dataclass(frozen=True)
class Cost:
    """What it takes: core-hours, and a price."""

    hours: float
    price: float


def ours(reports_: int, words: int, speed: float, core_hour: float) -> Cost:
    """Reading so many reports of so many words at that many words a second on one core."""
    hours = reports_ * words / speed / HOUR
    return Cost(hours, hours * core_hour)


def model(asked: argparse.Namespace) -> float:
    """The price of having a language model read them, each once."""
    tokens = asked.words * asked.tokens
    read, written = tokens + asked.prompt, tokens * asked.answer
    million: float = (read * asked.input + written * asked.output) / 1e6
    return asked.reports * million


def speed(reader: str, sample: int) -> tuple[int, float]:
    """Words of the sample, and how many of them are read in a second of a core."""
    held = reports(sample)
    list(pipeline.read(held[:5], ONE, reader))
    begun = time.process_time()
    list(pipeline.read(held, ONE, reader))
    words = sum(len(one.text.split()) for one in held)
    return words, words / (time.process_time() - begun)


def options() -> argparse.Namespace:
    """What is assumed, as it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--words", type=int, default=500, help="of a report")
    parser.add_argument("--sample", type=int, default=300, help="reports that are measured")
    parser.add_argument("--core-hour", type=float, default=0.04)
    parser.add_argument("--input", type=float, default=0.15, help="a million tokens read")
    parser.add_argument("--output", type=float, default=0.60, help="a million tokens written")
    parser.add_argument("--tokens", type=float, default=1.3, help="of a word")
    parser.add_argument("--prompt", type=int, default=400, help="tokens with each report")
    parser.add_argument("--answer", type=float, default=1.0, help="tokens written for one read")
    return parser.parse_args()


def main() -> None:
    """Measure, and print the table."""
    asked = options()
    print(
        f"{asked.reports:,} reports of {asked.words} words; {asked.core_hour} an hour of a core; "
        f"{asked.input} and {asked.output} a million tokens read and written, {asked.tokens} "
        f"tokens a word, {asked.prompt} with each report, {asked.answer} written for each read"
    )
    print("| reader | words a second on a core | core-hours | hours on 16 cores | price |")
    print("|---|---|---|---|---|")
    for reader in readings.READERS:
        words, fast = speed(reader, asked.sample)
        cost = ours(asked.reports, asked.words, fast, asked.core_hour)
        print(
            f"| `{reader}` | {fast:,.0f} (measured on {words:,}) | {cost.hours:,.0f} "
            f"| {cost.hours / 16:.1f} | {cost.price:,.2f} |",
            flush=True,
        )
    print(f"| a language model | | | | {model(asked):,.0f} |")


if __name__ == "__main__":
    main()
