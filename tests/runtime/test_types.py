"""The small types."""

from __future__ import annotations

import copy
import pickle

from runtime.values import NOT_GIVEN, NotGiven


def test_not_given_is_one_falsy_thing() -> None:
    """NOT_GIVEN is falsy, shows its name, and is itself after copying and pickling."""
    assert not NOT_GIVEN
    assert repr(NOT_GIVEN) == "NOT_GIVEN"
    assert isinstance(NOT_GIVEN, NotGiven)
    assert copy.deepcopy(NOT_GIVEN) is NOT_GIVEN
    assert pickle.loads(pickle.dumps(NOT_GIVEN)) is NOT_GIVEN  # it is our own
