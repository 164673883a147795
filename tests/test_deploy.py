"""What is run on a server: no root, nothing to write on, no secret in a file, real commands."""

import re
import shlex
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import typer
import yaml

from reportedly import cli
from reportedly.ledger import opened
from reportedly.web import write_person

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
PROGRAM = [sys.executable, "-m", "reportedly"]


def compose():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def ours():
    return {
        name: one for name, one in compose()["services"].items() if one["image"] == "reportedly"
    }


def containerfile():
    """Its instructions, continued lines joined."""
    text = (DEPLOY / "Containerfile").read_text().replace("\\\n", " ")
    return [line.split(maxsplit=1) for line in text.splitlines() if line and line[0] != "#"]


def parsed(arguments):
    """The options of a command of the program, as it takes them."""
    command = typer.main.get_command(cli.app)
    name, *rest = arguments
    return command.commands[name].make_context(name, rest).params


def unit(path):
    """The settings of a unit, each once."""
    rows = [line.partition("=")[::2] for line in path.read_text().splitlines() if "=" in line]
    assert len({key for key, _ in rows} - {"After"}) == len(rows) - [k for k, _ in rows].count(
        "After"
    )
    return dict(rows)


@pytest.mark.parametrize("name", ["serve", "watch"])
def test_a_service_may_do_nothing_that_it_need_not(name):
    made = ours()[name]
    assert made["user"] == "10001:10001"
    assert made["read_only"] is True
    assert made["cap_drop"] == ["ALL"]
    assert made["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "devices", "network_mode", "pid"} & set(made)
    written = [volume for volume in made.get("volumes", ()) if not volume.endswith(":ro")]
    assert written == (["./numbers:/numbers"] if name == "watch" else [])
    assert made["depends_on"] == {"ledger": {"condition": "service_healthy"}}


def test_the_services_are_commands_of_the_program():
    assert parsed(ours()["serve"]["command"])["metrics"] == Path("/run/secrets/scrape")
    assert parsed(ours()["watch"]["command"])["feeds"] == ["/feeds"]


def test_only_this_machine_reaches_the_pages_and_nobody_the_database():
    services = compose()["services"]
    assert services["serve"]["ports"] == ["127.0.0.1:8765:8765"]
    assert not services["ledger"].get("ports")
    assert services["ledger"]["networks"] == ["inside"]
    assert compose()["networks"]["inside"] == {"internal": True}
    assert all("healthcheck" in services[name] for name in ("ledger", "serve"))


def test_who_runs_can_read_the_secrets():
    """A mounted file keeps its owner, so whose each must be stands where they are described."""
    text = (DEPLOY / "compose.yaml").read_text()
    (owned,) = re.findall(r"chown 10001 ([\w. ]+)\n", text)
    used = {name for one in ours().values() for name in one["secrets"]}
    assert {name.partition(".")[0] for name in owned.split()} == used


def test_what_the_watch_counts_is_written_where_a_monitor_can_read_it():
    made = ours()["watch"]
    place = parsed(made["command"])["metrics"].parent
    assert any(volume.split(":")[1:] == [str(place)] for volume in made["volumes"])


def test_secrets_come_from_files_and_images_from_where_the_owner_says():
    made = compose()
    assert all(set(one) == {"file"} for one in made["secrets"].values())
    used = {name for one in made["services"].values() for name in one["secrets"]}
    assert used == set(made["secrets"])
    for one in made["services"].values():
        assert re.fullmatch(r"[a-z]+(:\d+)?", one["image"])
        for key, value in one["environment"].items():
            assert value.startswith("/run/secrets/") or "PASS" not in key
        assert ":" not in str(one.get("command", "")).partition("@")[0].partition("//")[2]


def test_the_image_runs_as_nobody_and_installs_what_was_tested():
    steps = containerfile()
    assert [what for name, what in steps if name == "FROM"] == ["python:3.11-slim"]
    assert [what for name, what in steps if name == "USER"] == ["10001:10001"]
    names = [name for name, _ in steps]
    assert names.index("USER") > max(at for at, name in enumerate(names) if name == "RUN")
    assert "ADD" not in names
    (run,) = [what for name, what in steps if name == "RUN"]
    installs = [part for part in run.split("&&") if "pip install" in part]
    assert all("--require-hashes" in p or "/install/*.whl" in p for p in installs)
    assert not re.search(r"curl|wget|https?:|sudo|chmod|setcap", run)
    for source in ("requirements.txt", "deploy/postgres.txt"):
        assert source in dict(steps)["COPY"]
        assert (ROOT / source).is_file()


def test_the_driver_of_the_image_is_the_one_of_the_tests():
    pins = (ROOT / "requirements-dev.txt").read_text()
    held = (DEPLOY / "postgres.txt").read_text()
    assert held in pins
    assert re.findall(r"^(psycopg[\w-]*)==", held, re.MULTILINE) == ["psycopg", "psycopg-binary"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_may_do_nothing_that_it_need_not(path):
    made = unit(path)
    assert made["User"] == "reportedly"
    assert made["CapabilityBoundingSet"] == ""
    assert made["ProtectSystem"] == "strict"
    for setting in ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome",
                    "ProtectKernelTunables", "ProtectKernelModules", "ProtectControlGroups",
                    "RestrictNamespaces", "RestrictSUIDSGID", "LockPersonality"):  # fmt: skip
        assert made[setting] == "yes", setting
    words = shlex.split(made["ExecStart"].replace("${LEDGER}", "a.db").replace("$FEEDS", "feeds"))
    assert parsed(words[1:])["ledger"] == "a.db"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("path", [*UNITS, DEPLOY / "reportedly-watch.timer"], ids=lambda p: p.name)
def test_systemd_takes_the_units(path, tmp_path):
    for one in DEPLOY.glob("reportedly-*"):
        text = one.read_text().replace("/opt/reportedly/bin/reportedly", sys.executable)
        (tmp_path / one.name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / path.name],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_the_very_commands_work_on_a_real_server(postgres, tmp_path):
    """As compose gives them, with places of this machine; one round, since nobody waits for two."""
    where, secrets = postgres.new(), tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "scrape").write_text("a token of the monitor".replace(" ", "-"))
    write_person(secrets / "people", "Ana Merle", "the old ferry road")
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "a.txt").write_text("Forty men left Olm Pass, an officer said on Monday.")

    def given(name):
        for word in ours()[name]["command"]:
            yield {
                "postgresql://reportedly@ledger/reportedly": where, "/feeds": f"{tmp_path}/feeds",
                "8765": "0", "/numbers/watch.prom": f"{tmp_path}/watch.prom",
            }.get(word, word.replace("/run/secrets", str(secrets)))  # fmt: skip

    round_ = subprocess.run(
        [*PROGRAM, *given("watch"), "--once"], capture_output=True, text=True, check=False
    )
    assert round_.returncode == 0, round_.stderr
    assert '"event": "round", "reports": 1' in round_.stderr
    assert "reportedly_watch_reports_total 1.0" in (tmp_path / "watch.prom").read_text()
    with opened(where) as ledger:
        assert len(ledger.runs()) == 1
    with subprocess.Popen([*PROGRAM, *given("serve")], stdout=subprocess.PIPE, text=True) as served:
        try:
            port = re.search(r":(\d+)/", served.stdout.readline())[1]
            assert asked(port, "/health") == (200, True)
            assert asked(port, "/metrics", "a-token-of-the-monitor") == (200, True)
            assert asked(port, "/metrics", "another")[1] is False
        finally:
            served.terminate()


def asked(port, path, token=""):
    """The status, and whether it is what was asked for and not the form to enter."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {token}"}
    )
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                text = answer.read().decode()
                return answer.status, "reportedly_runs_total 1.0" in text or '"ok"' in text
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    return 0, False
