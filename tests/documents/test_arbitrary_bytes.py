"""Whatever the bytes, load returns, and every sentence lies inside its document's text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.documents import FORMATS, load
from reportedly.model import Kept, cut

SUFFIXES = sorted({suffix for kind in FORMATS for suffix in kind.suffixes} | {".bin", ""})
MARKS = '"“”‘’«»{}[]()<>,;:.!?#*_-`|\\/=&\n\r\t\x00\x0b\u202e\ufeff 12Aa'
WRITING = st.lists(
    st.sampled_from(
        [
            '{"text": "',
            '"}',
            "text,url\n",
            "<p>",
            "</p>",
            "<html>",
            "---\n",
            "title: ",
            "said.",
            "WARC/1.0\r\nWARC-Type: response\r\n",
            "Content-Length: 20\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            "<rss><channel><title>",
            "<item>",
            "</item>",
            "<![CDATA[",
            "PK\x03\x04",
            "PK\x01\x02",
            "PK\x05\x06",
            "%PDF-1.7\n",
            "1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj ",
            "trailer << /Root 1 0 R >>",
            "Subject: =?utf-8?q?",
            "From: a\n\n",
            'Content-Type: multipart/mixed; boundary="b"\n\n--b\n',
            "From a Tue Mar  4 10:00:00 2031\n",
            "é",
        ]
    )
    | st.text(MARKS, max_size=20)
    | st.text(max_size=10),
    max_size=20,
).map("".join)
BYTES = st.binary(max_size=300) | WRITING.map(lambda text: text.encode("utf-8", "replace"))


@given(data=BYTES, suffix=st.sampled_from(SUFFIXES))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_load_never_raises_and_sentences_lie_in_the_text(tmp_path, data, suffix):
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    for item in load([str(path)]):
        if not isinstance(item, Kept):
            assert item.source
            assert item.reason
            continue
        text = item.document.text
        text.encode()
        assert text.strip()
        assert text
        at = 0
        for sentence in item.document.sentences:
            assert at <= sentence.start < sentence.end <= len(text)
            assert "\n" not in cut(text, (sentence,))
            at = sentence.end
