import spacy


def test_the_component_is_found_by_its_name_and_gives_spans() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notemine_questions")

    doc = nlp("Een moeder vraagt of er koffie is. Wie betaalt de zaal? Het regende.")

    assert [(span.text, span._.question_kind, span._.wording) for span in doc._.questions] == [
        ("of er koffie is", "indirect", "Is er koffie?"),
        ("Wie betaalt de zaal?", "direct", "Wie betaalt de zaal?"),
    ]


def test_a_doc_without_questions_has_none() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notemine_questions")

    assert nlp("Het regende.")._.questions == ()
    assert nlp("")._.questions == ()
