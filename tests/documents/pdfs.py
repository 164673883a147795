"""PDF files put together by hand, for what no program would write."""

import zlib


def pdf(*objects, root=1, **trailer):
    """A PDF of ``objects``, numbered from 1, each as written between "obj" and "endobj"."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    more = "".join(f" /{name} {value}" for name, value in trailer.items()).encode()
    out += b"trailer\n<< /Size %d /Root %d 0 R%s >>\n" % (len(places) + 1, root, more)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data, head=b"", packed=False):
    """A stream object."""
    if packed:
        data, head = zlib.compress(data, 9), head + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), head, data)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def one_page(content, more=b"", *objects, **trailer):
    """A PDF of one page: its font is object 5, those given follow from 6."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> %s >> >>" % more
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf(CATALOG, pages, page, content, FONT, *objects, **trailer)


def shown(*lines, top=700):
    """The operations that show lines one below the other, None for a blank one."""
    out = [b"BT /F 10 Tf 72 %d Td" % top]
    for line in lines:
        out.append(b"0 -12 Td" if line is None else b"0 -12 Td (%s) Tj" % line.encode())
    return stream(b"\n".join([*out, b"ET"]))
