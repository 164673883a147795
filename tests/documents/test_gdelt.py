"""Tables of GDELT: headlines are reports, all else is an address, and no text is made up."""

import io
import zipfile
from pathlib import Path

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped
from reportedly.documents import gdelt, load
from reportedly.documents.fetching import Fetcher
from reportedly.model import Skipped

HEAD = "Garrison &#x2013; and army &amp; navy &#x2013; flees"
TITLE = f"<PAGE_TITLE>{HEAD}</PAGE_TITLE>"
WHEN = "<PAGE_PRECISEPUBTIMESTAMP>20310304070500</PAGE_PRECISEPUBTIMESTAMP>"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def gkg(extras=TITLE, number=1, url="https://vesk.example/1", source="vesk.example", kind="1"):
    cells = [""] * 27
    cells[:5] = [f"20310304080000-{number}", "20310304080000", kind, source, url]
    cells[17] = "wc:300," + "c1.1:2," * 2_000
    cells[22], cells[26] = "12|9||left behind", extras
    return "\t".join(cells)


def mention(url="https://vesk.example/1", kind="1"):
    cells = ["100", "20310304080000", "20310304081500", kind, "vesk.example", url]
    return "\t".join(cells + ["1"] * 8 + ["", ""])


def event(url="https://vesk.example/1", columns=61):
    added = "20310304080000" if columns == 61 else "20310304"
    cells = ["100", "20310304", "203103", "2031", "2031.1"] + [""] * (columns - 7)
    return "\t".join([*cells, added, url])


def put(*rows, name="20310304080000.gkg.csv"):
    Path(name).write_text("".join(row + "\n" for row in rows), encoding="utf-8")
    return name


def test_a_headline_is_a_report_dated_by_its_page_and_only_seen_by_gdelt():
    authors = "<PAGE_AUTHORS>Ana Brel;Ivo Tarn</PAGE_AUTHORS>"
    links = "<PAGE_LINKS>https://tarn.example/2;https://anv.example/3</PAGE_LINKS>"
    (found,) = kept(put(gkg(links + authors + WHEN + TITLE)))
    assert (found.name, found.text, found.title, found.excerpt) == (
        "20310304080000.gkg.csv:1", "Garrison – and army & navy – flees",
        "Garrison – and army & navy – flees", True,
    )  # fmt: skip
    assert (found.url, found.publisher, found.byline) == (
        "https://vesk.example/1", "vesk.example", "Ana Brel, Ivo Tarn",
    )  # fmt: skip
    assert (found.published, found.dated, found.retrieved) == (
        "2031-03-04T07:05:00", "PAGE_PRECISEPUBTIMESTAMP of GDELT", "2031-03-04T08:00:00Z",
    )  # fmt: skip
    assert [one.url for one in found.links] == ["https://tarn.example/2", "https://anv.example/3"]


def test_when_gdelt_saw_a_page_is_never_when_it_was_published():
    (found,) = kept(put(gkg()))
    assert (found.published, found.dated) == (None, None)


def test_a_row_without_a_headline_is_no_report_and_quotations_are_no_text():
    name = put(gkg(""), gkg("", url="https://vesk.example/2"), gkg(number=3))
    assert [d.name for d in kept(name)] == [f"{name}:3"]
    assert skipped(name) == {name: "it names 2 reports by address and holds no text of them"}


def test_a_citation_is_no_address():
    (found,) = kept(put(gkg(url="BBC Monitoring, 4 March", source="BBC Monitoring", kind="2")))
    assert (found.url, found.publisher) == (None, "BBC Monitoring")


@pytest.mark.parametrize("row", [mention, event, lambda url: event(url, 58)])
@pytest.mark.parametrize("name", ["x.export.CSV", "x.mentions.CSV", "saved", "a.tsv"])
def test_events_and_mentions_name_each_report_once(row, name):
    rows = [row("https://vesk.example/1"), row("https://vesk.example/2")] * 3
    assert skipped(put(*rows, name=name)) == {
        name: "it names 2 reports by address and holds no text of them"
    }


def test_a_table_in_a_zip_is_read():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("20310304080000.gkg.csv", gkg())
        made.writestr("20310304080000.export.CSV", event())
    Path("a.CSV.zip").write_bytes(packed.getvalue())
    assert [d.name for d in kept("a.CSV.zip")] == ["a.CSV.zip/20310304080000.gkg.csv:1"]
    assert list(skipped("a.CSV.zip")) == ["a.CSV.zip/20310304080000.export.CSV"]


class Recorder(Fetcher):
    """Asks nobody; tells what it was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def fetch(self, url):
        self.asked.append(url)
        return Skipped(url, "not asked for")


def test_the_reports_of_events_are_fetched_where_the_table_is_named_itself():
    fetcher = Recorder()
    Path("f").mkdir()
    put(mention(), mention("https://tarn.example/2"), name="f/a.mentions.CSV")
    list(load(["f"], fetcher=fetcher))
    assert fetcher.asked == []
    list(load(["f/a.mentions.CSV"], fetcher=fetcher))
    assert fetcher.asked == ["https://vesk.example/1", "https://tarn.example/2"]


def test_headlines_lead_to_no_fetching():
    fetcher = Recorder()
    list(load([put(gkg(), gkg("", number=2))], fetcher=fetcher))
    assert fetcher.asked == []


def test_a_broken_row_is_named_and_the_rest_read():
    name = put(gkg(), gkg().replace("\t", " ", 1), "", gkg(number=4, url="https://vesk.example/4"))
    assert [d.name for d in kept(name)] == [f"{name}:1", f"{name}:4"]
    assert skipped(name)[f"{name}:2"] == "the row is broken: it has 26 columns and not 27"


def test_rows_and_addresses_are_bounded(monkeypatch):
    monkeypatch.setattr(gdelt, "MOST_ROWS", 3)
    monkeypatch.setattr(gdelt, "MOST_ADDRESSES", 2)
    name = put(*(mention(f"https://vesk.example/{i}") for i in range(5)))
    assert [item.reason for item in load([name])] == [
        "it has more than 3 rows: the rest is left",
        "it has more than 2 addresses: the rest is left",
        "it names 2 reports by address and holds no text of them",
    ]


@pytest.mark.parametrize("name", ["rows.csv", "rows.tsv"])
def test_a_table_with_named_columns_stays_one(name):
    Path(name).write_text("text\turl\nThe army left.\thttps://v.example/\n")
    assert [d.text for d in kept(name)] == ["The army left."]


@pytest.mark.parametrize(
    "rows",
    [
        [gkg("<PAGE_TITLE>" * 100_000)], [gkg("x" * 50_000_000)], [mention("\t" * 10_000_000)],
        ["1\t20310304\t203103\t2031\t" + "\t" * 20_000_000],
    ],
)  # fmt: skip
def test_a_table_made_to_take_for_ever_does_not(rows):
    in_bounds(put(*rows, mention()))
