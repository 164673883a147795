"""What an analyst asks of the tables of an SQLite file: views, and what is searched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What it answers, in a sentence, and how."""

    about: str
    query: str


SEARCHED = {
    "claims": ("words",),
    "statements": ("words", "voice", "sentence"),
    "reports": ("title", "outlet", "text"),
}
"""Tables that have full text, and the columns that it is of."""

INDEXED = (
    ("claims", "status"),
    ("positions", "voice"),
    ("positions", "stance"),
    ("statements", "voice"),
    ("statements", "stance"),
    ("reports", "published"),
)
"""Columns that are asked for often, beside all that lead to another table."""


def _side(stance: str) -> str:
    sure = "|| ' (' || p.factuality || ')'" if stance in ("for", "against") else ""
    return (
        f"(SELECT group_concat(p.voice {sure}, '; ') FROM positions p "  # noqa: S608
        f"WHERE p.claim = c.id AND p.stance = '{stance}') AS who_is_{stance}"
    )


_SIDES = ",\n  ".join(_side(stance) for stance in ("for", "against", "observing", "silent"))
_ORIGINS = "c.at_least || CASE WHEN c.at_most > c.at_least THEN ' to ' || c.at_most ELSE '' END"

VIEWS = {
    "claims_with_sides": View(
        "Each claim with the voices on its sides, how sure each is, origins and grade",
        f"""SELECT c.name, c.words, c.status, {_ORIGINS} AS origins, c.grade,
  {_SIDES},
  c.reports, c.first_seen, c.last_seen, c.id AS claim
FROM claims c""",  # noqa: S608
    ),
    "contested_claims": View(
        "Claims that some voice is for and another against, or that are only denied",
        "SELECT * FROM claims_with_sides WHERE status IN ('contested', 'denied')",
    ),
    "denials": View(
        "Who denies what, in which words; a denial is never a source for what it denies",
        """SELECT s.voice, s.voice_kind, s.factuality, s.words, s.sentence, c.name AS claim_name,
  c.words AS claim_words, r.outlet, r.published, r.url, s.claim, s.report, s.attribution,
  s.id AS statement
FROM statements s JOIN reports r ON r.id = s.report LEFT JOIN claims c ON c.id = s.claim
WHERE s.stance = 'against'""",
    ),
    "lost_on_the_way": View(
        "What was lost or moved between a report and the one that follows it",
        """SELECT d.kind, b.outlet AS before_outlet, d.before, a.outlet AS after_outlet, d.after,
  d.why, c.name AS claim_name, c.words AS claim_words, b.published AS before_published,
  a.published AS after_published, d.claim, d.link, d.id AS drift
FROM drift d JOIN claims c ON c.id = d.claim
  JOIN reports b ON b.id = d.before_report JOIN reports a ON a.id = d.after_report""",
    ),
    "told_often_from_few": View(
        "Claims that more reports carry than there can be independent origins",
        f"""SELECT c.name, c.words, c.reports, {_ORIGINS} AS origins, c.reports - c.at_most AS more,
  c.status, c.grade, c.first_seen, c.id AS claim
FROM claims c WHERE c.reports > c.at_most ORDER BY more DESC, c.rowid""",  # noqa: S608
    ),
    "what_is_open": View(
        "What reports leave open, by whom it is asked, and what became of it",
        """SELECT q.words, q.cue, q.voice, r.outlet, r.published, i.name AS issue_name, i.state,
  i.answer, q.report, q.attribution, q.issue, q.id AS question
FROM questions q JOIN reports r ON r.id = q.report LEFT JOIN issues i ON i.id = q.issue""",
    ),
    "who_says_what_of_whom": View(
        "A row for each statement and participant: whose word, how sure, of whom, in which report",
        """SELECT s.voice, s.voice_kind, s.stance, s.factuality, p.words AS whom, p.role, s.words,
  c.name AS claim_name, r.outlet, r.published, r.url, s.through, s.claim, s.report, s.attribution,
  s.id AS statement
FROM statements s JOIN reports r ON r.id = s.report
  LEFT JOIN participants p ON p.statement = s.id LEFT JOIN claims c ON c.id = s.claim""",
    ),
}
"""In the order of their names."""
