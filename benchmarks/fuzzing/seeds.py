"""Small invented inputs of every format, made in code: what a fuzzer begins with."""

import gzip
import io
import json
import zipfile
import zlib

TEXT = "The garrison left its posts on Friday, officials in Vesk said. The army denied it."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Garrison flees</title>
<link rel="canonical" href="https://v.example/1"><meta property="og:site_name" content="Courier">
<meta name="date" content="2031-03-04"><base href="/x/">
<script type="application/ld+json">{{"headline": "Flees", "datePublished": "2031-03-04",
"author": [{{"name": "Ana Brel"}}], "isBasedOn": {{"url": "https://w.example/"}}}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Garrison flees</h1><p>{TEXT}
<a href="/2">More</a> was said.</p><p>Nobody <b>answered</b>.</p><table><tr><td>1<td>2</table>
<time datetime="2031-03-04">4 March</time></article></body></html>"""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_parts() -> dict[str, bytes]:
    """The parts of a Word document that are read, by their names."""
    body = (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body><w:p><w:r><w:t>{TEXT}</w:t><w:tab/>'
        '<w:br/></w:r><w:hyperlink r:id="r1"><w:r><w:t>More</w:t></w:r></w:hyperlink></w:p><w:tbl>'
        "<w:tr><w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    links = '<Relationships><Relationship Id="r1" TargetMode="External" Target="https://v.example/2"/></Relationships>'
    about = (
        '<p xmlns:dc="d" xmlns:t="t"><dc:title>Flees</dc:title><dc:creator>Ana Brel</dc:creator>'
        "<t:modified>2031-03-04T10:00:00Z</t:modified><dc:language>en-GB</dc:language></p>"
    )
    return {
        "word/document.xml": body.encode(),
        "word/_rels/document.xml.rels": links.encode(),
        "docProps/core.xml": about.encode(),
    }


def words() -> list[bytes]:
    """Each part of a Word document, and a whole one."""
    parts = word_parts()
    bomb = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/hostname">]><a>&b;&d;</a>'
    several = [bytes([n]) + part for n, part in enumerate(parts.values())]
    return [*several, b"\x00" + bomb, b"\x03" + zipped(parts)]


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive, the same bytes for the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            made.writestr(info, content)
    return out.getvalue()


def zips() -> list[bytes]:
    """Archives of files, of archives, of pages that a browser saved."""
    plain = zipped({"a.txt": TEXT.encode(), "b/c.html": PAGE.encode()}, zipfile.ZIP_STORED)
    saved = {"datapackage.json": b"{}", "archive/a.warc.gz": gzip.compress(record(), mtime=0)}
    packed = zipped({"../a.txt": b"x" * 500, "in.zip": plain}, zipfile.ZIP_BZIP2)
    return [b"\x00" + plain, b"\x00" + packed, b"\x01" + zipped(saved)]


def record(
    body: bytes = PAGE.encode(), kind: bytes = b"response", more: bytes = b"", length: int = 0
) -> bytes:
    """One record of a web archive, with an answer in it."""
    sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n%s" % (more, body)
    head = (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://v.example/1\r\n"
        b"WARC-Date: 2031-03-05T12:00:00Z\r\nContent-Length: %d\r\n\r\n"
    )
    return head % (kind, length or len(sent)) + sent + b"\r\n\r\n"


def warcs() -> list[bytes]:
    """Records of each kind, in chunks, packed, with lengths that are wrong."""
    small = b"<html><body><p>It fled.</p></body></html>"
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(small), small)
    found = [
        record(small),
        record(small, b"resource") + record(small, b"revisit"),
        record(chunks, more=b"Transfer-Encoding: chunked\r\n"),
        record(gzip.compress(small, mtime=0), more=b"Content-Encoding: gzip\r\n"),
        record(zlib.compress(small), more=b"Content-Encoding: deflate\r\n"),
        record(small, length=7) + record(small, length=9_000),
    ]
    return [bytes([number & 1]) + one for number, one in enumerate(found)]


def mails() -> list[bytes]:
    """Messages in one part, in several, with words in other encodings; a mailbox."""
    head = (
        b"From: Ana Brel <ana@v.example>\nSubject: =?utf-8?q?Garrison_flees?=\nMIME-Version: 1.0\n"
        b"Date: Tue, 04 Mar 2031 10:00:00 +0200 (CET)\nList-Id: The Courier <c.v.example>\n"
    )
    plain = head + b"Content-Type: text/plain; charset=utf-8\n\n" + TEXT.encode() + b"\n"
    quoted = head + b"Content-Transfer-Encoding: quoted-printable\n\nIt =66led=\n.\n"
    parts = (
        head + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        b"<p>It fled.</p>\n--b\nContent-Type: text/csv; name*0*=utf-8''a%2e; name*1=csv\n"
        b"Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\ndGV4dCx1cmwK\n--b\n"
        b"Content-Type: message/rfc822\n\nSubject: Older\nFrom: a@b\n\nOlder.\n--b--\n"
    )
    uu = head + b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#0V%T\n`\nend\n"
    box = (
        b"From a Tue Mar  4 10:00:00 2031\n"
        + plain
        + b"\n\nFrom b Wed Mar  5 10:00:00 2031\n>From x"
    )
    return [b"\x00" + plain, b"\x00" + quoted, b"\x00" + parts, b"\x00" + uu, b"\x01" + box]


def feeds() -> list[bytes]:
    """RSS, Atom and RDF, with markup, dates, sources, and mistakes."""
    rss = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>'
        "<link>https://v.example/</link><language>en</language><item><title>Flees</title>"
        "<link>/1</link><description>&lt;p&gt;It &lt;a href='/2'&gt;fled&lt;/a&gt;.</description>"
        "<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><source url='https://w.example/'>Echo"
        "</source></item><item><title>Two &bad; </title></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Courier</title><entry>'
        '<title type="html">&lt;b&gt;Flees&lt;/b&gt;</title><link href="https://v.example/1"/>'
        "<updated>2031-03-04T10:00:00Z</updated><author><name>Ana Brel</name></author>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It fled.</p></div>'
        "</content></entry></feed>"
    )
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><item><title>Flees</title>'
        "<description><![CDATA[<p>It fled.]]></description></item></rdf:RDF>"
    )
    entity = (
        '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel><item>'
        "<title>&c;</title></item></channel></rss>"
    )
    return [b"\x00" + one.encode() for one in (rss, atom, rdf, entity)]


def jsons() -> list[bytes]:
    """Rows, an array, one object, exports of Telegram."""
    row = {"text": TEXT, "url": "https://v.example/1", "date": "2031-03-04", "links": ["/2"]}
    piece = {"type": "text_link", "text": "fled", "href": "https://v.example/2"}
    message = {
        "id": 4711, "type": "message", "date": "2031-03-04T10:00:00", "date_unixtime": "1930384800",
        "from": "Ana", "forwarded_from": "Echo", "text": ["It ", piece, "."],
    }  # fmt: skip
    chat = {"name": "Courier", "type": "public_channel", "id": 1, "messages": [message]}
    several = {"chats": {"list": [chat, chat]}, "left_chats": {"list": []}}
    lines = b"\n".join(json.dumps(row).encode() for _ in range(2))
    odd = b'{"text": "\\ud800 a", "n": 1e999, "text": NaN, "author": [{"name": "A"}, -0]}\n'
    return [
        lines, lines + b"\n{", json.dumps([row, row], indent=1).encode(), odd,
        json.dumps(row).encode(), json.dumps(chat).encode(), json.dumps(several).encode(),
        json.dumps([row]).encode("utf-16"),
    ]  # fmt: skip


def pages() -> list[bytes]:
    """A page with all that is looked for, a short one, one in another encoding."""
    cyrillic = "<meta charset=windows-1251><p>Гарнизон покинул посты в пятницу.".encode("cp1251")
    short = b"<p>It <a href=https://v.example/2>fled</a>.<p>They denied it."
    return [
        b"\x00" + PAGE.encode(),
        b"\x04" + short,
        b"\x00" + cyrillic,
        b"\x02" + PAGE.encode("utf-16"),
    ]


def tables() -> list[bytes]:
    """Rows with commas, tabs, quotation marks, too many cells."""
    return [
        b'text,url,links\n"It ""fled""\nthen.",https://v.example/1,"[""/2""]"\n',
        b"text\ttitle\nIt fled.\tFlees\nb\tc\td\n",
        b'text;date\r\n"open;2031-03-04\r\nIt fled.;04/03/2031\r\n',
    ]


def markdowns() -> list[bytes]:
    """Front matter, headings, links of each kind, lists, marks that are open."""
    return [
        b"---\ntitle: Flees\ndate: 2031-03-04\nlinks: [\"/2\"]\n---\n# One\n\nIt [fled](/1 'x').\n",
        b"Flees\n===\n\n> It *fled*, **they** _said_ `x`. <https://v.example/>\n\n- a\n2. b\n***\n",
        b'[a][b] ![c](d) \\[e\\] <b>f</b> <!-- g --> ```\nh\n\n[b]: <https://v.example/> "i"\n',
    ]


def texts() -> list[bytes]:
    """Words in several encodings, damaged or not, and set to a column."""
    column = b"The garrison left its posts on Friday, said officials\nin the town of Vesk.\n"
    return [
        b"\x00Garrison flees\n\n" + TEXT.encode(), b"\x00" + TEXT.encode("utf-16"),
        b"\x00" + column,
        b"\x00" + "Гарнизон покинул посты.".encode("koi8-r"), b"\x01+BBMEMA- x", b"\x03~{VP~} x",
        b"\x00\xe2\x82caf\xe9 \xff", b"\x00\xff\xfe\x00\x00a\x00\x00\x00",
    ]  # fmt: skip


def page(operations: bytes) -> bytes:
    """A PDF of one page on which ``operations`` are carried out."""
    return _pdf(*_page(operations))


def pdfs() -> list[bytes]:
    """Operations alone, objects alone, a whole file."""
    shown = b"BT /F 10 Tf 72 700 Td (The garrison left its posts.) Tj 0 -12 Td (It fled.) Tj ET"
    form = (
        b"q 1 0 0 1 5 5 cm /X Do Q BT /F 9 Tf 14 TL 1 0 0 1 72 600 Tm "
        b"[(It) -300 (fled)] TJ T* (x) ' ET"
    )
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(_page(shown), 1))
    return [b"\x01" + shown, b"\x01" + form, b"\x02" + objects, b"\x00" + page(shown)]


def _page(operations: bytes) -> list[bytes]:
    """Objects of a page: its form is itself of the page's fonts, its record states all it may."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [8 0 R]"
        b" /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(operations), operations),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 4 >>\nstream\n/X Do\nendstream",
        b"<< /Title (Flees) /Author (Ana Brel) /CreationDate (D:20310304100000+02'00') >>",
        b"<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://v.example/) >> >>",
    ]


def _pdf(*objects: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\n" % (len(places) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def any_of(suffixes: list[str]) -> list[bytes]:
    """One input of every format under its own name; its second byte is that of no media type."""
    by = {
        ".warc": warcs()[0][1:], ".docx": zipped(word_parts()), ".zip": zips()[0][1:],
        ".eml": mails()[2][1:], ".mbox": mails()[4][1:], ".rss": feeds()[0][1:], "": PAGE.encode(),
        ".json": jsons()[5], ".jsonl": jsons()[0], ".html": PAGE.encode(), ".csv": tables()[0],
        ".md": markdowns()[0], ".txt": TEXT.encode(), ".wacz": zips()[2][1:], ".pdf": pdfs()[3][1:],
    }  # fmt: skip
    return [bytes([suffixes.index(suffix), 0]) + data for suffix, data in by.items()]
