"""What stops an operation from being built."""

from __future__ import annotations


class CannotBuildError(Exception):
    """An operation that has to be left out; caught where operations are listed, nowhere else."""
