"""What benchmarks of growth share: other names for further rounds, memory, exponent, picture."""

import hashlib
import math
import re
import resource
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

Row = dict[str, float]

WIDE, HIGH = 420, 300


@lru_cache(100_000)
def other(word: str, number: int) -> str:
    """Another word of the same length and pattern of vowels."""
    digest = hashlib.sha256(f"{word} {number}".encode()).digest()
    kinds = ("aeiou", "bcdfghjklmnprstvwz")
    return "".join(
        (held := kinds[letter not in kinds[0]])[digest[at % 32] % len(held)]
        for at, letter in enumerate(word)
    )


def most_held() -> float:
    """Gigabytes that this process ever held; what the system counts begins with its parent's."""
    status = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s*(\d+)", status.read_text()) if status.exists() else None
    most = int(told[1]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024**2


def exponent(rows: Sequence[Row], of: str = "seconds") -> float:
    """The slope of ``of`` against reports, both in logarithms, by least squares."""
    sizes, values = ([math.log(row[name]) for row in rows] for name in ("reports", of))
    return float(np.polyfit(sizes, values, 1)[0])


def plot(rows: Sequence[Row]) -> str:
    """Time and memory against reports as SVG, both axes logarithmic."""
    panels = (("seconds", "s", "processor time", 0), ("gigabytes", "GB", "memory", WIDE))
    drawn = "".join(_panel(rows, *panel) for panel in panels)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDE} {HIGH}"'
        f' font-family="sans-serif" font-size="12" fill="#222">'
        f'<rect width="100%" height="100%" fill="#fff"/>{drawn}</svg>\n'
    )


def _panel(rows: Sequence[Row], name: str, unit: str, title: str, left: int) -> str:
    points = [(*_place(row["reports"], row[name], rows, name, left), row) for row in rows]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#1b5e8c"/>'
        f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{row[name]:,.3g} {unit}</text>'
        f'<text x="{x:.1f}" y="{HIGH - 12}" text-anchor="middle">{row["reports"]:,.0f}</text>'
        for x, y, row in points
    )
    base = HIGH - 28
    return (
        f'<text x="{left + 24}" y="20" font-weight="bold">{title} by reports,'
        f" exponent {exponent(rows, name):.2f}</text>"
        f'<path d="M{left + 24} {base}H{left + WIDE - 16}" stroke="#999"/>'
        f'<polyline points="{path}" fill="none" stroke="#1b5e8c" stroke-width="2"/>{dots}'
    )


def _place(
    reports: float, value: float, rows: Sequence[Row], name: str, left: int
) -> tuple[float, float]:
    """Where a point stands: both axes go from the least to the greatest of ``rows``."""
    along = _share(reports, [row["reports"] for row in rows])
    up = _share(value, [row[name] for row in rows])
    return left + 60 + along * (WIDE - 130), HIGH - 50 - up * (HIGH - 110)


def _share(value: float, held: Sequence[float]) -> float:
    low, high = math.log(min(held)), math.log(max(held))
    return (math.log(value) - low) / (high - low) if high > low else 0.5
