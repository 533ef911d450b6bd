"""The preview as an editor starts it (预览): a process of its own on a free port, and what it has said so far."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120


class Preview:
    """A running preview: its address, its process, and its lines, which a thread of ours reads."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._read = 0
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._news:
                self.lines.append(line.rstrip("\n"))
                self._news.notify_all()

    def hear(self, words: str) -> str:
        """The next line with these words, after the last that was heard."""
        with self._news:
            assert self._news.wait_for(lambda: any(words in line for line in self.lines[self._read :]), PATIENCE), self.lines
            found = next(number for number, line in enumerate(self.lines) if number >= self._read and words in line)
            self._read = found + 1
            return self.lines[found]

    def address(self) -> str:
        """Where it is served, as it says."""
        said = re.search(r"http://127\.0\.0\.1:\d+/", self.hear("打开"))
        assert said
        return said[0]

    def end(self) -> None:
        """End it and hear out what it had to say."""
        self.process.kill()
        self._reader.join()


def save(file: Path, text: str) -> None:
    """Save a file of content/ in one step, so that the preview reads no half of it and sees one change."""
    other = next(folder for folder in file.parents if folder.name == "content").parent / f".{file.name}"
    other.write_text(text, "utf-8")
    other.replace(file)


@contextmanager
def previewing(folder: Path, *options: str) -> Iterator[Preview]:
    """A preview of the portal in a folder."""
    command = [sys.executable, "-m", "sitegen", "serve", "--root", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        preview = Preview(process)
        try:
            yield preview
        finally:
            preview.end()
