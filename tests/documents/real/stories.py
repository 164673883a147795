"""Invented reports as a newsroom has them: what is printed, and the page that shows it."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Story:
    """A report, and what its page states of it."""

    title: str
    outlet: str
    byline: str
    published: str
    paragraphs: tuple[str, ...]
    language: str = "en"


QUAY = Story(
    "Quay at Orsk closed after tremor",
    "The Tarn Echo",
    "Ana Brel",
    "2031-03-04T08:00:00Z",
    (
        "The old quay at Orsk was closed on Monday night after a tremor that, the harbour office "
        "said, had opened a crack “as wide as a hand” along eleven metres of its southern wall.",
        "Two dockers who had been unloading salt told the Tarn Echo that they heard the stones "
        "move before they felt anything. “We left the crane standing and ran,” one of them said.",
        "The harbour master, Ivo Lenk, denied that anybody had been hurt. He declined to say when "
        "ships of more than 4,000 tonnes would be let in again.",
        "Vesk Radio, citing a person in the mayor’s office, reported later that three people were "
        "treated for cuts; the hospital has not confirmed it.",
        "The institute in Häme put the tremor at 3.1 and does not expect a stronger one.",
    ),
)
LONG = Story(
    "What the inquiry heard",
    "The Vesk Courier",
    "Ivo Tarn",
    "2031-05-11T06:30:00Z",
    tuple(
        f"On day {day} the inquiry heard witness {day * 7}, a {trade} from the lower town, who "
        f"said that the sluice had stood open for {day + 2} hours before anybody rang the bell, "
        "and that the well-known keeper, whom three others described as careful, had told him so "
        "in the market. Counsel for the water board called the account mistaken in every part "
        "that mattered; the chair noted the objection and went on."
        for day, trade in enumerate(
            ["baker", "cooper", "ferryman", "teacher", "miller", "glazier"] * 7, 1
        )
    ),
)
BRIDGE = Story(
    "Міст у Веську закрито",
    "Кур’єр",
    "Олена Брель",
    "2031-03-05T07:00:00Z",
    (
        "Старий міст у Веську закрили в понеділок увечері, повідомила міська рада. За словами "
        "двох свідків, перед тим вони почули тріск.",
        "Речник ради заперечив, що хтось постраждав. Коли міст відкриють, він не сказав.",
    ),
    "uk",
)


def page(story, codec="utf-8"):
    """A page with all that stands around a report, in an encoding."""
    body = "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in story.paragraphs)
    return f"""<!doctype html><html lang="{story.language}"><head><meta charset="{codec}">
<title>{escape(story.title)} | {escape(story.outlet)}</title>
<meta property="og:site_name" content="{escape(story.outlet)}">
<meta property="og:title" content="{escape(story.title)}">
<meta name="author" content="{escape(story.byline)}">
<meta property="article:published_time" content="{story.published}">
<style>nav, aside, footer {{ font-size: 80% }} body {{ max-width: 40em }}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<main><article><h1>{escape(story.title)}</h1>
<p class="byline">By {escape(story.byline)}</p>
{body}
</article></main>
<aside><h2>More from us</h2><ul><li><a href="/1">Salt prices fall</a></li></ul></aside>
<footer>© {escape(story.outlet)}. All rights reserved.</footer>
<script>document.body.dataset.read = "yes"</script></body></html>""".encode(codec)


def missing(story, text):
    """The paragraphs of a story that are no paragraph of a text, white space aside."""
    found = {" ".join(one.split()) for one in text.split("\n\n")}
    return [one for one in story.paragraphs if " ".join(one.split()) not in found]
