"""A host on loopback for the finished site (本机主机): one that sends files and nothing else, and one as production hosts are.

What is read of the pages belongs to the tests; how Chromium is found and started is in ``chromium``.
"""

from __future__ import annotations

import functools
import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".ics", ".csv")


class PlainHost(SimpleHTTPRequestHandler):
    """A host that sends files without any headers of ours; the site's own page for addresses that lead nowhere."""

    extensions_map: ClassVar = {**SimpleHTTPRequestHandler.extensions_map, ".ics": "text/calendar", ".js": "text/javascript"}

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for addresses that lead nowhere, as hosts send it."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


class FullHost(PlainHost):
    """A host that reads ``_headers`` and compresses texts, as the static hosts do that portals are published on."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for pattern, headers in header_rules((Path(self.directory) / "_headers").read_text("utf-8")):
            if pattern.fullmatch(path):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        """Send a file, compressed where that helps."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        if not found:
            file = Path(self.directory) / "404.html"
        body = file.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def header_rules(text: str) -> list[tuple[re.Pattern[str], list[tuple[str, str]]]]:
    """The file of headers as hosts read it: patterns with ``*``, under each the headers."""
    found: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((re.compile(".*".join(re.escape(part) for part in line.split("*"))), []))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return found


class _Server(ThreadingHTTPServer):
    """With room for all that a browser asks for at once."""

    request_queue_size = 128


@contextmanager
def serving(folder: Path, handler: type[PlainHost] = PlainHost) -> Iterator[str]:
    """Serve a folder on loopback; gives its address."""
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
