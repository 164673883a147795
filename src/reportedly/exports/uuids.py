"""Ids of records as other formats want them: UUIDs made of our ids, the same in every export."""

from uuid import NAMESPACE_URL, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "reportedly:exports")
"""The one namespace of every id that is exported as a UUID."""


def uuid(kind: str, *ids: object) -> str:
    """A UUID of version 5 (RFC 9562) for a record of ``kind`` that is called by ``ids``."""
    return str(uuid5(NAMESPACE, " ".join((kind, *map(str, ids)))))
