"""Shelves (成品架): where finished files are laid by the process that made them, and what earlier builds left there.

A shelf on disk is ``publish.Staging``. Here belongs nothing of how files are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from sitegen.render.output import Output

K_co = TypeVar("K_co", covariant=True)


class Shelf(Protocol[K_co]):
    """Where finished files are laid (成品架), by the process that made them; what it gives for a file goes to the others."""

    def lay(self, output: Output, fingerprint: str) -> K_co:
        """Lay a file there; ``fingerprint`` is that of its bytes."""

    def find(self, path: str, fingerprint: str) -> K_co | None:
        """A file that lies there from an earlier build with just these bytes, if there is one."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A shelf in memory: files stay as they are; ``earlier`` are those of an earlier build by path."""

    earlier: dict[str, Output]

    def lay(self, output: Output, fingerprint: str) -> Output:  # noqa: ARG002
        """The file."""
        return output

    def find(self, path: str, fingerprint: str) -> Output | None:
        """The file of the earlier build."""
        output = self.earlier.get(path)
        return output if output and output.fingerprint == fingerprint else None


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A shelf that keeps nothing but paths, for a site that is only looked at."""

    def lay(self, output: Output, fingerprint: str) -> str:  # noqa: ARG002
        """The path of the file."""
        return output.path

    def find(self, path: str, fingerprint: str) -> str | None:  # noqa: ARG002
        """The path: nobody asks for the bytes."""
        return path
