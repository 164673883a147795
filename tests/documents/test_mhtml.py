"""Pages saved by a browser, in one file or with a folder beside them: one report a page."""

import io
import zipfile
from pathlib import Path
from quopri import encodestring

import pytest

from documents.bounded import in_bounds
from documents.loading import kept, skipped

TEXT = "The garrison left its posts – on Friday."
PAGE = f"""<html><head><meta charset="utf-8"><title>Garrison flees</title></head><body>
<h1>Garrison flees</h1><p>{TEXT}</p><p><a href="/2">The army</a> denied it.</p></body></html>"""
HERE = "https://vesk.example/flees"
LINE = "--xx----"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def part(body, kind="text/html", place=HERE, **more):
    told = {"Content-Type": kind, "Content-Transfer-Encoding": "quoted-printable"}
    told |= {"Content-Location": place} if place else {}
    told |= {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return head + "\r\n" + encodestring(body.encode()).decode("ascii")


def saved(*parts, place=HERE, date="Fri, 04 Mar 2031 10:00:00 GMT", more=""):
    snapshot = f"Snapshot-Content-Location: {place}\r\n" if place else ""
    head = (
        f"From: <Saved by Blink>\r\n{snapshot}Subject: Garrison flees\r\nDate: {date}\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";{more}\r\n'
        f'\tboundary="{LINE}"\r\n\r\n\r\n'
    )
    return head + "".join(f"--{LINE}\r\n{one}\r\n" for one in parts) + f"--{LINE}--\r\n"


def put(name, content):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "saved"])
def test_a_page_has_its_address_and_when_it_was_saved_and_no_date_of_its_own(name):
    (found,) = kept(put(name, saved(part(PAGE))))
    assert (found.name, found.title, found.text) == (
        name, "Garrison flees", f"{TEXT}\n\nThe army denied it.",
    )  # fmt: skip
    assert (found.url, found.retrieved, found.published) == (HERE, "2031-03-04T10:00:00Z", None)
    assert [link.url for link in found.links] == ["https://vesk.example/2"]


def test_frames_styles_and_pictures_are_no_reports():
    frame = part("<p>Advertisement in a frame.</p>", place="https://ads.example/1")
    style = part("p { color: red }", "text/css", "https://vesk.example/a.css")
    (found,) = kept(put("a.mhtml", saved(frame, style, part(PAGE))))
    assert found.text.startswith(TEXT)


def test_a_page_named_as_the_start_goes_before_the_first_where_no_address_is_told():
    frame = part("<p>Advertisement in a frame.</p>", place="file:///ad.htm", Content_ID="<ad>")
    page = part(PAGE, place="https://vesk.example/old", Content_ID="<page>")
    whole = saved(frame, page, place=None, more='\r\n\tstart="<page>";')
    (found,) = kept(put("a.mht", whole))
    assert (found.text[:12], found.url) == ("The garrison", "https://vesk.example/old")


def test_a_page_that_calls_an_address_elsewhere_its_own_keeps_where_it_was():
    page = PAGE.replace("<title>", '<link rel="canonical" href="https://anv.example/1"><title>')
    (found,) = kept(put("a.mhtml", saved(part(page))))
    assert (found.url, found.canonical) == (HERE, "https://anv.example/1")


def test_an_encoding_stated_beside_the_page_counts():
    page = part("", "text/html; charset=windows-1251") + encodestring(
        "<p>Солдаты покинули посты.</p>".encode("cp1251")
    ).decode("ascii")
    assert [d.text for d in kept(put("a.mhtml", saved(page)))] == ["Солдаты покинули посты."]


def test_a_message_of_mail_is_none():
    mail = "From: a@b.example\r\nSubject: Saved by chance\r\nTo: c@d.example\r\n\r\nThe army left."
    assert [d.text for d in kept(put("saved", mail))] == ["The army left."]


@pytest.mark.parametrize(
    "content",
    [
        saved(), saved(part("", "image/png")), saved(part("")), "Just words.",
        saved(part(PAGE)).partition("\r\n\r\n")[0],
    ],
)  # fmt: skip
def test_a_file_without_a_page_is_named(content):
    (reason,) = skipped(put("a.mhtml", content)).values()
    assert reason in {"the file holds no saved page", "it has no headers: it is not a message"}


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes():
    whole = saved(part(PAGE), part("x" * 1_000, "image/png", "https://vesk.example/x.png"))
    assert kept(put("a.mhtml", whole[:-800]))[0].text.endswith("denied it.")


def hostile(kind):
    if kind == "many parts":
        return saved(part(PAGE), *[part("x", "image/png")] * 100_000)
    if kind == "great pictures":
        return saved(part(PAGE), *[part("x" * 1_000_000, "image/png")] * 150)
    if kind == "a great page":
        return saved(part("<p>word</p>" * 3_000_000))
    inside = part(PAGE)
    for number in range(500):
        kind = f'multipart/related; boundary="b{number}"'
        inside = f"Content-Type: {kind}\r\n\r\n--b{number}\r\n{inside}\r\n--b{number}--"
    return saved(inside)


@pytest.mark.parametrize("kind", ["many parts", "great pictures", "a great page", "depth"])
def test_a_saved_page_made_to_take_for_ever_does_not(kind):
    in_bounds(put("a.mhtml", hostile(kind)))


def test_what_a_browser_saves_beside_a_page_is_no_report():
    for name in ("f/flees.html", "f/flees_files/saved_resource.html", "f/flees_files/in/x.txt"):
        put(name, PAGE.replace("Friday", name))
    for name in ("f/other_files/a.html", "f/notes_files.txt", "f/in/flees_files/b.html"):
        put(name, PAGE.replace("Friday", name))
    expected = [
        "f/flees.html", "f/in/flees_files/b.html", "f/notes_files.txt", "f/other_files/a.html",
    ]  # fmt: skip
    assert [d.name for d in kept("f")] == expected
    assert [d.name for d in kept("f/**/*.*")] == expected
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for path in sorted(p for p in Path("f").rglob("*") if p.is_file()):
            made.write(path, path.as_posix())
    assert [d.name for d in kept(put("f.zip", packed.getvalue()))] == [
        f"f.zip/{name}" for name in expected
    ]


def test_a_file_beside_a_page_is_read_where_it_is_named_itself():
    put("flees.html", PAGE)
    name = put("flees_files/saved_resource.html", PAGE)
    assert [d.name for d in kept(name)] == [name]
