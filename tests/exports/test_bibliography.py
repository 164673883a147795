"""The reports as BibTeX and CSL-JSON: every field as it was stated, read by a strict reader."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from build import document
from reportedly.exports.bibtex import bibtex
from reportedly.exports.csl import csl
from reportedly.model import Case
from views.case import story

COMMANDS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textquotedbl": '"',
}  # fmt: skip
CSL_TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
}  # fmt: skip
"""Every type of csl-data.json, version 1.0.2."""

HOSTILE = 'a\\b{c}d}e{%f$g&h#i_j~k^l"m@n,\n\x00\u202e \ud800 =x } @misc{y,'


class Bib:
    """BibTeX by its own rules: braces count, escaped ones too; outside of entries is comment."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def entries(self):
        found = {}
        while (at := self.text.find("@", self.at)) >= 0:
            self.at = at + 1
            kind, key = self.until("{").lower(), self.until(",").strip()
            assert key not in found
            found[key] = {"entry": kind, **self.fields()}
        return found

    def fields(self):
        held = {}
        while True:
            self.space()
            if self.text[self.at] == "}":
                self.at += 1
                return held
            name = self.until("=").strip()
            self.space()
            assert name.isalpha()
            assert name not in held
            held[name] = self.value()
            assert self.text[self.at] == ","
            self.at += 1

    def value(self):
        if self.text[self.at] != "{":
            start = self.at
            while self.text[self.at].isalnum():
                self.at += 1
            return self.text[start : self.at]
        start, depth = self.at, 0
        while True:
            depth += {"{": 1, "}": -1}.get(self.text[self.at], 0)
            self.at += 1
            if depth == 0:
                return self.text[start + 1 : self.at - 1]

    def until(self, sign):
        start, self.at = self.at, self.text.index(sign, self.at) + 1
        return self.text[start : self.at - 1]

    def space(self):
        while self.text[self.at].isspace():
            self.at += 1


def shown(value):
    """What LaTeX prints of a field."""
    for name, sign in COMMANDS.items():
        value = value.replace(f"{{\\{name}}}", f"\0{ord(sign)};")
    assert not any(sign in value.replace(f"\\{sign}", "") for sign in "%$&#_")
    value = value.replace("\\", "").removeprefix("{").removesuffix("}")
    for sign in COMMANDS.values():
        value = value.replace(f"\0{ord(sign)};", sign)
    return value


def entries(case):
    return Bib(b"".join(bibtex(case, lambda sha256: None)).decode()).entries()


def items(case):
    return json.loads(b"".join(csl(case, lambda sha256: None)))


def test_every_report_is_an_entry_under_a_key_that_stays():
    case = story()
    held = entries(case)
    first = case.documents[0]
    assert len(held) == len(case.documents)
    assert next(iter(held)) == f"2031-03-03-vesk-courier-{first.id}"
    assert held[next(iter(held))] == {
        "entry": "misc", "title": "{Soldiers said to have left Olm Pass}",
        "author": "{By Ana Merle}", "howpublished": "Vesk Courier", "year": "2031",
        "month": "mar", "day": "3", "url": "https://courier.example/olm-pass", "language": "en",
        "note": f"Kept copy: SHA-256 {first.sha256}. Report {first.id} of the ledger.",
    }  # fmt: skip
    assert [one["id"] for one in items(case)] == list(held)


def test_a_date_is_no_finer_than_it_was_stated():
    for stated, parts in (
        ("2031-03-04T07:00:00Z", [2031, 3, 4]), ("2031-03-04", [2031, 3, 4]),
        ("2031-03", [2031, 3]), ("2031", [2031]), (None, None),
    ):  # fmt: skip
        case = Case((document("It fell.", published=stated, retrieved="2031-04-05T10:00:00Z"),))
        [item], [entry] = items(case), entries(case).values()
        assert item.get("issued", {}).get("date-parts", [None])[0] == parts
        assert item["accessed"] == {"date-parts": [[2031, 4, 5]]}
        assert [name in entry for name in ("year", "month", "day")] == [
            len(parts or ()) > at for at in range(3)
        ]
        assert entry["urldate"] == "2031-04-05"


def test_an_address_that_is_none_of_the_web_is_left_out():
    case = replace(story(), documents=story().documents[5:6])
    assert case.documents[0].url == "javascript:alert(1)"
    assert "URL" not in items(case)[0]
    assert items(case)[0]["type"] == "document"
    assert "url" not in next(iter(entries(case).values()))


def test_every_item_is_of_a_type_and_shape_of_the_schema():
    for item in items(story()):
        assert item["type"] in CSL_TYPES
        assert set(item) <= {
            "id", "type", "title", "container-title", "author", "issued", "accessed", "URL",
            "language", "note",
        }  # fmt: skip
        assert all(isinstance(one["literal"], str) for one in item.get("author", ()))
        for name in ("issued", "accessed"):
            assert all(
                isinstance(n, int) for n in item.get(name, {"date-parts": [[]]})["date-parts"][0]
            )


def test_no_case_is_an_empty_bibliography():
    assert items(Case()) == []
    assert entries(Case()) == {}


@given(st.text(max_size=30) | st.just(HOSTILE), st.text(max_size=20))
def test_no_title_or_byline_ends_an_entry(title, byline):
    case = Case((document("It fell.", title=title, byline=byline, publisher=title or None,
                          url=f"https://v.example/{{{byline}}}"),) * 1)  # fmt: skip
    [entry], [item] = entries(case).values(), items(case)
    assert "\n" not in "".join(entry.values())
    assert shown(entry["title"]) == item["title"]
    assert shown(entry.get("author", "")) == item.get("author", [{"literal": ""}])[0]["literal"]
    assert not {"\x00", "\u202e"} & set(item["title"])
