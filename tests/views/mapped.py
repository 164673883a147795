"""The map of causes of a case that was made by hand, as the program gathers and weighs it."""

from dataclasses import replace

from reportedly import origins
from reportedly.claims.arrows import arrows
from reportedly.claims.concepts import concepts
from reportedly.claims.ends import ended
from reportedly.claims.loops import loops
from reportedly.claims.ruled import Ruled
from reportedly.claims.stories import Told
from reportedly.grades.arrows import weigh_arrows
from reportedly.model import Case


def mapped(case: Case) -> Case:
    """The case with concepts, arrows, loops, their origins and weights; all tell one story."""
    told = Told({}, dict.fromkeys((d.id for d in case.documents), "one"))
    ends = ended(case.documents, case.readings, case.gathering.claims, told)
    named = concepts(ends, Ruled())
    led = arrows(case.readings, named)
    gathering = replace(case.gathering, concepts=named, arrows=led, loops=loops(led))
    found = origins.trace(case.documents, case.readings, gathering)
    lineage = replace(
        case.lineage, arrow_origins=found.arrow_origins, arrow_ranges=found.arrow_ranges
    )
    weights = weigh_arrows(case.documents, case.readings, gathering, lineage)
    return replace(case, gathering=gathering, lineage=lineage, weights=weights)
