"""Draws docs/export-graph.svg: what ``export --to graphml`` gives of the bundled story.

Only the file is read, by networkx. Voices, claims and reports stand in three columns; claims told
in one report and disputed by nobody (``alone``) are left out, as are voices that only pass on.

    reportedly report examples/tolvek/reports -o dossier.html --ledger case.db
    reportedly export -l case.db --to graphml -o case.graphml
    python docs/export_graph.py case.graphml
"""

import sys
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import networkx as nx

Place = tuple[float, float]

WIDTH, ROW, TOP = 1480, 27, 64
VOICES, CLAIMS, REPORTS = 330, 640, 1100
COLOURS = {
    "for": "#2e7d50", "against": "#b02a30", "silent": "#785a96", "origin": "#1e4078",
    "told": "#d3d7db", "copied": "#6e3c14", "quoted": "#6b8e9e", "credited": "#c08a3e",
    "revised": "#3c3c3c",
}  # fmt: skip
LEGEND = {"origin": "origin (dashed: not shown)", "told": "told in"}
BOWS = {"copied": 0, "revised": 10, "credited": 24, "quoted": 48}
UNDER = ("told", "origin", "for", "silent", "against")


def main() -> None:
    """Draw the graph of the file that is named."""
    graph = nx.read_graphml(sys.argv[1], force_multigraph=True)
    columns = _columns(graph)
    height = 2 * TOP + ROW * max(map(len, columns))
    places: dict[str, Place] = {}
    for x, names in zip((VOICES, CLAIMS, REPORTS), columns, strict=True):
        step = (height - 2 * TOP) / (len(names) - 1)
        places |= {name: (x, TOP + n * step) for n, name in enumerate(names)}
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        ' font-family="DejaVu Sans, Verdana, sans-serif" font-size="12.5">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    )
    drawn = (*head, *_ties(graph, places), *_things(graph, places), *_words(height), "</svg>", "")
    (Path(__file__).parent / "export-graph.svg").write_text("\n".join(drawn), encoding="utf-8")


def _columns(graph: nx.MultiDiGraph) -> tuple[list[str], list[str], list[str]]:
    kinds = {"report": [], "claim": [], "voice": [], "outside": []}
    for name, told in graph.nodes(data=True):
        if not told.get("alone"):
            kinds[told["kind"]].append(name)
    claims = kinds["claim"]
    beside: dict[str, list[int]] = {}
    for voice, claim, told in graph.edges(data=True):
        if claim in claims and told["kind"] in {"for", "against", "silent", "origin"}:
            beside.setdefault(voice, []).append(claims.index(claim))
    voices = sorted(beside, key=lambda name: (sum(beside[name]) / len(beside[name]), name))
    return voices, claims, kinds["report"] + kinds["outside"]


def _ties(graph: nx.MultiDiGraph, places: dict[str, Place]) -> Iterator[str]:
    ends = [(told["kind"], told, *(places.get(name) for name in pair))
            for *pair, told in graph.edges(data=True)]  # fmt: skip
    shown = [tie for tie in ends if tie[0] in COLOURS and None not in tie]
    for kind, told, start, end in sorted(shown, key=lambda tie: _height(tie[0])):
        if kind in BOWS:
            yield _bow(kind, start, end)
        else:
            yield _stance(kind, (start[0] + 255 * (kind == "told"), start[1]), end, told)


def _bow(kind: str, start: Place, end: Place) -> str:
    """From a report to its upstream, beside the column of both."""
    x, (y, down) = start[0] + 218, (start[1], end[1])
    bow = x + 50 + abs(y - down) * 0.3 + BOWS[kind]
    path = f"M{x},{y:.1f} C{bow:.1f},{y:.1f} {bow:.1f},{down:.1f} {x + 4},{down:.1f}"
    head = f'<path d="M{x},{down:.1f} l8,-4 v8z" fill="{COLOURS[kind]}"/>'
    return f'<path d="{path}" fill="none" stroke="{COLOURS[kind]}" stroke-width="2"/>{head}'


def _stance(kind: str, start: Place, end: Place, told: Mapping[str, object]) -> str:
    """From a voice to a claim, or from a claim to a report."""
    (x, y), (to, down) = start, end
    path = f"M{x},{y:.1f} C{(x + to) / 2},{y:.1f} {(x + to) / 2},{down:.1f} {to},{down:.1f}"
    wide = {"told": "1", "origin": "4.6"}.get(kind, "1.8")
    faint = ' stroke-opacity=".22"' if kind == "origin" else ""
    dashed = "" if told.get("shown", True) else ' stroke-dasharray="3 5"'
    line = f'stroke="{COLOURS[kind]}" stroke-width="{wide}"{faint}{dashed}'
    return f'<path d="{path}" fill="none" {line}/>'


def _height(kind: str) -> int:
    return UNDER.index(kind) if kind in UNDER else len(UNDER)


def _things(graph: nx.MultiDiGraph, places: dict[str, Place]) -> Iterator[str]:
    for name, (x, y) in places.items():
        told = graph.nodes[name]
        label = told["label"] if len(told["label"]) < 39 else told["label"][:37] + "…"
        size = 5 + 0.4 * min(told.get("reports", 2), 15)
        fill = {"voice": "#265c96", "claim": "#b27e17", "report": "#56616b"}
        if told["kind"] == "claim":
            yield f'<rect x="{x + 12}" y="{y - 9:.1f}" width="244" height="18" fill="#fff"/>'
        yield f'<circle cx="{x}" cy="{y:.1f}" r="{size}" fill="{fill.get(told["kind"], "#aaa")}"/>'
        side = (x - 12, "end") if told["kind"] == "voice" else (x + 13, "start")
        yield f'<text x="{side[0]}" y="{y + 4:.1f}" text-anchor="{side[1]}">{escape(label)}</text>'


def _words(height: int) -> Iterator[str]:
    heads = ((VOICES, "end", "voices"), (CLAIMS, "start", "claims, those in one report left out"),
             (REPORTS, "start", "reports by date, and their upstreams"))  # fmt: skip
    for x, anchor, words in heads:
        yield f'<text x="{x}" y="32" text-anchor="{anchor}" font-weight="700">{words}</text>'
    x = 200
    for kind, colour in COLOURS.items():
        words, y = LEGEND.get(kind, kind), height - 18
        yield f'<path d="M{x},{y - 4} h26" stroke="{colour}" stroke-width="3"/>'
        yield f'<text x="{x + 32}" y="{y}">{words}</text>'
        x += 56 + 8 * len(words)


if __name__ == "__main__":
    main()
