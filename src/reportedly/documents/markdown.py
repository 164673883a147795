"""Markdown: the words without their marks, paragraphs kept, front matter read."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.model import Kept, Skipped, Span

from . import table
from .decode import decode
from .links import trimmed
from .raw import Raw, Stated
from .record import keep

_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r"=+[ \t]*|-{2,}[ \t]*")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r"[ \t]*(?:```|~~~).*")
_LEAD = re.compile(r"[ \t]*((?:>[ \t]?)+)?[ \t]*([-*+][ \t]+|\d{1,9}[.)][ \t]+)?")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(([^()\n]{0,2000})\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,500})\]\[([^\[\]\n]{0,200})\]")
_DEFINITION = re.compile(r" {0,3}\[([^\[\]\n]{1,500})\]:[ \t]*(\S{1,2000})(?:[ \t].*)?")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_INLINE = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    (_LINK, r"\1"),
    (_REFERENCE, r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-z][a-z0-9]{0,15}(?: [^<>\n]{0,500})?/?>", re.IGNORECASE), ""),
    (re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (_ESCAPED, r"\1"),
)
_MARK = re.compile("[\U000f0000-\U000fffff]")
"""What stands on both sides of a link while its place is found: no text has such characters."""


def read(raw: Raw) -> Iterator[Kept | Skipped]:
    """One file, one report; a leading heading is its title where the front matter has none."""
    text = "\n".join(decode(raw).splitlines()).strip()
    stated, body = front_matter(text)
    places = table.places(stated)
    found = table.fields(stated, {f: c for f, c in places.items() if f != "text"})
    title, body = (None, body) if found.title else _heading(body)
    report, links = words(body)
    found = replace(found, text=report, title=found.title or title, links=(*found.links, *links))
    yield keep(raw, replace(found, dated="front matter" if found.published else None))


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


def words(text: str) -> tuple[str, tuple[Stated, ...]]:
    """``text`` without Markdown's marks, one paragraph a line, a blank line between them.

    Beside it the links that it had, each at its words.
    """
    paragraphs: list[list[str]] = [[]]
    told = _uncommented(text)
    for line in told.split("\n"):
        _place(line, paragraphs)
    defined = _defined(told)
    shown, links, at = [], [], 0
    for paragraph in (" ".join(lines) for lines in paragraphs if lines):
        if line := _inline(paragraph).strip():
            links += [
                Stated(url, span=Span(at + span.start, at + span.end))
                for url, span in _links(paragraph, line, defined)
            ]
            shown.append(line)
            at += len(line) + len("\n\n")
    return "\n\n".join(shown), tuple(links)


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


def _links(paragraph: str, shown: str, defined: dict[str, str]) -> Iterator[tuple[str, Span]]:
    """The links of a paragraph at their places in what is ``shown`` of it.

    Their words are marked on both sides before the other marks are taken off; nothing is given
    where that changes what is shown.
    """
    if not (_LINK.search(paragraph) or _REFERENCE.search(paragraph)) or _MARK.search(paragraph):
        return
    urls: list[str] = []

    def marked(link: re.Match[str]) -> str:
        words, where = link.groups()
        named = defined.get((where or words).casefold(), "")
        urls.append(_destination(where) if link.re is _LINK else named)
        mark = chr(min(0xF0000 + len(urls), 0xFFFFF))
        return f"{mark}{words}{mark}"

    for pattern, kept in _INLINE:
        paragraph = pattern.sub(marked if pattern in {_LINK, _REFERENCE} else kept, paragraph)
    bare = _MARK.sub("", paragraph)
    if bare.strip() != shown:
        return
    lead = len(bare) - len(bare.lstrip())
    places: dict[str, list[int]] = {}
    for passed, found in enumerate(_MARK.finditer(paragraph)):
        places.setdefault(found[0], []).append(found.start() - passed - lead)
    for mark, at in places.items():
        url = urls[ord(mark) - 0xF0001]
        if url and len(at) == 2 and (span := trimmed(shown, *at)):
            yield url, span


def _destination(stated: str) -> str:
    """The address in the brackets of a link, without its title."""
    shown = stated.split(maxsplit=1)
    return _ESCAPED.sub(r"\1", shown[0]).removeprefix("<").removesuffix(">") if shown else ""


def _defined(text: str) -> dict[str, str]:
    """Name → address of the links that are defined on a line of their own."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        if entry := _DEFINITION.fullmatch(line):
            found.setdefault(entry[1].casefold(), _destination(entry[2]))
    return found


def _heading(body: str) -> tuple[str | None, str]:
    first, _, rest = body.lstrip("\n").partition("\n")
    if found := _HEADING.fullmatch(first.strip()):
        return _inline(found[2]), rest
    second, _, after = rest.partition("\n")
    if first.strip() and re.fullmatch(r"=+[ \t]*", second):
        return _inline(first.strip()), after
    return None, body
