"""The preview server (预览): livereload's server on loopback, pages from memory, one rebuild per burst of saves.

A build that fails is shown as a page with its problems; the next good one brings the portal back. Nothing is written.
"""

from __future__ import annotations

import gc
import logging
import mimetypes
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import watchfiles
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import Server
from livereload.watcher import Watcher
from tornado import web
from tornado.ioloop import IOLoop

from sitegen.build import build_site
from sitegen.memo import Memo
from sitegen.problems import Problem, ProblemsFound, format_text, sort_problems
from sitegen.settings import Settings

HOST = "127.0.0.1"
BURST_MILLISECONDS = 500
STEP_MILLISECONDS = 30
# Views make no cycles: looking for some at every rebuild costs as much as laying the pages out.
COLLECT_AFTER = 20
TYPES = {".ics": "text/calendar", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}


@dataclass(slots=True)
class Preview:
    """What the server shows now: the files of the last good build, and the problems of a later one that failed."""

    settings: Settings
    say: Callable[[str], None]
    memo: Memo = field(default_factory=Memo)
    files: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def rebuild(self) -> None:
        """Build again; problems are kept to be shown, the files of the last good build stay."""
        try:
            built = build_site(self.settings, self.memo, lambda _stage: None)
        except ProblemsFound as found:
            self.problems = sort_problems(found.problems)
            self.say(format_text(self.problems))
            self.say(f"共 {len(found.problems)} 个问题；改好保存后自动恢复。")
            return
        self.files = {output.path: output.content for output in built.outputs}
        self.problems = ()
        if built.warnings:
            self.say(format_text(built.warnings))
        seconds = sum(spent for _, spent in built.seconds)
        self.say(f"已更新：{built.pages} 个页面，{seconds:.2f} 秒。")


def serve_portal(settings: Settings, port: int, say: Callable[[str], None], poll: bool) -> None:  # noqa: FBT001
    """Serve the portal on loopback until interrupted; ``poll`` watches by looking instead of by notices."""
    preview = Preview(settings, say)
    gc.disable()
    preview.rebuild()
    logging.getLogger("livereload").setLevel(logging.WARNING)
    folders = [folder for folder in (settings.content, *settings.templates, *settings.static) if folder.is_dir()]
    watcher = _Watcher(preview, folders, poll)
    server = _Server(preview, watcher)
    try:
        server.serve(port=port, host=HOST)
    except OSError as error:
        say(f"端口 {port} 不能用（{error.strerror}）；用 --port 换一个。")


class _Watcher(Watcher):  # type: ignore[misc]
    """livereload's watcher replaced: watchfiles reports each burst of saves once, then the browsers reload."""

    def __init__(self, preview: Preview, folders: list[Path], poll: bool) -> None:  # noqa: FBT001
        super().__init__()
        self._preview = preview
        self._folders = folders
        self._poll = poll
        # An entry here keeps livereload from watching the current directory itself.
        self._tasks: dict[str, dict[str, Any]] = {"watchfiles": {"func": None, "delay": None, "ignore": None, "mtimes": {}}}

    def start(self, _callback: Callable[[], None]) -> bool:
        loop = IOLoop.current()
        threading.Thread(target=self._watch, args=(loop,), daemon=True).start()
        return True

    def _watch(self, loop: IOLoop) -> None:
        changes = watchfiles.watch(
            *self._folders, debounce=BURST_MILLISECONDS, step=STEP_MILLISECONDS, force_polling=self._poll or None
        )
        for number, _ in enumerate(changes, 1):
            if number % COLLECT_AFTER == 0:
                gc.collect()
            try:
                self._preview.rebuild()
            except Exception as error:  # a fault of the program itself: shown, and the server stays
                logging.getLogger("sitegen").exception("rebuild failed")
                self._preview.say(f"程序出错：{error}")
                continue
            loop.add_callback(LiveReloadHandler.reload_waiters, "*")


class _Server(Server):  # type: ignore[misc]
    """livereload's server with pages from memory and its script by address, so that a strict CSP holds."""

    def __init__(self, preview: Preview, watcher: _Watcher) -> None:
        super().__init__(watcher=watcher)
        self._preview = preview

    def application(self, port: int, host: str, **_options: Any) -> None:
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        script = f'<script src="/livereload.js?port={port}"></script>'.encode()
        handlers: list[Any] = [
            (r"/livereload", LiveReloadHandler),
            (r"/livereload.js", LiveReloadJSHandler),
            (r"/(.*)", _PageHandler, {"preview": self._preview, "script": script}),
        ]
        web.Application(handlers=handlers).listen(port, address=host)
        self._preview.say(f"打开 http://{host}:{port}/ ，按 Ctrl+C 结束。")


class _PageHandler(web.RequestHandler):
    """One file of the site from memory, or the page that shows the problems."""

    def initialize(self, preview: Preview, script: bytes) -> None:
        self._preview = preview
        self._script = script

    def get(self, path: str) -> None:
        base = urlsplit(self._preview.settings.base_url).path.strip("/")
        below = path.removeprefix(base + "/") if base else path
        name = below + "index.html" if below == "" or below.endswith("/") else below
        if self._preview.problems and name.endswith(".html"):
            self._send("index.html", _problem_page(self._preview.problems))
        elif name in self._preview.files:
            self._send(name, self._preview.files[name])
        elif name + "/index.html" in self._preview.files:
            self.redirect("/" + path + "/")
        else:
            self.set_status(404)
            self._send("404.html", self._preview.files.get("404.html", "没有这个页面".encode()))

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
