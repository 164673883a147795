"""GraphML: the graph of reports, claims and voices for networkx, igraph, yEd and Gephi.

Source of the format: http://graphml.graphdrawing.org/specification.html. Written element by
element, since networkx writes a graph that it holds whole.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from reportedly.model import Case
from reportedly.visible import plain

from .graph import ABOUT, EDGE_FIELDS, NODE_FIELDS, Fields, Graph, Value
from .holdings import Copy

_TYPES: Mapping[type[Value], str] = {str: "string", int: "int", bool: "boolean"}
_NODE_FIELDS: Fields = {"label": str, **NODE_FIELDS}
"""GraphML has no label of its own; programs take the field of that name."""


def graphml(case: Case, copy: Copy) -> Iterator[bytes]:
    """The file, an element at a time; the kept copies are not asked for."""
    del copy
    graph = Graph(case)
    yield "".join(_head()).encode()
    for node in graph.nodes():
        data = _data("n", _NODE_FIELDS, {"label": node.label, **node.values})
        yield f'<node id="n{node.id}">\n{data}</node>\n'.encode()
    for edge in graph.edges():
        at = f'id="e{edge.id}" source="n{edge.source}" target="n{edge.target}"'
        yield f"<edge {at}>\n{_data('e', EDGE_FIELDS, edge.values)}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _head() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f"<desc>{escape(ABOUT)}</desc>\n"
    for letter, what, fields in (("n", "node", _NODE_FIELDS), ("e", "edge", EDGE_FIELDS)):
        for name, kind in fields.items():
            named = f'id="{letter}_{name}" for="{what}" attr.name="{name}"'
            yield f'<key {named} attr.type="{_TYPES[kind]}"/>\n'
    yield '<graph id="reportedly" edgedefault="directed">\n'


def _data(letter: str, fields: Fields, values: Mapping[str, Value | None]) -> str:
    told = ((name, values.get(name)) for name in fields)
    return "".join(
        f' <data key="{letter}_{name}">{written(value)}</data>\n'
        for name, value in told
        if value is not None and value != ""
    )


def written(value: Value) -> str:
    """``value`` between two tags: escaped, hidden characters made visible."""
    return str(value).lower() if isinstance(value, bool) else escape(plain(str(value)))
