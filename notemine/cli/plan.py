"""``notemine plan``: mines the notes and shows the plan alone."""

from __future__ import annotations

from notemine.cli import options


def plan(
    sources: options.Sources,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon het plan voor de volgende bijeenkomst."""
    from notemine.cli.listing import show

    show(
        "plan",
        sources,
        event=event,
        held_on=date,
        key=key,
        config=config,
        decisions=decisions,
        as_json=as_json,
    )
