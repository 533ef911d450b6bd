"""The program (程序入口): ``sitegen`` and ``python -m sitegen`` run the command line and end. Nothing else belongs here."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress

from sitegen.cli import main


def run() -> None:
    """Run the command line, then end at once: the system takes back memory faster than Python can clear it up."""
    status = 0
    try:
        main()
    except SystemExit as ended:
        if isinstance(ended.code, str):
            raise
        status = ended.code or 0
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # a reader that went away, as of ``sitegen check | head``
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
