"""The smallest SVG writer that will do: elements, escaped text, no style attributes."""

from markupsafe import Markup, escape

from ..visible import plain

Number = int | float


def element(tag: str, *inside: Markup, **attributes: str | Number | None) -> Markup:
    """``<tag …>inside</tag>``; ``text_anchor`` becomes ``text-anchor``, None is left out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    held = Markup("").join(inside)
    return Markup(f"<{tag}{written}>{held}</{tag}>")  # noqa: S704 - values escaped above


def text(x: Number, y: Number, words: str, **attributes: str | Number | None) -> Markup:
    """One line of text; hidden characters are shown by their code points."""
    return element("text", escape(plain(words)), x=x, y=y, **attributes)


def _plain(value: str | Number | None) -> str:
    return f"{value:g}" if isinstance(value, int | float) else plain(str(value))


def short(name: str, length: int) -> str:
    """``name``, cut with an ellipsis where it is longer than ``length``."""
    return name if len(name) <= length else name[: length - 1] + "…"
