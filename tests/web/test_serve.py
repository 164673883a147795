"""Where a ledger is served, for whom, and how it ends."""

import socket
from importlib import import_module

import pytest

from reportedly import cli
from reportedly.errors import UsageError
from reportedly.web import Way, serve
from web.house import own, people
from web.server import serving

module = import_module("reportedly.web.serve")


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.0.2.7", "ledger.example", "", "127.0.0.1.example", "128.0.0.1"]
)
def test_others_are_served_only_where_people_are_named(story_file, host):
    with pytest.raises(UsageError, match="others can reach this, so it needs --people"):
        serve(str(story_file), Way(host))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machine_needs_none(story_file, monkeypatch, host):
    monkeypatch.setattr(module, "_serve", lambda *given: None)
    serve(str(story_file), Way(host, 0))


def test_a_port_that_is_taken_is_named(story_file):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port}: nothing can be served there"):
            serve(str(story_file), Way(port=port))


def test_a_host_that_is_not_this_machine_is_named(story_file):
    with pytest.raises(UsageError, match=r"192\.0\.2\.7:0: nothing can be served there"):
        serve(str(story_file), Way("192.0.2.7", 0, people()))


@pytest.mark.parametrize(
    ("host", "names"),
    [("127.0.0.1", {"127.0.0.1:80", "localhost:80", "[::1]:80"}),
     ("::1", {"127.0.0.1:80", "localhost:80", "[::1]:80"}),
     ("192.0.2.7", {"192.0.2.7:80"}), ("ledger.example", {"ledger.example:80"})],
)  # fmt: skip
def test_the_names_that_are_answered_to(host, names):
    assert names == module._hosts(host, module._address(host, 80))


def test_of_all_interfaces_the_names_of_this_machine_are_answered_to(monkeypatch):
    """In small letters, as browsers send them; an address of version 6 in brackets."""
    found = [(0, 0, 0, "", (a, 0)) for a in ("192.0.2.7", "fe80::1%eth0")]
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk")
    monkeypatch.setattr(socket, "getfqdn", lambda: "Desk.example")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given: found)
    held = module._hosts("0.0.0.0", "0.0.0.0:80")
    assert {"desk:80", "desk.example:80", "192.0.2.7:80", "[fe80::1]:80", "localhost:80"} <= held
    assert "0.0.0.0:80" not in held


def test_a_machine_that_does_not_know_its_own_name_serves_all_the_same(monkeypatch):
    def unknown(*given):
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getfqdn", lambda: "desk")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "desk:80" in module._hosts("::", "[::]:80")


def test_a_real_server_answers_to_its_token_and_ends_in_peace(story_file, tmp_path):
    """From the printed address to the last line: no body for HEAD, no trace of a software."""
    with serving(own(story_file, tmp_path)) as server:
        token = server.address.partition("?")[2]
        status, headers, _ = server.ask("GET", f"/?{token}")
        assert (status, headers["location"]) == (303, "/")
        cookie = {"Cookie": headers["set-cookie"].split(";")[0]}
        status, headers, body = server.ask("HEAD", "/claims", cookie)
        assert (status, body) == (200, b"")
        assert int(headers["content-length"]) > 1000
        assert "server" not in {name.lower() for name in headers}
        assert server.ask("GET", "/claims", cookie)[0] == 200
        assert server.ask("GET", "/claims", {**cookie, "Host": "evil.example"})[0] == 421
        assert server.ask("GET", "/claims")[0] == 403
        code, told = server.stop()
    assert (code in (0, 130), "Traceback" in told) == (True, False), told


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--host", "0.0.0.0"), "--people"), (("--people", "nowhere.toml"), "nowhere.toml"),
     (("--enrol", "Ana"), "--people")],
)  # fmt: skip
def test_wrong_use_is_told_in_one_sentence(story_file, options, told, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["reportedly", "serve", "-l", str(story_file), *options])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1
