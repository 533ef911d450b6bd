import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.derive.comparison import Segment, SegmentKind, difference, lexicon
from sitegen.derive.comparison.difference import mirrored
from sitegen.derive.comparison.segment import TokenKind, content, tokens

WORDS = lexicon(["各街道（镇）", "区政府办公室"], ["三同步", "政务新媒体"])
PIECES = st.sampled_from(
    ["政务公开", "信息", "不少于5次", "50%", "2024年12月底前", "三同步", "各街道(镇)", "各街道（镇）", "解读", "的", "，", ",", " ",
     "。", "“", "”", "5", "年", "发布", "公", "开", "\n", "２０２４年", "½", "㎡"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=30))


def written(segments: tuple[Segment, ...]) -> str:
    """A difference in one line: [-deleted-], [+inserted+], [old→new], {old~new} for form only."""
    marks = {
        SegmentKind.EQUAL: "{0.old}",
        SegmentKind.DELETED: "[-{0.old}-]",
        SegmentKind.INSERTED: "[+{0.new}+]",
        SegmentKind.REPLACED: "[{0.old}→{0.new}]",
        SegmentKind.FORM_ONLY: "{{{0.old}~{0.new}}}",
    }
    return "".join(marks[segment.kind].format(segment) for segment in segments)


@given(TEXTS, TEXTS)
@settings(max_examples=400)
def test_sides_joined_are_the_texts(old: str, new: str) -> None:
    found = difference(old, new, WORDS)
    assert "".join(segment.old for segment in found) == old
    assert "".join(segment.new for segment in found) == new
    assert all(segment.old or segment.new for segment in found)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(segment.kind is SegmentKind.EQUAL for segment in difference(text, text, WORDS))


@given(TEXTS, TEXTS)
@settings(max_examples=400)
def test_swapping_mirrors(old: str, new: str) -> None:
    assert difference(new, old, WORDS) == mirrored(difference(old, new, WORDS))


@given(TEXTS, TEXTS)
@settings(max_examples=400)
def test_kinds_are_what_they_say(old: str, new: str) -> None:
    for segment in difference(old, new, WORDS):
        same_words = content(segment.old) == content(segment.new)
        expected = {
            SegmentKind.EQUAL: segment.old == segment.new,
            SegmentKind.FORM_ONLY: segment.old != segment.new and same_words,
            SegmentKind.DELETED: not segment.new and not same_words,
            SegmentKind.INSERTED: not segment.old and not same_words,
            SegmentKind.REPLACED: bool(segment.old and segment.new) and not same_words,
        }
        assert expected[segment.kind]


@given(TEXTS, TEXTS)
@settings(max_examples=400)
def test_no_confetti(old: str, new: str) -> None:
    found = difference(old, new, WORDS)
    changed = [place for place, segment in enumerate(found) if segment.changed]
    for one, other in itertools.pairwise(changed):
        assert len(content("".join(segment.old for segment in found[one + 1 : other]))) >= 2


@given(TEXTS, TEXTS)
@settings(max_examples=400)
def test_form_never_changes_words(old: str, new: str) -> None:
    if content(old) == content(new):
        assert not any(segment.changed for segment in difference(old, new, WORDS))


@given(TEXTS, TEXTS)
@example("各街道(镇)", ")")
@settings(max_examples=400)
def test_names_and_numbers_are_never_cut(old: str, new: str) -> None:
    found = difference(old, new, WORDS)
    ends = set(itertools.accumulate(len(segment.old) for segment in found if segment.old))
    start = 0
    if content(old) == content(new):
        return
    for token in tokens(old, WORDS):
        if token.whole and token.kind is not TokenKind.FORM:
            assert not any(start < end < start + len(token.text) for end in ends)
        start += len(token.text)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # 要点与任务表第1、7、18、22、25、35行的真实差异
        ("以“项目深化年”为牵引，加强", "以“项目深化年”为总牵引,加强", "以“项目深化年”为[+总+]牵引{，~,}加强"),
        ("信息公开，开展生活垃圾分类", "信息公开，持续开展生活垃圾分类", "信息公开，[+持续+]开展生活垃圾分类"),
        (
            "优化完善“双随机、一公开”监管平台",
            "优化完善全市“双随机、一公开”监管平台",
            "优化完善[+全市+]“双随机、一公开”监管平台",
        ),
        ("推送，做好投诉渠道信息公示", "推送，明确投诉渠道信息公示", "推送，[做好→明确]投诉渠道信息公示"),
        ("高频咨询政策实行集成发布", "高频咨询政策进行集成发布", "高频咨询政策[实行→进行]集成发布"),
        ("积极组织开展政府开放日活动", "积极开展政府开放日活动", "积极[-组织-]开展政府开放日活动"),
        # 数量、日期整体变化
        ("列席会议不少于5次", "列席会议不少于15次", "列席会议[不少于5次→不少于15次]"),
        ("2024年12月底前完成", "2025年12月底前完成", "[2024年12月底前→2025年12月底前]完成"),
        # 只有标点、全半角、空格不同
        ("优化政 民政企互\n动交流", "优化政民政企互动交流", "优化政{ ~}民政企互{\n~}动交流"),
        ("各街道(镇),区政府", "各街道（镇），区政府", "各街道{(~（}镇{),~），}区政府"),
        # 移走一个分句时，标点跟着走
        ("明确时限，接受监督。", "接受监督。", "[-明确时限，-]接受监督。"),
        ("", "新增一句。", "[+新增一句。+]"),
    ],
)
def test_reads_well(old: str, new: str, expected: str) -> None:
    assert written(difference(old, new, WORDS)) == expected
