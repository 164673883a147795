"""The parser's matrix products, by the runtime that the networks use.

The wheel of blis, which the parser's library takes them from, has but its plain kernel, which is
slower (``benchmarks/speed.py``).
"""

from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps

from reportedly import encoder

Numbers = NDArray[np.float32]

_PRODUCT = (
    b'\x08\x08:g\n\x1e\n\x01a\n\x01b\x12\x01y"\x04Gemm*\r\n\x06transB\x18\x01\xa0\x01\x02\x12\x00'
    b"Z\x15\n\x01a\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01m\n\x03\x12\x01k"
    b"Z\x15\n\x01b\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01n\n\x03\x12\x01k"
    b"b\x15\n\x01y\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01m\n\x03\x12\x01nB\x04\n\x00\x10\x11"
)
"""A network in ONNX that multiplies ``a`` (m, k) with the transpose of ``b`` (n, k)."""


class Products(NumpyOps):  # type: ignore[misc]  # a compiled class
    """numpy's operations, but for products with a table of weights."""

    def gemm(
        self,
        x: Numbers,
        y: Numbers,
        *,
        out: Numbers | None = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Numbers:
        """``x`` times ``y``, either transposed first if asked for."""
        if trans1 or not trans2:
            plain: Numbers = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return plain
        result = product(x, y)
        if out is None:
            return result
        np.copyto(out, result)
        return out


def product(a: Numbers, b: Numbers) -> Numbers:
    """``a`` (m, k) times the transpose of ``b`` (n, k)."""
    result: Numbers = _product().run(None, {"a": a, "b": b})[0]
    return result


@cache
def _product() -> onnxruntime.InferenceSession:
    return encoder.session(_PRODUCT)


def give(model: Language) -> None:
    """Let every layer of ``model`` multiply so."""
    products = Products()
    for _, part in model.pipeline:
        for layer in part.model.walk() if hasattr(part, "model") else ():
            layer.ops = products
