"""A ledger with the copies of given files, read and kept but not compared."""

from reportedly.documents import load
from reportedly.documents.opening import Opening
from reportedly.documents.raw import Raw
from reportedly.ledger import opened
from reportedly.model import Case, Kept, Reading


def fetched(name, data, url=None, retrieved=None):
    """What a file gives that came from an address."""
    return [k for k in Opening().reports(Raw(name, data, None, None, url, retrieved))
            if isinstance(k, Kept)]  # fmt: skip


def loaded(*paths):
    """What files on disk give."""
    return [k for k in load([str(path) for path in paths]) if isinstance(k, Kept)]


def ledger(where, kept):
    """Keep reports by all their routes, as one run."""
    documents = tuple({k.document.id: k.document for k in reversed(kept)}.values())[::-1]
    ids = [d.id for d in documents]
    routes = dict.fromkeys(sorted((k.retrieval for k in kept), key=lambda r: ids.index(r.document)))
    case = Case(documents, tuple(Reading(id_) for id_ in ids), retrievals=tuple(routes))
    with opened(where) as made:
        made.taken.put(kept)
        made.record(case, "reader 1")
    return case


def told(kept):
    """The documents by their ids, in all fields but their names."""
    found = {}
    for one in kept:
        found.setdefault(one.document.id, nameless(one.document))
    return found


def nameless(document):
    """A document's fields, without its name."""
    return {name: getattr(document, name) for name in document.__slots__ if name != "name"}
