"""Official release and inspection from the command line: what is missing is named, and nothing is written without it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE

STATED = """\
publisher: 样例市人民政府办公室
contact: 政务公开办
site_code: "3701000001"
icp: 鲁ICP备00000000号
police_record: 鲁公网安备 00000000000000号
official_badge: icons/favicon.svg
error_report_url: https://zfwzgl.www.gov.cn/exposure/jiucuo.html
published: 2030-09-01
published_time: "09:30"
"""
HOST = "https://www.yangli.gov.cn/gk/"


def run(folder: Path, *arguments: str, facts: str = "") -> Result:
    files = unpack(SAMPLE)
    files["content/portal.yaml"] += facts
    write_files(folder, files)
    return CliRunner().invoke(main, [*arguments, "--root", str(folder)])


def codes(result: Result) -> dict[str, str]:
    """Severity of each problem of a check in JSON."""
    return {problem["code"]: problem["severity"] for problem in json.loads(result.stdout)}


def test_a_preview_needs_nothing_and_a_release_names_everything(tmp_path: Path) -> None:
    assert run(tmp_path, "build").exit_code == 0
    refused = run(tmp_path, "build", "--production", "--output", "release")
    assert refused.exit_code == 1
    assert not (tmp_path / "release").exists()
    for words in ("没有写明网站域名", "没有写明主办单位", "没有写明网站标识码", "没有写明ICP备案号", "没有写明公安备案号",
                  "没有放党政机关网站标识", "没有“我为政府网站找错”入口", "没有写明联系方式", "没有写明在本站的发布时间"):  # fmt: skip
        assert words in refused.stdout
    found = codes(run(tmp_path, "check", "--production", "--format", "json"))
    assert {code for code, severity in found.items() if severity == "error"} == {
        "gov-domain-missing", "gov-publisher-missing", "gov-site-code-missing", "gov-published-missing",
    }  # fmt: skip


def test_a_portal_that_states_everything_is_released(tmp_path: Path) -> None:
    built = run(tmp_path, "build", "--production", "--base-url", HOST, facts=STATED)
    assert built.exit_code == 0, built.output
    assert "gov-" not in built.output
    page = (tmp_path / "build/dong/2030/task-1/index.html").read_text("utf-8")
    assert '<meta name="PubDate" content="2030-09-01 09:30">' in page


def test_only_the_release_carries_the_code_of_the_website(tmp_path: Path) -> None:
    """Also where the content states the code: a preview is not the registered website."""
    preview = run(tmp_path, "build", "--base-url", "https://preview.example.org/", facts=STATED)
    assert preview.exit_code == 0, preview.output
    pages = [file.read_text("utf-8") for file in (tmp_path / "build").rglob("*.html")]
    assert len(pages) > 10
    assert not [page for page in pages if "SiteIDCode" in page or "3701000001" in page]
    assert run(tmp_path, "build", "--production", "--base-url", HOST, facts=STATED).exit_code == 0
    pages = [file.read_text("utf-8") for file in (tmp_path / "build").rglob("*.html")]
    assert all('<meta name="SiteIDCode" content="3701000001">' in page for page in pages)


def test_two_slips_of_a_release_are_both_found_at_their_place(tmp_path: Path) -> None:
    slips = STATED.replace('"3701000001"', "37010001").replace('published_time: "09:30"\n', "releases:\n  - {plan: dong-2030, published: 2030-10-01}\n")
    found = run(tmp_path, "check", "--production", "--base-url", "https://yangli.example.com/", facts=slips)
    assert found.exit_code == 0
    assert "警告 gov-domain-foreign: 域名“yangli.example.com”不以 .gov.cn 结尾" in found.stdout
    assert "content/portal.yaml:5:12: 警告 gov-site-code-form" in found.stdout
    assert found.stdout.count("gov-time-missing") == 2


def test_a_release_waits_for_the_review_that_the_portal_asks_for(tmp_path: Path) -> None:
    found = run(tmp_path, "build", "--production", "--base-url", HOST, facts=STATED + "required_review: final-review\n")
    assert found.exit_code == 1
    assert "review-missing" in found.stdout
    assert "required" not in run(tmp_path, "build", facts=STATED + "required_review: final-review\n").output


def test_an_inspection_says_what_it_sees_and_what_it_cannot(tmp_path: Path) -> None:
    seen = run(tmp_path, "check", "--profile", "gov", "--base-url", HOST, "--as-of", "2031-01-15", facts=STATED)
    assert seen.exit_code == 0, seen.output
    assert "警告 gov-freshness: 栏目“首页”：最近在本站发布2030年9月1日，到2031年1月15日有136天，超过2周" in seen.stdout
    assert "提示 gov-freshness: 栏目“样例市东样区政务公开工作要点”：最近在本站发布2030年9月1日" in seen.stdout
    for looked in ("链接", "网页标签", "页脚", "空白栏目", "站内搜索", "更新"):
        assert f"提示 gov-seen: 看了{looked}：" in seen.stdout
    for indicator in ("可用性", "更新", "应有的栏目", "外部链接", "互动交流", "IPv6", "打开速度", "兼容", "内容表述"):
        assert f"离线看不到的指标：{indicator}。" in seen.stdout
    assert "gov-tag-missing" not in seen.stdout
    assert not (tmp_path / "build").exists()


def test_an_inspection_of_a_preview_fails_with_the_same_demands(tmp_path: Path) -> None:
    result = run(tmp_path, "check", "--profile", "gov", "--format", "json")
    assert result.exit_code == 1
    found = codes(result)
    assert found["gov-site-code-missing"] == found["gov-domain-missing"] == "error"
    assert found["gov-tag-missing"] == "error"  # a table whose issuer nobody knows has no source
