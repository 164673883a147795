"""Score whose word a source is read as: its kind, whether it stays unnamed, and whom it stands for.

    python benchmarks/sources.py [--split tune|score] [--errors]

The gold attributions of PolNeAR's training part and of invented sentences are judged as if the
reader had found them. ``gold/polnear_sources.jsonl`` and ``gold/polnear_speakers.jsonl`` hold our
labels of them (offsets and labels only), ``gold/sources.jsonl`` invented sentences in full. Rows
of the split ``tune`` may be looked at when rules are written, those of ``score`` are counted.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly import readings
from reportedly.documents.sentences import sentences
from reportedly.model import Attribution, Document, Source, Span, identify
from reportedly.readings.found import Found

GOLD = Path(__file__).with_name("gold")
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear" / "train"
COMMON = 20
"""Examples of a kind below which its score says little."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold source and how it was read; ``text`` is the source as printed."""

    row: Row
    text: str
    source: Source | None
    name: str | None


def rows(name: str, split: str | None) -> list[Row]:
    """The rows of one gold file that belong to ``split``, all without one."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [row for row in found if split in (None, row["split"])]


def corpus(chosen: list[Row]) -> Iterator[Judged]:
    """Rows that point into the corpus, judged document by document."""
    of: dict[str, list[Row]] = defaultdict(list)
    for row in chosen:
        of[row["doc"]].append(row)
    for name in sorted(of):
        text = (CORPUS / "text" / f"{name}.txt").read_bytes().decode()
        gold = annotated(next(iter(sorted((CORPUS / "attributions").glob(f"{name}*.ann")))))
        yield from judged(document(name, text), gold, of[name])


def invented(chosen: list[Row]) -> Iterator[Judged]:
    """Rows that hold their own text."""
    for row in chosen:
        found = Found(spans(row["source"]), spans(row["cue"]), spans(row["content"]), "gold")
        yield from judged(document(row["text"], row["text"]), [found], [row])


def judged(report: Document, found: list[Found], chosen: list[Row]) -> Iterator[Judged]:
    """How the sources of ``chosen`` are read where ``found`` are the attributions."""
    attributions = readings.judged(report, found)
    for row in chosen:
        one = _at(attributions, spans(row["source"]))
        parts = (report.text[a:b] for a, b in row["source"])
        name = row.get("name")
        name = report.text[slice(*name)] if isinstance(name, list) else name
        yield Judged(row, " … ".join(parts), one.source if one else None, name)


def _at(attributions: Iterable[Attribution], wanted: tuple[Span, ...]) -> Attribution | None:
    def shared(one: Attribution) -> int:
        mine = one.source.spans if one.source else ()
        return sum(min(a.end, b.end) - max(a.start, b.start)
                   for a in mine for b in wanted if a.overlaps(b))  # fmt: skip

    best = max(attributions, key=shared, default=None)
    return best if best and shared(best) else None


def spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Pairs of offsets as spans."""
    return tuple(Span(start, end) for start, end in pairs)


def document(name: str, text: str) -> Document:
    """A report with nothing but its text."""
    return Document(
        id=identify("document", name), name=name, url=None, publisher=None, byline=None,
        published=None, retrieved=None, title=None, language="en", text=text,
        sentences=sentences(text), sha256="",
    )  # fmt: skip


def annotated(path: Path) -> list[Found]:
    """The attributions of a brat file that have a cue and a content."""
    marks: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in path.read_bytes().decode().split("\n"):
        head, _, rest = line.rstrip("\r").partition("\t")
        if re.fullmatch(r"T\d+", head):
            offsets = rest.partition("\t")[0].partition(" ")[2]
            marks[head] = [(int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", offsets)]
        elif re.fullmatch(r"E\d+", head):
            roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for part in rest.split():
                role, _, mark = part.partition(":")
                roles[role.rstrip("0123456789")] += marks.get(mark, [])
            one = [spans(sorted(roles[role])) for role in ("Source", "Cue", "Content")]
            if one[1] and one[2]:
                found.append(Found(*one, "gold"))
    return found


def kinds(found: list[Judged]) -> dict[str, tuple[int, float, float, float]]:
    """Of each kind: examples, precision, recall, F1."""
    gold = Counter(one.row["kind"] for one in found)
    read = Counter(one.source.kind if one.source else None for one in found)
    hits = Counter(o.row["kind"] for o in found if o.source and o.source.kind == o.row["kind"])
    return {
        kind: (
            n,
            hits[kind] / max(read[kind], 1),
            hits[kind] / n,
            2 * hits[kind] / (n + read[kind]),
        )
        for kind, n in gold.most_common()
    }


def macro_f1(found: list[Judged]) -> float:
    """Mean F1 over the kinds with at least :data:`COMMON` examples."""
    common = [scores[3] for scores in kinds(found).values() if scores[0] >= COMMON]
    return sum(common) / max(len(common), 1)


def unnamed(found: list[Judged]) -> float:
    """Share of sources of which it is told rightly whether they stay unnamed."""
    hits = sum(bool(o.source) and o.source.anonymous == o.row["anonymous"] for o in found)
    return hits / max(len(found), 1)


def speakers(found: list[Judged]) -> tuple[float, float, int]:
    """Precision of the names given, share of nameable sources that get one, sources counted.

    A name is right where it ends as the labelled one does and one holds all words of the other.
    """
    sure = [one for one in found if one.row["sure"]]
    given = [one for one in sure if _answer(one)]
    nameable = [one for one in sure if one.name]
    covered = [one for one in nameable if _answer(one)]
    right = sum(same(_answer(one), one.name) for one in given)
    return right / max(len(given), 1), len(covered) / max(len(nameable), 1), len(sure)


def _answer(one: Judged) -> str | None:
    return one.source.name if one.source else None


def same(given: str | None, name: str | None) -> bool:
    """Whether two names are one, shorter or longer."""
    if not given or not name:
        return False
    a, b = (re.findall(r"\w+", re.sub(r"[’']s\b", "", n.casefold())) for n in (given, name))
    a, b = ([w for w in words if w != "the"] for words in (a, b))
    return bool(a and b) and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def main() -> None:
    """Print the scores, and on demand what was read wrongly."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--split", choices=("tune", "score"), default="score")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    sets = {
        "PolNeAR": list(corpus(rows("polnear_sources", chosen.split))),
        "invented": list(invented(rows("sources", chosen.split))),
    }
    sets["both"] = [one for found in list(sets.values()) for one in found]
    for title, found in sets.items():
        print(f"== kinds, {title}: {len(found)} sources")
        for kind, (n, p, r, f) in kinds(found).items():
            print(f"{kind:14} n={n:4} P={p:.2f} R={r:.2f} F1={f:.2f}")
        print(f"macro F1 (kinds with {COMMON} or more) {macro_f1(found):.3f}, "
              f"unnamed or not {unnamed(found):.3f}\n")  # fmt: skip
    named = list(corpus(rows("polnear_speakers", chosen.split)))
    precision, coverage, count = speakers(named)
    print(f"== speakers: precision {precision:.3f} coverage {coverage:.3f} of {count} sources")
    if chosen.errors:
        _wrong(sets["both"], named)


def _wrong(found: list[Judged], named: list[Judged]) -> None:
    for one in found:
        source = one.source
        read = (source.kind, source.anonymous) if source else None
        if read != (one.row["kind"], one.row["anonymous"]):
            where = one.row.get("doc", one.row.get("text"))
            print(f"{one.text!r}: {one.row['kind']}, {one.row['anonymous']}; read {read}; {where}")
    for one in named:
        if one.row["sure"] and not same(_answer(one), one.name) and (_answer(one) or one.name):
            print(f"{one.text!r}: {one.name!r}; read {_answer(one)!r}; {one.row['doc']} "
                  f"{one.row['source']}")  # fmt: skip


if __name__ == "__main__":
    main()
