"""A page says where it was saved from, as the program that saved it wrote into it."""

# ruff: noqa: E501 - markup reads best on one line

import pytest

from documents.pages.reading import read

PAGE = "<html><head><title>Flight</title></head><body><h1>Flight</h1><p>The garrison left on Friday, they said.</p></body></html>"
CHROMIUM = "<!DOCTYPE html>\n<!-- saved from url=(0033)https://vesk.example/flight?utm_x=1 -->\n"
SINGLE = "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://vesk.example/flight \n saved date: Tue Mar 04 2031 14:05:00 GMT+0100 (CET)\n-->"
MIRROR = "<!-- Mirrored from vesk.example/flight by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 04 Mar 2031 13:05:00 GMT -->"


@pytest.mark.parametrize(
    ("comment", "url", "when"),
    [
        (CHROMIUM, "https://vesk.example/flight", None),
        (SINGLE, "https://vesk.example/flight", "2031-03-04T13:05:00Z"),
        (MIRROR, "http://vesk.example/flight", "2031-03-04T13:05:00Z"),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        ("<!-- see https://vesk.example/flight -->", None, None),
    ],
)
def test_that_is_the_address_it_was_fetched_from_and_no_date_of_the_report(comment, url, when):
    (found,) = read(comment + PAGE)
    assert (found.url, found.retrieved, found.published) == (
        (url or "").replace("?utm_x=1", "") or None, when, None,
    )  # fmt: skip


def test_what_is_known_of_a_file_goes_before_what_it_says():
    (found,) = read(SINGLE + PAGE, "https://tarn.example/a", "2031-03-09")
    assert (found.url, found.retrieved) == ("https://tarn.example/a", "2031-03-09")


def test_an_address_on_another_host_is_the_proper_one():
    head = "<link rel=canonical href=https://tarn.example/b><meta property=og:url content=https://tarn.example/b>"
    (found,) = read(CHROMIUM + PAGE.replace("<head>", f"<head>{head}"))
    assert (found.url, found.canonical) == ("https://vesk.example/flight", "https://tarn.example/b")


def test_relative_links_are_seen_from_where_it_was_saved():
    (found,) = read(CHROMIUM + PAGE.replace("Friday", "<a href=/day>Friday</a>"))
    assert [link.url for link in found.links] == ["https://vesk.example/day"]
