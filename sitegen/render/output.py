"""Output (成品): one finished file of the site, path under the root and bytes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Output:
    """One finished file: path under the site's root, such as "huaiyin/index.html", and its bytes."""

    path: str
    content: bytes

    @property
    def fingerprint(self) -> str:
        """Digest of the bytes (SHA-256)."""
        return sha256(self.content).hexdigest()
