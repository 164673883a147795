"""Names of outlets found in a text."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.origins.names import Names

WORDS = st.sampled_from(
    [
        "the",
        "The",
        "Vesk",
        "Courier",
        "AP",
        "Orsk.net",
        "24",
        "-",
        "of",
        "“Echo”",
        "X-Post",
        ".",
        "é",
    ]
)
SPACES = st.sampled_from([" ", " ", "  ", "\n", "", "-", ",", "\x1f", "_"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=30).map(
    lambda held: "".join(map("".join, held))
)
NAMES = st.lists(
    TEXTS.filter(lambda name: name.split())
    | st.text(min_size=1, max_size=8).filter(lambda name: name.split()),
    max_size=8,
)


def _pattern(names):
    """What finds the same names by trying all of them at every place."""

    def written(name):
        words = [re.escape(word) for word in name.split()]
        return r"\s+".join(["[Tt]he" if words[0] in {"the", "The"} else words[0], *words[1:]])

    longest = sorted(set(names), key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(written, longest)) or '(?!)'})(?!\w)")


@settings(max_examples=500, deadline=None)
@given(NAMES, TEXTS | st.text(max_size=60), st.integers(0, 20), st.integers(0, 60))
@example(["A  B", "A B C"], "A B C", 0, 60)
@example(["the Courier", "Courier"], "The\nCourier-the Courier", 0, 60)
def test_names_are_found_as_one_regular_expression_of_all_finds_them(names, text, start, end):
    found, wanted = Names(names), _pattern(names)
    for given_ in ((text,), (text, start), (text, start, end), ("".join(names), start, end)):
        spans = [match.span() for match in found.finditer(*given_)]
        assert spans == [match.span() for match in wanted.finditer(*given_)]
    assert [m.group() for m in found.finditer(text)] == wanted.findall(text)


def test_of_two_names_at_one_place_the_longer_is_found():
    names = Names(["Vesk", "Vesk Courier", "Courier Group"])
    assert [m.group() for m in names.finditer("Vesk Courier Group")] == ["Vesk Courier"]
    assert [m.group() for m in names.finditer("Vesk Couriers")] == ["Vesk"]


def test_however_many_names_there_are_a_text_is_walked_once():
    """The names looked at grow with the text, not with the names."""

    class Counting(dict):
        asked = 0

        def get(self, *given_):
            Counting.asked += 1
            return super().get(*given_)

    text = "The Vesk Courier and the Orsk Mail told Reuters of it. " * 20
    asked = []
    for many in (10, 1000):
        names = Names(["Vesk Courier", *(f"the Town{n} Mail" for n in range(many))])
        names._root = Counting(names._root)
        Counting.asked = 0
        assert len(list(names.finditer(text))) == 20
        asked.append(Counting.asked)
    assert asked[0] == asked[1] <= len(text)
