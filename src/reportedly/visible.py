"""Characters that would act instead of being read, made visible.

Bidirectional controls reorder what surrounds them, control characters move a terminal's
cursor, lone surrogates cannot be written at all. None of them ever leaves the program raw.
"""

import re
from html import escape

from markupsafe import Markup

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Everything that is shown by its code point: controls but tab and line ends, and the rest."""
_UNSAFE = re.compile(f"[&<>\"'\r{HIDDEN.pattern[1:]}")


def plain(text: str) -> str:
    """``text`` for a terminal: hidden characters as ``⟨U+202E⟩``, carriage returns too."""
    return HIDDEN.sub(lambda m: f"⟨{code(m[0])}⟩", text.replace("\r\n", "\n")).replace(
        "\r", "⟨U+000D⟩"
    )


def line(text: str) -> str:
    """``text`` on one line, hidden characters as ``⟨U+202E⟩``."""
    return " ".join(plain(text).split())


def markup(text: str) -> Markup:
    """``text`` for HTML: escaped, hidden characters as ``<i class="ctl">U+202E</i>``."""
    if not _UNSAFE.search(text):
        return Markup(text)  # noqa: S704 - nothing in it that means anything
    safe = escape(text).replace("\r", "&#13;")
    return Markup(HIDDEN.sub(_shown, safe))  # noqa: S704 - escaped in the line above


def code(character: str) -> str:
    """The name of a code point: ``U+202E``."""
    return f"U+{ord(character):04X}"


def _shown(match: re.Match[str]) -> str:
    return f'<i class="ctl">{code(match[0])}</i>'
