"""Multinomial logistic regression by Newton's method: the same data gives the same weights.

Iteratively reweighted least squares (Hastie, Tibshirani and Friedman 2009, section 4.4.1), with a
quadratic penalty on everything but the constant, from zero.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Classes = NDArray[np.int64]

STEPS = 8


def fit(matrix: Numbers, classes: Classes, counts: Numbers, penalty: float, size: int) -> Numbers:
    """Weights, one row a column of ``matrix`` (the first is constant), one column a class.

    ``counts`` says how much each row counts; ``size`` is the number of classes.
    """
    wide = matrix.shape[1]
    wanted, weights = np.eye(size)[classes], np.zeros((wide, size))
    ridge = np.full(wide, penalty * counts.sum())
    ridge[0] = 1e-3
    for _ in range(STEPS):
        chance = probabilities(matrix, weights)
        slope = matrix.T @ ((chance - wanted) * counts[:, None]) + ridge[:, None] * weights
        step = np.linalg.solve(_curve(matrix, chance, counts, ridge), slope.T.ravel())
        weights = weights - step.reshape(size, wide).T
    return weights


def _curve(matrix: Numbers, chance: Numbers, counts: Numbers, ridge: Numbers) -> Numbers:
    """The matrix of second derivatives, class by class."""
    wide, size = matrix.shape[1], chance.shape[1]
    found = np.zeros((size * wide, size * wide))
    for one in range(size):
        for two in range(one, size):
            share = counts * chance[:, one] * ((one == two) - chance[:, two])
            block = matrix.T @ (matrix * share[:, None])
            rows, columns = (
                slice(one * wide, one * wide + wide),
                slice(two * wide, two * wide + wide),
            )
            found[rows, columns] = found[columns, rows] = block
        rows = slice(one * wide, one * wide + wide)
        found[rows, rows] += np.diag(ridge)
    return found


def probabilities(matrix: Numbers, weights: Numbers) -> Numbers:
    """One row a row of ``matrix``, one column a class; rows sum to 1."""
    scores = matrix @ weights
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def balanced(classes: Classes, size: int, power: float) -> Numbers:
    """How much each row counts: rare classes more, by ``power`` of one over their share."""
    share = np.maximum(np.bincount(classes, minlength=size), 1) / len(classes)
    found: Numbers = ((1 / (size * share)) ** power)[classes]
    return found
