"""``python -m notemine`` is ``notemine``."""

from notemine.cli import main

main()
