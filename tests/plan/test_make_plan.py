from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import PlanSettings
from notemine.plan.titles import is_same_title
from tests.builders import question
from tests.plan.evening import HEARD, IMPRESSION, NOTES, SEGMENTS, asked, plan_of, topic


def test_the_question_asked_at_most_tables_leads() -> None:
    parents = topic("Ouders")
    rare = asked("Mogen ouders mee op stage?", "1", parents)
    common = asked("Hoe krijg je ouders mee?", "134", parents)

    [item] = plan_of([parents], [rare, common]).items

    assert item.title == "Ouders"
    assert item.lead_question == common.id
    assert item.questions == (rare.id,)
    assert item.sectors == ("vmbo", "havo/vwo", "mbo")
    assert item.demand == 4
    assert item.reason == "Aan 3 tafels gevraagd (vmbo, havo/vwo, mbo); nog niet beantwoord."


def test_follow_ups_of_other_tables_are_counted_in_the_reason() -> None:
    parents = topic("Ouders")
    questions = [asked("Hoe krijg je ouders mee?", "13", parents), asked("Wie belt ze?", "2", parents)]

    [item] = plan_of([parents], questions).items

    assert item.reason.endswith("nog niet beantwoord. Met de vervolgvragen erbij: 3 tafels.")


def test_a_question_answered_at_one_of_its_tables_is_planned_and_that_table_helps() -> None:
    parents = topic("Ouders")
    half = asked("Mag de mentor mee?", "134", parents, status="answered", answers=(SEGMENTS["3"].id,))

    [item] = plan_of([parents], [half]).items

    assert item.lead_question == half.id
    assert item.helpers == (NOTES["3"].table_id,)
    assert item.reason == "Aan 3 tafels gevraagd (vmbo, havo/vwo, mbo); aan 1 daarvan beantwoord."


def test_of_two_that_as_many_ask_the_one_that_stands_on_its_own_leads() -> None:
    parents = topic("Ouders")
    leaning = asked("Betaalt iemand dat?", "1", parents)
    whole = asked("Wie betaalt de bus naar de open dag?", "1", parents)

    [item] = plan_of([parents], [leaning, whole]).items

    assert (item.lead_question, item.questions) == (whole.id, (leaning.id,))


def test_a_question_without_a_word_of_its_own_is_not_planned() -> None:
    parents = topic("Ouders")

    [item] = plan_of([parents], [asked("En wanneer dan?", "12", parents)]).items

    assert item.lead_question == ""


def test_the_question_that_most_tables_wait_for_leads() -> None:
    parents = topic("Ouders")
    solved = [SEGMENTS[table].id for table in "134"]
    common = asked("Mag de mentor mee?", "1345", parents, status="answered", answers=tuple(solved))
    rarer = asked("Hoe krijg je ouders mee?", "12", parents)

    [item] = plan_of([parents], [common, rarer]).items

    assert (item.lead_question, item.questions) == (rarer.id, (common.id,))


def test_one_table_is_counted_in_the_singular() -> None:
    [item] = plan_of([], [asked("Wie betaalt de bus?", "1")]).items

    assert item.reason == "Aan 1 tafel gevraagd (vmbo); nog niet beantwoord."


def test_several_events_are_named_in_the_reason() -> None:
    parents = topic("Ouders")
    twice = asked("Hoe krijg je ouders mee?", "15", parents)

    [item] = plan_of([parents], [twice]).items

    assert item.reason == "Aan 2 tafels gevraagd (vmbo, mbo), op 2 bijeenkomsten; nog niet beantwoord."


def test_an_impression_of_another_evening_is_no_second_event() -> None:
    parents = topic("Ouders")
    members = [question("Hoe krijg je ouders mee?", of=SEGMENTS["1"]), question(IMPRESSION.text, of=HEARD)]
    once = asked("Hoe krijg je ouders mee?", "1", parents, asked=tuple(members), events=("a", "b"))

    [item] = plan_of([parents], [once]).items

    assert item.reason == "Aan 1 tafel gevraagd (vmbo); nog niet beantwoord."


def test_a_question_of_the_facilitator_never_leads() -> None:
    parents = topic("Ouders")
    prompt = asked("Welke vraag neem je mee?", "12345", parents, is_prompt=True)
    common = asked("Hoe krijg je ouders mee?", "1", parents)

    [item] = plan_of([parents], [prompt, common]).items

    assert (item.lead_question, item.questions) == (common.id, ())


def test_a_question_answered_wherever_it_was_asked_is_not_planned() -> None:
    parents = topic("Ouders")
    answers = (SEGMENTS["1"].id, SEGMENTS["2"].id)
    answered = asked("Mag de mentor mee?", "12", parents, status="answered", answers=answers)

    [item] = plan_of([parents], [answered]).items

    assert item.lead_question == ""
    assert item.reason == "Veel besproken (1 regel, 1 tafel), geen open vraag."


def test_tables_that_may_have_an_answer_help() -> None:
    parents = topic("Ouders")
    elsewhere = (SEGMENTS["4"].id, HEARD.id, SEGMENTS["3"].id)
    common = asked("Hoe krijg je ouders op school?", "1", parents, elsewhere=elsewhere)

    [item] = plan_of([parents], [common]).items

    assert item.helpers == (NOTES["4"].table_id, NOTES["3"].table_id)
    # "Een volle zaal" has no word of the question.
    assert item.guesses == (SEGMENTS["4"].id, SEGMENTS["3"].id)
    assert item.reason.endswith("nog niet beantwoord, aan 2 andere tafels misschien wel.")


def test_a_topic_without_a_question_waits_until_there_is_room() -> None:
    silent, small = topic("Stage", "12345"), topic("Geld")
    questions = [asked("Wie betaalt de bus?", "1", small)]

    one = plan_of([silent, small], questions, PlanSettings(tables=1))
    two = plan_of([silent, small], questions, PlanSettings(tables=2))

    assert [item.title for item in one.items] == ["Geld"]
    assert one.left_out[0].reason == "Veel besproken (5 regels, 5 tafels), geen open vraag."
    assert one.left_out[0].why_not == "Geen plaats: niemand stelde er een vraag over die nog open is."
    assert [item.title for item in two.items] == ["Geld", "Stage"]


def test_a_table_that_is_served_gives_way_to_one_that_is_not() -> None:
    loud, echo, other = topic("Ouders"), topic("Mentoren"), topic("Geld")
    questions = [
        asked("Hoe krijg je ouders mee?", "123", loud),
        asked("Wat doet een mentor?", "123", echo),
        asked("Wie betaalt de bus?", "45", other),
    ]

    plan = plan_of([loud, echo, other], questions, PlanSettings(tables=2))

    assert [item.title for item in plan.items] == ["Mentoren", "Geld"]


def test_nearly_the_same_title_is_one_table() -> None:
    first, second = topic("Ouders betrekken"), topic("Betrekken van ouders")
    questions = [asked("Hoe krijg je ouders mee?", "12", first), asked("Wie belt de ouders?", "3", second)]

    plan = plan_of([first, second], questions)

    assert [item.title for item in plan.items] == ["Ouders betrekken"]
    assert plan.left_out[0].why_not == "Dubbel met “Ouders betrekken”."
    assert plan.left_out[0].double_of == plan.items[0].id


def test_follow_ups_are_at_most_what_the_settings_allow() -> None:
    parents = topic("Ouders")
    questions = [asked(f"Hoe gaat dat op school {i}?", "1", parents) for i in range(9)]

    [item] = plan_of([parents], questions, PlanSettings(follow_ups=2)).items

    assert len(item.questions) == 2
    assert item.demand == 3


def test_a_question_heard_only_in_an_impression_is_named_as_such() -> None:
    [item] = plan_of([], [asked("Wie neemt het stokje over?", "")]).items

    assert item.reason == "Alleen gevraagd in een verslag van de avond; nog niet beantwoord."


def test_nothing_asked_and_no_topics_is_an_empty_plan() -> None:
    plan = plan_of([], [])

    assert (plan.items, plan.left_out, plan.objective) == ((), (), 0.0)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Ouders", "ouders", True, id="case"),
        pytest.param("Stage en bedrijven", "Bedrijven en stage", True, id="order"),
        pytest.param("Stageplek", "Stageplekken", True, id="plural"),
        pytest.param("Ouders", "Mentoren", False, id="other-word"),
        pytest.param("Vmbo en stage", "Mbo en geld", False, id="other-topic"),
    ],
)
def test_titles_that_read_as_the_same_are_recognised(left: str, right: str, expected: bool) -> None:
    assert is_same_title(left, right) is expected


# The first compound loads a table.
@settings(deadline=None)
@given(st.permutations(range(6)), st.integers(1, 6))
def test_the_order_of_topics_and_questions_changes_no_plan(order: list[int], n_tables: int) -> None:
    topics = [topic(label, "12") for label in ("Ouders", "Geld", "Stage", "Mentoren", "Tijd", "Reflectie")]
    questions = [asked(f"Wat doen we met {t.label}?", "12345"[i % 3 : 3], t) for i, t in enumerate(topics)]
    settings = PlanSettings(tables=n_tables)

    shuffled = plan_of([topics[i] for i in order], [questions[i] for i in reversed(order)], settings)

    assert shuffled == plan_of(topics, questions, settings)
    assert len(shuffled.items) == n_tables


def test_where_few_questions_are_open_answered_ones_of_the_topic_follow() -> None:
    parents, money = topic("Ouders"), topic("Geld")
    wanted = asked("Hoe krijg je ouders mee?", "1", parents)
    known = [
        asked(wording, "2", about, status="answered", answers=(SEGMENTS["2"].id,))
        for wording, about in (
            ("Mag de mentor mee?", parents),
            ("Wie belt de ouders thuis?", parents),
            ("Wanneer is de ouderavond?", parents),
            ("Wie betaalt de bus?", money),
        )
    ]

    item, *_ = plan_of([parents, money], [*known, wanted]).items
    [alone] = plan_of([parents], [*known[:3], wanted], PlanSettings(follow_ups=1)).items

    assert item.lead_question == wanted.id
    assert set(item.questions) < {question.id for question in known[:3]}
    assert (len(item.questions), len(alone.questions)) == (2, 1)
    assert item.helpers == (NOTES["2"].table_id,)
    assert item.reason.endswith("Met de vervolgvragen erbij: 2 tafels.")


def test_answered_questions_do_not_count_in_the_choice() -> None:
    parents, money = topic("Ouders"), topic("Geld")
    known = asked("Mag de mentor mee?", "1234", parents, status="answered")
    solved = tuple(SEGMENTS[table].id for table in "1234")
    questions = [
        replace(known, answers=solved),
        asked("Hoe krijg je ouders mee?", "5", parents),
        asked("Wie betaalt de bus?", "12", money),
    ]

    [item] = plan_of([parents, money], questions, PlanSettings(tables=1)).items

    assert item.title == "Geld"


def test_of_two_that_as_many_wait_for_the_one_about_the_topic_leads() -> None:
    parents = topic("Ouders")
    aside = asked("Telt een bijbaan in de zomervakantie mee als stage?", "12", parents)
    plain = asked("Komen ouders ook?", "13", parents)

    [item] = plan_of([parents], [aside, plain]).items

    assert (item.lead_question, item.questions) == (plain.id, (aside.id,))


def test_what_one_table_asked_about_the_evening_is_no_table() -> None:
    aside = replace(topic("De avond zelf"), is_aside=True)
    questions = [
        asked("Komt er nog koffie?", "1", aside),
        asked("Wanneer is de volgende avond?", "23", aside),
    ]

    plan = plan_of([aside], questions)

    assert [item.title for item in plan.items] == ["Wanneer is de volgende avond?"]
    assert [found.sector for found in plan.follow_up_by_sector] == ["vmbo"]


def test_what_leans_on_the_line_before_it_does_not_lead_however_many_asked() -> None:
    parents = topic("Ouders")
    leaning = asked("Wie betaalt dat?", "1234", parents)
    whole = asked("Wie betaalt de bus naar de open dag?", "5", parents)

    [item] = plan_of([parents], [leaning, whole]).items

    assert (item.lead_question, item.questions) == (whole.id, (leaning.id,))
