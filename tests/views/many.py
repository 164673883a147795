"""Large invented cases, to weigh pages: reports of some 250 words, claims of every size."""

from itertools import pairwise
from random import Random

from reportedly.grades import compete
from reportedly.model import Case, Factor, Gathering, Grade, Lineage, OriginRange, Statement
from views.desks import Desk, claim, desk, link, origin, position

WORDS = (
    "garrison", "river", "ministry", "soldiers", "bridge", "convoy", "snow", "valley", "report",
    "officials", "left", "crossed", "counted", "said", "before", "after", "because", "while",
    "under", "heavy", "northern", "eastern", "small", "several",
)  # fmt: skip


def many(reports: int, random: Random) -> Case:
    """``reports`` reports, twelve statements each; one statement in three shares its claim."""
    desks = [_report(n, random) for n in range(reports)]
    made = [s for held in desks for s in held.statements]
    by_id = {held.document.id: held for held in desks}
    shared, single = made[::3], [s for n, s in enumerate(made) if n % 3]
    groups = []
    while shared:
        size = random.choice((2, 3, 4, 8, 60))
        groups.append(shared[:size])
        shared = shared[size:]
    claims = [_claim(by_id, group, n) for n, group in enumerate([*groups, *([s] for s in single)])]
    origins = [origin(c, "a senior official", "anonymous", False, *made[:1]) for c in claims]
    reason = Factor("named sources", 1.0, "Two named voices are for it, one is against.")
    links = [link("copied", b.document, a.document, None) for a, b in pairwise(desks)]
    documents = tuple(held.document for held in desks)
    readings = tuple(held.reading() for held in desks)
    gathering = Gathering(tuple(claims))
    lineage = Lineage(tuple(links), tuple(origins),
                      tuple(OriginRange(c.id, 1, 3, (o.id,), (reason,))
                            for c, o in zip(claims, origins, strict=True)))  # fmt: skip
    return Case(
        documents, readings, gathering, lineage,
        tuple(Grade(c.id, "C", "3", "One named voice.", (reason, reason)) for c in claims),
        competing=compete(documents, readings, gathering, lineage),
    )  # fmt: skip


def _report(n: int, random: Random) -> Desk:
    sentences = [f"Item {n} {k} " + " ".join(random.choices(WORDS, k=18)) for k in range(13)]
    text = ". ".join(sentences[:6]) + ".\n\n" + ". ".join(sentences[6:]) + ".\n"
    held = desk(text, f"Outlet {n % 37}", f"2031-03-{1 + n % 28:02}T10:00:00Z", title=sentences[0])
    for k, sentence in enumerate(sentences[1:]):
        words = sentence.split()
        by = None
        if k % 2:
            by = held.attribute(f"Item {n} {k + 1}", words[3], " ".join(words[4:]), kind="office")
        first = f"2031-0{1 + k % 3}-{1 + (n + k) % 28:02}"
        when = held.time(" ".join(words[-2:]), first, first if k % 4 else None) if k % 2 else None
        held.state(" ".join(words[4:]) if by else sentence, by, time=when)
    return held


def _claim(by_id: dict[str, Desk], group: list[Statement], n: int):
    first = group[0]
    words = by_id[first.document].document.text[first.spans[0].start : first.spans[0].end]
    voices = [position(f"Voice {n} {k}", ("for", "against", "observing")[k % 3], "PR+", s)
              for k, s in enumerate(group)]  # fmt: skip
    status = "contested" if n % 5 == 0 and len(group) > 1 else "uncontested"
    return claim(by_id[first.document].evidence(words), status, group, voices,
                 first_seen="2031-03-01", last_seen="2031-03-09")  # fmt: skip
