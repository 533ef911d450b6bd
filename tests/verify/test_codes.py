"""Every code of the finished site is defined once, raised somewhere, and shown with two examples."""

from __future__ import annotations

from sitegen.baseline import BASELINE_CODES
from sitegen.load.codes import CODES
from sitegen.verify.codes import SITE_CODES
from tests.conftest import ROOT

OWN = (*SITE_CODES, *BASELINE_CODES)


def test_every_definition_is_raised() -> None:
    rooms = [path for path in (ROOT / "sitegen/verify").glob("*.py") if path.name != "codes.py"]
    source = "".join(path.read_text("utf-8") for path in rooms)
    assert [code.code for code in SITE_CODES if f'"{code.code}"' not in source] == []
    baseline = (ROOT / "sitegen/baseline.py").read_text("utf-8")
    assert [code.code for code in BASELINE_CODES if baseline.count(f'"{code.code}"') != 2] == []


def test_every_code_is_defined_once() -> None:
    names = [code.code for code in (*CODES, *OWN)]
    assert len(names) == len(set(names))


def test_every_definition_says_what_it_demands_and_shows_both() -> None:
    for code in OWN:
        assert code.demand.endswith("。"), code
        assert "" not in (code.good, code.bad), code
        assert code.good != code.bad, code
