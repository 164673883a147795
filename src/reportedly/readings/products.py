"""Matrix products by the runtime that the networks use."""

from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from reportedly import encoder

Numbers = NDArray[np.float32]

_PRODUCT = (
    b'\x08\x08:g\n\x1e\n\x01a\n\x01b\x12\x01y"\x04Gemm*\r\n\x06transB\x18\x01\xa0\x01\x02\x12\x00'
    b"Z\x15\n\x01a\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01m\n\x03\x12\x01k"
    b"Z\x15\n\x01b\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01n\n\x03\x12\x01k"
    b"b\x15\n\x01y\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01m\n\x03\x12\x01nB\x04\n\x00\x10\x11"
)
"""A network in ONNX that multiplies ``a`` (m, k) with the transpose of ``b`` (n, k)."""


def product(a: Numbers, b: Numbers) -> Numbers:
    """``a`` (m, k) times the transpose of ``b`` (n, k)."""
    result: Numbers = _product().run(None, {"a": a, "b": b})[0]
    return result


@cache
def _product() -> onnxruntime.InferenceSession:
    return encoder.session(_PRODUCT)
