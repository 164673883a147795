"""Words are found in many texts as they would be in each text by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.views.pages.asked import holds, words
from reportedly.views.pages.searched import TOGETHER, Searched

letters = st.text(alphabet="ab \n\u0000ж\U0001f9f1", max_size=8)


@given(
    st.lists(letters, max_size=20), st.lists(letters, max_size=3).map(" ".join), st.integers(1, 5)
)
def test_every_text_is_found_that_holds_the_words_and_no_other(told, asked, together):
    wanted = words(asked)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reportedly.views.pages.searched.TOGETHER", together)
        found = Searched(enumerate(told)).holding(wanted)
    assert found == [at for at, text in enumerate(told) if holds(text, wanted)]


def test_no_word_is_found_across_two_texts():
    held = Searched(enumerate(["the river", "bank"]))
    assert held.holding(("riverbank",)) == []
    assert held.holding(("river", "bank")) == []


def test_records_keep_their_order_over_many_strings():
    held = Searched((n, f"witness {n} said") for n in range(3 * TOGETHER + 1))
    assert held.holding(("said", "witness")) == list(range(3 * TOGETHER + 1))
    assert held.holding(("70", "said")) == [70, 170]
    assert held.holding(()) == list(range(3 * TOGETHER + 1))
