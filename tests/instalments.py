"""Small stories that reports tell piece by piece, and a memory, for tests of how a ledger grows."""

import json

from hypothesis import strategies as st

from newsroom import report

PLACES, DEEDS = ("Orrin", "Hale", "Lund"), ("flood", "strike", "desertion")
OUTLETS = ("Vesk Courier", "Lund Mail", "Hale Post")


class Kept:
    """A memory that lives as long as a test, holds JSON, and counts what it was asked in vain."""

    def __init__(self):
        self.held = {}
        self.missed = []

    def elsewhere(self):
        return self

    def known(self, kind, keys):
        found = {key for key in keys if (kind, key) in self.held}
        self.missed += [(kind, key) for key in keys if key not in found]
        return found

    def recall(self, kind, keys):
        self.missed += [(kind, key) for key in keys if (kind, key) not in self.held]
        return {k: json.loads(self.held[kind, k]) for k in keys if (kind, k) in self.held}

    def remember(self, kind, found, current):
        self.held |= {(kind, key): json.dumps(value) for key, value in found.items()}

    def keep(self, kind, found):
        self.remember(kind, found, ())


def told(place, deed, number, outlet, denied):
    words = f"A {deed} hit {place} and {number} people fled"
    made = report(
        f"Mayor Ana Brel of {place} said {words}, near Vesk and Tarn. Brel denied more.",
        outlet,
        f"2031-05-{number:02}",
    )
    made.said("Ana Brel", "said", words, deed, of={"kind": "person"},
              actors=[("patient", f"{number} people", None)])  # fmt: skip
    made.own(words, deed, factuality="CT-" if denied else "CT+")
    return made


def short(deed, outlet):
    """A report that names nobody and belongs where its words do."""
    made = report(f"The {deed} went on.", outlet, "2031-05-20")
    made.own(f"The {deed} went on", deed)
    return made


REPORTS = st.lists(
    st.one_of(
        st.builds(
            told,
            st.sampled_from(PLACES),
            st.sampled_from(DEEDS),
            st.integers(1, 9),
            st.sampled_from(OUTLETS),
            st.booleans(),
        ),
        st.builds(short, st.sampled_from(DEEDS), st.sampled_from(OUTLETS)),
    ),
    max_size=12,
    unique_by=lambda made: made.document.id,
)


def stories(number):
    """Reports of one story apart from every other: a place of its own, and other words."""
    place, guard, river = (f"{stem}{'aeiou'[number % 5]}{number}x" for stem in ("Orr", "Ves", "Ta"))
    words = f"The {place} dam burst above the {guard} mill and {number + 7} barges sank in {river}"
    made = []
    for outlet in OUTLETS[:2]:
        one = report(
            f"{words}, the {place} council said. {words}.", outlet, f"20{number + 31}-05-01"
        )
        one.own(words, "flood")
        made.append(one)
    return made
