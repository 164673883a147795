"""Reports of guards who fled, each by one voice, and how many origins stand behind that."""

from hypothesis import strategies as st

from reportedly.origins import trace
from retold import Told, Voice, report, story

MINISTRY = Voice("the Orsk Ministry of Roads", "government", "Orsk Ministry of Roads", "QQ")
FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")
OFFICIAL = Voice("a senior bridge official", "anonymous", None, None, True)
OFFICER = Voice("two officers", "anonymous", None, None, True)
REPORTS = Voice("reports", "unspecified")
VOICES = st.sampled_from([MINISTRY, FERRYMAN, OFFICIAL, OFFICER, REPORTS])
BODY = "The lamps along the quay at Orsk burned all night while bakers slept in their carts. "


def traced(*reports):
    """The lineage of a story of these reports."""
    told = story(*reports)
    return trace(told.documents, told.readings, told.gathering)


def range_of(*reports):
    """At least and at most so many origins of the one claim."""
    (found,) = traced(*reports).ranges
    return found.at_least, found.at_most


def said(voice, publisher="Vesk Courier", day=1, **fields):
    """A report in which ``voice`` says that the guards fled."""
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said", **fields))
