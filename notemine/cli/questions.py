"""``notemine questions``: mines the notes and shows the questions alone."""

from __future__ import annotations

from notemine.cli import options


def questions(
    sources: options.Sources,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon de terugkerende vragen, de meest gestelde eerst."""
    from notemine.cli.listing import show

    show(
        "questions",
        sources,
        event=event,
        held_on=date,
        key=key,
        config=options.read_config(config),
        decisions=decisions,
        as_json=as_json,
    )
