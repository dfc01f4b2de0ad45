"""The command line: one command a file, each a thin shell over a public function.

stdout is data, stderr is talk; exit 0 done, 1 error, 2 wrong use, 3 done with warnings.
"""

from __future__ import annotations


def main() -> None:
    """Run ``notemine``."""
    from notemine.cli.app import run_app

    run_app()
