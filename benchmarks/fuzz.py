"""Feed one parser with inputs that a coverage-guided fuzzer makes up, for so many minutes.

    python benchmarks/fuzz.py TARGET [--minutes 10] [--corpus FOLDER] [--found FOLDER]

Targets are those of ``fuzzing/targets.py`` and ``readings``. Needs atheris (Apache-2.0,
``requirements-fuzz.in``); nothing of the project depends on it. Whatever raises, is slower than
5 seconds of processor time or breaks what must hold (``fuzzing/checks.py``) is told once a kind,
kept in the folder of what was found, and the run goes on. A gigabyte of memory ends it.
"""

import argparse
import hashlib
import re
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

_WATCHED = {"mail": ["email"], "feed": ["feedparser"], "zip": ["zipfile"], "pdf": ["pypdf"]}
_MOST_MEMORY = 1_000
_LONGEST = {"readings": 900, "opening": 6_000}


class Finder:
    """Feeds a target and keeps one input of each kind that breaks it."""

    def __init__(self, feed: Callable[[bytes], None], folder: Path) -> None:
        self._feed = feed
        self._folder = folder
        self._kinds: set[str] = set()

    def one(self, data: bytes) -> None:
        """One input."""
        try:
            self._feed(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            self._found(data, error)

    def _found(self, data: bytes, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
        if kind in self._kinds:
            return
        self._kinds.add(kind)
        place = self._folder / hashlib.sha256(data).hexdigest()[:16]
        place.write_bytes(data)
        print(f"FOUND {kind}: {str(error)[:300]!r} in {place}", flush=True)
        traceback.print_exception(error, limit=-12)


def main() -> None:
    """Fuzz until the time is up."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("target")
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--corpus", type=Path)
    options.add_argument("--found", type=Path)
    chosen = options.parse_args()
    feed, seeds = _target(chosen.target)
    corpus = _folder(chosen.corpus, chosen.target)
    for seed in seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    found = _folder(chosen.found, chosen.target)
    words = _folder(None, "words") / "words"
    words.write_text(_dictionary(seeds), encoding="ascii")
    flags = [
        f"-max_total_time={round(chosen.minutes * 60)}", f"-rss_limit_mb={_MOST_MEMORY}",
        f"-max_len={_LONGEST.get(chosen.target, 4_000)}", "-timeout=60", "-print_final_stats=1",
        f"-artifact_prefix={found}/", f"-dict={words}", str(corpus),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *flags], Finder(feed, found).one)
    atheris.Fuzz()


def _target(name: str) -> tuple[Callable[[bytes], None], list[bytes]]:
    """What is fed and what it begins with; our parsers and what they stand on are watched."""
    if name == "readings":
        with atheris.instrument_imports(include=["reportedly.readings", "reportedly.encoder"]):
            from fuzzing import texts  # noqa: PLC0415 - watched from here on
        return texts.feed, []
    atheris.enabled_hooks.add("str")
    with atheris.instrument_imports(include=["reportedly.documents", *_WATCHED.get(name, [])]):
        from fuzzing.targets import TARGETS  # noqa: PLC0415 - as above
    if name not in TARGETS:
        sys.exit(f"{name}: there is no such target; there are: {', '.join(TARGETS)}, readings")
    return TARGETS[name].feed, TARGETS[name].seeds()


def _dictionary(seeds: list[bytes]) -> str:
    """The words of the seeds, as libFuzzer reads them."""
    words = {word for seed in seeds for word in re.findall(rb"[\x21-\x7e]{3,24}", seed)}
    shown = ("".join(f"\\x{byte:02x}" for byte in word) for word in sorted(words))
    return "".join(f'"{word}"\n' for word in shown)


def _folder(given: Path | None, name: str) -> Path:
    place = given or Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    place.mkdir(parents=True, exist_ok=True)
    return place


if __name__ == "__main__":
    main()
