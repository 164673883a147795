"""GEXF 1.2: the graph of reports, claims and voices for Gephi, with dates for its timeline.

Source of the format: https://gexf.net/schema.html. It is the version that networkx reads. Written
element by element, since networkx writes a graph that it holds whole.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from reportedly.model import Case
from reportedly.visible import plain

from .graph import ABOUT, EDGE_FIELDS, NODE_FIELDS, Edge, Fields, Graph, Node, Value
from .holdings import Copy

_TYPES: Mapping[type[Value], str] = {str: "string", int: "integer", bool: "boolean"}

_COLOURS: Mapping[str, tuple[int, int, int]] = {
    "report": (86, 97, 107), "claim": (178, 126, 23), "voice": (38, 92, 150),
    "outside": (170, 175, 180), "for": (46, 125, 80), "against": (176, 42, 48),
    "observing": (150, 155, 160), "silent": (120, 90, 150), "origin": (30, 64, 120),
    "told": (214, 217, 220), "copied": (110, 60, 20), "quoted": (150, 100, 50),
    "credited": (190, 150, 100), "revised": (60, 60, 60),
}  # fmt: skip
"""By the kind of a node or of an edge."""


def gexf(case: Case, copy: Copy) -> Iterator[bytes]:
    """The file, an element at a time; the kept copies are not asked for."""
    del copy
    graph = Graph(case)
    yield "".join(_head()).encode()
    yield b"<nodes>\n"
    for node in graph.nodes():
        yield "".join(_node(node)).encode()
    yield b"</nodes>\n<edges>\n"
    for edge in graph.edges():
        yield "".join(_edge(edge)).encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def _head() -> Iterator[str]:
    space = "http://www.gexf.net/1.2draft"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<gexf xmlns="{space}" xmlns:viz="{space}/viz" version="1.2">\n'
    yield f"<meta><creator>reportedly</creator><description>{escape(ABOUT)}</description></meta>\n"
    # Days and moments are both read; networkx knows no timeformat "dateTime".
    yield '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
    for what, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        yield f'<attributes class="{what}" mode="static">\n'
        for name, kind in fields.items():
            yield f'<attribute id="{name}" title="{name}" type="{_TYPES[kind]}"/>\n'
        yield "</attributes>\n"


def _node(one: Node) -> Iterator[str]:
    size = 6 + 2 * min(int(one.values.get("reports") or 0), 20)
    yield f'<node id="{one.id}" label={_quoted(one.label)}{_start(one.values)}>\n'
    yield from _values(NODE_FIELDS, one.values)
    yield f'<viz:size value="{size}"/>{_colour(one.kind)}</node>\n'


def _edge(one: Edge) -> Iterator[str]:
    ends = f'source="{one.source}" target="{one.target}" label="{one.kind}"'
    yield f'<edge id="{one.id}" {ends}{_start(one.values)}>\n'
    yield from _values(EDGE_FIELDS, one.values)
    yield f"{_colour(one.kind)}</edge>\n"


def _start(values: Mapping[str, Value | None]) -> str:
    """From when on it is there; what has no date is always there."""
    return f' start="{values["when"]}"' if values.get("when") else ""


def _values(fields: Fields, values: Mapping[str, Value | None]) -> Iterator[str]:
    yield "<attvalues>\n"
    for name in fields:
        value = values.get(name)
        if value is not None and value != "":
            yield f' <attvalue for="{name}" value={_quoted(value)}/>\n'
    yield "</attvalues>\n"


def _colour(kind: str) -> str:
    red, green, blue = _COLOURS[kind]
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _quoted(value: Value) -> str:
    """``value`` as an attribute: escaped, hidden characters made visible."""
    return quoteattr(str(value).lower() if isinstance(value, bool) else plain(str(value)))
