"""Frames of real sentences: the syntax of PolNeAR's attributions, with our words put in.

A sentence that is little more than source, cue and content lends its order, punctuation and cue;
source and content are replaced. Nothing else with a capital letter or a digit may stand in it. The
frames are made when a world is made and are kept nowhere.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear"
PLAIN = {"said", "says", "stated", "added", "explained", "noted", "announced", "told", "argued"}
MOST_ELSE = 45
"""Characters of a sentence besides source and content."""
_END = re.compile(r"(?<=[.!?])[”\"']?\s")


@cache
def real(part: str) -> tuple[str, ...]:
    """Frames with {source} and {clause} from one part of the corpus; none where it is absent."""
    folder = CORPUS / part
    if not folder.is_dir():
        return ()
    found = {
        frame
        for path in sorted((folder / "attributions").glob("*.ann"))
        for frame in _frames(path, folder / "text" / f"{path.stem.rpartition('_')[0]}.txt")
    }
    return tuple(sorted(found))


def _frames(marked: Path, printed: Path) -> Iterator[str]:
    text = printed.read_bytes().decode()
    for source, cue, content in _relations(marked.read_bytes().decode()):
        if text[slice(*cue)].lower() in PLAIN:
            frame = _frame(text, source, content)
            if frame:
                yield frame


def _relations(lines: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    """Source, cue and content of every attribution that has each in one piece."""
    marks: dict[str, list[tuple[int, int]]] = {}
    for line in lines.split("\n"):
        head, _, rest = line.rstrip("\r").partition("\t")
        if head.startswith("T"):
            offsets = rest.partition("\t")[0].partition(" ")[2]
            marks[head] = [(int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", offsets)]
        elif head.startswith("E"):
            roles = dict(part.partition(":")[::2] for part in rest.split())
            held = [marks.get(roles.get(role, ""), []) for role in ("Source", "Cue", "Content")]
            if all(len(spans) == 1 for spans in held) and len(roles) == 4:
                yield held[0][0], held[1][0], held[2][0]


def _frame(text: str, source: tuple[int, int], content: tuple[int, int]) -> str | None:
    first, last = sorted((source, content))
    if first[1] > last[0]:
        return None
    start = max((m.end() for m in _END.finditer(text, max(0, first[0] - 80), first[0])), default=-1)
    ends = _END.search(text, last[1] - 1)
    end = ends.start() if ends else -1
    if start < 0 or end < 0 or "\n" in text[start:end]:
        return None
    head, middle, tail = text[start : first[0]], text[first[1] : last[0]], text[last[1] : end]
    rest = head + middle + tail
    if (
        len(rest) > MOST_ELSE
        or re.search(r"[A-Z\d“”\"'’()]", rest)
        or tail.strip(" ") not in {"", "."}
    ):
        return None
    if not middle.endswith(" "):
        return None
    if re.search("[“”\"‘’']", text[content[0] : content[1]]) or (head and not head.endswith(", ")):
        return None
    that = "that " if text[content[0] : content[1]].startswith("that ") else ""
    names = ["{source}", that + "{clause}"] if first == source else [that + "{clause}", "{source}"]
    frame = " ".join(f"{head}{names[0]}{middle}{names[1]}{tail}".split())
    frame = frame if frame.endswith(".") else f"{frame}."
    return re.sub(r"^\{(\w)", lambda m: "{" + m[1].upper(), frame)
