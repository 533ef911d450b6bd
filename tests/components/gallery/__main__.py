"""``python -m tests.components.gallery [FOLDER]`` writes the gallery into a folder, by default gallery/."""

from __future__ import annotations

import sys
from pathlib import Path

from sitegen.publish import publish
from tests.components.gallery import gallery

folder = Path(*sys.argv[1:2]) if sys.argv[1:] else Path(__file__).parents[3] / "gallery"
publish(gallery(), folder)
print(folder / "index.html")
