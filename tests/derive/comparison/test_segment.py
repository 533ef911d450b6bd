import pytest
from comparison_documents import portal
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.comparison.segment import TokenKind, content, fold, lexicon, lexicon_of, tokens

WORDS = lexicon(["各街道（镇）", "区政府办公室", "各街道办事处"], ["三同步", "政务新媒体"])
TEXTS = st.text(
    st.one_of(
        st.sampled_from("五5０年月日底前次不少于三同步各街道（镇）(区政府办公室 \n，。、“”％%㎡½①VR"), st.characters()
    ),
    max_size=60,
)


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    found = tokens(text, WORDS)
    assert "".join(token.text for token in found) == text
    assert "".join(token.folded for token in found) == fold(text).text
    assert all(token.text for token in found)


@given(TEXTS, TEXTS)
def test_content_has_no_form_and_joins(one: str, other: str) -> None:
    assert content(content(one)) == content(one)
    assert content(one + "，" + other) == content(one) + content(other)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("邀请公众列席区政府常务会议不少于5次。", ["不少于5次"]),
        ("比例不低于50%，采用不少于5种解读形式", ["不低于50%", "不少于5种"]),
        ("2024年12月底前完成，2023年年底前公布", ["2024年12月底前", "2023年年底前"]),
        ("于7月15日前编制", ["7月15日前"]),
        ("6月底前、第三季度、每年年底前", ["6月底前", "第三季度", "每年年底前"]),
        ("运用5G、VR和H5动画", ["5G", "VR", "H5"]),
        ("（鲁政办发〔2025〕5号）", ["〔2025〕5号"]),
        ("推动12345政务服务便民热线", ["12345"]),
        ("每年开展3至5次，不少于两次", ["3至5次", "不少于两次"]),
    ],
)
def test_quantities_and_dates_are_one_token(text: str, whole: list[str]) -> None:
    kinds = (TokenKind.QUANTITY, TokenKind.LATIN)
    assert [token.text for token in tokens(text, WORDS) if token.kind in kinds] == whole


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由区交通运输局、市发展改革委和县级市场监督管理局公布", ["区交通运输局", "市发展改革委", "市场监督管理局"]),
        ("省住房和城乡建设厅、市和区财政局、区政府办公室牵头", ["省住房和城乡建设厅", "区财政局", "区政府办公室"]),
        ("优化全市发展格局，推动各区统筹布局，形成县域公开新局面", []),
        ("委托市级媒体解读，区级领导干部委员带头", []),
    ],
)
def test_bodies_that_no_registry_holds_are_one_token_too(text: str, names: list[str]) -> None:
    assert [token.text for token in tokens(text, WORDS) if token.kind is TokenKind.NAME] == names


def test_names_are_one_token_in_any_width_and_across_a_line_end() -> None:
    found = tokens("由各街道(镇)、区政府办\n公室落实“三同步”", WORDS)
    assert [token.text for token in found if token.kind is TokenKind.NAME] == ["各街道(镇)", "区政府办\n公室", "三同步"]


def test_numbers_with_a_space_stay_two() -> None:
    assert fold("2024 15").text == "2024 15"
    assert fold("2025 年").text == "2025年"
    assert content("优化政 民政企互 动交流") == content("优化政民政企互动交流")


def test_lexicon_of_portal_holds_places_units_and_groups() -> None:
    words = lexicon_of(portal())
    found = tokens("章丘区各街道（镇）、区大数据局与市政府各部门", words)
    names = [token.text for token in found if token.kind is TokenKind.NAME]
    assert names == ["章丘区", "各街道（镇）", "区大数据局", "市政府各部门"]
