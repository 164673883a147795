"""A line of a page as it is put together, and lines → paragraphs.

White space is one space, as a browser shows it; where two elements meet at the end of a sentence
without any, one is put in, so that no two words become one.
"""

import re

_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_OPENS = re.compile(r"[\"“‘(]?[A-ZÀ-Þ]")
_BEGINS = re.compile(r"[A-ZÀ-Þ][a-zà-þ]|\d+[ .]|\d+\Z")
_LONG = 40
_TAIL, _TAIL_LONG = 12, 200


class Line:
    """Text without a border in it, and the links in it as (start, end, href)."""

    __slots__ = ("_at", "_pieces", "border", "length", "linked", "links", "open", "space")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._at: int | None = None
        self.links: list[tuple[int, int, str]] = []
        self.linked = 0
        self.length = 0
        self.open: str | None = None
        self.space = False
        self.border = ""

    def add(self, text: str, around: bool = True) -> None:
        """Put down a run of text; ``around``: whether a space may stand before it."""
        words = text.split()
        if not words:
            self.space = self.space or bool(text)
            return
        piece = " ".join(words)
        if self.length and (self.space or (around and text[0].isspace()) or self._glued(piece)):
            piece = f" {piece}"
        started = self.length + (piece[0] == " ")
        self._pieces.append(piece)
        self.length += len(piece)
        self.space, self.border = text[-1].isspace(), ""
        if self.open and self._at is None:
            self._at = started

    def _glued(self, piece: str) -> bool:
        """Whether a sentence would begin right after another, where two elements meet."""
        if not self.border or not self._pieces:
            return False
        last = self._pieces[-1]
        if _ENDS.search(last[-4:]):
            return bool(_OPENS.match(piece))
        # Two elements side by side: no capital and no number stands within a word.
        return "es" in self.border and last[-1].isalnum() and bool(_BEGINS.match(piece))

    def begin(self, href: str | None) -> None:
        """A link begins; one that is open ends, as in a browser."""
        self.end()
        self.open, self._at = href, None

    def end(self) -> None:
        """The link that is open ends."""
        if self.open and self._at is not None and self._at < self.length:
            self.links.append((self._at, self.length, self.open))
            # A place in the same page is no other page.
            self.linked += 0 if self.open.startswith("#") else self.length - self._at
        self.open, self._at = None, None

    def text(self) -> str:
        """What is put down so far."""
        return "".join(self._pieces)

    def tail(self) -> str:
        """The end of it, without putting all of it together."""
        return "".join(self._pieces[-_TAIL:])[-_TAIL_LONG:]

    def join(self, other: "Line", between: str) -> None:
        """Put ``other`` after this line."""
        shift = self.length + len(between)
        self._pieces += [between, other.text()]
        self.links += [(start + shift, end + shift, href) for start, end, href in other.links]
        self.linked += other.linked
        self.length = shift + other.length


def paragraphs(lines: list[Line], preserved: bool = False) -> list[Line]:
    """Lines of a block as its paragraphs: a blank line ends one, and so does a sentence's end.

    A line that breaks off within a sentence goes on in the next; other lines stay lines. In text
    that is ``preserved`` as typed, with blank lines, nothing else ends a paragraph.
    """
    wrapped = preserved and any(not line.length for line in lines[1:-1])
    found: list[Line] = []
    blank = True
    for line in lines:
        line.end()
        if not line.length:
            blank = True
            continue
        between = None if blank or not found else _between(found[-1].tail(), line.text(), wrapped)
        if between is None:
            found.append(line)
        else:
            found[-1].join(line, between)
        blank = False
    return found


def _between(before: str, after: str, wrapped: bool) -> str | None:
    """What joins two lines; None where a paragraph ends between them."""
    last = before.rsplit("\n", 1)[-1]
    if wrapped:
        return " " if len(last) > _LONG or after[0].islower() else "\n"
    if after[0].islower() or last[-1] in ",-–—":
        return " "
    if _ENDS.search(last[-4:]):
        return None
    return " " if len(last) > _LONG and not last.isupper() else "\n"
