"""``notemine topics``: shows the topics alone."""

from __future__ import annotations

from notemine.cli import options


def topics(
    sources: options.SourcesOrNone = None,
    into: options.Into = options.OUTPUT,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon de onderwerpen van de notities."""
    from notemine.cli.listing import show
    from notemine.cli.results import Asked, mine_asked, read_settings

    asked = Asked(sources=sources or (), into=into, event=event, held_on=date, key=key, decisions=decisions)
    show(mine_asked(asked, read_settings(asked, config)), "topics", as_json=as_json)
