"""Invented pages with walls: what stands around a story of Tolvek, in many sites' ways."""

STORY = (
    "The harbour council of Tolvek voted on Tuesday to close the old ferry pier for the winter.",
    "Engineers had found cracks in eleven of its piles, the council's secretary, Mara Ilden, said.",
    "The line to Brennet will leave from the coal quay until the repairs are paid for.",
)
LONG = (
    *STORY,
    "“We could not wait for spring,” said Ilden, who had asked for the survey in August.",
    "Fishermen at the coal quay said they had not been told how the berths would be shared.",
    "The repairs are put at four million marks, half of which the province is to pay in March.",
)
FREE_NOT = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    '"headline":"Tolvek closes its ferry pier","isAccessibleForFree":%s,"hasPart":{"@type":'
    '"WebPageElement","isAccessibleForFree":%s,"cssSelector":".%s"}}</script>'
)


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def page(inner, head="", title="Tolvek closes its ferry pier", around=""):
    """A page of a newspaper: ``inner`` in its article, ``around`` after it."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body>"
        "<header><a href='/'>The Tolvek Courier</a><nav><a href='/n'>News</a>"
        "<a href='/s'>Sign in</a><a href='/sub'>Subscribe</a></nav></header>"
        f"<main><article><h1>{title}</h1>{inner}</article></main>{around}"
        "<footer><p>© The Tolvek Courier 2031. All rights reserved. "
        "<a href='/p'>Privacy policy</a> <a href='/c'>Cookie settings</a></p></footer>"
        "</body></html>"
    )


def cut(below, texts=STORY[:2], head="", around=""):
    """The story's beginning in its article and what stands below it."""
    return page(f"<div class='story'>{paragraphs(texts)}</div>{below}", head, around=around)


def bare(inner, title="Tolvek Courier"):
    """A page with nothing of a newspaper's frame."""
    return f"<html><head><title>{title}</title></head><body>{inner}</body></html>"
