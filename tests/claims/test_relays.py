"""Credits and speakers lead from one group of tellings to another, and tie the two."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import gathered, named, report
from reportedly.claims.relays import BOTH, CLEARLY, SPOKEN, by_report, relayed, side_by_side
from reportedly.claims.stories import Told
from reportedly.claims.tellings import Telling, tellings

FREE = lambda one, other: False  # noqa: E731


def telling(day, outlet, *voices, page=None, words="guards"):
    """One telling of a report of its own, or of the report ``page``, in these words."""
    text = page or f"On day {day} the {outlet} told of guards."
    made = report(text, outlet, f"2031-05-{1 + day:02}")
    statement = made.own(words, f"deed {day}")
    return Telling(statement, made.document, None, False, None, "field", voices)


def tied(groups, told, scores, barred=FREE):
    """Groups as sets of positions; ``scores`` of pairs of positions, no likeness for the rest."""
    at = {id(one): place for place, one in enumerate(told)}

    def agree(one, other):
        i, j = sorted((at[id(one)], at[id(other)]))
        return scores.get((i, j), -1.0)

    return sorted(sorted(group) for group in relayed(groups, told, agree, barred))


def test_a_credited_outlet_is_tied_to_its_own_telling_on_the_least_likeness():
    told = [telling(0, "Lund Mail"), telling(1, "Vesk Courier", "lund mail")]
    assert tied([[0], [1]], told, {(0, 1): 0.0}) == [[0, 1]]
    assert tied([[0], [1]], told, {(0, 1): -0.01}) == [[0], [1]]


def test_the_same_speaker_elsewhere_ties_only_what_is_alike():
    told = [telling(0, "Lund Mail", "ana brel"), telling(1, "Vesk Courier", "ana brel")]
    assert tied([[0], [1]], told, {(0, 1): SPOKEN}) == [[0, 1]]
    assert tied([[0], [1]], told, {(0, 1): SPOKEN - 0.01}) == [[0], [1]]


def test_tellings_that_name_nobody_are_not_tied_however_alike():
    told = [telling(0, "Lund Mail"), telling(1, "Vesk Courier")]
    assert tied([[0], [1]], told, {(0, 1): 1.0}) == [[0], [1]]


def test_an_outlet_is_not_tied_to_what_it_says_of_itself_in_the_same_report():
    page = "The Lund Mail told of guards and of the Lund Mail."
    told = [telling(0, "Lund Mail", page=page), telling(0, "Lund Mail", "lund mail", page=page)]
    assert tied([[0], [1]], told, {(0, 1): 1.0}) == [[0], [1]]


def test_what_the_own_report_has_beside_does_not_hide_another_report():
    page = "The Lund Mail told of guards and of the Lund Mail."
    told = [
        telling(0, "Lund Mail", "lund mail", page=page),
        telling(0, "Lund Mail", page=page),
        telling(1, "Lund Mail"),
    ]
    assert tied([[0], [1], [2]], told, {(0, 1): 0.9, (0, 2): 0.5}) == [[0, 2], [1]]


def test_the_likest_of_an_outlets_tellings_is_meant_if_it_leads():
    told = [telling(0, "Lund Mail"), telling(1, "Lund Mail"), telling(2, "Hale Post", "lund mail")]
    apart = [[0], [1], [2]]
    clear, close = 0.5 + CLEARLY + 0.01, 0.5 + CLEARLY - 0.01
    assert tied(apart, told, {(0, 2): 0.5, (1, 2): clear}) == [[0], [1, 2]]
    assert tied(apart, told, {(0, 2): 0.5, (1, 2): close}) == apart


def test_a_telling_stays_where_one_of_its_own_group_is_as_near():
    told = [telling(0, "Lund Mail"), telling(1, "Lund Mail"), telling(2, "Hale Post", "lund mail")]
    groups = [[0], [1, 2]]
    assert tied(groups, told, {(0, 2): 0.5, (1, 2): 0.52}) == groups
    assert tied(groups, told, {(0, 2): 0.52, (1, 2): 0.5}) == groups
    assert tied(groups, told, {(0, 2): 0.9, (1, 2): 0.5}) == [[0, 1, 2]]


def test_the_surest_tie_is_made_first_and_may_bar_the_next():
    """Of two things that one report tells side by side, only the surer joins the third."""
    page = "The Lund Mail told of guards, and of other guards."
    told = [
        telling(0, "Lund Mail", page=page),
        telling(0, "Lund Mail", page=page, words="other guards"),
        telling(1, "Vesk Courier", "lund mail"),
        telling(2, "Hale Post", "lund mail"),
    ]
    groups = [[0], [1], [2, 3]]
    scores = {(0, 2): 0.9, (1, 2): 0.1, (0, 3): 0.1, (1, 3): 0.6}
    assert tied(groups, told, scores) == [[0, 2, 3], [1]]


def test_two_things_told_side_by_side_in_reports_stay_two():
    page = "The Vesk Courier told of guards, and of other guards."
    told = [
        telling(0, "Lund Mail"),
        telling(1, "Vesk Courier", page=page),
        telling(1, "Vesk Courier", "lund mail", page=page, words="other guards"),
    ]
    assert tied([[0, 1], [2]], told, {(0, 2): 1.0}) == [[0, 1], [2]]


def test_two_voices_side_by_side_are_tied_by_no_credit():
    page = "The guards ran, Ana Brel said. The other guards ran, the Lund Mail said."
    made = report(page, "Vesk Courier", "2031-05-02")
    said = [
        made.said(named(page, voice, name=voice), "said", words, f"deed {words}")
        for voice, words in (("Ana Brel", "guards"), ("Lund Mail", "other guards"))
    ]
    names = [("ana brel",), ("lund mail",)]
    told = [
        Telling(s, made.document, a, False, None, "field", n)
        for s, a, n in zip(said, made.attributions, names, strict=True)
    ]
    first = telling(0, "Lund Mail")
    assert tied([[0, 1], [2]], [first, *told], {(0, 2): 1.0}) == [[0, 1], [2]]
    here, there = by_report([first, told[0]]), by_report([told[1]])
    assert side_by_side(here, there)
    assert not side_by_side(here, there, by_voice=True)


def test_what_stands_within_the_words_of_the_other_is_no_second_thing():
    page = "The Vesk Courier told of other guards."
    told = [
        telling(0, "Lund Mail"),
        telling(1, "Vesk Courier", page=page),
        telling(1, "Vesk Courier", "lund mail", page=page, words="other guards"),
    ]
    assert tied([[0, 1], [2]], told, {(0, 2): 1.0}) == [[0, 1, 2]]


def test_one_report_of_many_that_tells_of_both_keeps_nothing_apart():
    """A lead and its repeat further down are one thing in all the other reports."""
    page = "The Vesk Courier told of guards, and of other guards."
    many = round(1 / BOTH)
    first = [telling(day, "Lund Mail") for day in range(many - 1)]
    rest = [telling(day + 9, "Hale Post", "lund mail") for day in range(many - 1)]
    both = [telling(8, "Vesk Courier", page=page, words=w) for w in ("guards", "other guards")]
    told = [*first, both[0], *rest, both[1]]
    groups = [list(range(many)), list(range(many, 2 * many))]
    assert tied(groups, told, {(0, many): 0.9}) == [list(range(2 * many))]
    short = [told[at] for at in (0, many - 1, many, 2 * many - 1)]
    assert tied([[0, 1], [2, 3]], short, {(0, 2): 0.9}) == [[0, 1], [2, 3]]


def test_what_a_person_parts_is_not_tied():
    told = [telling(0, "Lund Mail"), telling(1, "Vesk Courier", "lund mail")]
    asked = []

    def barred(one, other):
        asked.append(sorted((*one, *other)))
        return True

    assert tied([[0], [1]], told, {(0, 1): 0.9}, barred) == [[0], [1]]
    assert [0, 1] in asked


def test_a_chain_of_credits_ties_all_of_it():
    told = [
        telling(0, "Lund Mail"),
        telling(1, "Vesk Courier", "lund mail"),
        telling(2, "Hale Post", "vesk courier"),
    ]
    assert tied([[0], [1], [2]], told, {(0, 1): 0.4, (1, 2): 0.4}) == [[0, 1, 2]]


OUTLETS = ("Lund Mail", "Vesk Courier", "Hale Post")
VOICES = st.lists(
    st.sampled_from(["lund mail", "vesk courier", "hale post", "ana brel"]), max_size=2, unique=True
)
LINES = st.lists(st.tuples(st.integers(0, 5), VOICES), min_size=1, max_size=9)


@st.composite
def cases(draw):
    """Tellings (their report decides the outlet), a partition of them, and distinct likenesses."""
    lines = draw(LINES)
    pages = [f"Page {day} of the {OUTLETS[day % 3]} told of guards." for day, _ in lines]
    told = [
        telling(day, OUTLETS[day % 3], *voices, page=page)
        for (day, voices), page in zip(lines, pages, strict=True)
    ]
    home = draw(st.lists(st.integers(0, 8), min_size=len(told), max_size=len(told)))
    groups = [[i for i, at in enumerate(home) if at == g] for g in sorted(set(home))]
    pairs = [(i, j) for j in range(len(told)) for i in range(j)]
    order = draw(st.permutations(range(len(pairs))))
    scores = {
        pair: 0.04 * (2 * place - len(pairs)) for pair, place in zip(pairs, order, strict=True)
    }
    return told, groups, scores


@given(cases())
@settings(max_examples=150, deadline=None)
def test_all_that_is_done_is_to_make_whole_groups_one(case):
    told, groups, scores = case
    made = tied(groups, told, scores)
    assert sorted(at for group in made for at in group) == list(range(len(told)))
    assert all(any(set(group) <= set(whole) for whole in made) for group in groups)


@given(cases(), st.data())
@settings(max_examples=150, deadline=None)
def test_the_order_of_tellings_and_groups_decides_nothing(case, data):
    told, groups, scores = case
    order = data.draw(st.permutations(range(len(told))))
    now = {old: new for new, old in enumerate(order)}
    moved = [[now[at] for at in reversed(group)] for group in reversed(groups)]
    turned = {tuple(sorted((now[i], now[j]))): score for (i, j), score in scores.items()}
    made = tied(moved, [told[at] for at in order], turned)
    back = sorted(sorted(order[at] for at in group) for group in made)
    assert back == tied(groups, told, scores)


@given(cases(), st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_barred_is_ever_together(case, data):
    told, groups, scores = case
    home = {at: number for number, group in enumerate(groups) for at in group}
    free = [pair for pair in scores if home[pair[0]] != home[pair[1]]]
    apart = data.draw(st.lists(st.sampled_from(free), max_size=4)) if free else []

    def barred(one, other):
        whole = {*one, *other}
        return any(whole.issuperset(pair) for pair in apart)

    made = tied(groups, told, scores, barred)
    assert not any(set(group).issuperset(pair) for group in made for pair in apart)


def test_a_telling_names_its_source_and_those_around_it_also_as_printed():
    text = "Ana Brel said guards fled, the Orsk Lund Mail wrote."
    made = report(text, "Vesk Courier")
    mail = named(text, "the Orsk Lund Mail", "media", name="Lund Mail")
    outer = made.said(mail, "wrote", "Ana Brel said guards fled", "say").attribution
    made.said("Ana Brel", "said", "guards fled", "flight", within=outer)
    each = {made.document.id: "one"}
    told = tellings([made.document], [made.reading], Told(each, each))
    assert {t.words: t.named for t in told} == {
        "Ana Brel said guards fled": ("lund mail", "orsk lund mail"),
        "guards fled": ("ana brel", "lund mail", "orsk lund mail"),
    }


def test_a_source_without_a_name_points_nowhere():
    text = "A man called Brel said guards fled."
    made = report(text, "Vesk Courier")
    someone = named(text, "A man called Brel", "anonymous", name="Brel", anonymous=True)
    made.said(someone, "said", "guards fled", "flight")
    each = {made.document.id: "one"}
    (told,) = tellings([made.document], [made.reading], Told(each, each))
    assert told.named == ()


FAR = "Thirty sentries fled the Orsk crossing"
OTHER = "Thirty guards escaped from the Orsk bridge"


def crediting(outlet):
    """Two reports with the same event in other words, the second on the word of ``outlet``."""
    first = report(f"{OTHER}, near Vesk and Tarn.", "Lund Mail", "2031-05-01")
    first.own(OTHER, "escape", predicate="escaped")
    second = report(f"{FAR}, {outlet} wrote, near Vesk and Tarn.", "Vesk Courier", "2031-05-02")
    mail = named(second.document.text, outlet, "media")
    second.said(mail, "wrote", FAR, "flee", predicate="fled")
    return [gathered(*order).claims for order in ((first, second), (second, first))]


def test_what_is_worded_too_differently_is_one_claim_by_its_credit():
    assert [len(claims) for claims in crediting("Hale Post")] == [2, 2]
    assert [len(claims) for claims in crediting("Lund Mail")] == [1, 1]
