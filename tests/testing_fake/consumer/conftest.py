from __future__ import annotations

from collections.abc import Iterator

import pytest

from generated.posthog.testing import FakePostHogClient, fake_posthog


@pytest.fixture
def posthog() -> Iterator[FakePostHogClient]:
    with fake_posthog() as fake:
        yield fake
