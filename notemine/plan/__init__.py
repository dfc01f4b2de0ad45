"""Topics and open questions become tables for the next event."""

from notemine.plan.make import make_plan

__all__ = ["make_plan"]
