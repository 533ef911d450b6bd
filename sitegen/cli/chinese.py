"""What click says, in Chinese (命令行用语): help headings and answers to wrong usage; sitegen's own words are elsewhere.

click asks gettext for every sentence, but gettext looks for compiled catalogues by the language of the environment, and
an office's machine may have any. So the names under which click's modules ask are given this catalogue, once.
"""

from __future__ import annotations

from types import ModuleType

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

MODULES: tuple[ModuleType, ...] = (
    click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types,
)  # fmt: skip
WORDS = {
    "Usage:": "用法：",
    "Usage: ": "用法：",
    "Commands": "命令",
    "Options": "选项",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这份说明",
    "default: {default}": "默认：{default}",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法见：{command} {option}",
    "Aborted!": "已停止。",
    "Missing command.": "缺少命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Missing {param_type}": "缺少 {param_type}",
    "Choose from:\n\t{choices}": "可以填：{choices}",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 填得不对：{message}",
    "Could not open file {filename!r}: {message}": "打不开“{filename}”：{message}",
    "unknown error": "原因不明",
    "Option {name!r} does not take a value.": "选项“{name}”后面不填值。",
    "Argument {name!r} takes {nargs} values.": "参数“{name}”要填 {nargs} 个值。",
    "directory": "文件夹",
    "file": "文件",
    "path": "路径",
    "{name} {filename!r} does not exist.": "“{filename}”不存在。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，不是文件。",
    "{name} {filename!r} is a file.": "“{filename}”是文件，不是文件夹。",
    "{name} {filename!r} is not readable.": "“{filename}”没有读取权限。",
    "{name} {filename!r} is not writable.": "“{filename}”没有写入权限。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是整数。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 之内。",
    "{value!r} is not one of {choices}.": "“{value}”不在可选的之中：{choices}。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是其中一个：{possibilities}？",
    "Got unexpected extra argument ({args})": "多出了参数：{args}；含有空格的参数，用英文双引号括起来。",
    "Got unexpected extra arguments ({args})": "多出了参数：{args}；含有空格的参数，用英文双引号括起来。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要填值。",
    "Option {name!r} requires {nargs} arguments.": "选项“{name}”后面要填 {nargs} 个值。",
}


def speak_chinese() -> None:
    """Let click take its sentences from here; one that is not here stays as it is."""
    for module in MODULES:
        for name, catalogue in (("_", _one), ("ngettext", _one_or_many)):
            if hasattr(module, name):
                setattr(module, name, catalogue)


def _one(sentence: str) -> str:
    return WORDS.get(sentence, sentence)


def _one_or_many(one: str, many: str, number: int) -> str:
    return _one(one if number == 1 else many)
