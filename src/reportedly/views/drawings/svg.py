"""The smallest SVG writer that will do: elements, escaped text, no style attributes."""

from markupsafe import Markup, escape

from reportedly.visible import HIDDEN, code, plain

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


def text(x: Number | str, y: Number | str, words: str, **attributes: str | Number | None) -> Markup:
    """One line of text; hidden characters are shown by their code points."""
    return element("text", escape(plain(words)), x=x, y=y, **attributes)


def picture(
    name: str, title: str, about: str, width: Number | str, height: Number, *parts: Markup
) -> Markup:
    """A drawing that is read aloud as ``title`` and ``about``; ``name`` is its id in the page.

    Nothing in it can be followed: links stand in the words beside it, where a keyboard finds them.
    """
    heads = [element(tag, escape(plain(words)), id=f"{name}-{tag}")
             for tag, words in (("title", title), ("desc", about))]  # fmt: skip
    fixed = f"0 0 {width:g} {height:g}" if not isinstance(width, str) else None
    return element(
        "svg", *heads, *parts, class_="drawn", role="img", width=width, height=height,
        viewBox=fixed, aria_labelledby=f"{name}-title {name}-desc",
    )  # fmt: skip


def window(
    x: Number | str, y: Number, width: Number | str, height: Number, *parts: Markup
) -> Markup:
    """A place of its own within a drawing: what is wider than it cannot reach its neighbours."""
    return element("svg", *parts, x=x, y=y, width=width, height=height)


def at(x: Number | str, y: Number, *parts: Markup) -> Markup:
    """``parts`` moved to a point whose place may be a percentage."""
    return element("svg", *parts, x=x, y=y, class_="at")


def glyphs(words: str) -> Markup:
    """Words of a report for SVG: escaped, hidden characters as ``<tspan class="ctl">U+202E``."""
    safe = str(escape(words)).replace("\r", "&#13;")
    shown = HIDDEN.sub(lambda m: f'<tspan class="ctl">{code(m[0])}</tspan>', safe)
    return Markup(shown)  # noqa: S704 - escaped two lines above


def _plain(value: str | Number | None) -> str:
    return f"{value:g}" if isinstance(value, int | float) else plain(str(value))
