"""What the encoder is told: paraphrases together, pairs in order, neighbours as the teachers see them."""

import torch
from torch import Tensor
from torch.nn import functional

TEMPERATURE = 0.05
TOPIC_TEMPERATURE = 0.1
TEACHER_TEMPERATURE = 0.05
PAIR_SCALE, COSENT_WEIGHT, PEARSON_WEIGHT = 20.0, 0.1, 5.0
FAR = -1e4


def contrast(vectors: Tensor, labels: Tensor, ignored: Tensor, temperature: float) -> Tensor:
    """Supervised contrastive loss (Khosla et al. 2020): each text against its mates, one at a time.

    Args:
        vectors: Unit rows, shape (n_texts, width).
        labels: Texts with one label are mates, shape (n_texts,).
        ignored: Pairs that are neither mates nor strangers, shape (n_texts, n_texts).
        temperature: Of the softmax.
    """
    same = labels[:, None] == labels[None]
    itself = torch.eye(len(labels), dtype=torch.bool)
    mates = same & ~itself
    scores = (vectors @ vectors.T / temperature).masked_fill(itself | (ignored & ~same), FAR)
    strangers = scores.masked_fill(mates, FAR).logsumexp(1, keepdim=True)
    lost = torch.logaddexp(scores, strangers) - scores
    n_mates = mates.sum(1)
    return ((lost * mates).sum(1) / n_mates.clamp(min=1))[n_mates > 0].mean()


def order_pairs(cosines: Tensor, gold: Tensor) -> Tensor:
    """A pair that people find more alike must have the higher cosine: Pearson's correlation and CoSENT."""
    differences = PAIR_SCALE * (cosines[None, :] - cosines[:, None])
    wrong = differences[gold[:, None] > gold[None, :]]
    worst = torch.logsumexp(torch.cat([wrong.new_zeros(1), wrong]), 0)
    correlation = torch.corrcoef(torch.stack([cosines, gold.to(cosines.dtype)]))[0, 1]
    return PEARSON_WEIGHT * (1 - correlation) + COSENT_WEIGHT * worst


def follow(vectors: Tensor, teacher: Tensor, cosine_weight: float = 10.0) -> Tensor:
    """Neighbours as the teacher sees them, and about its cosines.

    Args:
        vectors: Unit rows, shape (n_texts, width).
        teacher: Its cosines, shape (n_texts, n_texts).
        cosine_weight: Of the cosines themselves, beside who is near whom.
    """
    itself = torch.eye(len(vectors), dtype=torch.bool)
    cosines = vectors @ vectors.T
    own = functional.log_softmax((cosines / TEACHER_TEMPERATURE).masked_fill(itself, FAR), 1)
    its = functional.log_softmax((teacher / TEACHER_TEMPERATURE).masked_fill(itself, FAR), 1)
    apart = functional.kl_div(own, its, reduction="batchmean", log_target=True)
    return apart + cosine_weight * ((cosines - teacher) ** 2).mean()
