"""How often the 95 % interval of a difference between groups of tables holds the truth. Run by hand.

Usage: python tests/benchmarks/topics_intervals.py

Invented tables: each speaks of each of ten topics or not, and if so of a beta-distributed share of its lines.
Where the groups are alike the truth is 0; where one speaks of it in .7 and the other in .3 of cases, .16.
"""

from __future__ import annotations

import numpy as np

from notemine.topics.prevalence import estimate_shares

N_TOPICS, N_ROUNDS, MEAN_SHARE = 10, 60, 0.4
KINDS = {"alike": (0.4, 0.4), "different": (0.7, 0.3), "rare": (0.1, 0.1)}


def main() -> None:
    """Print coverage, and how often the group is called typical, for sizes of groups and kinds of topics."""
    random = np.random.default_rng(1)
    for n_group, n_others in [(3, 20), (5, 20), (10, 18), (3, 6), (2, 8), (9, 9)]:
        is_group = np.arange(n_group + n_others) < n_group
        for kind, chances in KINDS.items():
            truth = (chances[0] - chances[1]) * MEAN_SHARE
            held, typical = [], []
            for _ in range(N_ROUNDS):
                speaks = random.random((len(is_group), N_TOPICS)) < np.where(is_group, *chances)[:, None]
                shares = speaks * random.beta(2, 3, speaks.shape)
                low, high = estimate_shares(shares, is_group, seed=0).difference_interval
                held += ((low <= truth) & (truth <= high)).tolist()
                typical += (low > 0).tolist()
            print(
                f"{n_group:3} tables and {n_others:3} others, {kind:9} holds {np.mean(held):.3f}"
                f"  typical {np.mean(typical):.3f}"
            )


if __name__ == "__main__":
    main()
