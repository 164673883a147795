"""An invented story that a feed tells piece by piece, and a server that changes with it."""

from documents.fetching.site import Site, answer

WIRE = (
    "Up to 30 soldiers may have left the fort at Tarn on Monday, two officers told the Orsk Wire. "
    "The fort guards the only bridge over the river Vell."
)
COPY = (
    "Up to 30 soldiers may have left the fort at Tarn on Monday, two officers told the Orsk Wire. "
    "The fort guards the only bridge over the river Vell."
)
DENIAL = "The army of Karvonia denied that 30 soldiers left the fort at Tarn on Monday."
SURE = "Colonel Ostra Vell said that 30 soldiers left the fort at Tarn on Monday."
CHANGED = (
    "Up to 30 soldiers left the fort at Tarn on Monday, two officers told the Orsk Wire. "
    "The fort guards the only bridge over the river Vell."
)
BARGE = "A barge sank near Lund on Sunday, the harbour master of Lund said."


def entry(name, text, day, hour=8, source=""):
    """One entry of a feed."""
    told = f"<source url='https://wire.example/rss'>{source}</source>" if source else ""
    return (
        f"<item><title>{name}</title><link>https://post.example/{name}</link>{told}"
        f"<pubDate>0{day} May 2031 {hour:02}:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
    )


def feed(*entries, title="Vesk Post"):
    """The bytes of a feed."""
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>{title}</title><link>https://post.example/</link>{''.join(entries)}"
        "</channel></rss>"
    ).encode()


class Newsstand(Site):
    """Feeds by path, each with an ETag that it is asked with again."""

    def put(self, path, *entries, **more):
        self.pages[path] = self._served(feed(*entries, **more))

    def breaks(self, path, status=500):
        self.pages[path] = answer(b"", status)

    @staticmethod
    def _served(body):
        tag = f'"{hash(body) & 0xFFFFFFFF:x}"'

        def served(request, connection):
            same = request.headers.get("if-none-match") == tag
            head = {"content_type": "application/rss+xml", "etag": tag}
            yield answer(b"", 304, **head) if same else answer(body, **head)

        return served
