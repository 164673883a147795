"""What a page states about itself in its head: titles, meta elements, JSON-LD."""

from typing import Any

from markupsafe import Markup

from .sheet import Sheet

DATES = {
    "article": ("property", "article:published_time", "article:modified_time"),
    "date": ("name", "date", "last-modified"),
    "dc": ("name", "DC.date.issued", "DC.date.modified"),
    "parsely": ("name", "parsely-pub-date", "parsely-mod-date"),
    "sailthru": ("name", "sailthru.date", "sailthru.modified"),
    "itemprop": ("itemprop", "datePublished", "dateModified"),
    "pubdate": ("name", "pubdate", "lastmod"),
}
"""Which meta elements date a page, by the habit of a site."""


class Head:
    """The head of one page, piece by piece, for layouts."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def title(self) -> Markup:
        """The title element, with the outlet behind it where the page names it there."""
        sheet = self._sheet
        title = sheet.page.get("window") or sheet.story.title
        if sheet.named("suffix"):
            title += sheet.outlet.get("between", " | ") + sheet.outlet["name"]
        return Markup("<title>{}</title>\n").format(title)

    def meta(self, habit: str = "article") -> Markup:
        """Meta elements and links; dates in the ones of ``habit``."""
        sheet = self._sheet
        canonical = sheet.page.get("canonical", True)
        rows = [
            ("name", "description", sheet.story.deck),
            ("name", "author", "; ".join(sheet.story.by) if sheet.named("author") else ""),
            *(self._og() if sheet.page.get("og", True) else ()),
            *self._dates(habit),
        ]
        found = [
            Markup('<meta {}="{}" content="{}">\n').format(Markup(kind), name, value)
            for kind, name, value in rows
            if value
        ]
        if canonical:
            stated = canonical if isinstance(canonical, str) else sheet.address
            found.append(Markup('<link rel="canonical" href="{}">\n').format(stated))
        return Markup("").join(found)

    def _og(self) -> list[tuple[str, str, str]]:
        sheet = self._sheet
        canonical = sheet.page.get("canonical", True)
        return [
            ("property", "og:type", "article"),
            ("property", "og:title", sheet.story.title),
            ("property", "og:description", sheet.story.deck),
            ("property", "og:url", sheet.address if canonical is True else ""),
            ("property", "og:site_name", sheet.outlet["name"] if sheet.named("og") else ""),
        ]

    def _dates(self, habit: str) -> list[tuple[str, str, str]]:
        sheet = self._sheet
        kind, published, modified = DATES[habit]
        return [
            (kind, published, sheet.when("iso") if sheet.dated("meta") else ""),
            (kind, modified, sheet.when("iso", "updated") if sheet.dated("meta updated") else ""),
        ]

    def jsonld(self, shape: str = "flat", **more: Any) -> Markup:  # noqa: ANN401 - any JSON
        """JSON-LD where the page dates or names itself there; ``shape`` flat, graph or list."""
        sheet = self._sheet
        if not (sheet.dated("jsonld") or sheet.dated("jsonld updated") or sheet.named("jsonld")):
            return Markup("")
        article = self._article() | more
        if shape == "graph":
            return sheet.jsonld({"@context": "https://schema.org", "@graph": self._graph(article)})
        article = {"@context": "https://schema.org", **article}
        return sheet.jsonld([article] if shape == "list" else article)

    def _article(self) -> dict[str, Any]:
        sheet = self._sheet
        dated, again = sheet.dated("jsonld"), sheet.dated("jsonld updated")
        return {
            "@type": sheet.page.get("type", "NewsArticle"),
            "headline": sheet.story.title,
            "description": sheet.story.deck,
            "datePublished": sheet.when("iso") if dated else None,
            "dateModified": sheet.when("iso", "updated") if again else None,
            "author": [{"@type": "Person", "name": name} for name in sheet.story.by]
            if sheet.named("author") else None,
            "publisher": {
                "@type": "NewsMediaOrganization",
                "name": sheet.outlet["name"],
                "logo": {"@type": "ImageObject", "url": f"https://{sheet.outlet['host']}/logo.png"},
            } if sheet.named("jsonld") else None,
        }  # fmt: skip

    def _graph(self, article: dict[str, Any]) -> list[dict[str, Any]]:
        sheet = self._sheet
        home = f"https://{sheet.outlet['host']}/"
        found = [
            {"@type": "WebPage", "@id": sheet.address, "url": sheet.address,
             "name": sheet.story.title, "isPartOf": {"@id": f"{home}#website"}},
            article | {"isPartOf": {"@id": sheet.address}},
            {"@type": "BreadcrumbList", "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": home}]},
        ]  # fmt: skip
        if sheet.named("jsonld"):
            found.append(
                {"@type": "WebSite", "@id": f"{home}#website", "name": sheet.outlet["name"]}
            )
        return found
