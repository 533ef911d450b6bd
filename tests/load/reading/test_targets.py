"""Measurable targets in running prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.load.reading.targets import find_targets

FOUND = [
    ("多角度解读比例不低于50%，多形式解读比例不低于50%，采用不少于5种解读形式。",
     [("不低于50%", "at_least", "50", "%"), ("不低于50%", "at_least", "50", "%"), ("不少于5种", "at_least", "5", "种")]),
    ("邀请公众列席区政府常务会议不少于5次。", [("不少于5次", "at_least", "5", "次")]),
    ("办公室年内至少组织开展政务公开培训不少于2次", [("不少于2次", "at_least", "2", "次")]),
    ("原则上每年至少开展2次专题性政策评价工作", [("每年至少开展2次", "at_least", "2", "次")]),
    ("主要负责同志每年至少召开1次专题会议", [("每年至少召开1次", "at_least", "1", "次")]),
    ("至少每半年开展一次", [("至少每半年开展一次", "at_least", "1", "次")]),
    ("每季度不少于1次", [("每季度不少于1次", "at_least", "1", "次")]),
    ("每年开展2次以上", [("每年开展2次以上", "at_least", "2", "次")]),
    ("不少于两次", [("不少于两次", "at_least", "2", "次")]),
    ("不少于3-5次", [("不少于3-5次", "at_least", "3", "次")]),
    ("全年不少于12次", [("全年不少于12次", "at_least", "12", "次")]),
    ("办理时限不超过20个工作日", [("不超过20个工作日", "at_most", "20", "个工作日")]),
    ("压缩至3个工作日以内", [("压缩至3个工作日以内", "at_most", "3", "个工作日")]),
    ("控制在10%以内", [("控制在10%以内", "at_most", "10", "%")]),
    ("平均跑动次数不超过0.1次", [("不超过0.1次", "at_most", "0.1", "次")]),
    ("满意度达到95%以上", [("达到95%以上", "at_least", "95", "%")]),
    ("获得感提升至90%", [("提升至90%", "at_least", "90", "%")]),
    ("覆盖率≥98%", [("≥98%", "at_least", "98", "%")]),
    ("≥ 5 种", [("≥ 5 种", "at_least", "5", "种")]),
    ("不超过３０％", [("不超过３０％", "at_most", "30", "%")]),
    ("采用5种以上形式解读", [("5种以上", "at_least", "5", "种")]),
    ("采用不少于5种形式解读", [("不少于5种形式", "at_least", "5", "种形式")]),
    ("新增岗位1,000个以上", [("1,000个以上", "at_least", "1000", "个")]),
    ("培训不少于2万人次", [("不少于2万人次", "at_least", "2", "万人次")]),
    ("投资不低于3.5亿元", [("不低于3.5亿元", "at_least", "3.5", "亿元")]),
    ("提高5个百分点以上", [("提高5个百分点以上", "at_least", "5", "个百分点")]),
    ("百分之九十以上", [("百分之九十以上", "at_least", "90", "%")]),
    ("按时办结率100%", [("100%", "exactly", "100", "%")]),
    ("公示期不少于30日", [("不少于30日", "at_least", "30", "日")]),
    ("最低生活保障标准提高5%", [("提高5%", "exactly", "5", "%")]),
    ("规上工业增加值增长5%", [("增长5%", "exactly", "5", "%")]),
    ("地区生产总值增长5%以上", [("增长5%以上", "at_least", "5", "%")]),
    ("审批时限压缩50%以上", [("压缩50%以上", "at_least", "50", "%")]),
    ("降低到2%以下", [("降低到2%以下", "at_most", "2", "%")]),
    ("错敏词率低于0.1%", [("低于0.1%", "at_most", "0.1", "%")]),
    ("不少于工作人员总数的20%", [("不少于工作人员总数的20%", "at_least", "20", "%")]),
    ("办结率达100%", [("达100%", "at_least", "100", "%")]),
    ("全年举办不少于4期培训班", [("不少于4期", "at_least", "4", "期")]),
    ("每季度至少召开1场新闻发布会", [("每季度至少召开1场", "at_least", "1", "场")]),
    ("至少每季度1次", [("至少每季度1次", "at_least", "1", "次")]),
    ("图文解读占比达60%以上", [("达60%以上", "at_least", "60", "%")]),
    ("制作图解不少于三十件", [("不少于三十件", "at_least", "30", "件")]),
    ("80%以上的事项实现网上办理", [("80%以上", "at_least", "80", "%")]),
    ("≥90分", [("≥90分", "at_least", "90", "分")]),
]  # fmt: skip
NO_TARGETS = [
    "政协委员和基层村（社区）干部4个入口", "60岁以上老年人", "县级以上人民政府", "涉及两个以上部门的", "最多跑一次", "超过2周未更新",
    "超过50%的网站", "三分之二以上", "不少于三分之二", "不少于1/3", "固定资产投资同比增长5%", "增长了5%", "增长6%左右", "满意度低于90%的单位", "20个工作日内公开", "2024年12月底前完成",
    "50人以上的单位", "不低于上年水平", "季度检查", "开展1次培训", "深入贯彻党的二十大和二十届二中、三中全会精神",
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), FOUND)
def test_a_quantity_with_a_bound_is_a_target(text: str, targets: list[tuple[str, str, str, str]]) -> None:
    found = find_targets(text)
    assert [(target.words, target.bound, target.quantity, target.measure) for target in found] == targets
    assert all(text[target.start : target.end] == target.words for target in found)


@pytest.mark.parametrize("text", NO_TARGETS)
def test_a_count_a_condition_and_a_slogan_are_no_targets(text: str) -> None:
    assert find_targets(text) == ()


WORDS = (
    "不少于 至少 不超过 每年 开展 5 一 次 % 个 以上 以内 达到 种 形式 ， 。 1,000 3.5 万 率 100% 的 内 个工作日 — / 之"
)
PIECES = WORDS.split()


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=9).map("".join)))
def test_targets_are_slices_in_order_with_a_decimal_number(text: str) -> None:
    at = 0
    for target in find_targets(text):
        assert text[target.start : target.end] == target.words
        assert target.start >= at
        assert float(target.quantity) >= 0
        assert target.bound in ("at_least", "at_most", "exactly")
        at = target.end
