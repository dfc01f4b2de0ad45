import spacy
from spacy.tokens import Doc


def test_the_component_is_found_by_its_name_and_gives_spans() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notemine_questions")

    doc = nlp("Een moeder vraagt of er koffie is. Wie betaalt de zaal? Het regende.")

    assert [(span.text, span._.question_kind, span._.question_wording) for span in doc._.questions] == [
        ("of er koffie is", "indirect", "Is er koffie?"),
        ("Wie betaalt de zaal?", "direct", "Wie betaalt de zaal?"),
    ]


def test_a_doc_without_questions_has_none() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notemine_questions")

    assert nlp("Het regende.")._.questions == ()
    assert nlp("")._.questions == ()


def test_questions_survive_writing_a_doc_and_more_than_one_process() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notemine_questions")
    texts = ["Wie betaalt de zaal?", "Het regende."]

    written = nlp(texts[0]).to_bytes()
    piped = list(nlp.pipe(texts, n_process=2))

    assert [span.text for span in Doc(nlp.vocab).from_bytes(written)._.questions] == [texts[0]]
    assert [len(doc._.questions) for doc in piped] == [1, 0]
