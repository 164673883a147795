"""A vault of notes: every link leads somewhere, every word is a report's, and none acts."""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from html import unescape

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exports.ruled import dorn_known
from reportedly.exports.markdown import markdown
from reportedly.exports.notes import Names, front, link, safe
from reportedly.model import Case, Logged, Ruling, Target
from reportedly.visible import plain
from views.case import story

HOSTILE = '[[Index]] <script>x</script> #tag `=1` %% {{a}} <% t %> ![[b]] "q": - \u202e\x00\ud800'
LINK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def vault(case):
    data = b"".join(markdown(case, lambda sha256: None))
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name).decode() for name in held.namelist()}


def fronts(notes):
    return {name: yaml.safe_load(text.split("---\n")[1]) for name, text in notes.items()}


def worse():
    """The case with words that would act, in every place that somebody else writes."""
    case = story()
    documents = tuple(
        replace(d, title=HOSTILE, publisher=f"{d.publisher} {HOSTILE}", byline=HOSTILE)
        for d in case.documents
    )
    claims = tuple(
        replace(c, positions=tuple(replace(p, voice=f"{p.voice} {HOSTILE}") for p in c.positions))
        for c in case.gathering.claims
    )
    actors = tuple(replace(a, name=HOSTILE) for a in case.gathering.actors)
    gathering = replace(case.gathering, claims=claims, actors=actors)
    return replace(case, documents=documents, gathering=gathering)


def test_there_is_a_note_for_every_claim_report_and_voice_that_is_known_by_name():
    case = dorn_known()
    held = fronts(vault(case))
    kinds = [one["type"] for one in held.values()]
    assert kinds.count("claim") == len(case.gathering.claims)
    assert kinds.count("report") == len(case.documents)
    assert sorted(one["name"] for one in held.values() if one["type"] == "voice") == [
        "Harrow Review", "Ilse Dorn", "Ministry of Defence of Karvonia", "Northline Wire",
        "Tarn Broadcasting", "The Daily Ledger", "Vesk Courier",
    ]  # fmt: skip


def test_every_link_leads_to_a_note():
    for case in (story(), worse()):
        notes = vault(case)
        found = [name for text in notes.values() for name, _ in LINK.findall(text)]
        assert len(found) > 50
        assert {f"{name}.md" for name in found} <= set(notes)
        bodies = [text.split("---\n", 2)[2] for text in notes.values()]
        assert all(text.count("[[") == len(LINK.findall(text)) for text in bodies)


def test_front_matter_says_what_is_known_and_nothing_that_cannot_be_judged():
    case = story()
    held = {one.get("id"): one for one in fronts(vault(case)).values()}
    one, other, *_ = case.gathering.claims
    assert held[one.id] == {
        "id": one.id, "type": "claim", "status": "contested",
        "first_seen": "2031-03-03T08:10:00Z", "last_seen": "2031-03-06T07:00:00Z", "reports": 8,
        "origins_at_least": 2, "origins_at_most": 3, "grade_source": "C",
        "grade_information": "3", "tags": ["claim", "claim/contested"],
    }  # fmt: skip
    assert not {"grade_source", "grade_information"} & set(held[other.id])
    report = case.documents[0]
    assert held[report.id]["sha256"] == report.sha256


def test_every_quotation_names_its_report_and_is_cut_from_it():
    case = story()
    texts = {d.id[:8]: d.text for d in case.documents}
    told = re.compile(r"“([^“”]+)”[^“”]*?\(\[\[Reports/[^|]* ([0-9a-f]{8})\|[^\]]*\]\], "
                      r"characters (\d+)–(\d+)\)")  # fmt: skip
    found = [
        quoted
        for name, text in vault(case).items() if name.startswith(("Claims", "Voices"))
        for quoted in told.findall(text)
    ]  # fmt: skip
    assert len(found) > 30
    for words, report, start, end in found:
        assert words == " ".join(texts[report][int(start) : int(end)].split())


def test_a_person_stands_only_beside_the_attribution_that_carries_the_name():
    """Promise 5: without the attribution there is neither a note nor a name."""
    case = dorn_known()
    readings = tuple(
        replace(r, statements=tuple(replace(s, attribution=None) for s in r.statements))
        for r in case.readings
    )
    bare = replace(case, readings=readings)
    assert "Ilse Dorn" in str(fronts(vault(case)))
    notes = vault(replace(bare, lineage=replace(case.lineage, origins=())))
    assert not any("Ilse Dorn" in name or "[[Voices/Ilse" in text for name, text in notes.items())
    assert any("a person whose attribution is not kept" in text for text in notes.values())


def test_what_is_hidden_has_no_note_and_is_counted():
    case = story()
    claim = case.gathering.claims[1]
    target = Target("claim", claim.id, statement=claim.statements[0])
    hide = Logged(Ruling(1, "hide", (target,), "anna"), (claim.statements[0],), "in force")
    notes = vault(replace(case, rulings=(hide,)))
    assert not any(claim.id[:8] in name or claim.id in text for name, text in notes.items())
    assert "1 record is hidden by rulings" in notes["Index.md"]


def test_names_of_files_are_good_on_every_system():
    names = [name for case in (story(), worse()) for name in vault(case)]
    for name in names:
        assert re.fullmatch(r'[^<>:"\\|?*\x00-\x1f]+', name)
        assert all(part.strip(". ") == part for part in name.removesuffix(".md").split("/"))
        assert max(map(len, name.split("/"))) < 130
    assert len({name.casefold() for name in vault(worse())}) == len(vault(worse()))


def test_words_of_others_make_no_html_and_no_command():
    for text in vault(worse()).values():
        told = text.split("---\n", 2)[2]
        html = READER.render(LINK.sub("", told))
        assert not re.search(r"<(script|a|img|code|del|table)\b", html)
        assert "<%" not in text.split("---\n", 2)[2]
        assert "{{" not in told.replace("\\{", "")


@given(st.text(max_size=40) | st.just(HOSTILE))
def test_escaped_words_are_shown_as_they_are(text):
    html = READER.renderInline(safe(text))
    assert "<" not in html
    assert unescape(html) == " ".join(plain(text).split())


@given(st.text(max_size=60))
def test_front_matter_is_read_as_it_was_meant(text):
    written = front({"title": text, "tags": [text, "a"], "count": 3, "none": None})
    told = yaml.safe_load(written.strip().strip("-"))
    assert told == {"title": plain(text), "tags": [plain(text), "a"], "count": 3}


@given(st.lists(st.text(max_size=120), max_size=6), st.sampled_from(["a" * 16, "b" * 16]))
def test_no_two_notes_have_one_name(words, id_):
    names = Names()
    made = [names.new("Claims", one, f"{id_[:-1]}{n}") for n, one in enumerate(words)]
    assert len({unicodedata.normalize("NFC", one).casefold() for one in made}) == len(made)
    assert all(LINK.fullmatch(link(one)) for one in made)


def test_an_empty_case_is_an_index():
    assert list(vault(Case())) == ["Index.md"]
