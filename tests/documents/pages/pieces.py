"""Sentences of invented stories, and pages about them as sites put them together."""

# ruff: noqa: E501 - sentences read best on one line

import json

from documents.pages.reading import read

DAM = [
    "The dam above Kelm let off water for nine hours on Tuesday, its operator said, and the lower town was told to leave.",
    "“We had no other choice,” Ivo Sartan, who runs the plant, told reporters at the gate.",
    "The mayor of Kelm, Dora Hask, said nobody had called her before the sirens went.",
    "According to the river office the level at the bridge rose by two metres between noon and three.",
    "Two people were taken to hospital in Orsk, a doctor there said.",
]
TRAM = [
    "Tram drivers in Vesk walked out on Monday morning after talks over night shifts broke down, their union said.",
    "The company called the strike unlawful and asked a court to stop it.",
    "“They promised us this in autumn and forgot it by spring,” said Lena Marrow, who has driven line six for twelve years.",
    "Some forty thousand people use the trams on a working day, the city says.",
    "A ruling is expected on Wednesday; until then buses run on the two main lines.",
]
LATE = [
    "The water office has lifted its warning for the upper valley. It stays in force below Kelm, a spokesman says.",
    "The plant's operator now says that a second gate was opened at noon, and that this had been agreed with the province.",
    "Pupils of both schools in the lower town are being taken to Orsk by bus, the province says.",
    "Sirens have been heard in the lower town of Kelm. The mayor says she does not know who set them off.",
]


def p(*texts, names="", mark="p"):
    """Paragraphs in one kind of element."""
    return "".join(f"<{mark}{' ' + names if names else ''}>{text}</{mark}>" for text in texts)


def page(body, head="", title="Dam above Kelm lets off water"):
    """A whole page."""
    return f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def told(**fields):
    """JSON-LD in a script."""
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def blocks(text, maybe=()):
    """Paragraphs of a text, without those that may stand in it or not."""
    return [block for block in text.split("\n\n") if block not in maybe]


def entries(markup, url):
    """(clock or moment, text) of each entry of a live blog."""
    found = [d for d in read(markup, url) if "live blog entry" in d.kinds]
    return [((d.published or "none")[:16], d.text) for d in found]
