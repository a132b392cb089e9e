"""The precision of an estimate from the covariance of every single observation, which no formula stands between."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def gls_error(model: Matrix, covariance: Matrix, which: int = -1) -> float:
    """The standard error of one coefficient by generalised least squares."""
    information = model.T @ np.linalg.solve(covariance, model)
    return float(np.sqrt(np.linalg.inv(information)[which, which]))


def contrast_error(weights: Matrix, covariance: Matrix) -> float:
    """The standard error of a weighted sum."""
    return float(np.sqrt(weights @ covariance @ weights))


def alike(sizes: list[int], icc: float) -> Matrix:
    """Of people in clusters of these sizes."""
    cluster = np.repeat(np.arange(len(sizes)), sizes)
    return np.where(cluster[:, None] == cluster, icc, 0.0) + (1 - icc) * np.eye(sum(sizes))
