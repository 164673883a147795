"""Exports of Telegram: a message is a report, its channel the publisher."""

import json

import pytest

from documents.loading import kept, skipped

WORDS = "The garrison at Tolm left its posts."


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def message(number=1, text=WORDS, **more):
    stated = {"date": "2031-03-04T10:00:00", "date_unixtime": "1930377600", "from": "Vesk Now"}
    return {"id": number, "type": "message", "text": text, **stated, **more}


def chat(*messages, kind="public_channel", **more):
    return {"name": "Vesk Now", "type": kind, "id": 77, "messages": list(messages), **more}


def put(tmp_path, value, name="result.json"):
    (tmp_path / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return name


def test_a_message_of_a_channel_has_its_publisher_its_moment_and_whom_it_is_from(tmp_path):
    one = message(4711, forwarded_from="ANV", author="A. Brel")
    (found,) = kept(put(tmp_path, chat(one)))
    assert (found.name, found.text, found.publisher, found.byline) == (
        "result.json:4711", WORDS, "Vesk Now", "A. Brel",
    )  # fmt: skip
    assert (found.published, found.dated, found.syndicated) == (
        "2031-03-04T08:00:00Z", "date of the message", "ANV",
    )  # fmt: skip


def test_in_a_chat_who_writes_is_the_author_and_nobody_publishes(tmp_path):
    (found,) = kept(put(tmp_path, chat(message(**{"from": "Ivo"}), kind="private_group")))
    assert (found.publisher, found.byline) == (None, "Ivo")


def test_words_in_pieces_are_put_together_with_their_links(tmp_path):
    text = [
        "Soldiers ",
        {"type": "bold", "text": "left"},
        ", as ",
        {"type": "text_link", "text": "told", "href": "https://vesk.example/1"},
        ".",
    ]
    (found,) = kept(put(tmp_path, chat(message(text=text))))
    assert found.text == "Soldiers left, as told."
    assert [(one.span.start, one.url) for one in found.links] == [(18, "https://vesk.example/1")]


def test_a_date_without_a_zone_stays_without(tmp_path):
    (found,) = kept(put(tmp_path, chat(message(date_unixtime=None))))
    assert found.published == "2031-03-04T10:00:00"


def test_pictures_without_words_and_notices_of_the_service_are_passed_over(tmp_path):
    name = put(tmp_path, chat(message(1, ""), message(2, type="service"), message(3)))
    assert [d.name for d in kept(name)] == ["result.json:3"]
    assert skipped(name) == {}


def test_an_export_of_several_chats_names_the_chat(tmp_path):
    value = {"about": "", "chats": {"list": [chat(message(1)), chat(message(1, "Else."), id=78)]}}
    assert [d.name for d in kept(put(tmp_path, value))] == ["result.json:77:1", "result.json:78:1"]


@pytest.mark.parametrize(
    "odd",
    [
        {"text": 5}, {"text": [5, {"text": None}, {}]}, {"date_unixtime": "9" * 11, "date": 3},
        {"from": []}, {"forwarded_from": {}}, {"id": {"a": 1}},
    ],
)  # fmt: skip
def test_a_message_that_is_no_message_does_not_stop_the_rest(tmp_path, odd):
    name = put(
        tmp_path, chat(message(1, **odd) if "id" not in odd else odd, "no", message(2, "B."))
    )
    assert [d.name for d in kept(name)][-1] == "result.json:2"


def test_a_table_with_a_column_of_messages_stays_a_table(tmp_path):
    name = put(tmp_path, [{"text": WORDS, "messages": []}], "rows.json")
    assert [d.name for d in kept(name)] == ["rows.json:1"]


def test_an_export_without_words_is_named(tmp_path):
    assert skipped(put(tmp_path, chat(message(1, "")))) == {
        "result.json": "the export holds no message with words"
    }
