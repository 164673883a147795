"""Markdown: the words without their marks, paragraphs kept, front matter read."""

import re
from collections.abc import Iterator

from reportedly.model import Kept, Skipped

from . import table
from .decode import decode
from .raw import Fields, Raw
from .record import keep

_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r"=+[ \t]*|-{2,}[ \t]*")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r"[ \t]*(?:```|~~~).*")
_LEAD = re.compile(r"[ \t]*((?:>[ \t]?)+)?[ \t]*([-*+][ \t]+|\d{1,9}[.)][ \t]+)?")
_INLINE = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-z][a-z0-9]{0,15}(?: [^<>\n]{0,500})?/?>", re.IGNORECASE), ""),
    (re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One file, one report; a leading heading is its title where the front matter has none."""
    text = "\n".join(decode(raw).splitlines()).strip()
    stated, body = front_matter(text)
    places = table.places(stated)
    found = table.fields(stated, {f: c for f, c in places.items() if f != "text"})
    title, body = (None, body) if found.title else _heading(body)
    yield keep(
        raw,
        Fields(
            text=words(body),
            title=found.title or title,
            url=found.url,
            publisher=found.publisher,
            byline=found.byline,
            published=found.published,
            retrieved=found.retrieved,
            language=found.language,
        ),
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """``key: value`` lines between two ``---`` lines at the top, and the text after them.

    The keys are the columns of a table. Nothing else of YAML is read.
    """
    found = _FRONT.match(text)
    if not found:
        return {}, text
    entries = (_ENTRY.fullmatch(line.strip()) for line in found[1].splitlines())
    values = {entry[1]: entry[2].strip().strip("\"'") for entry in entries if entry}
    return {key: value for key, value in values.items() if value}, text[found.end() :]


def words(text: str) -> str:
    """``text`` without Markdown's marks, one paragraph a line, a blank line between them."""
    paragraphs: list[list[str]] = [[]]
    for line in _uncommented(text).split("\n"):
        _place(line, paragraphs)
    joined = (" ".join(lines) for lines in paragraphs if lines)
    return "\n\n".join(filter(None, (_inline(paragraph).strip() for paragraph in joined)))


def _place(line: str, paragraphs: list[list[str]]) -> None:
    """Add ``line`` to the paragraph it belongs to, or begin another."""
    lead = _LEAD.match(line)
    rest = line[lead.end() if lead else 0 :].strip()
    if not rest or _RULE.fullmatch(line) or _UNDERLINE.fullmatch(line) or _FENCE.fullmatch(line):
        paragraphs.append([])
    elif heading := _HEADING.fullmatch(rest):
        paragraphs.extend(([heading[2]], []))
    elif lead and lead[2]:
        paragraphs.append([rest])
    else:
        paragraphs[-1].append(rest)


def _uncommented(text: str) -> str:
    start, *rest = text.split("<!--")
    ends = (part.partition("-->") for part in rest)
    return start + "".join(after if end else f"<!--{before}" for before, end, after in ends)


def _inline(paragraph: str) -> str:
    for mark, kept in _INLINE:
        paragraph = mark.sub(kept, paragraph)
    return paragraph


def _heading(body: str) -> tuple[str | None, str]:
    first, _, rest = body.lstrip("\n").partition("\n")
    if found := _HEADING.fullmatch(first.strip()):
        return _inline(found[2]), rest
    second, _, after = rest.partition("\n")
    if first.strip() and re.fullmatch(r"=+[ \t]*", second):
        return _inline(first.strip()), after
    return None, body
