"""A Prism for each document, started when it is first asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from tests.clients.vendors import Vendor
from tests.prism.mock import install, mock, write_document

Prism = Callable[[Vendor], str]


@pytest.fixture(scope="session")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prism]:
    """Return the URL at which Prism mocks a vendor."""
    missing = [command for command in ("node", "npm") if shutil.which(command) is None]
    if missing:
        pytest.skip(f"Prism runs on Node, and there is no {' and no '.join(missing)} here")
    command = install()
    folder = tmp_path_factory.mktemp("prism")
    with ExitStack() as running:

        @cache
        def url(package: str) -> str:
            return running.enter_context(mock(command, write_document(package, folder)))

        yield lambda vendor: url(vendor.package)
