"""Choose what the rules' word counts for beside the network's, on labels that no fit has seen.

    python training/held_back.py

Prints, for weights of the rules' word from none to all, how many of our held-back labels of cues
and events (``labels/*_held_back.tsv``) rules and network together get right:
``readings/settled.py`` holds the choice.
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
from tagger.texts import Judgement, Marked, Text

from reportedly import readings
from reportedly.model import Attribution, Span
from reportedly.readings.clauses import repair
from reportedly.readings.found import Found, Verdict
from reportedly.readings.parse import parse
from reportedly.readings.settled import likeliest
from reportedly.readings.statements import statements_at
from reportedly.readings.tagger import look
from reportedly.readings.tagger.marks import ACTS, DENIALS, STANCES, VALUES

LABELS = {"act": ACTS, "stance": STANCES, "factuality": VALUES, "denial": DENIALS}
WEIGHTS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 99.0)

Row = tuple[str | None, str | None, Sequence[float]]
"""Our label, the rules' and the network's logarithms of chances."""


def main() -> None:
    """Print the shares for every weight."""
    texts = labelled(
        [*polnear(CORPUS), *invented(HERE / "invented")], HERE / "labels", "_held_back"
    )
    rows = [row for text in texts if text.views[0].judged for row in _cues(text)]
    for name, labels in LABELS.items():
        _print(name, labels, [one[name] for one in rows])
    told = list(_events([*texts, *labelled(news(NEWS), HERE / "labels", "_held_back")]))
    _print("event", VALUES, told)


def _print(name: str, labels: Sequence[str | None], told: Sequence[Row]) -> None:
    shares = (f"{weight:g}: {_share(labels, told, weight):.3f}" for weight in WEIGHTS)
    print(f"{name:11} {len(told)}  {'  '.join(shares)}", flush=True)


def _cues(text: Text) -> Iterator[dict[str, Row]]:
    view, seen, report = text.views[0], look(text.text), document(text.name, text.text)
    gold = {one.cue: one for one in view.marked or ()}
    wanted = [one for one in view.judged if one.cue in gold]
    found = readings.judged(report, [_found(gold[one.cue]) for one in wanted], "rules")
    for one in wanted:
        given = _found(gold[one.cue])
        verdict = seen.verdict(given.cue, given.source, given.content)
        ruled = next((a for a in found if a.cue == given.cue), None)
        if verdict and ruled:
            yield _rows(one, ruled, verdict)


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


def _found(one: Marked) -> Found:
    return Found(*(tuple(Span(*p) for p in part) for part in (one.source, one.cue, one.content)),
                 "gold")  # fmt: skip


if __name__ == "__main__":
    main()
