"""The preview server (预览): livereload's server on loopback, pages from memory, one look at the content per burst of saves.

A page is made when a browser asks for it, from what was just saved; whenever an editor pauses, the whole site is built
and checked. Content that fails is shown as a page with its problems; the next good save brings the portal back. Nothing is
written.
"""

from __future__ import annotations

import gc
import logging
import mimetypes
import threading
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import watchfiles
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import Server
from livereload.watcher import Watcher
from tornado import escape as messages
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets

from sitegen.preview import Preview
from sitegen.problems import Problem, format_text
from sitegen.settings import Settings

HOST = "127.0.0.1"
BURST_MILLISECONDS = 500
STEP_MILLISECONDS = 10
QUIET_SECONDS = 2.0
TYPES = {".ics": "text/calendar", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}


def serve_portal(settings: Settings, port: int, say: Callable[[str], None], poll: bool) -> None:  # noqa: FBT001
    """Serve the portal on loopback until interrupted; ``poll`` watches by looking instead of by notices."""
    preview = Preview(settings, say)
    gc.disable()
    folders = [folder for folder in (settings.content, *settings.templates, *settings.static) if folder.is_dir()]
    before = _stamps(folders)
    preview.begin()
    gc.freeze()
    logging.getLogger("livereload").setLevel(logging.WARNING)
    watcher = _Watcher(preview, folders, poll)
    watcher.begin(IOLoop.current())
    # No thread watches while the first build may use several processes; what was saved meanwhile is not overlooked.
    if _stamps(folders) != before:
        preview.look()
    server = _Server(preview, watcher)
    try:
        server.serve(port=port, host=HOST)
    except OSError as error:
        say(f"端口 {port} 不能用（{error.strerror}）；用 --port 换一个。")


def _stamps(folders: list[Path]) -> set[tuple[str, int, int]]:
    """What tells whether any file was saved: of each its path, time and size."""
    found = set()
    for path in (path for folder in folders for path in folder.rglob("*")):
        with suppress(OSError):  # a file that is gone again
            status = path.lstat()
            found.add((str(path), status.st_mtime_ns, status.st_size))
    return found


class _Watching:
    """What watchfiles asks at every step whether to stop: it never should, and the first question tells that it watches."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def is_set(self) -> bool:
        self.begun.set()
        return False


class _Watcher(Watcher):  # type: ignore[misc]
    """livereload's watcher replaced: watchfiles reports each burst of saves once, then the browsers reload."""

    def __init__(self, preview: Preview, folders: list[Path], poll: bool) -> None:  # noqa: FBT001
        super().__init__()
        self._preview = preview
        self._folders = folders
        self._poll = poll
        self._watching = _Watching()
        self._saves = threading.Event()
        # An entry here keeps livereload from watching the current directory itself.
        self._tasks: dict[str, dict[str, Any]] = {"watchfiles": {"func": None, "delay": None, "ignore": None, "mtimes": {}}}

    def start(self, _callback: Callable[[], None]) -> bool:
        return True

    def begin(self, loop: IOLoop) -> None:
        """Watch from now on."""
        for work in (self._watch, self._complete):
            threading.Thread(target=work, args=(loop,), daemon=True).start()
        self._watching.begun.wait()

    def _watch(self, loop: IOLoop) -> None:
        try:
            self._follow(loop)
        finally:
            self._watching.begun.set()

    def _follow(self, loop: IOLoop) -> None:
        changes = watchfiles.watch(
            *self._folders, debounce=BURST_MILLISECONDS, step=STEP_MILLISECONDS, force_polling=self._poll or None,
            stop_event=self._watching,
        )  # fmt: skip
        for _ in changes:
            self._saves.set()
            self._do(self._preview.look, loop)

    def _complete(self, loop: IOLoop) -> None:
        """Whenever nothing was saved for a while, build and check the whole site.

        What is rubbish is looked for then, among what is new: views make no cycles, and a look through all takes seconds.
        """
        while self._saves.wait():
            self._saves.clear()
            if not self._saves.wait(QUIET_SECONDS):
                self._do(lambda: self._preview.complete(self._saves.is_set), loop)
                gc.collect()
                gc.freeze()

    def _do(self, work: Callable[[], None], loop: IOLoop) -> None:
        """Do some work, then tell the browsers; a fault of the program itself is shown, and the server stays."""
        try:
            work()
        except Exception as error:
            logging.getLogger("sitegen").exception("rebuild failed")
            self._preview.say(f"程序出错：{error}")
        loop.add_callback(_ReloadHandler.reload_all)


class _Server(Server):  # type: ignore[misc]
    """livereload's server with pages from memory and its script by address, so that a strict CSP holds."""

    def __init__(self, preview: Preview, watcher: _Watcher) -> None:
        super().__init__(watcher=watcher)
        self._preview = preview

    def application(self, port: int, host: str, **_options: Any) -> None:
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        sockets = bind_sockets(port, address=host)
        bound = sockets[0].getsockname()[1]
        script = f'<script src="/livereload.js?port={bound}"></script>'.encode()
        handlers: list[Any] = [
            (r"/livereload", _ReloadHandler, {"preview": self._preview}),
            (r"/livereload.js", LiveReloadJSHandler),
            (r"/(.*)", _PageHandler, {"preview": self._preview, "script": script}),
        ]
        HTTPServer(web.Application(handlers=handlers)).add_sockets(sockets)
        self._preview.say(f"打开 http://{host}:{bound}/ ，按 Ctrl+C 结束。")


class _ReloadHandler(LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket: a page reloads once for each build after its own, also for one that ended before it connected."""

    def initialize(self, preview: Preview) -> None:
        self._preview = preview
        self._number = 0

    @classmethod
    def reload_all(cls) -> None:
        for waiter in tuple(cls.waiters):
            waiter.catch_up()

    def on_message(self, message: str) -> None:
        super().on_message(message)
        said = messages.json_decode(message)
        if said["command"] == "info":
            self._number = self._preview.shown.get(urlsplit(said["url"]).path, 0)
            self.catch_up()

    def catch_up(self) -> None:
        if self._number != self._preview.number:
            self._number = self._preview.number
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})


class _PageHandler(web.RequestHandler):
    """One file of the site from memory, or the page that shows the problems."""

    def initialize(self, preview: Preview, script: bytes) -> None:
        self._preview = preview
        self._script = script

    def get(self, path: str) -> None:
        base = urlsplit(self._preview.settings.base_url).path.strip("/")
        below = path.removeprefix(base + "/") if base else path
        self._preview.shown[self.request.path] = self._preview.number
        name = below + "index.html" if below == "" or below.endswith("/") else below
        if self._preview.problems and name.endswith(".html"):
            self._send("index.html", _problem_page(self._preview.problems))
        elif (content := self._preview.file(name)) is not None:
            self._send(name, content)
        elif self._preview.file(name + "/index.html") is not None:
            self.redirect("/" + path + "/")
        else:
            self.set_status(404)
            self._send("404.html", self._preview.file("404.html") or "没有这个页面".encode())

    head = get

    def _send(self, name: str, content: bytes) -> None:
        suffix = Path(name).suffix
        kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        charset = "" if kind.startswith("image/") and kind != "image/svg+xml" else "; charset=utf-8"
        self.set_header("Content-Type", kind + charset)
        self.set_header("Cache-Control", "no-store")
        self.finish(content.replace(b"</head>", self._script + b"</head>", 1) if suffix == ".html" else content)


def _problem_page(problems: tuple[Problem, ...]) -> bytes:
    text = escape(format_text(problems))
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>内容有问题</title></head><body>'
        f"<h1>内容有 {len(problems)} 个问题</h1><p>改好并保存，本页会自动恢复。</p><pre>{text}</pre></body></html>"
    ).encode()
