"""From saving a file to the page that a browser gets after it was told to reload, by the clock, of any preview server.

The listener speaks LiveReload's protocol, as the scripts do that these servers put into their pages.
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
START, RELOAD, PAUSE = 600.0, 60.0, 0.7


@dataclass(frozen=True, slots=True)
class Server:
    """A preview server: its command for a port, where it runs, the page to look at, and how the nth edit is saved."""

    command: Callable[[int], Sequence[str | Path]]
    folder: Path
    page: str
    save: Callable[[str], None]


def latencies(server: Server, edits: int) -> list[float]:
    """Seconds from each save to the page with the saved words; the first edit only warms up and does not count."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(part) for part in server.command(port)]
    process = subprocess.Popen(command, cwd=server.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return asyncio.run(_measured(server, port, edits))
    finally:
        process.terminate()
        process.wait()


async def _measured(server: Server, port: int, edits: int) -> list[float]:
    address = f"http://127.0.0.1:{port}{server.page}"
    await _listening(address)
    browser = await websocket_connect(f"ws://127.0.0.1:{port}/livereload")
    await browser.write_message(json.dumps(HELLO))
    await browser.write_message(json.dumps({"command": "info", "url": address, "plugins": {}}))
    await asyncio.sleep(PAUSE)
    return [await _edit(server, browser, address, f"第{number}次保存") for number in range(edits + 1)][1:]


async def _listening(address: str) -> None:
    end = time.perf_counter() + START
    while time.perf_counter() < end:
        with suppress(OSError):
            await AsyncHTTPClient().fetch(address, raise_error=True)
            return
        await asyncio.sleep(0.1)
    raise SystemExit(f"no server at {address}")


async def _edit(server: Server, browser: WebSocketClientConnection, address: str, words: str) -> float:
    start = time.perf_counter()
    server.save(words)
    while time.perf_counter() < start + RELOAD:
        message = await asyncio.wait_for(browser.read_message(), RELOAD)
        if message is None:
            raise SystemExit(f"{address}: the server closed the connection")
        if json.loads(message).get("command") != "reload":
            continue
        page = await AsyncHTTPClient().fetch(address)
        if words in page.body.decode():
            spent = time.perf_counter() - start
            await asyncio.sleep(PAUSE)
            return spent
    raise SystemExit(f"{address}: the saved words never came")
