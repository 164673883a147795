"""What lies beside a text where brat has it: by their names, the same in folders and archives."""

from collections.abc import Collection

_CONFIGURED = (
    "annotation.conf", "visual.conf", "kb_shortcuts.conf", "tools.conf", "acl.conf",
)  # fmt: skip


def companions(text: str) -> tuple[str, str] | None:
    """The names of the annotations of a text and of what it states about itself, if it is one."""
    stem = text.removesuffix(".txt")
    return (f"{stem}.ann", f"{stem}.json") if stem != text else None


def belongs(name: str, names: Collection[str]) -> bool:
    """Whether a file is for brat, or lies beside a text that brat has.

    ``names``: all files of its folder, or of its archive.
    """
    folder, _, last = name.rpartition("/")
    stem, _, suffix = name.rpartition(".")
    if suffix in {"ann", "json"}:
        return f"{stem}.ann" in names and f"{stem}.txt" in names
    there = f"{folder}/" if folder else ""
    return last in _CONFIGURED and any(
        one.endswith(".ann") and one.startswith(there) for one in names
    )
