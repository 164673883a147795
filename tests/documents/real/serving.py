"""What the tests of real files share: a real server on loopback, and reading from it by address."""

from documents.fetching.site import Site, answer, fetcher
from reportedly.documents import load
from reportedly.model import Kept

__all__ = ["Site", "answer", "put", "read"]

MEDIA = {
    ".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text", ".rtf": "application/rtf",
    ".doc": "application/msword", ".mhtml": "multipart/related", ".gz": "application/warc",
}  # fmt: skip


def put(site, path):
    """The address at which ``site`` serves a file, as servers do."""
    kind = MEDIA.get(path.suffix, "application/octet-stream")
    site.pages[f"/{path.name}"] = answer(path.read_bytes(), content_type=kind)
    return site.at(f"/{path.name}")


def read(site, *addresses):
    """What stands at addresses of ``site``: the documents, and the reasons of what was skipped."""
    found = list(load(addresses, fetcher=fetcher(site)))
    kept = [item.document for item in found if isinstance(item, Kept)]
    return kept, [item.reason for item in found if not isinstance(item, Kept)]
