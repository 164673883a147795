"""What stands before every request: host, origin, body, session, headers."""

import re

import pytest

from reportedly.views import dossier
from reportedly.web.guard import BODY, DAY, PAUSE, POLICY, TRIES
from web.asking import FORM, HOST
from web.house import COOKIE, PASSWORDS, seal

PAGE = "/claims"
LOCKED = "Open the address that reportedly printed"


def test_a_page_is_given_to_whoever_has_the_cookie_and_to_nobody_else(local):
    assert local.reader.get(PAGE).status == 200
    answer = local.stranger.get(PAGE)
    assert answer.status == 403
    assert LOCKED in answer.text


@pytest.mark.parametrize(
    "host",
    ["evil.example:8765", "127.0.0.1", "127.0.0.1:80", "localhost:8765.evil.example", "",
     "localhost", "127.0.0.1:8765@evil.example", "[::1]:8766"],
)  # fmt: skip
def test_no_other_name_than_its_own_is_answered_to(local, host):
    """A page of another host whose name is made to lead here (DNS rebinding) reads nothing."""
    answer = local.reader.with_(("Host", host)).get(PAGE)
    assert answer.status == 421
    assert "Claims</h1>" not in answer.text


def test_a_request_without_a_host_is_refused(local):
    assert local.reader.with_(without="Host").get(PAGE).status == 421


def test_every_name_of_this_machine_is_answered_to(local):
    assert local.reader.with_(("Host", "localhost:8765")).get(PAGE).status == 200


@pytest.mark.parametrize(
    "origin",
    ["null", "", "http://evil.example", "http://127.0.0.1:8766", "http://localhost:8765",
     f"http://{HOST}.evil.example", f"ftp://{HOST}", HOST, f"http://{HOST}/"],
)  # fmt: skip
def test_a_form_of_another_page_is_refused(mine, origin):
    answer = mine.reader.with_(("Origin", origin)).post("/rulings", kind="hide")
    assert answer.status == 403
    assert "from this server&#x27;s own pages only" in answer.text


def test_a_form_that_names_no_origin_is_refused(mine):
    assert mine.reader.with_(without="Origin").post("/rulings", kind="hide").status == 403


def test_a_form_of_this_server_is_taken_behind_a_proxy_that_speaks_tls(mine):
    """It is not refused for its origin; it is for its seal."""
    answer = mine.reader.with_(("Origin", f"https://{HOST}")).post("/rulings", kind="hide")
    assert (answer.status, "not of this session" in answer.text) == (400, True)


def test_a_form_from_elsewhere_cannot_enter_either(named):
    """Else a page could have its reader enter as somebody else."""
    known = {"name": "Ana Merle", "password": PASSWORDS["Ana Merle"]}
    for sender in (
        named.stranger.with_(("Origin", "null")),
        named.stranger.with_(without="Origin"),
    ):
        assert sender.post("/enter", **known).status == 403
    assert named.stranger.post("/enter", **known).status == 303


def test_the_token_in_the_opened_address_becomes_a_cookie_and_leaves_the_address(local):
    answer = local.stranger.get(f"/?token={local.door.token}")
    assert (answer.status, answer.get("location")) == (303, "/")
    assert local.door.token not in str(answer.headers) + answer.text
    cookie = answer.get("set-cookie")
    opened = local.stranger.with_(("Cookie", cookie.split(";")[0]))
    assert opened.get("/").status == 200


def test_the_token_leaves_the_address_where_there_is_a_cookie_already(local):
    """The printed address opened again: nothing secret stays in the history."""
    answer = local.reader.get(f"/claims?token={local.door.token}")
    assert (answer.status, answer.get("location")) == (303, "/claims")


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(local):
    flags = local.stranger.get(f"/?token={local.door.token}").get("set-cookie").lower().split("; ")
    assert flags[0].startswith(f"{COOKIE}=")
    assert {"httponly", "samesite=strict", "path=/"} <= set(flags[1:])
    assert not any(flag.startswith(("domain", "expires")) for flag in flags)


@pytest.mark.parametrize("token", ["", "x", "%00", "%ED%A0%80", "%C3%A9" * 40])
def test_another_token_opens_nothing(local, token):
    assert local.stranger.get(f"/?token={token}").status == 403


def test_the_address_after_the_token_is_always_on_this_server(local):
    """``//evil.example`` would lead to another one."""
    for path in ("//evil.example/", "///evil.example", "/%2Fevil.example", "/%5Cevil.example"):
        location = local.stranger.get(f"{path}?token={local.door.token}").get("location")
        assert re.match(r"/[^/\\]", location), location


def test_a_form_cannot_bring_the_token_in_its_address(mine):
    answer = mine.stranger.post(f"/rulings?token={mine.door.token}", kind="hide")
    assert answer.status == 403


@pytest.mark.parametrize(
    "cookie",
    ["", "x", COOKIE, f"{COOKIE}=", f"{COOKIE}=x", f"{COOKIE}=\xe9\xff", '{"a": 1}', "=;=;",
     "reportedly-8766=KNOWN", "reportedly=KNOWN"],
)  # fmt: skip
def test_no_other_cookie_is_a_session(local, cookie):
    """Nor is that of a ledger served at another port."""
    sent = cookie.replace("KNOWN", local.door.cookie)
    assert local.stranger.with_(("Cookie", sent)).get(PAGE).status == 403


def test_cookies_of_other_programs_on_this_machine_do_no_harm(local):
    """Ports share their cookies, and some programs write what no cookie may hold."""
    cookie = f'seen={{"a": "b", [1]}}; q="; {COOKIE}={local.door.cookie}; z[0]=é'
    assert local.stranger.with_(("Cookie", cookie)).get(PAGE).status == 200


def test_the_token_is_no_cookie_and_the_cookie_no_token(local):
    """Whoever sees one of them in a log has not got the other."""
    as_cookie = local.stranger.with_(("Cookie", f"{COOKIE}={local.door.token}"))
    assert as_cookie.get(PAGE).status == 403
    assert local.stranger.get(f"/?token={local.door.cookie}").status == 403


def test_a_program_sends_the_token_as_bearer(local):
    program = local.stranger.with_(without="Origin")
    for sent, status in (
        (f"Bearer {local.door.token}", 200), (f"bearer  {local.door.token} ", 200),
        (f"Basic {local.door.token}", 403), ("Bearer", 403), ("Bearer x", 403),
    ):  # fmt: skip
        assert program.with_(("Authorization", sent)).get(PAGE).status == status, sent


def test_a_page_elsewhere_cannot_use_a_bearer_that_it_does_not_know(mine):
    """Without an origin a form needs the token; the word alone lets nothing through."""
    program = mine.reader.with_(("Authorization", "Bearer x"), without="Origin")
    answer = program.post("/rulings", kind="hide", id="C1", by="Ana", seal="")
    assert answer.status == 400
    assert mine.ledger.rulings() == ()


def test_the_token_opens_nothing_where_people_are_named(named):
    assert named.stranger.get(f"/?token={named.door.token}").get("location") == "/enter"
    program = named.stranger.with_(("Authorization", f"Bearer {named.door.token}"))
    assert program.get(PAGE).status == 303
    assert named.stranger.with_(("Cookie", f"{COOKIE}={named.door.cookie}")).get(PAGE).status == 303


@pytest.mark.parametrize(
    "length", [str(BODY + 1), "9" * 400, "0" * 20 + "9" * 9, "-1", "x", "٣", " "]
)
def test_a_body_that_says_it_is_too_long_is_not_read(mine, length):
    sent = length.encode().decode("latin-1")
    answer = mine.reader.with_(FORM, ("Content-Length", sent)).ask(
        "POST", "/rulings", [b"kind=note"]
    )
    assert answer.status == 413
    assert f"{BODY} bytes" in answer.text


def test_a_body_that_does_not_say_is_read_up_to_the_same_length(mine):
    chunks = [b"why=" + b"x" * 1000, *[b"x" * 1000] * 100]
    answer = mine.reader.with_(FORM).ask("POST", "/rulings", chunks)
    assert (answer.status, answer.raised) == (413, None)
    assert mine.ledger.rulings() == ()


def test_a_body_of_the_greatest_length_is_read(mine):
    body = b"why=" + b"x" * (BODY - 4)
    answer = mine.reader.with_(FORM, ("Content-Length", str(BODY))).ask("POST", "/rulings", [body])
    assert "not of this session" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "X"])
def test_no_other_method_is_answered(local, method):
    answer = local.reader.ask(method, PAGE)
    assert (answer.status, answer.get("allow")) == (405, "GET, HEAD, POST")


def test_a_page_takes_no_form(local):
    answer = local.reader.post("/claims", kind="hide")
    assert answer.status == 405
    assert set(answer.get("allow").split(", ")) <= {"GET", "HEAD"}


def test_head_is_answered_wherever_get_is(local, named):
    for path in ("/", PAGE, "/dossier", "/static/style.css", "/changes"):
        assert local.reader.get(path, "HEAD").status == 200
    assert named.stranger.get("/enter", "HEAD").status == 200
    assert local.reader.get("/claims/x", "HEAD").status == 404


def test_every_answer_has_every_header(local):
    """Pages, refusals, redirects, files, and what is not there."""
    reader, stranger = local.reader, local.stranger
    answers = [
        reader.get("/"), reader.get("/claims/x"), reader.get("/nowhere"), reader.get("/claims/"),
        reader.get("/static/style.css"), reader.get("/static/x"), reader.get("/static/../guard.py"),
        stranger.get("/"), stranger.get("/enter"), stranger.get(f"/?token={local.door.token}"),
        reader.with_(("Host", "x")).get("/"), reader.ask("PUT", "/"), reader.post("/"),
        reader.post("/rulings"), stranger.post("/enter"), reader.get("/api/x"),
        stranger.get("/api/x"),
        reader.with_(("Content-Length", "x")).get("/"), reader.get("/changes?run=77"),
    ]  # fmt: skip
    assert [a.status for a in answers if not a.guarded] == []
    assert {200, 303, 307, 400, 403, 404, 405, 413, 421} <= {a.status for a in answers}


def test_an_answer_to_our_own_mistake_has_every_header_too(mine, monkeypatch):
    """And says nothing of what went wrong; the server's log does."""
    monkeypatch.setattr(mine.ledger, "mark", lambda: {}["a secret"])
    answer = mine.reader.get("/")
    assert (answer.status, answer.guarded) == (500, True)
    assert isinstance(answer.raised, KeyError)
    assert "secret" not in answer.text


def test_the_policy_lets_only_files_of_this_server_in(local):
    """No inline style or script, no frame, no form to another host."""
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["form-action"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in POLICY
    page = local.reader.get(PAGE).text
    assert re.findall(r"<script(?! src=\"/static/script.js\" defer></script>)", page) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", page) == []


def test_the_dossier_keeps_its_own_policy(local):
    """Its style and script are in the file, and named by their hashes."""
    answer = local.reader.get("/dossier")
    assert answer.all("content-security-policy") == [dossier.policy()]
    assert answer.get("x-content-type-options") == "nosniff"


def test_a_program_is_refused_in_json(local):
    answer = local.stranger.get("/api/claims")
    assert (answer.status, answer.get("content-type")) == (403, "application/json")


def test_who_is_nobody_is_led_to_the_form(named):
    answer = named.stranger.get(PAGE)
    assert (answer.status, answer.get("location")) == (303, "/enter")
    assert named.stranger.get("/enter").status == 200
    assert named.stranger.get("/enterprise").get("location") == "/enter"
    assert named.stranger.get("/api/claims").status == 403


def test_a_person_enters_with_name_and_password(named):
    answer = named.enter("Ana Merle")
    assert (answer.status, answer.get("location")) == (303, "/")
    assert "HttpOnly" in answer.get("set-cookie")
    assert "Ana Merle" in named.entered("Ana Merle").get("/").text


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ana Merle", "wrong"), ("ana merle", PASSWORDS["Ana Merle"]), ("Nobody", "x"), ("", ""),
     ("Ana Merle", PASSWORDS["Ivo Brandt"]), ("x" * 60_000, "x"), ("\x00\r\n", "\ufffd")],
)  # fmt: skip
def test_nobody_enters_otherwise_and_is_not_told_why(named, name, password):
    answer = named.stranger.post("/enter", name=name, password=password)
    assert answer.status == 403
    assert not answer.all("set-cookie")
    assert "do not fit, or were tried too often" in answer.text


def test_a_name_that_was_tried_too_often_waits(named):
    """Even with the right password, for a minute; another name does not."""
    for _ in range(TRIES):
        assert named.enter("Ana Merle", "wrong").status == 403
    assert named.enter("Ana Merle").status == 403
    assert named.enter("Ivo Brandt").status == 303
    named.clock.now += PAUSE
    assert named.enter("Ana Merle").status == 303


def test_the_right_password_wipes_out_the_wrong_ones(named):
    for _ in range(3):
        for _ in range(TRIES - 1):
            named.enter("Ana Merle", "wrong")
        assert named.enter("Ana Merle").status == 303


def test_no_flood_of_names_frees_one_that_waits(named, monkeypatch):
    monkeypatch.setattr(type(named.door.people), "knows", lambda *given: False)
    for _ in range(TRIES):
        named.door.enter("Ana Merle", "wrong")
    for n in range(2_000):
        named.door.enter(f"name {n}", "wrong")
    monkeypatch.undo()
    assert named.enter("Ana Merle").status == 403


def test_tries_at_once_count_as_tries(named, monkeypatch):
    """Nobody gets more of them by asking before the first is answered."""
    answered = []

    def slow(people, name, password):
        if len(answered) < 3 * TRIES:
            answered.append(0)
            named.door._checking.release()
            named.door.enter(name, password)
            named.door._checking.acquire()
        return False

    monkeypatch.setattr(type(named.door.people), "knows", slow)
    named.door.enter("Ana Merle", "wrong")
    assert len(answered) == TRIES


def test_a_session_ends_by_itself(named):
    ana = named.entered("Ana Merle")
    named.clock.now += DAY - 1
    assert ana.get(PAGE).status == 200
    named.clock.now += 1
    assert ana.get(PAGE).get("location") == "/enter"


def test_a_person_leaves_and_that_session_alone_is_over(named):
    here, there = named.entered("Ana Merle"), named.entered("Ana Merle")
    answer = here.post("/leave", seal=seal(here.get("/")))
    assert (answer.status, answer.get("location")) == (303, "/enter")
    assert "Max-Age=0" in answer.get("set-cookie")
    assert here.get(PAGE).status == 303
    assert there.get(PAGE).status == 200


@pytest.mark.parametrize("given", ["", "x", "OTHER"])
def test_nobody_is_made_to_leave(named, given):
    """A form without the seal of the session ends none."""
    ana, ivo = named.entered("Ana Merle"), named.entered("Ivo Brandt")
    answer = ana.post("/leave", seal=given.replace("OTHER", seal(ivo.get("/"))))
    assert answer.status == 400
    assert ana.get(PAGE).status == 200


def test_seals_differ_by_session(named):
    """That of one person, or of an earlier session of theirs, is of no use in another."""
    sessions = [named.entered(name) for name in ("Ana Merle", "Ana Merle", "Ivo Brandt")]
    assert len({seal(one.get("/")) for one in sessions}) == 3


def test_two_servers_share_no_secret(local, named):
    assert local.door.token != named.door.token
    assert local.door.cookie != named.door.cookie
