"""A portal in a string: "-- content/units/a.yaml --" opens a file, so that a test shows its whole content at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from sitegen.build import Built, build_site
from sitegen.load.portal import Loaded
from sitegen.memo import Memo, NoMemo
from sitegen.settings import Settings
from sitegen.understanding import read_documents, understand

# Machines are shared: how long one example takes is measured by the benchmark, never by a test. The same examples every time,
# so that a change is judged by itself; `make explore` looks for new ones, and keeps what it finds.
UNHURRIED = [hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture]
hypothesis.settings.register_profile("explore", deadline=None, suppress_health_check=UNHURRIED, derandomize=False)
hypothesis.settings.register_profile("steady", deadline=None, suppress_health_check=UNHURRIED, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")
ROOT = Path(__file__).parent.parent
# Seconds of work within which anything is done whose time grows with its length and not faster: ten times what the slowest
# takes. What grows faster takes minutes.
SOON = 20
FILE = re.compile(r"^-- (\S+) --\n", re.M)


def unpack(text: str) -> dict[str, str]:
    """Files of a portal in a string, by path."""
    pieces = FILE.split(text)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


@pytest.fixture
def load_text(tmp_path: Path) -> Callable[[str], Loaded]:
    """Understand the portal in a string."""

    def load(text: str) -> Loaded:
        write_files(tmp_path, unpack(text))
        return understand(read_documents(tmp_path / "content", NoMemo()), NoMemo())

    return load


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, body in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body, "utf-8")


def settings_for(folder: Path, **changes: object) -> Settings:
    """Settings of a portal in a folder, with the default theme."""
    own = {
        "content": folder / "content",
        "templates": (ROOT / "templates",),
        "static": (ROOT / "static",),
        "output": folder / "build",
    }
    return Settings(**{**own, **changes})  # type: ignore[arg-type]


def silent(_stage: str) -> None:
    """Hear the stages of a build and say nothing."""


@pytest.fixture
def build_text(tmp_path: Path) -> Callable[..., Built]:
    """Build the portal in a string."""

    def build(text: str, **changes: object) -> Built:
        write_files(tmp_path, unpack(text))
        return build_site(settings_for(tmp_path, **changes), Memo(), silent)

    return build


@pytest.fixture(scope="session")
def real_portal() -> Loaded:
    """The portal that content/ holds."""
    return understand(read_documents(ROOT / "content", NoMemo()), NoMemo())


@pytest.fixture(scope="session")
def real_site() -> Built:
    """The finished site of content/ in memory."""
    return build_site(settings_for(ROOT), Memo(), silent)
