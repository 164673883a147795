"""Mail and mailboxes: whose, when, about what, in which words, with what attached."""

from email.message import EmailMessage
from email.utils import formatdate

import pytest

from documents.loading import kept, skipped
from reportedly.documents import load, mail, opening

WORDS = "The garrison at Tolm left its posts on Friday, officials in Vesk said.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def message(text=WORDS, **headers):
    made = EmailMessage()
    stated = {
        "From": "Ana Brel <ana@vesk.example>",
        "To": "desk@tarn.example",
        "Subject": "Garrison flees",
        "Date": "Tue, 04 Mar 2031 10:00:00 +0200 (CET)",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in stated.items():
        if value:
            made[name] = value
    if text:
        made.set_content(text)
    return made


def put(tmp_path, made, name="a.eml"):
    data = made if isinstance(made, bytes) else made.as_bytes()
    (tmp_path / name).write_bytes(data)
    return name


def test_a_message_gives_its_headers_and_its_words(tmp_path):
    (found,) = kept(put(tmp_path, message()))
    assert (found.title, found.byline, found.publisher, found.published, found.dated) == (
        "Garrison flees", "Ana Brel", None, "2031-03-04T08:00:00Z", "Date header",
    )  # fmt: skip
    assert found.text == WORDS


def test_a_date_that_is_not_stated_is_not_found_elsewhere(tmp_path):
    made = message(Date=None, Received="from x.example; Tue, 04 Mar 2031 10:00:00 +0200")
    (found,) = kept(put(tmp_path, made))
    assert (found.published, found.dated) == (None, None)


def test_a_list_is_the_publisher_and_who_wrote_to_it_the_author(tmp_path):
    made = message(List_Id="The Vesk Courier <daily.vesk.example>")
    (found,) = kept(put(tmp_path, made))
    assert (found.publisher, found.byline) == ("The Vesk Courier", "Ana Brel")


def test_who_sends_to_many_is_the_publisher_and_nobody_the_author(tmp_path):
    made = message(
        From="The Vesk Courier <n@vesk.example>", List_Unsubscribe="<mailto:u@v.example>"
    )
    (found,) = kept(put(tmp_path, made))
    assert (found.publisher, found.byline) == ("The Vesk Courier", None)


def test_a_message_of_a_page_alone_is_read_as_a_page(tmp_path):
    made = message(None)
    page = "<p>The garrison <a href='https://vesk.example/1'>left its posts</a> on Friday.</p>"
    made.set_content(f"<html><body>{page}<p>The army denied it.</p></body></html>", subtype="html")
    (found,) = kept(put(tmp_path, made))
    assert found.text == "The garrison left its posts on Friday.\n\nThe army denied it."
    assert found.title == "Garrison flees"
    assert [link.url for link in found.links] == ["https://vesk.example/1"]


def test_of_two_forms_of_the_same_words_the_plain_one_is_taken(tmp_path):
    made = message()
    made.add_alternative("<html><body><p>The garrison left.</p></body></html>", subtype="html")
    made.add_alternative("<html amp4email><body><p>Left.</p></body></html>", subtype="x-amp-html")
    assert [d.text for d in kept(put(tmp_path, made))] == [WORDS]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
def test_words_in_other_encodings_are_read(tmp_path, charset, cte):
    text = "Министерство заявило, что солдаты покинули посты.\n"
    made = message(None, Subject="Гарнизон бежал")
    made.set_content(text, charset=charset, cte=cte)
    (found,) = kept(put(tmp_path, made))
    assert (found.text, found.title) == (text, "Гарнизон бежал")


def test_a_header_in_utf_8_as_such_is_read(tmp_path):
    data = message().as_bytes().replace(b"Garrison flees", "Гарнизон бежал".encode())
    assert [d.title for d in kept(put(tmp_path, data))] == ["Гарнизон бежал"]


@pytest.mark.parametrize("subject", ["=?utf-8?b?QUJ?=", "=?none?q?flees?=", "=?utf-8?x?a?= \x80"])
def test_a_subject_encoded_wrongly_does_not_cost_the_message(tmp_path, subject):
    data = message().as_bytes().replace(b"Garrison flees", subject.encode("latin-1"))
    assert [d.text for d in kept(put(tmp_path, data))] == [WORDS]


def test_words_in_an_encoding_that_looks_like_ascii_are_read(tmp_path):
    made = message(None)
    made.set_content("守備隊は金曜日に持ち場を離れた。\n", charset="iso-2022-jp")
    assert [d.text for d in kept(put(tmp_path, made))] == ["守備隊は金曜日に持ち場を離れた。\n"]


def test_attached_reports_are_documents_of_their_own(tmp_path):
    made = message()
    made.add_attachment("<html><body><p>Second report.</p></body></html>".encode("utf-16"),
                        maintype="text", subtype="html", filename="page.html")  # fmt: skip
    made.add_attachment(b"text,url\nThird.,https://v.example/3\n", maintype="application",
                        subtype="octet-stream", filename="../../rows.csv")  # fmt: skip
    made.add_attachment(message("An older message.\n", Subject="Older"))
    found = kept(put(tmp_path, made))
    assert [(d.name, d.text.strip()) for d in found] == [
        ("a.eml", WORDS.strip()),
        ("a.eml/page.html", "Second report."),
        ("a.eml/_.._rows.csv:2", "Third."),
        ("a.eml/message.eml", "An older message."),
    ]


def test_an_attachment_of_another_kind_is_named_and_pictures_in_the_message_are_not(tmp_path):
    made = message()
    png = b"\x89PNG\r\n\x1a\n" + bytes(50)
    made.add_attachment(png, maintype="image", subtype="png", filename="chart.png")
    made.add_attachment(png, maintype="image", subtype="png", cid="<logo@v>", disposition="inline")
    name = put(tmp_path, made)
    assert [d.name for d in kept(name)] == ["a.eml"]
    assert list(skipped(name)) == ["a.eml/chart.png"]


def test_an_encrypted_message_is_named(tmp_path):
    data = message().as_bytes().replace(b"text/plain", b"application/pkcs7-mime")
    assert skipped(put(tmp_path, data)) == {"a.eml": "the message is encrypted"}


def test_what_looks_like_a_message_is_read_as_one(tmp_path):
    put(tmp_path, message(), "saved")
    assert [d.title for d in kept("saved")] == ["Garrison flees"]


def box(*made):
    begins = b"From ana@vesk.example Tue Mar  4 10:00:00 2031\n"
    return b"\n".join(begins + one.as_bytes() for one in made)


def test_a_mailbox_gives_its_messages_with_their_numbers(tmp_path):
    second = message("From the ministry came no word.\n\nFrom Vesk neither.\n", Subject="Second")
    data = box(message(), second).replace(b"\nFrom the", b"\n>From the")
    found = kept(put(tmp_path, data, "box.mbox"))
    assert [(d.name, d.title) for d in found] == [
        ("box.mbox:1", "Garrison flees"),
        ("box.mbox:2", "Second"),
    ]
    assert found[1].text.startswith("From the ministry came no word.\n\nFrom Vesk")


def test_a_mailbox_without_its_name_is_recognised_and_one_without_messages_named(tmp_path):
    put(tmp_path, box(message(), message(Subject="Second")), "saved")
    assert len(kept("saved")) == 2
    put(tmp_path, b"nothing here", "box.mbox")
    assert skipped("box.mbox") == {"box.mbox": "the mailbox holds no message"}


def test_a_broken_message_does_not_stop_the_mailbox(tmp_path):
    begins = b"From x Tue Mar  4 10:00:00 2031\n"
    data = box(message()) + b"\n" + begins + b"\x00\xff\n\n" + box(message(Subject="Third"))
    name = put(tmp_path, data, "box.mbox")
    assert [d.name for d in kept(name)] == ["box.mbox:1", "box.mbox:3"]
    assert list(skipped(name)) == ["box.mbox:2"]


def nested(depth):
    parts = [f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth)]
    return ("Subject: Deep\n" + "".join(parts) + "Content-Type: text/plain\n\nEnd.\n").encode()


@pytest.mark.parametrize("depth", [mail.DEEPEST + 1, 100, 100_000])
def test_parts_nested_too_deeply_are_named(tmp_path, depth):
    reasons = skipped(put(tmp_path, nested(depth)))
    assert "nested" in reasons["a.eml"]


def test_messages_within_messages_are_read_as_deep_as_files_may_be(tmp_path):
    made = message("Innermost.\n")
    for _ in range(opening.DEEPEST + 3):
        outer = message("Around.\n", Date=formatdate(0))
        outer.add_attachment(made)
        made = outer
    name = put(tmp_path, made)
    assert f"more than {opening.DEEPEST} files deep" in "".join(skipped(name).values())
    assert [d.name.count("/") for d in kept(name)] == list(range(opening.DEEPEST + 1))


def test_too_many_parts_are_named_and_the_first_ones_read(tmp_path):
    made = message()
    for number in range(mail.MOST_PARTS + 5):
        made.add_attachment(f"Report {number}.", filename=f"{number}.txt")
    name = put(tmp_path, made)
    assert skipped(name) == {
        "a.eml": f"it has more than {mail.MOST_PARTS:,} parts; the rest of the message is left"
    }
    assert len(kept(name)) == mail.MOST_PARTS - 1


def test_a_header_made_to_take_for_ever_is_named(tmp_path):
    data = b'Subject: x\nContent-Type: text/plain; a="' + b';"' * 500_000 + b"\n\nWords.\n"
    assert "header is longer" in skipped(put(tmp_path, data))["a.eml"]


def test_a_sender_made_to_nest_for_ever_does_not_cost_the_message(tmp_path):
    data = b"Subject: x\nFrom: " + b'a,<"(' * 100_000 + b"\n\nWords.\n"
    assert [(d.text, d.byline) for d in kept(put(tmp_path, data))] == [("Words.\n", None)]


def test_files_inside_files_are_counted_and_the_rest_left(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_INSIDE", 2_000)
    name = put(tmp_path, box(*[message(f"Report {i}. " * 60) for i in range(9)]), "box.mbox")
    assert 0 < len(kept(name)) < 4
    assert len(skipped(name)) == 1


ATTACHED = b"""From: Ana <a@v.example>
Subject: Outer
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain%s

Outer words \xff.
--b
Content-Type: message/rfc822
Content-Disposition: attachment%s

%sFrom: b@v.example

Inner words.
--b--
"""


@pytest.mark.parametrize(
    ("charset", "name", "head"),
    [
        (b"; charset*=a\x00b''utf-8", b"", b"Subject: Inner\n"),
        (b"", b"; filename*=a\x00b''c.eml", b"Subject: Inner\n"),
        (b"", b"; filename*=utf-8''c.eml; filename*1*=d", b"Subject: Inner\n"),
        (b"; charset*1=a; charset*=b", b"", b"Subject: Inner\n"),
        (b"; charset=a\x00b", b"", b"Subject: Inner\n"),
        (b"", b"", b"Subject: Inner\n\x00\x00: x\n"),
        (b"", b"", b"Subject: Inner \xef\xbf\xbd\nX: =?utf-8?q?=0AList-Id:_a?=\n"),
        (b"", b"", b"X: \x00\x00\nlist-Id: The\nSubject: Inner\n"),
    ],
)
def test_what_the_standard_parser_stumbles_over_costs_neither_message(
    tmp_path, charset, name, head
):
    found = kept(put(tmp_path, ATTACHED % (charset, name, head)))
    assert [d.title and d.title.split()[0] for d in found] == ["Outer", "Inner"]
    assert [d.text.split()[0] for d in found] == ["Outer", "Inner"]


def test_an_attached_message_keeps_the_very_bytes_it_was_written_as(tmp_path):
    head = b"Subject:   Inner\nX-Long: %s\n" % (b"word " * 40)
    inner = next(iter(load_raw(put(tmp_path, ATTACHED % (b"", b"", head)), "Inner")))
    assert inner == head + b"From: b@v.example\n\nInner words."


def test_notices_of_delivery_are_passed_over(tmp_path):
    for kind in (b"delivery-status", b"partial", b"external-body", b"disposition-notification"):
        data = (ATTACHED % (b"", b"", b"")).replace(b"message/rfc822", b"message/" + kind)
        name = put(tmp_path, data)
        assert [d.name for d in kept(name)] == [name]
        assert skipped(name) == {}


def load_raw(name, title):
    return [
        one.raw
        for one in load([name])
        if getattr(one, "document", None) and one.document.title == title
    ]
