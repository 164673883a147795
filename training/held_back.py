"""Choose what rules and usage count for beside the network, on labels that no fit has seen.

    python training/held_back.py

Prints, for weights of the rules' word from none to all, how many of our held-back labels of cues
and events (``labels/*_held_back.tsv``) all together get right, of acts also with usage; then what
of them is read, and how often act, stance and factuality are all right: ``readings/settled.py``
holds the choice.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from attribution import CORPUS, HERE, NEWS
from sources import document
from tagger.corpus import news, polnear
from tagger.invented import invented
from tagger.labels import labelled
from tagger.texts import Judgement, Text
from usage import is_open, ruled_in, texts, usual

from reportedly import readings
from reportedly.model import Attribution, Span
from reportedly.readings.clauses import repair
from reportedly.readings.found import Verdict
from reportedly.readings.parse import parse
from reportedly.readings.settled import likeliest, raised, settled
from reportedly.readings.stance import Judged
from reportedly.readings.statements import statements_at
from reportedly.readings.tagger import look
from reportedly.readings.tagger.marks import ACTS, DENIALS, STANCES, VALUES

LABELS = {"act": ACTS, "stance": STANCES, "factuality": VALUES, "denial": DENIALS}
WEIGHTS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 99.0)
POWERS = (0.3, 0.6, 1.0)

Row = tuple[str | None, str | None, Sequence[float]]
"""Our label, the rules' and the network's logarithms of chances."""


def main() -> None:
    """Print the shares for every weight."""
    cues = [cue for text in texts("_held_back") for cue in _cues(text)]
    for name, labels in LABELS.items():
        _print(name, labels, [rows[name] for rows, *_ in cues])
    for power in POWERS:
        told = [
            (*rows["act"][:2], raised(rows["act"][2], mostly, power)) for rows, mostly, _ in cues
        ]
        _print(f"act, usual {power:g}", ACTS, told)
    _print_read([one for *_, one in cues])
    every = [*polnear(CORPUS), *invented(HERE / "invented"), *news(NEWS)]
    _print("event", VALUES, list(_events(labelled(every, HERE / "labels", "_held_back"))))


def _print(name: str, labels: Sequence[str | None], told: Sequence[Row]) -> None:
    shares = (f"{weight:g}: {_share(labels, told, weight):.3f}" for weight in WEIGHTS)
    print(f"{name:14} {len(told)}  {'  '.join(shares)}", flush=True)


def _print_read(told: Sequence[list[bool]]) -> None:
    shares = [sum(one) / len(told) for one in zip(*told, strict=True)]
    line = "  ".join(f"{n} {share:.3f}" for n, share in zip(LABELS, shares, strict=False))
    together = sum(map(all, told)) / len(told)
    print(f"{'as read':14} {len(told)}  {line}  all three {together:.3f}", flush=True)


def _cues(text: Text) -> Iterator[tuple[dict[str, Row], tuple[float, ...], list[bool]]]:
    """What rules and network make of each open cue, its usual acts, and what is read rightly."""
    seen = look(text.text)
    for one, ruled, doc in ruled_in(text):
        source = ruled.source.spans if ruled.source else ()
        verdict = seen.verdict(ruled.cue, source, ruled.content)
        if verdict and is_open(ruled):
            mostly = usual(doc, text.text, ruled)
            yield _rows(one, ruled, verdict), mostly, _read(one, ruled, verdict, mostly)


def _read(
    one: Judgement, ruled: Attribution, verdict: Verdict, mostly: tuple[float, ...]
) -> list[bool]:
    """Whether act, stance and factuality are as labelled, all together; idioms count as words."""
    judged = Judged(ruled.act, ruled.stance, ruled.factuality, ())
    _, found = settled((ruled.denial, judged), verdict, ruled.document, ruled.cue, mostly)
    return [
        found.act == one.act,
        found.stance == one.stance,
        found.factuality == one.factuality,
    ]


def _rows(one: Judgement, ruled: Attribution, verdict: Verdict) -> dict[str, Row]:
    denial = None if one.denial in {"-", "silence"} else one.denial
    return {
        "act": (one.act, ruled.act, verdict.acts),
        "stance": (one.stance, ruled.stance, verdict.stances),
        "factuality": (one.factuality, ruled.factuality, verdict.values),
        "denial": (denial, ruled.denial, verdict.denials),
    }


def _share(labels: Sequence[str | None], rows: Sequence[Row], weight: float) -> float:
    hits = (gold == likeliest(labels, chances, ruled, weight) for gold, ruled, chances in rows)
    return sum(hits) / len(rows)


def _events(texts: Sequence[Text]) -> Iterator[Row]:
    """Our value of every event held back, the rules' under the reader's voices, the network's."""
    for text in texts:
        held = text.views[0].committed
        if not held:
            continue
        report, seen = document(text.name, text.text), look(text.text)
        voices = readings.read(report).attributions
        places = tuple(Span(*one.place) for one in held)
        ruled = statements_at(repair(parse(report)), report, voices, places)
        for one, place in zip(held, places, strict=True):
            chances = seen.committed(place)
            if chances and place in ruled:
                yield one.factuality, ruled[place].factuality, chances


if __name__ == "__main__":
    main()
