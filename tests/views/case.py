"""A small invented case, built by hand: eight reports on one disputed retreat."""

from dataclasses import replace

from reportedly.grades import compete
from reportedly.model import (
    Actor,
    Case,
    Cause,
    Claim,
    Conflict,
    Document,
    Event,
    Factor,
    Gathering,
    Grade,
    Lineage,
    OriginRange,
    Question,
    Retrieval,
    Skipped,
    Span,
    Statement,
    hull,
)
from views.desks import Desk, claim, desk, drift, link, origin, position
from views.mapped import mapped

COURIER = (
    "Some forty soldiers may have left the garrison at Olm Pass, a senior official told the Vesk "
    "Courier on Monday. The official asked not to be named because he was not authorised to "
    "speak.\n\nThe men had not been paid since autumn, he said. Whether a relief column is on its "
    "way could not be established.\n"
)
WIRE = (
    "About forty soldiers probably left the garrison at Olm Pass over the weekend, the Vesk "
    "Courier reported. The men had not been paid since autumn.\n\nThe defence ministry in Karvo "
    "declined to comment on the report.\n"
)
LEDGER = (
    "Forty soldiers have left the garrison at Olm Pass. The men had not been paid since autumn."
    "\n\nThe defence ministry in Karvo declined to comment on the report.\n"
)
MINISTRY = (
    "STATEMENT. No soldier has left Olm Pass. The ministry dismisses reports of desertions as "
    "“inventions” spread by the Dresk secret service.\n\nUnits were exchanged because the road "
    "was closed by snow, the ministry said.\n"
)
TARN = (
    "ANCHOR: What did you see up there?\n\nCORRESPONDENT: Our correspondent counted 27 empty "
    "bunks in the barracks. Captain Ilse Dorn of the relief column said that 27 men had gone "
    "down to the valley.\n\nANCHOR: And the ministry denies it all.\n"
)
BLOG = (
    "According to reports, 400 soldiers fled Olm Pass in panic. They fled because the pay chest "
    "was empty, the Dresk intelligence service says. Karvo remains tight-lipped.\n"
)
CORRECTION = (
    "Correction: an earlier version said that forty soldiers had left the garrison. The Vesk "
    "Courier, citing a senior official, had reported that some forty soldiers may have left.\n"
)
REVIEW = (
    "The garrison at Olm Pass has been held since 2019. The reported desertions raise questions "
    "about pay. Whether the ministry will let inspectors in remains to be seen.\n"
)


def story() -> Case:
    """Eight reports, seven outlets, one contested claim, three drifts, two conflicts."""
    r = _reports()
    s = _statements(r)
    gathering, left, paid = _gathering(r, s)
    lineage = _lineage(r, s, left, paid)
    documents = tuple(d.document for d in r.values())
    readings = tuple(d.reading() for d in r.values())
    case = Case(
        documents,
        readings,
        gathering,
        lineage,
        _grades(left, paid, gathering),
        (Skipped("inbox/scan-0007.bin", "It holds no text that could be read (binary data)."),),
        retrievals=_retrievals(documents),
        competing=compete(documents, readings, gathering, lineage),
    )
    return mapped(case)


def _retrievals(documents: tuple[Document, ...]) -> tuple[Retrieval, ...]:
    """One for each report, and two more for the first."""
    own = tuple(Retrieval.of(document) for document in documents)
    fetched = replace(own[0], name="olm.warc:4", url="https://courier.example/olm-pass",
                      retrieved="2031-03-04T07:00:00Z")  # fmt: skip
    return own[0], fetched, replace(own[0], name="again.html", sha256="b" * 64), *own[1:]


def _reports() -> dict[str, Desk]:
    return {
        "courier": desk(COURIER, "Vesk Courier", "2031-03-03T08:10:00Z", byline="By Ana Merle",
                        title="Soldiers said to have left Olm Pass",
                        url="https://courier.example/olm-pass"),
        "wire": desk(WIRE, "Northline Wire", "2031-03-03T09:30:00Z", title="Soldiers left pass"),
        "ledger": desk(LEDGER, "The Daily Ledger", "2031-03-03T11:00:00Z",
                       title="Forty soldiers leave Olm Pass"),
        "ministry": desk(MINISTRY, "Ministry of Defence of Karvonia", "2031-03-04"),
        "tarn": desk(TARN, "Tarn Broadcasting", "2031-03-04T19:00:00Z",
                     title="Evening programme (transcript)"),
        "blog": desk(BLOG, "Brightwater Notes", "2031-03-05T22:15:00Z",
                     title="Panic at the pass", url="javascript:alert(1)"),
        "correction": desk(CORRECTION, "The Daily Ledger", "2031-03-06T07:00:00Z"),
        "review": desk(REVIEW, "Harrow Review", None, title="What is known about Olm Pass"),
    }  # fmt: skip


def _statements(r: dict[str, Desk]) -> dict[str, Statement]:
    c, w, led, m = r["courier"], r["wire"], r["ledger"], r["ministry"]
    t, b, k, v = r["tarn"], r["blog"], r["correction"], r["review"]
    told = c.attribute("a senior official", "told",
                       "Some forty soldiers may have left the garrison at Olm Pass",
                       kind="anonymous", anonymous=True, factuality="PS+")  # fmt: skip
    pay = c.attribute("he", "said", "The men had not been paid since autumn", kind="anonymous",
                      anonymous=True)  # fmt: skip
    wired = w.attribute("the Vesk Courier", "reported", "About forty soldiers probably left the "
                        "garrison at Olm Pass over the weekend", kind="media", act="report",
                        name="Vesk Courier", factuality="PR+")  # fmt: skip
    silent = w.attribute(
        "The defence ministry in Karvo",
        "declined to comment",
        "the report",
        kind="government",
        act="decline",
        stance="silent",
        factuality="Uu",
    )
    dismissed = m.attribute("The ministry", "dismisses", "reports of desertions as “inventions”",
                            kind="government", act="dismiss", stance="against", mode="mixed",
                            factuality="CT-", name="Ministry of Defence")  # fmt: skip
    m.attribute("reports", "reports", "desertions", kind="unspecified", within=dismissed.id,
                stance="observing", factuality="Uu", act="report")  # fmt: skip
    snow = m.attribute("the ministry", "said", "Units were exchanged because the road was closed "
                       "by snow", kind="government")  # fmt: skip
    dorn = t.attribute("Captain Ilse Dorn of the relief column", "said", "that 27 men had gone "
                       "down to the valley", kind="military", name="Ilse Dorn")  # fmt: skip
    blogged = b.attribute("reports", "According to", "400 soldiers fled Olm Pass in panic",
                          kind="unspecified", factuality="CT+")  # fmt: skip
    dresk = b.attribute("the Dresk intelligence service", "says", "They fled because the pay "
                        "chest was empty", kind="intelligence", name="Dresk intelligence service",
                        country="DE")  # fmt: skip
    tight = b.attribute("Karvo", "remains tight-lipped", "in panic", kind="government",
                        act="decline", stance="silent", factuality="Uu")  # fmt: skip
    citing = k.attribute("The Vesk Courier", "reported", "that some forty soldiers may have left",
                         kind="media", act="report", factuality="PS+")  # fmt: skip
    nested = k.attribute(
        "a senior official",
        "citing",
        "some forty soldiers may have left",
        kind="anonymous",
        anonymous=True,
        factuality="PS+",
        within=citing.id,
    )
    earlier = k.attribute("an earlier version", "said", "that forty soldiers had left the garrison",
                          kind="document", act="correct")  # fmt: skip
    hedge = v.attribute(None, "reported", "desertions", factuality="Uu", stance="observing",
                        act="report")  # fmt: skip
    m.causes.append(Cause("c1" * 8, m.document.id, m.at("the road was closed by snow"),
                          m.at("Units were exchanged"), m.at("because"), snow.id))  # fmt: skip
    b.causes.append(Cause("c2" * 8, b.document.id, b.at("the pay chest was empty"),
                          b.at("They fled"), b.at("because"), dresk.id))  # fmt: skip
    c.questions.append(Question("d1" * 8, c.document.id, c.at("Whether a relief column is on its "
                       "way"), c.at("could not be established"), None))  # fmt: skip
    v.questions.append(Question("d2" * 8, v.document.id, v.at("Whether the ministry will let "
                       "inspectors in"), v.at("remains to be seen"), None))  # fmt: skip
    t.skipped.append(Skipped(t.document.name, "One sentence was left out: it is too long.",
                             t.at("ANCHOR: What did you see up there?")))  # fmt: skip
    return {
        "told": c.state("forty soldiers may have left the garrison at Olm Pass", told,
                        factuality="PS+", quantity=c.number("Some forty", 40)),
        "pay": c.state("The men had not been paid since autumn", pay, event="pay", polarity="-",
                       time=c.time("since autumn", "2030-09-01", None)),
        "wired": w.state("forty soldiers probably left the garrison at Olm Pass", wired,
                         factuality="PR+", quantity=w.number("About forty", 40),
                         time=w.time("over the weekend", "2031-03-01", "2031-03-02")),
        "wirepay": w.state("The men had not been paid since autumn", event="pay", polarity="-"),
        "declined": w.state("the report", silent, stance="silent", factuality="Uu"),
        "ledger": led.state("Forty soldiers have left the garrison at Olm Pass",
                            quantity=led.number("Forty", 40)),
        "ledgerpay": led.state("The men had not been paid since autumn", event="pay"),
        "none": m.state("No soldier has left Olm Pass", stance="against", factuality="CT-"),
        "dismissed": m.state("desertions", dismissed, stance="against", factuality="CT-"),
        "snow": m.state("the road was closed by snow", snow, event="close"),
        "bunks": t.state("Our correspondent counted 27 empty bunks", event="count"),
        "dorn": t.state("27 men had gone down to the valley", dorn, quantity=t.number("27", 27)),
        "blog": b.state("400 soldiers fled Olm Pass in panic", blogged,
                        quantity=b.number("400", 400)),
        "dresk": b.state("They fled because the pay chest was empty", dresk),
        "tight": b.state("in panic", tight, stance="silent", factuality="Uu"),
        "nested": k.state("some forty soldiers may have left", nested, factuality="PS+"),
        "earlier": k.state("forty soldiers had left the garrison", earlier, factuality="CT+"),
        "held": v.state("The garrison at Olm Pass has been held since 2019", event="hold",
                        time=v.time("since 2019", "2019-01-01", None)),
        "reported": v.state("desertions", hedge, stance="observing", factuality="Uu"),
    }  # fmt: skip


def _gathering(r, s) -> tuple[Gathering, Claim, Claim]:
    courier, led, tarn = r["courier"], r["ledger"], r["tarn"]
    actor = Actor("a1" * 8, "Ministry of Defence of Karvonia", "government", None,
                  (r["ministry"].evidence("The ministry"),
                   r["wire"].evidence("The defence ministry in Karvo")),
                  (Factor("same office", 1.0, "Both names mean the ministry."),))  # fmt: skip
    left = claim(
        courier.evidence("forty soldiers may have left the garrison at Olm Pass"), "contested",
        [s[n] for n in ("told", "wired", "declined", "ledger", "none", "dismissed", "dorn",
                        "blog", "dresk", "tight", "nested", "earlier", "reported")],
        [
            position("a senior official", "for", "PS+", s["told"], s["nested"], kind="anonymous",
                     label=courier.evidence("a senior official")),
            position("Ilse Dorn", "for", "CT+", s["dorn"], kind="military",
                     label=tarn.evidence("Captain Ilse Dorn of the relief column")),
            position("Dresk intelligence service", "for", "CT+", s["dresk"], kind="intelligence",
                     country="DE", label=r["blog"].evidence("the Dresk intelligence service")),
            position("reports", "for", "CT+", s["blog"], kind="unspecified"),
            position("The Daily Ledger", "for", "CT+", s["ledger"]),
            position("Ministry of Defence of Karvonia", "against", "CT-", s["none"],
                     s["dismissed"], kind="government", actor=actor.id),
            position("Vesk Courier", "observing", "Uu", s["told"]),
            position("Northline Wire", "observing", "Uu", s["wired"]),
            position("Harrow Review", "observing", "Uu", s["reported"]),
            position("Ministry of Defence of Karvonia", "silent", "Uu", s["declined"],
                     kind="government", actor=actor.id),
            position("Karvo", "silent", "Uu", s["tight"], kind="government"),
        ],
        first_seen="2031-03-03T08:10:00Z", last_seen="2031-03-06T07:00:00Z",
        joins=(Factor("wording", 1.0, "Both speak of soldiers who leave Olm Pass.",
                      (courier.evidence("left the garrison"),
                       led.evidence("left the garrison"))),),
    )  # fmt: skip
    paid = claim(
        courier.evidence("The men had not been paid since autumn"), "single origin",
        [s["pay"], s["wirepay"], s["ledgerpay"]],
        [position("a senior official", "for", "CT+", s["pay"], kind="anonymous"),
         position("Northline Wire", "for", "CT+", s["wirepay"]),
         position("The Daily Ledger", "for", "CT+", s["ledgerpay"])],
        first_seen="2031-03-03T08:10:00Z", last_seen="2031-03-03T11:00:00Z",
    )  # fmt: skip
    alone = [
        claim(r[d].evidence(words), "uncontested", [s[n]],
              [position(voice, "for", "CT+", s[n], kind=kind)],
              first_seen=r[d].document.published, last_seen=r[d].document.published)
        for d, n, words, voice, kind in (
            ("ministry", "snow", "the road was closed by snow", "the ministry", "government"),
            ("tarn", "bunks", "counted 27 empty bunks", "Tarn Broadcasting", "media"),
            ("review", "held", "has been held since 2019", "Harrow Review", "media"),
        )
    ]  # fmt: skip
    conflicts = (
        Conflict("e1" * 8, "quantity", (s["told"].id, s["blog"].id),
                 courier.evidence("forty"), r["blog"].evidence("400"), left.id,
                 (Factor("numbers apart", 1.0, "One number is ten times the other."),)),
        Conflict("e2" * 8, "polarity", (s["ledger"].id, s["none"].id),
                 led.evidence("have left"), r["ministry"].evidence("No soldier has left"),
                 left.id),
    )  # fmt: skip
    return Gathering((left, paid, *alone), (actor,), conflicts), left, paid


def _lineage(r, s, left: Claim, paid: Claim) -> Lineage:
    c, w, led, k = (r[n].document for n in ("courier", "wire", "ledger", "correction"))
    wired = link("credited", w, c, "Vesk Courier", r["wire"].evidence("the Vesk Courier reported"))
    copied = link("copied", led, w, None, r["ledger"].evidence(
        "The defence ministry in Karvo declined to comment on the report"))  # fmt: skip
    links = (
        wired,
        copied,
        link("quoted", k, c, "Vesk Courier",
             r["correction"].evidence("some forty soldiers may have left")),
        link("revised", k, led, None, r["correction"].evidence("Correction: an earlier version")),
        link("credited", r["blog"].document, None, "Dresk intelligence service",
             r["blog"].evidence("the Dresk intelligence service says")),
    )  # fmt: skip
    origins = (
        origin(left, "a senior official", "anonymous", False, s["told"], s["wired"], s["ledger"],
               s["nested"], reasons=(Factor("unnamed", 0.0, "Nobody named stands behind it, so "
                                            "it counts in the upper number only."),)),
        origin(left, "Ilse Dorn", "military", True, s["dorn"], reasons=(
            Factor("named", 1.0, "A named person, shown to be none of the others."),)),
        origin(left, "Dresk intelligence service", "intelligence", True, s["dresk"], country="DE",
               reasons=(Factor("named", 1.0, "A named body, party to the dispute."),)),
        origin(paid, "a senior official", "anonymous", False, s["pay"], s["wirepay"],
               s["ledgerpay"]),
    )  # fmt: skip
    before, after = r["courier"].evidence("may have left"), r["wire"].evidence("probably left")
    return Lineage(
        links,
        origins,
        (
            OriginRange(left.id, 2, 3, tuple(o.id for o in origins[:3]),
                        (Factor("shown", 1.0, "Two named voices are shown to be different."),)),
            OriginRange(paid.id, 1, 1, (origins[3].id,)),
        ),
        (
            drift(left, "certainty", wired, before, after,
                  "What was possible upstream is probable here."),
            drift(left, "hedge", copied, after, r["ledger"].evidence("have left"),
                  "The hedge of the upstream is gone."),
            drift(left, "source", copied, r["wire"].evidence("the Vesk Courier reported"),
                  r["ledger"].evidence("Forty soldiers have left the garrison at Olm Pass"),
                  "The upstream names whose word it is; this report does not."),
        ),
        (Event("f1" * 8, tuple(d.document.id for d in r.values())),),
    )  # fmt: skip


def _grades(left: Claim, paid: Claim, gathering: Gathering) -> tuple[Grade, ...]:
    named = Factor("named sources", 1.0, "Two named voices are for it.")
    denied = Factor("denied", -1.0, "A government denies it.")
    alone = Factor("single report", 0.0, "One report only; nothing to compare it with.")
    graded = [
        Grade(left.id, "C", "3", "Two named voices, one of them party to the dispute, and one "
              "unnamed official; denied by the ministry concerned.", (named, denied)),
        Grade(paid.id, "F", "6", "One unnamed official, repeated twice.", (alone,)),
    ]  # fmt: skip
    rest = (c for c in gathering.claims if c.id not in (left.id, paid.id))
    graded += [Grade(c.id, "F", "6", "Said once, in one report.", (alone,)) for c in rest]
    return tuple(graded)


def span_of(case: Case) -> Span:
    """First and last character marked by any attribution: handy in tests."""
    return hull(s for r in case.readings for a in r.attributions for s in a.content)
