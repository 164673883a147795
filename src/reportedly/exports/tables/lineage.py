"""Tables of where claims come from: links between reports, origins, and what drifted."""

from collections.abc import Iterator

from reportedly.model import LinkKind, cut
from reportedly.shelf import Shelf

from .shape import Column, Row, Table, carrying, known, many, reasons, ref, shown

_PROV: dict[LinkKind, str] = {
    "copied": "prov:wasDerivedFrom",
    "quoted": "prov:wasQuotedFrom",
    "credited": "prov:hadPrimarySource",
    "revised": "prov:wasRevisionOf",
}


def _links(shelf: Shelf) -> Iterator[Row]:
    for one in shelf.links.values():
        report, upstream = shelf.documents[one.document], shelf.documents.get(one.to or "")
        yield (
            report.outlet, report.published, one.kind, upstream.outlet if upstream else one.name,
            upstream.published if upstream else None, upstream is None, shown(shelf, one.evidence),
            reasons(one.reasons), _PROV[one.kind], report.id, upstream.id if upstream else None,
            one.id,
        )  # fmt: skip


LINKS = Table(
    "links",
    "From which report or outlet a report has what it says, as far as its words show",
    (
        Column("outlet", "Who published the report", joined=True),
        Column("published", "When", joined=True),
        Column("kind", "copied, quoted, credited or revised", "short"),
        Column("upstream_outlet", "Whom it has it from: the outlet of that report, or a name"),
        Column("upstream_published", "When that was published", joined=True),
        Column("outside", "Whether the upstream is not in this ledger, only named", "yes"),
        Column("words", "The characters that show it, a place a line", "words"),
        Column("why", "The reasons, one a line", "words"),
        Column("prov", "The same relation in W3C PROV"),
        ref("report", "reports", "The report"),
        ref("upstream", "reports", "The report that it has it from; empty where it is outside"),
        Column("id", "What the other tables call it by", "id"),
    ),
    _links,
)


def _origins(shelf: Shelf) -> Iterator[Row]:
    for claim in shelf.claims:
        for one in shelf.origins.get(claim.id, ()):
            yield (
                shelf.claim_numbers[claim.id], shown(shelf, (claim.text,)), one.voice, one.kind,
                one.country, one.named, one.shown, len(one.documents), reasons(one.reasons),
                claim.id, known(one.statements, shelf.statements),
                carrying(shelf, one.statements), one.id,
            )  # fmt: skip


ORIGINS = Table(
    "origins",
    "The earliest voices here that the statements of a claim lead back to",
    (
        Column("claim_name", "C1, C2, …", "short", joined=True),
        Column("claim_words", "The claim in a reporter's own words", "words", joined=True),
        Column("voice", "The voice; earliest here is not first of all"),
        Column("voice_kind", "What the voice is"),
        Column("voice_country", "Its country, ISO 3166-1 alpha-2, where it is told", "short"),
        Column("named", "Whether somebody names it", "yes"),
        Column("shown", "Whether it is shown to be different from the others, so that it counts "
               "in at_least; every origin counts in at_most", "yes"),
        Column("reports", "In how many reports", "whole"),
        Column("why", "The reasons, one a line", "words"),
        ref("claim", "claims", "The claim"),
        many("statements", "statements", "The statements that lead back to it"),
        many("attributions", "attributions", "What carries the voice; none for an author's words"),
        Column("id", "What it is called by", "id"),
    ),
    _origins,
)  # fmt: skip


def _drift(shelf: Shelf) -> Iterator[Row]:
    for claim in shelf.claims:
        for one in shelf.drifts.get(claim.id, ()):
            ends = tuple(shelf.documents[e.document] for e in (one.before, one.after))
            yield (
                shelf.claim_numbers[claim.id], one.kind, ends[0].outlet,
                cut(ends[0].text, one.before.spans), ends[1].outlet,
                cut(ends[1].text, one.after.spans), one.reason.text, claim.id,
                one.link if one.link in shelf.links else None, ends[0].id, ends[1].id, one.id,
            )  # fmt: skip


DRIFT = Table(
    "drift",
    "Where something was lost or moved on the way from one report to the next",
    (
        Column("claim_name", "C1, C2, …", "short", joined=True),
        Column("kind", "certainty, hedge, source, attribution, scope, number, tense", "short"),
        Column("before_outlet", "Who published the upstream", joined=True),
        Column("before", "What it says", "words"),
        Column("after_outlet", "Who published the report that follows it", joined=True),
        Column("after", "What that says", "words"),
        Column("why", "What was lost or moved", "words"),
        ref("claim", "claims", "The claim"),
        ref("link", "links", "The link along which it happened"),
        ref("before_report", "reports", "The upstream"),
        ref("after_report", "reports", "The report that follows it"),
        Column("id", "What it is called by", "id"),
    ),
    _drift,
)
