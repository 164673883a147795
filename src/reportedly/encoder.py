"""One small encoder, loaded once, its hash checked: tags and links for whoever needs them.

The weights are a transformer in ONNX with eight-bit integers: words and one layer that everything
shares, above it five layers that find attributions and five that judge them, fitted by
``training/attribution.py`` (the card beside them says on what).
Only onnxruntime and tokenizers are needed to run them.
"""

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.errors import ModelError
from reportedly.model import Span

Numbers = NDArray[np.float32]

BEGIN, BREAK = 101, 102
"""Pieces that open a window, and that stand for a line break and close a window."""

CORE, SIDE = 160, 24
"""Pieces of a window that are read at most, and pieces of context where it cuts a line."""

_PROBE = (
    b'\x08\x08:\x9c\x01\n\x18\n\x01a\n\x01b\x12\x01y"\rMatMulInteger\x12\x01p*K\x08\x04\x08\x10\x10\x03B\x01bJ@'
    + b"\x7f" * 64
    + b"Z\x17\n\x01a\x12\x12\n\x10\x08\x02\x12\x0c\n\x06\x12\x04rows\n\x02\x08\x04"
    b"b\x17\n\x01y\x12\x12\n\x10\x08\x06\x12\x0c\n\x06\x12\x04rows\n\x02\x08\x10B\x04\n\x00\x10\x11"
)
"""A network in ONNX that multiplies ``a`` (rows, 4) with a table of 4 × 16 times 127."""


@dataclass(frozen=True)
class Pieces:
    """A text in the encoder's alphabet. ``starts`` and ``ends`` are code points into the text.

    ``words`` holds the index of the first piece of every word.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[int, ...]

    @cached_property
    def word_starts(self) -> tuple[int, ...]:
        """Where each word starts, in code points."""
        return tuple(self.starts[at] for at in self.words)

    def words_in(self, span: Span) -> range:
        """The numbers of the words that begin within ``span``."""
        starts = self.word_starts
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start`` to ``end`` are read, seen together with those from ``first`` to ``last``."""

    first: int
    start: int
    end: int
    last: int


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Turns text into pieces."""

    _tokenizer: Tokenizer

    @classmethod
    def of(cls, tokenizer: bytes) -> "Alphabet":
        """From the bytes of a ``tokenizer.json``.

        Its vocabulary may be a list of the pieces in the order of their numbers, as it ships: half
        the size of a table.
        """
        settings = json.loads(tokenizer)
        pieces = settings["model"]["vocab"]
        if isinstance(pieces, list):
            settings["model"]["vocab"] = {piece: number for number, piece in enumerate(pieces)}
            tokenizer = json.dumps(settings).encode()
        made = Tokenizer.from_buffer(tokenizer)
        made.no_truncation()
        made.no_padding()
        return cls(made)

    def pieces(self, text: str) -> Pieces:
        """``text`` line by line, a :data:`BREAK` between lines that are not blank."""
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        words: list[int] = []
        for at, line in _lines(text):
            found = self._tokenizer.encode(line, add_special_tokens=False)
            if not found.ids:
                continue
            if ids:
                ids.append(BREAK)
                starts.append(at)
                ends.append(at)
            of = found.word_ids
            words += [len(ids) + i for i, word in enumerate(of) if not i or word != of[i - 1]]
            ids += found.ids
            offsets = found.offsets
            starts += [at + start for start, _ in offsets]
            ends += [at + end for _, end in offsets]
        return Pieces(tuple(ids), tuple(starts), tuple(ends), tuple(words))


@dataclass(frozen=True)
class Encoder:
    """The alphabet and the networks of one folder of ``models/``, each opened when first used.

    What is opened needs its bytes no longer.
    """

    name: str
    sha256: str
    settings: dict[str, Any]
    alphabet: Alphabet
    _blobs: dict[str, bytes] = field(repr=False)

    @cached_property
    def _sharing(self) -> onnxruntime.InferenceSession:
        return session(self._blobs.pop("shared.onnx"))

    @cached_property
    def _finding(self) -> onnxruntime.InferenceSession:
        return session(self._blobs.pop("found.onnx"))

    @cached_property
    def _weighing(self) -> onnxruntime.InferenceSession:
        return session(self._blobs.pop("weighed.onnx"))

    def share(self, ids: Sequence[int]) -> Numbers:
        """What everything else goes on from: (1 + pieces + 1, 384).

        A row for the opening piece, each of a window's ``ids``, and the closing one. One window a
        call: with integers scaled as they come, what a window gives would otherwise depend on what
        is read beside it.
        """
        row = np.array([[BEGIN, *ids, BREAK]], dtype=np.int64)
        result: Numbers = self._sharing.run(None, {"ids": row})[0][0]
        return result

    def find(self, shared: Numbers) -> Numbers:
        """What finds attributions, for the rows of :meth:`share`."""
        return _run(self._finding, shared)

    def weigh(self, shared: Numbers) -> Numbers:
        """What judges cues, events and causes, for the same rows."""
        return _run(self._weighing, shared)


def windows(ids: Sequence[int]) -> Iterator[Window]:
    """``ids`` cut into stretches of at most :data:`CORE`, at line breaks where there are any.

    Behind a line break the next window starts afresh: what stood before it tells little there, and
    is not worth reading twice.
    """
    start = 0
    while start < len(ids):
        end = min(len(ids), start + CORE)
        if end < len(ids):
            breaks = (at for at in range(end, start + CORE // 2, -1) if ids[at - 1] == BREAK)
            end = next(breaks, end)
        left, right = (0 if at and ids[at - 1] == BREAK else SIDE for at in (start, end))
        yield Window(max(0, start - left), start, end, min(len(ids), end + right))
        start = end


@cache
def load(name: str) -> Encoder:
    """The model ``name``; raises :class:`ModelError` where a file is missing or not as made."""
    blobs, settings = checked(name)
    sha256 = hashlib.sha256(b"".join(blobs[file] for file in sorted(blobs))).hexdigest()
    return Encoder(name, sha256, settings, Alphabet.of(blobs["tokenizer.json"]), blobs)


def checked(name: str) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The files of the model ``name``, which are as they were made, and its settings."""
    folder = files("reportedly").joinpath("models", name)
    try:
        settings = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))
        blobs = {n: folder.joinpath(n).read_bytes() for n in settings["sha256"]}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"model {name}: {error}") from error
    for file, blob in blobs.items():
        if hashlib.sha256(blob).hexdigest() != settings["sha256"][file]:
            raise ModelError(f"model {name}: {file} is not the file that was made")
    return blobs, settings


def _run(part: onnxruntime.InferenceSession, shared: Numbers) -> Numbers:
    result: Numbers = part.run(None, {"shared": shared[None]})[0][0]
    return result


def session(network: bytes) -> onnxruntime.InferenceSession:
    """A network in ONNX, ready to run on one thread."""
    options = _options()
    if not _exact():
        # Only there, for it takes longer.
        options.add_session_config_entry("session.x64quantprecision", "1")
    # Fused, sums and their norms take an eighth longer on the processors that were tried.
    slow = ["SkipLayerNormFusion"]
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(network, options, providers, disabled_optimizers=slow)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


@cache
def _exact() -> bool:
    """Whether sums of eight-bit products come out whole as the runtime makes them by itself.

    On processors that have no instruction for them (AVX2 alone, no VNNI) they overflow.
    """
    product = onnxruntime.InferenceSession(_PROBE, _options(), ["CPUExecutionProvider"])
    largest = (np.full((rows, 4), 255, dtype=np.uint8) for rows in (1, 2, 64))
    return all((product.run(None, {"a": one})[0] == 4 * 255 * 127).all() for one in largest)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1
