"""The bulk of a page that nobody reads: scripts, styles and drawings, drawn from a seed."""

import random

from markupsafe import Markup

_WORDS = (
    "queue", "consent", "bid", "slot", "lazy", "observer", "viewport", "hydrate", "chunk",
    "vendor", "track", "event", "store", "push", "init", "render", "cache", "prefs", "banner",
    "scroll", "sticky", "player", "embed", "flag", "session", "token", "locale", "breakpoint",
)  # fmt: skip


def script(rng: random.Random, size: int) -> Markup:
    """About ``size`` characters of minified-looking code."""
    parts = ["!function(e,t){'use strict';var n={};"]
    length = 0
    while length < size:
        a, b, c = rng.choices(_WORDS, k=3)
        number = rng.randrange(99999)
        line = rng.choice((
            f'n.{a}{number}=function(r){{return r&&r.{b}?r.{b}("{c}-{number}"):void 0}};',
            f'if(e.{a}&&e.{a}.length>{number % 97}){{t.{b}=e.{a}.slice({number % 9})}}',
            f'e.addEventListener("{a}:{b}",function(o){{n.{c}(o.detail,{number})}},!1);',
            f'var {a[0]}{number}={{id:"{number:x}",{a}:!0,{b}:[{number % 7}],{c}:null}};',
        ))  # fmt: skip
        parts.append(line)
        length += len(line)
    return Markup("".join(parts) + "}(window,document);")


def style(rng: random.Random, size: int) -> Markup:
    """About ``size`` characters of rules."""
    parts = []
    length = 0
    while length < size:
        a, b = rng.choices(_WORDS, k=2)
        line = (
            f".{a}-{b}{rng.randrange(999)}{{margin:{rng.randrange(40)}px "
            f"{rng.randrange(9)}rem;color:#{rng.randrange(16**6):06x};"
            f"flex:{rng.randrange(3)} 1 {rng.randrange(100)}%}}"
        )
        parts.append(line)
        length += len(line)
    return Markup("".join(parts))


def drawing(rng: random.Random, lines: int = 30) -> Markup:
    """A picture as SVG."""
    paths = "".join(
        f'<path d="M{rng.randrange(99)} {rng.randrange(99)}c{rng.random():.3f}-'
        f'{rng.random() * 9:.3f} {rng.randrange(60)} {rng.random():.2f} {rng.randrange(40)} 7z"/>'
        for _ in range(lines)
    )
    return Markup(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">{paths}</svg>')
