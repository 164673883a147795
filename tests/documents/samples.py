"""A small file of every format that is read, with several reports where it can hold them."""

import io
import json
import zipfile
from email.message import EmailMessage

import docx
import pyarrow
import pyarrow.parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from documents.pdfs import one_page, shown

TEXT = "The garrison at Tolm left its posts on Friday, officials in Vesk said."
PAGE = f"""<html><head><title>Garrison flees</title><meta charset="utf-8">
<meta property="og:site_name" content="The Vesk Courier"></head><body><article><p>{TEXT}
<a href="/2">More</a> was said.</p><p>The army denied it.</p></article></body></html>"""
ROWS = [
    {"title": "Flight", "text": TEXT, "source": "Vesk Courier", "url": "https://vesk.example/1"},
    {
        "title": "Денис",
        "text": "Солдаты покинули посты,\nсказал он.",
        "links": ["https://v.example/"],
    },
    {"title": "A headline alone"},
]
ITEM = f"""<item><title>Flight</title><link>/news/1</link><dc:creator>Ana Brel</dc:creator>
<pubDate>Tue, 04 Mar 2031 10:00:00 +0200</pubDate><description>&lt;p&gt;{TEXT} &lt;a
href="/2"&gt;More&lt;/a&gt;.&lt;/p&gt;</description></item>"""
DRESS = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
WIDE = '<?xml version="1.0" encoding="utf-16"?>'


def feed(*items, head='<?xml version="1.0" encoding="utf-8"?>'):
    title = "<title>The Vesk Courier</title><link>https://vesk.example/</link>"
    return f"""{head}<rss version="2.0" {DRESS}><channel>{title}{"".join(items)}
    <language>en</language></channel></rss>"""


def csv(delimiter=","):
    columns = ("title", "text", "source", "url")
    lines = [delimiter.join(columns)]
    lines += [delimiter.join(f'"{row.get(c, "")}"' for c in columns) for row in ROWS]
    return "\r\n".join(lines)


def mail():
    made = EmailMessage()
    made["From"], made["Subject"] = "Ana Brel <ana@vesk.example>", "Garrison flees"
    made["Date"] = "Tue, 04 Mar 2031 10:00:00 +0200"
    made.set_content(TEXT)
    made.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
    made.add_attachment(csv().encode(), maintype="application", subtype="x-any", filename="a.csv")
    return made.as_bytes()


def mailbox():
    begins = b"From ana Tue Mar  4 10:00:00 2031\n"
    return begins + mail() + b"\n" + begins + mail().replace(b"flees", b"stays")


def word():
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph(TEXT)
    made.core_properties.title = "Garrison flees"
    made.save(out)
    return out.getvalue()


def telegram(*numbers):
    about = {"name": "Vesk Now", "type": "public_channel", "id": 77}
    stated = {"type": "message", "date": "2031-03-04T10:00:00", "forwarded_from": "ANV"}
    link = {"type": "text_link", "text": "told", "href": "https://vesk.example/1"}
    return {**about, "messages": [{"id": n, "text": [f"{TEXT} {n} ", link], **stated}
                                  for n in numbers]}  # fmt: skip


def warc():
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (body, kind) in enumerate(
        ((PAGE, "text/html; charset=utf-8"), (TEXT, "text/plain"))
    ):
        http = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        made = writer.create_warc_record(
            f"https://vesk.example/{number}", "response", payload=io.BytesIO(body.encode()),
            http_headers=http, warc_headers_dict={"WARC-Date": "2031-03-05T12:00:00Z"},
        )  # fmt: skip
        writer.write_record(made)
        made.raw_stream.close()
    return out.getvalue()


def mhtml():
    parts = (
        f"--b\r\nContent-Type: text/html\r\nContent-Location: https://vesk.example/1\r\n\r\n{PAGE}"
    )
    head = "From: <Saved by Blink>\r\nDate: Fri, 04 Mar 2031 10:00:00 GMT\r\nMIME-Version: 1.0\r\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    return f"{head}{kind}{parts}\r\n--b--\r\n"


def odt():
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    names += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<office:document-content {names}><text:p>{TEXT}</text:p></office:document-content>"
    kind = "application/vnd.oasis.opendocument.text"
    return packed(("mimetype", kind), ("content.xml", body))


def parquet():
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(
        [{"title": row["title"], "text": row.get("text", "")} for row in ROWS]
    ), out)  # fmt: skip
    return out.getvalue()


def gdelt():
    cells = [""] * 27
    cells[:5] = [
        "20310304080000-1",
        "20310304080000",
        "1",
        "vesk.example",
        "https://vesk.example/1",
    ]
    cells[26] = "<PAGE_TITLE>Garrison flees</PAGE_TITLE>"
    other = [*cells[:26], "<PAGE_TITLE>Garrison stays</PAGE_TITLE>"]
    return "\n".join("\t".join(row) for row in (cells, other))


def tweets():
    stated = {"created_at": "Tue Mar 04 08:00:00 +0000 2031"}
    posts = [{"tweet": {"id_str": str(n), "full_text": f"{TEXT} {n}", **stated}} for n in (1, 2)]
    return "window.YTD.tweets.part0 = " + json.dumps(posts)


def packed(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


SAMPLES = {
    "a.txt": f"Garrison flees\n\n{TEXT}",
    "old.txt": "Солдаты покинули посты в пятницу, сообщили два чиновника.".encode("cp1251"),
    "a.html": PAGE,
    "a.md": "---\npublisher: Vesk Courier\n---\n# Flight\n\nThe *garrison* [left](https://v.example/).",
    "a.jsonl": "\n".join(map(json.dumps, ROWS)),
    "wide.jsonl": "\n".join(map(json.dumps, ROWS)).encode("utf-16"),
    "a.json": json.dumps(ROWS, indent=1),
    "one.json": json.dumps(ROWS[0], indent=1),
    "result.json": json.dumps(telegram(1, 2)),
    "chats.json": json.dumps({"chats": {"list": [telegram(1), telegram(2)]}}),
    "a.csv": csv(),
    "a.tsv": "\ufeff" + csv("\t"),
    "old.csv": csv(";").encode("cp1251"),
    "wide.csv": csv().encode("utf-16"),
    "a.eml": mail(),
    "a.mbox": mailbox(),
    "a.pdf": one_page(shown("The garrison left its posts.")),
    "a.docx": word(),
    "a.zip": packed(("in/a.html", PAGE), ("a.csv", csv()), ("b.docx", word())),
    "a.rss": feed(ITEM, ITEM.replace("Flight", "Second"), "<item><title>Third</title></item>"),
    "one.rss": feed(ITEM),
    "tail.rss": feed(ITEM, "<item><title>Second</title></item>").replace("</channel></rss>", ""),
    "odd.rss": feed(ITEM, "<item><title>A &lt;item&gt; <![CDATA[<item>]]></title></item>"),
    "wide.rss": feed(ITEM, "<item><title>Второй</title></item>", head=WIDE).encode("utf-16"),
    "a.warc.gz": warc(),
    "a.mhtml": mhtml(),
    "a.odt": odt(),
    "a.parquet": parquet(),
    "gkg.csv": gdelt(),
    "tweets.js": tweets(),
    "a.wacz": packed(("datapackage.json", "{}"), ("archive/a.warc.gz", warc())),
}  # fmt: skip
"""Name → what the file of that name holds."""


def write(folder):
    """Every sample as a file in ``folder``; their paths."""
    for name, content in SAMPLES.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [folder / name for name in SAMPLES]
