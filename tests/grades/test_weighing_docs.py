"""What docs/weighing.md says of arrows is what the code says of itself."""

from pathlib import Path

from reportedly.grades.arrows import REASONS
from reportedly.grades.fuzzy import ALIKE, DEFAULT, PERIOD, WINDOW
from reportedly.grades.whatif import RUNS

TEXT = " ".join((Path(__file__).parents[2] / "docs" / "weighing.md").read_text("utf-8").split())


def test_every_reason_of_an_arrow_stands_there_in_its_own_words():
    for reason in REASONS:
        assert f"| {reason.__name__} | {(reason.__doc__ or '').strip()} |" in TEXT


def test_the_limits_come_first_and_the_run_is_told_as_it_is_made():
    causes = TEXT[TEXT.index("## Causes, and what would follow") :]
    assert causes.index("### Limits") < causes.index("### Concepts")
    assert (DEFAULT.rule, DEFAULT.squash, DEFAULT.epsilon, DEFAULT.most) == (
        "kosko", "tanh", 1e-12, 1000,
    )  # fmt: skip
    assert (RUNS, WINDOW, PERIOD, ALIKE) == (128, 64, 32, 1e-7)
    for said in ("128 runs", "10⁻¹² or more", "1,000 steps", "last 64 states", "10⁻⁷",
                 "up to 32 steps", "tanh(Σ w x)"):  # fmt: skip
        assert said in causes
