"""Which statements support a claim."""

import pytest

from retold import Told, Voice, ranged, report

FERRYMAN = Voice("Anders Holm", "witness", "Anders Holm")
COUNCIL = Voice("the Orsk council", "government", "Orsk council", "QQ")


def _said(voice, publisher="Vesk Courier", day=1):
    text = f"{publisher} news. The guards fled, {voice.words} said. It rained in {publisher}."
    return report(publisher, day, text, Told("The guards fled", voice, "said"))


@pytest.mark.parametrize("verb", ["is pure", "is"])
def test_who_calls_it_untrue_is_no_voice_for_it_where_others_tell_it(verb):
    text = f"The claim that the guards fled {verb} invention, the Orsk council said."
    called = report("Radio Marn", 2, text, Told(f"{verb} invention", COUNCIL, "said"))
    assert ranged(called) == (1, 1)
    assert ranged(_said(FERRYMAN), called) == (1, 1)
    assert ranged(_said(FERRYMAN), _said(COUNCIL, "Radio Marn", 2)) == (2, 2)
