"""One Chromium and one served copy of the real site for all browser tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from sitegen.build import Built
from sitegen.publish import publish
from tests.browser.chromium import ARGUMENTS, PATIENCE, chromium, launched
from tests.browser.host import serving

__all__ = ["ARGUMENTS", "chromium", "serving"]
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium."""
    with launched() as found:
        yield found


@pytest.fixture(scope="session")
def site(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the real site, served."""
    folder = tmp_path_factory.mktemp("site")
    publish(real_site.outputs, folder)
    with serving(folder) as address:
        yield address
