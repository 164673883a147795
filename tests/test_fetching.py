"""The command line fetches what it is told to, keeps when it did, and asks only for what is new."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportedly
from documents.fetching.site import PAGE, TEXT, Site, answer, moved, page
from reportedly import __version__, cli
from reportedly.ledger import opened

RULES = ("--reader", "rules")
OTHER = PAGE.replace(b"Vesk fell", b"Ostra held")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch):
    for name in ("http_proxy", "https_proxy", "no_proxy", "REPORTEDLY_CONTACT"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def site():
    with Site() as started:
        yield started


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, site):
    """Run a command in an empty folder, allowed to ask the site; give code, output, errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments, stdin=b""):
        own = ("--allow-private", site.host, "--delay", "0", *RULES)
        monkeypatch.setattr("sys.argv", ["reportedly", *arguments, *own])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            cli.main()
        shown = capsys.readouterr()
        return left.value.code or 0, shown.out, shown.err

    return call


def held():
    """The addresses of the reports in the ledger, and its rows but for the visits."""
    with opened("case.db") as ledger:
        return [d.url for d in ledger.case().documents], ledger.runs()


def test_an_address_is_read(run, site):
    site.pages["/a"] = page()
    code, out, _ = run("read", site.at())
    document = json.loads(out)["document"]
    assert code == 0
    assert document["url"] == site.at()


def test_an_address_becomes_a_dossier(run, site):
    site.pages["/a"] = page()
    code, _, _ = run("report", site.at())
    assert code == 0
    assert "The bridge at Vesk fell" in Path("dossier.html").read_text(encoding="utf-8")


def test_a_failed_address_is_one_named_line_and_the_rest_goes_on(run, site):
    site.pages |= {"/a": page(), "/b": moved("http://169.254.169.254/latest")}
    code, out, err = run("read", site.at("/b"), site.at("/c"), site.at("/a"))
    assert code == 1
    assert json.loads(out)["document"]["url"] == site.at("/a")
    assert [line.partition(": ")[0] for line in err.splitlines()] == [
        f"skipped {site.at('/b')}", f"skipped {site.at('/c')}",
    ]  # fmt: skip


def test_nothing_but_failed_addresses_is_nothing_read(run, site):
    code, _, err = run("read", "http://desk:secret@vesk.example/", site.at())
    assert code == 3
    assert "secret" not in err


def test_what_is_added_once_is_asked_for_as_news_from_then_on(run, site):
    site.pages |= {"/a": page(etag='"v1"'), "/b": page(OTHER)}
    assert run("add", "-l", "case.db", site.at("/a"), site.at("/b"))[0] == 0
    before = held()
    assert set(before[0]) == {site.at("/a"), site.at("/b")}
    site.pages["/a"] = answer(status=304, length=False)
    code, _, err = run("add", "-l", "case.db", site.at("/a"), site.at("/b"))
    assert code == 0
    assert err.splitlines() == [
        f"nothing new at {site.at('/a')}",
        f"nothing new at {site.at('/b')}",
    ]
    assert [r.headers.get("if-none-match") for r in site.asked[-2:]] == ['"v1"', None]
    assert held() == before


def test_a_page_with_other_words_is_a_new_version(run, site):
    site.pages["/a"] = [page(etag='"v1"'), page(OTHER, etag='"v2"')]
    run("add", "-l", "case.db", site.at())
    assert run("add", "-l", "case.db", site.at())[0] == 0
    assert held()[0] == [site.at(), site.at()]
    with opened("case.db") as ledger:
        assert ledger.visits()[site.at()].etag == '"v2"'


def test_what_gave_no_report_is_asked_for_in_full_the_next_time(run, site):
    site.pages |= {"/a": page(), "/b": page(b"<p>", etag='"v1"')}
    assert run("add", "-l", "case.db", site.at("/a"), site.at("/b"))[0] == 1
    with opened("case.db") as ledger:
        assert list(ledger.visits()) == [site.at("/a")]


def test_a_dossier_of_a_ledger_is_made_where_nothing_is_new(run, site):
    site.pages["/a"] = page()
    run("report", "-l", "case.db", site.at())
    code, _, _ = run("report", "-l", "case.db", "-o", "again.html", site.at())
    assert code == 0
    assert Path("again.html").read_bytes() == Path("dossier.html").read_bytes()


def test_nothing_is_kept_of_a_visit_where_no_ledger_is_made(run, site, tmp_path):
    assert run("add", "-l", "case.db", site.at())[0] == 3
    assert not (tmp_path / "case.db").exists()


def feed_of(site, *paths):
    entries = "".join(
        f"<item><title>Bridge {path}</title><link>{site.at(path)}</link>"
        f"<description>Read more of {path}.</description></item>"
        for path in paths
    )
    return f"<rss version='2.0'><channel>{entries}</channel></rss>".encode()


def test_pages_behind_the_entries_of_a_feed_are_fetched_where_that_is_asked_for(run, site):
    site.pages |= {
        "/feed": page(feed_of(site, "/a", "/gone", "/a"), etag='"f1"'),
        "/a": page(etag='"v1"'),
    }
    code, _, err = run("add", "-l", "case.db", "--follow", site.at("/feed"))
    assert code == 1
    assert err.startswith(f"skipped {site.at('/gone')}: ")
    with opened("case.db") as ledger:
        texts = {d.text for d in ledger.case().documents}
        assert set(ledger.visits()) == {site.at("/feed"), site.at("/a")}
    assert texts == {TEXT, "Read more of /gone."}
    assert site.paths == ["/feed", "/a", "/gone"]


def test_feeds_behind_the_entries_of_a_feed_are_not_followed_further(run, site):
    site.pages |= {
        "/feed": page(feed_of(site, "/inner")),
        "/inner": page(feed_of(site, "/a")),
        "/a": page(),
    }
    assert run("add", "-l", "case.db", "--follow", site.at("/feed"))[0] == 0
    assert site.paths == ["/feed", "/inner"]


def test_a_page_behind_an_entry_that_has_nothing_new_is_not_read_as_the_entry(run, site):
    site.pages |= {"/feed": page(feed_of(site, "/a")), "/a": page(etag='"v1"')}
    run("add", "-l", "case.db", "--follow", site.at("/feed"))
    before = held()
    site.pages |= {
        "/feed": page(feed_of(site, "/a") + b" "), "/a": answer(status=304, length=False),
    }  # fmt: skip
    assert run("add", "-l", "case.db", "--follow", site.at("/feed"))[0] == 0
    assert held() == before


def test_a_server_is_told_how_to_reach_whoever_asks(run, site, monkeypatch):
    site.pages["/a"] = page()
    run("read", site.at(), "--contact", "desk@vesk.example")
    assert site.asked[-1].headers["user-agent"] == f"reportedly/{__version__} (+desk@vesk.example)"
    monkeypatch.setenv("REPORTEDLY_CONTACT", "https://desk.example")
    run("read", site.at())
    assert (
        site.asked[-1].headers["user-agent"] == f"reportedly/{__version__} (+https://desk.example)"
    )


@pytest.mark.parametrize("wrong", [("--contact", "a\nb"), ("--allow-private", "10.0.0.0/8")])
def test_options_that_make_no_sense_are_wrong_use(run, site, wrong):
    assert run("read", site.at(), *wrong)[0] == 2
    assert site.asked == []


def test_what_speaks_to_the_network_is_loaded_only_for_an_address(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge at Vesk fell, two witnesses said.")
    script = (
        "import sys\nfrom reportedly import desk\n"
        "from reportedly.documents.fetching import Manners\n"
        "desk.take_in(['a.txt'], fetcher=desk.fetcher(Manners()))\n"
        "print([m for m in sys.modules if m.startswith('reportedly.documents.fetching.')\n"
        "  and m.rsplit('.')[-1] in {'client', 'connections', 'robots'} or m == 'protego'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(reportedly.__file__).parents[1])},
    )  # fmt: skip
    assert done.stdout == "[]\n"
