"""How the learning rate rises and falls."""

import math

from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

LOWEST = 0.02


def warm_up_and_fall(optimizer: Optimizer, n_warm: int, n_steps: int) -> LambdaLR:
    """Rise in a line for ``n_warm`` steps, then fall along a cosine."""

    def share(step: int) -> float:
        fallen = LOWEST + (1 - LOWEST) * 0.5 * (1 + math.cos(math.pi * min(1, step / n_steps)))
        return min((step + 1) / n_warm, fallen)

    return LambdaLR(optimizer, share)
