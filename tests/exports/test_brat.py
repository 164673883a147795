"""Brat's files keep to its grammar, and what is written is read back equal."""

import io
import json
import re
import zipfile
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from exports.brats import annotations, readings
from exports.kept import loaded
from reportedly import desk, exports
from reportedly.documents import brat as standing
from reportedly.documents import load
from reportedly.exports.brat import archive
from reportedly.model import Gathering, Logged, Reading, Ruling, Skipped, Target, misfit
from reportedly.model.plain import from_plain, to_plain
from views.case import story


def packed(case):
    return b"".join(archive(case, lambda sha256: None))


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name).decode() for name in held.namelist()}


@given(readings())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_back_equal(drawn):
    document, reading = drawn
    assert misfit(document, reading) is None
    ann = exports.brat(document, reading)
    annotations(document.text, ann)
    assert standing.reading(document, ann, "a.ann") == (reading, ())


def test_every_report_has_its_text_its_annotations_and_what_it_states():
    case = story()
    held = unpacked(packed(case))
    stems = [name.removesuffix(".txt") for name in held if name.endswith(".txt")]
    assert [held[f"{stem}.txt"] for stem in stems] == [d.text for d in case.documents]
    assert stems[0] == f"2031-03-03-vesk-courier-{case.documents[0].id}"
    for stem in stems:
        annotations(held[f"{stem}.txt"], held[f"{stem}.ann"])
    about = json.loads(held[f"{stems[0]}.json"])
    assert about["publisher"] == "Vesk Courier"
    assert set(held) == {
        "annotation.conf", "visual.conf",
        *(f"{stem}.{end}" for stem in stems for end in ("txt", "ann", "json")),
    }  # fmt: skip


def test_brat_is_told_of_every_type_role_and_value():
    """Section, type, and what stands behind it, as brat's own reader takes lines apart."""
    case = story()
    held = unpacked(packed(case))
    told = {}
    for line in held["annotation.conf"].splitlines():
        if line.startswith("["):
            section = told.setdefault(line.strip("[]"), {})
        elif line:
            kind, _, rest = line.partition("\t")
            pairs = (re.fullmatch(r"(\S+?)[?*]?:(\S+)", one) for one in rest.split(", ") if one)
            section[kind] = {pair[1]: pair[2].split("|") for pair in pairs}
    assert list(told) == ["entities", "relations", "events", "attributes"]
    for name in (name for name in held if name.endswith(".ann")):
        found = annotations(held[name.replace(".ann", ".txt")], held[name])
        for id_, (words, *_) in found.items():
            if id_[0] == "T":
                assert words[0] in told["entities"] or words[0] in told["events"]
            elif id_[0] == "E":
                roles = {one.split(":")[0].rstrip("23456789") for one in words[1:]}
                assert roles <= set(told["events"][words[0].split(":")[0]])
            elif id_[0] == "R":
                assert words[0] in told["relations"]
            elif id_[0] == "A":
                values = told["attributes"][words[0]].get("Value", [])
                assert words[2:] == [] if not values else words[2] in values


def test_what_is_hidden_is_left_out_with_what_it_alone_says():
    case = story()
    told = case.readings[0].attributions[0]
    target = Target("attribution", told.id, told.document)
    hide = Logged(Ruling(1, "hide", (target,), "anna"), (told.id,), "in force")
    (ann, *_) = (v for k, v in unpacked(packed(replace(case, rulings=(hide,)))).items()
                 if k.endswith(f"{told.document}.ann"))  # fmt: skip
    said = [s.id for s in case.readings[0].statements if s.attribution == told.id]
    assert said
    assert all(id_ not in ann for id_ in (told.id, *said))
    assert case.readings[0].attributions[1].id in ann


def came(kept):
    """Reports as they come from a file, and what their readings are."""
    return {k.document.id: (k.document.text, k.document.publisher, k.document.published, k.reading)
            for k in kept}  # fmt: skip


def as_read(folder):
    """The case with its reports as they are read from a table, and nothing skipped in them."""
    case = story()
    columns = ("url", "publisher", "byline", "title", "published", "text")
    rows = [{name: getattr(d, name) for name in columns} for d in case.documents]
    (folder / "given.jsonl").write_text("\n".join(map(json.dumps, rows)))
    documents = tuple(k.document for k in loaded(folder / "given.jsonl"))
    readings_ = tuple(
        _under(reading, document)
        for reading, document in zip(case.readings, documents, strict=True)
    )
    return replace(case, documents=documents, readings=readings_)


def _under(reading, document):
    said = json.dumps(to_plain(replace(reading, skipped=())))
    return from_plain(Reading, json.loads(said.replace(reading.document, document.id)))


def test_an_archive_and_the_folder_it_is_unpacked_to_give_the_same_readings(tmp_path):
    case = as_read(tmp_path)
    data = packed(case)
    (tmp_path / "case.zip").write_bytes(data)
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        held.extractall(tmp_path / "case")
    wanted = {
        d.id: (d.text, d.publisher, d.published, r)
        for d, r in zip(case.documents, case.readings, strict=True)
    }
    for source in ("case.zip", "case"):
        found = list(load([str(tmp_path / source)]))
        assert [item for item in found if isinstance(item, Skipped)] == []
        assert came(found) == wanted


def test_what_a_person_changed_is_what_the_ledger_holds(tmp_path):
    """And what is changed once more is read once more, though the text is the same."""
    case = as_read(tmp_path)
    (folder := tmp_path / "case").mkdir()
    for name, text in unpacked(packed(case)).items():
        (folder / name).write_text(text)
    ledger = str(tmp_path / "case.db")
    assert desk.add_to(ledger, [str(folder)]).case.readings == case.readings
    ann = folder / f"2031-03-03-vesk-courier-{case.documents[0].id}.ann"
    ann.write_text(ann.read_text().replace("Factuality E1 PS+", "Factuality E1 PR+"))
    again = desk.add_to(ledger, [str(folder)]).case
    assert again.readings[0].attributions[0].factuality == "PR+"
    assert again.readings[1:] == case.readings[1:]


def test_half_a_character_is_one_of_another_kind():
    document = replace(story().documents[0], text="It fell \ud800, he said.", id="a" * 16)
    case = replace(story(), documents=(document,), readings=(Reading(document.id),))
    held = unpacked(packed(replace(case, gathering=Gathering())))
    assert held[f"2031-03-03-vesk-courier-{document.id}.txt"] == "It fell ?, he said."
