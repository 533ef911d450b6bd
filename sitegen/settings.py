"""Settings (设置): where things are and how to build, as one frozen value made by the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path


class Purpose(Enum):
    """What a site is built for (用途): a preview (预览), or the official release (正式发布) as the registered website."""

    PREVIEW = "preview"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where content, theme and output lie, and what the build depends on besides them.

    ``templates`` and ``static`` are folders in order of precedence: the portal's own first, the default theme last.
    ``base_url`` is a path ("/a/b/"), a full address ("https://host/a/b/"), or "." for relative addresses that work in any
    place, a folder on a disk included. ``as_of`` is the day for which the site is
    built; None takes the newest date in the content. ``processes`` is how many may work
    side by side; what they make is the same for any number. Only a site built for release carries the code of the website.
    """

    content: Path
    templates: tuple[Path, ...]
    static: tuple[Path, ...]
    output: Path
    base_url: str = "/"
    as_of: date | None = None
    processes: int = 1
    purpose: Purpose = Purpose.PREVIEW
