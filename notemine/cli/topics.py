"""``notemine topics``: mines the notes and shows the topics alone."""

from __future__ import annotations

from notemine.cli import options


def topics(
    sources: options.Sources,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon de onderwerpen van de notities."""
    from notemine.cli.listing import show

    show(
        "topics",
        sources,
        event=event,
        held_on=date,
        key=key,
        config=options.read_config(config),
        decisions=decisions,
        as_json=as_json,
    )
