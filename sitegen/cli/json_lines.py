"""Questions and answers line by line (逐行问答): JSON objects on standard input, one answer on standard output for each.

Here belongs what a line may be and how a wrong one is answered: with its number and a Chinese sentence, never with a
traceback, and the lines after it are still answered. What is asked and answered is decided by the commands.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

import click

from sitegen.cli.verdict import CONTENT_WRONG

Asked = Mapping[str, Any]
Answer = Callable[[str, Asked], dict[str, Any]]

LONGEST_TEXT = 100_000
EXAMPLE = '{"text": "6月底前"}'


class Unanswerable(Exception):  # noqa: N818  # reads as a sentence where it is raised
    """A line that cannot be answered; the message says in Chinese why, and where in the line."""


def answer_lines(answer: Answer) -> None:
    """Answer each line of standard input; exits with 1 at the end where a line was wrong."""
    wrong = False
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            asked = _object(line)
            result = answer(_text(asked), asked)
        except Unanswerable as error:
            wrong = True
            result = {"line": number, "error": str(error)}
        click.echo(json.dumps(result, ensure_ascii=False))
    if wrong:
        sys.exit(CONTENT_WRONG)


def whole_text(text: str) -> bool:
    """Whether a text holds no half of a character (a lone surrogate), so that it can be written out."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _object(line: bytes) -> Asked:
    try:
        asked = json.loads(line.rstrip().decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise Unanswerable(f"这一行不是 UTF-8 文字（第 {error.start + 1} 个字节）") from error
    except json.JSONDecodeError as error:
        raise Unanswerable(f"这一行不是 JSON（第 {error.pos + 1} 个字符）") from error
    except RecursionError as error:
        raise Unanswerable("这一行的括号套得太深") from error
    except ValueError as error:
        raise Unanswerable("这一行有一个数太长") from error
    if not isinstance(asked, dict):
        raise Unanswerable(f"这一行应是一个 JSON 对象，如 {EXAMPLE}")
    return asked


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    for key, value in pairs:
        if key in asked:
            raise Unanswerable(f"“{key}”写了两次" if whole_text(key) else "同一个键写了两次")
        asked[key] = value
    return asked


def _text(asked: Asked) -> str:
    text = asked.get("text")
    if text is None:
        raise Unanswerable("缺少 text（文字）")
    if not isinstance(text, str):
        raise Unanswerable(f"text 应是带引号的文字，如 {EXAMPLE}")
    if not whole_text(text):
        raise Unanswerable("text 里有半个字符（不成对的 \\ud800 一类），不是完整的文字")
    if len(text) > LONGEST_TEXT:
        raise Unanswerable(f"text 有 {len(text)} 字，超过 {LONGEST_TEXT} 字")
    return text
