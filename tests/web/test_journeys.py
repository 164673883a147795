"""Journeys through a served ledger, in a real browser, from opening to a printed dossier."""

import re
from shutil import copy

import pytest

from reportedly.ledger import opened
from reportedly.views import dossier
from reportedly.web.people import write_person
from web.browsing import NARROW, NEEDS_BROWSER, Reader, addresses, sync_api
from web.house import PASSWORDS
from web.server import serving

pytestmark = NEEDS_BROWSER


@pytest.fixture(scope="module")
def ruled(ledger_file, tmp_path_factory):
    """A server in whose ledger rulings are made."""
    with serving(copy(ledger_file, tmp_path_factory.mktemp("ruled") / "case.db")) as server:
        yield server


def alone(shelf, number: int) -> str:
    """The id of a claim that nobody else will miss, counted from the last."""
    return shelf.claims[-number].id


def decide(reader: Reader, path: str, button: str, why: str = "", by: str = "Ana Merle") -> None:
    """Fill in the form with that button, and press it."""
    reader.open(path)
    form = reader.page.locator("form.ruling").filter(
        has=reader.page.get_by_role("button", name=button)
    )
    form.locator("input[name=why]").fill(why)
    if by:
        form.get_by_label("Who decides").fill(by)
    form.get_by_role("button", name=button, exact=True).click()
    reader.page.wait_for_url(re.compile(r"/rulings/\d+$"))


def test_the_printed_address_opens_the_story_and_loses_its_token(at, shown):
    reader = at(shown)
    assert reader.path == "/"
    assert reader.heading == "20 reports from 14 outlets, 3 to 7 Mar 2031"
    (cookie,) = reader.page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert reader.page.evaluate("document.cookie") == ""
    assert reader.open("/claims").heading == "Claims"


def test_from_the_story_to_a_claim(at, shown):
    reader = at(shown)
    reader.follow("table.claims th a.no")
    assert "C1" in reader.heading
    assert "contested" in reader.heading
    for words in ("The way it travelled", "Every statement", "Origins"):
        assert words in reader.text


def test_claims_are_filtered_by_status_outlet_actor_and_time(at, shown, shelf):
    """Each filter leaves the claims that the ledger says, and they stand in the address."""
    reader = at(shown, "/claims")
    ministry = next(
        a for a in shelf.case.gathering.actors if a.name == "Halvorian Ministry of Defence"
    )
    gazette = {d.id for d in shelf.documents.values() if d.outlet == "Pellin Gazette"}
    for name, choice, fits in (
        ("status", "contested", lambda c: c.status == "contested"),
        ("outlet", "Pellin Gazette", lambda c: gazette & set(c.documents)),
        ("actor", ministry.name, lambda c: any(p.actor == ministry.id for p in c.positions)),
        ("to", "2031-03-03", lambda c: c.first_seen[:10] <= "2031-03-03"),
        ("from", "2031-03-07", lambda c: c.last_seen[:10] >= "2031-03-07"),
        ("q", "ferry", None),
    ):
        reader.open("/claims")
        field = reader.page.locator(f"form.tools [name={name}]")
        field.fill(choice) if fits is None or "-" in choice else field.select_option(label=choice)
        reader.press("Show")
        numbers = reader.page.locator("table.claims tbody th a.no").all_inner_texts()
        if fits:
            wanted = [shelf.claim_numbers[c.id] for c in shelf.claims if fits(c)]
            assert numbers == wanted[: len(numbers)]
            assert len(numbers) == min(25, len(wanted))
        else:
            assert 0 < len(numbers) < 25
    reader.press("Show all", "link")
    assert reader.page.locator("table.claims tbody tr").count() == 25
    reader.press("Further in the list", "link")
    assert "26 to 50" in reader.text


def test_a_search_leads_to_a_report(at, shown):
    """From any page; what was found is marked."""
    reader = at(shown, "/timeline")
    reader.page.get_by_role("searchbox").fill("ferry crossing")
    reader.press("Search")
    assert reader.page.locator("main mark").first.inner_text().casefold() in ("ferry", "crossing")
    number = reader.page.locator("main .lines a[href^='/documents/'] b").first.inner_text()
    reader.follow("main .lines a[href^='/documents/']")
    assert reader.heading.startswith(number)
    assert "ferry" in reader.text


def test_a_statement_leads_to_its_marked_place_in_the_report(at, shown):
    reader = at(shown)
    reader.follow("table.claims th a.no")
    statement = reader.page.locator(".statements li").first
    said = statement.locator("q").first.inner_text()
    leads = statement.get_by_text("show it in the report").get_attribute("href")
    statement.get_by_text("show it in the report").click()
    reader.page.wait_for_url(f"**{leads}")
    place = reader.page.locator(":target")
    assert place.inner_text().split()[0] in said
    box = place.bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_way_of_a_claim_leads_to_an_upstream(at, shown):
    """From the claim to a report that follows another, and from there to that one."""
    reader = at(shown)
    reader.follow("table.claims th a.no")
    reader.follow(".way .hop a[href*='#l-']")
    link = reader.page.locator(":target")
    sync_api.expect(link).to_be_visible()
    follower = reader.page.locator("h1 .no").inner_text()
    upstream = link.locator("a").first
    number = upstream.locator("b").inner_text()
    upstream.click()
    sync_api.expect(reader.page.locator("h1 .no")).to_have_text(number)
    taken = reader.page.get_by_role("heading", name="Who took from it")
    assert taken.is_visible()
    followers = reader.page.locator("ul.lines", has_text=follower)
    assert follower in followers.first.inner_text().split()


def test_the_matrix_leads_to_an_actor(at, shown):
    reader = at(shown, "/matrix")
    name = "Halvorian Ministry of Defence"
    row = reader.page.locator("table.matrix tbody tr").filter(has_text=name)
    assert row.locator(".stance.against").count() > 0
    row.get_by_role("link", name=name).click()
    assert reader.heading == name
    assert "Positions" in reader.text
    reader.follow("main .lines a.no")
    assert name in reader.text


def test_the_timeline_leads_to_claims_and_to_words_of_time(at, shown):
    reader = at(shown)
    reader.press("Timeline", "link")
    assert reader.page.locator("table.times tbody").count() > 1
    assert "was reported" in reader.text or "reported" in reader.text
    reader.follow("table.times a[href^='/claims/']")
    assert reader.heading.startswith("C")


def test_a_claim_is_hidden_and_comes_back(at, ruled, shelf):
    """The ruling is kept at once, its effect follows; undone, everything is as before."""
    claim = alone(shelf, 1)
    number, path = shelf.claim_numbers[claim], f"/claims/{claim}"
    reader = at(ruled, path)
    reader.press("Rule on this claim", "link")
    decide(reader, reader.path, "Hide", "It is about something else.")
    ruling = reader.path
    assert "By Ana Merle" in reader.text
    assert "Why: It is about something else." in reader.settled()
    assert "In force" in reader.text
    assert "A ruling hides this claim from every list." in reader.open(path).text
    assert "hidden by rulings" in reader.open("/").text
    listed = f"/claims?q={number}"
    assert reader.open(listed).page.locator(f'table.claims a[href="{path}"]').count() == 0
    decide(reader, ruling, f"Undo ruling {ruling.rpartition('/')[2]}", "It was right.")
    reader.settled()
    assert "Undone" in reader.open(ruling).text
    assert reader.open(listed).page.locator(f'table.claims a[href="{path}"]').count() == 1


def test_two_claims_are_one_and_two_are_not(at, ruled, shelf):
    """Their statements stand together; the two that differ go on alone, with the ruling beside."""
    one, other, third = (alone(shelf, n) for n in (2, 3, 4))
    reader = at(ruled, f"/rule/{one}")
    reader.page.get_by_label("Id or number of the other").fill(other)
    form = reader.page.locator("form.ruling").first
    form.get_by_label("Who decides").fill("Ana Merle")
    form.get_by_role("button", name="Same", exact=True).click()
    reader.page.wait_for_url(re.compile(r"/rulings/\d+$"))
    reader.settled()
    left = [reader.page.context.request.get(f"{ruled.root}/claims/{id_}") for id_ in (one, other)]
    assert sorted(answer.status for answer in left) == [200, 404]
    joined = one if left[0].status == 200 else other
    assert reader.open(f"/claims/{joined}").page.locator(".statements li").count() == 2
    decide(reader, f"/rule/{third}?with={joined}", "Different", "Two days apart.")
    assert "different" in reader.heading
    assert "Two days apart." in reader.open("/rulings").text


def test_without_script_a_note_is_kept_beside_its_record(at, ruled, shelf):
    """The form asks for the words; the record, its reasons and the log show them."""
    report = next(iter(shelf.documents))
    reader = at(ruled, f"/documents/{report}", java_script_enabled=False)
    reader.open(f"/rule/{report}")
    form = reader.page.locator("form.ruling").last
    form.get_by_role("button", name="Keep the note").click()
    assert reader.path == f"/rule/{report}"
    decide(reader, f"/rule/{report}", "Keep the note", "Called the desk: “confirmed” <by phone>.")
    assert "In force" in reader.settled()
    for path in (f"/rule/{report}", f"/why/{report}", "/rulings"):
        assert "“confirmed” <by phone>" in reader.open(path).text


def test_what_changed_since_a_run_is_shown(at, shown, shelf):
    """The second run brought the pages; since the beginning everything is new."""
    reader = at(shown)
    reader.press("See what changed", "link")
    assert reader.heading == "What changed"
    since = int(re.search(r"(\d+) new reports?", reader.text)[1])
    reader.open("/changes?run=0")
    assert f"{len(shelf.documents)} new reports" in reader.text
    assert 0 < since < len(shelf.documents)
    reader.press("what came after it", "link")
    assert "Since run 2" in reader.text
    assert "0 new reports" in reader.text


def test_a_dossier_is_printed_and_saved(at, shown, shelf, tmp_path):
    """The saved file is the dossier of the command line, and opens without the server."""
    reader = at(shown)
    reader.press("Save or print a dossier", "link")
    assert reader.page.title().startswith("Dossier:")
    printed = reader.page.pdf(format="A4")
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 3
    saved = reader.page.context.request.get(f"{shown.root}/dossier").body()
    assert saved.decode() == dossier.render(shelf.case)
    (tmp_path / "dossier.html").write_bytes(saved)
    alone = reader.page.context.new_page()
    asked = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto((tmp_path / "dossier.html").as_uri())
    assert asked == [(tmp_path / "dossier.html").as_uri()]


def test_the_keyboard_is_enough(at, shown):
    """To the content, to a claim, into it, to its ruling; focus can always be seen."""
    reader = at(shown)
    focus = (
        "(e => [e.innerText, getComputedStyle(e).outlineStyle, e.getBoundingClientRect().width])"
    )
    reader.page.keyboard.press("Tab")
    text, _, width = reader.page.evaluate(f"{focus}(document.activeElement)")
    assert text == "Skip to the content"
    assert width > 50
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/#main")
    for _ in range(200):
        reader.page.keyboard.press("Tab")
        text, outline, width = reader.page.evaluate(f"{focus}(document.activeElement)")
        assert (outline, width > 0) == ("solid", True), text
        assert reader.page.evaluate("!!document.activeElement.closest('main')"), text
        if text == "C1":
            break
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/claims/*")
    while reader.page.evaluate("document.activeElement.innerText") != "Rule on this claim":
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/rule/*")
    assert reader.heading == "Rule on this claim"


def test_a_phone_shows_every_page_without_sideways_scrolling(at, shown, shelf):
    reader = at(shown, viewport=NARROW)
    wide = [path for path in addresses(shelf) if reader.open(path).is_wide()]
    assert wide == []


def test_two_people_rule_each_under_their_own_name(browser, ledger_file, tmp_path_factory):
    """Named users with passwords; each sees the other's ruling, and poses as nobody."""
    place = tmp_path_factory.mktemp("named")
    for name, word in PASSWORDS.items():
        write_person(place / "people.toml", name, word)
    held = copy(ledger_file, place / "case.db")
    with (
        serving(held, "--people", str(place / "people.toml")) as server,
        opened(str(held)) as ledger,
    ):
        report = ledger.case().documents[0].id
        readers = {name: Reader.at(browser, server) for name in PASSWORDS}
        for name, reader in readers.items():
            reader.open("/claims")
            assert reader.path == "/enter"
            reader.page.get_by_label("Name").fill(name)
            reader.page.get_by_label("Password").fill(PASSWORDS[name])
            reader.press("Enter")
            reader.page.wait_for_url(server.root + "/")
            decide(reader, f"/rule/{report}", "Keep the note", f"{name} was here.", by="")
            # The page asks for itself anew until then, and a slow machine is still at it.
            reader.settled()
        for reader in readers.values():
            said = reader.open("/rulings").text
            assert all(
                f"note by {other}" in said or f"{other} was here." in said for other in PASSWORDS
            )
            reader.press("Leave")
            reader.page.wait_for_url("**/enter")
            assert reader.open("/").path == "/enter"
            reader.judge()
            reader.page.context.close()
        assert [r.by for r in ledger.rulings()] == list(PASSWORDS)
