"""What is said where Ray is gone or gives no worker, held by a Ray that is none."""

from itertools import count
from types import SimpleNamespace

import pytest

from engines.square import square
from reportedly.engines import cluster
from reportedly.engines.cluster import BEGINNINGS, SILENT, RayPool
from reportedly.engines.work import Work
from reportedly.errors import ReportedlyError, UsageError


class RayError(Exception):
    """What Ray raises."""


class Ray:
    """As much of Ray as a pool needs; ``told`` is what it says of each worker that begins."""

    exceptions = SimpleNamespace(RayError=RayError, RayTaskError=())

    def __init__(self, told=None):
        self.told, self.killed, self.numbers = told, [], count()

    def remote(self, **options):
        def begun(work):
            number = next(self.numbers)
            return SimpleNamespace(begun=SimpleNamespace(remote=lambda: number))

        return lambda kind: SimpleNamespace(remote=begun)

    def wait(self, asked, num_returns, timeout):
        return (asked[:1], asked[1:]) if self.told else ([], asked)

    def get(self, number):
        if isinstance(self.told, Exception):
            raise self.told
        return self.told

    def kill(self, worker):
        self.killed.append(worker)


@pytest.fixture
def pool(monkeypatch):
    def made(ray, jobs=2):
        monkeypatch.setattr(cluster, "reached", lambda jobs, address: ray)
        return RayPool(Work(square), jobs, "192.0.2.1:6379")

    return made


def gone(address):
    raise UsageError("nothing listens there")


def test_a_ray_that_answers_no_more_is_told_and_left_alone(pool, monkeypatch):
    asked = []
    monkeypatch.setattr(cluster, "_answers", lambda address: asked.append(address) or gone(address))
    ray = Ray()
    with pytest.raises(ReportedlyError, match=r"192\.0\.2\.1:6379 answers no more"), pool(ray) as p:
        p.wait()
    assert (len(asked), ray.killed) == (SILENT, [])


def test_a_cluster_without_room_is_waited_for_and_not_for_ever(pool, monkeypatch):
    monkeypatch.setattr(cluster, "_answers", lambda address: None)
    monkeypatch.setattr(cluster, "PATIENCE", 0)
    ray = Ray()
    with pytest.raises(ReportedlyError, match="no worker of Ray began"), pool(ray) as p:
        p.wait()
    assert len(ray.killed) == 2


def test_workers_that_cannot_begin_are_begun_anew_a_few_times(pool):
    ray = Ray(RayError("first line\nNo module named 'reportedly'"))
    with pool(ray) as p:
        assert [p.wait() for _ in range(BEGINNINGS + 1)] == [None] * (BEGINNINGS + 1)
        assert not p.free()
        with pytest.raises(ReportedlyError, match="no worker of Ray begins: No module"):
            p.wait()


def test_another_installation_is_refused_with_the_name_of_its_machine(pool):
    refused = pytest.raises(UsageError, match="sherd has another version of this program")
    with refused, pool(Ray(("sherd", "0"))) as p:
        p.wait()
