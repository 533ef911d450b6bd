"""Names of the registry: whose they are, which spellings are the same name, and what stays unresolved."""

from __future__ import annotations

import pytest

from sitegen.load.reading.unit_names import UnitNames, nearest_names, unit_names
from sitegen.load.reading.units import read_units
from sitegen.model import Alias, Group, Jurisdiction, Level, MentionKind, Unit, UnitKind

PLACES = (
    Jurisdiction("cn", "全国", "全国", Level.STATE, None),
    Jurisdiction("shandong", "山东省", "山东省", Level.PROVINCE, "cn", ("cn",)),
    Jurisdiction("jinan", "济南市", "山东省济南市", Level.CITY, "shandong", ("shandong", "cn")),
    Jurisdiction("huaiyin", "槐荫区", "济南市槐荫区", Level.DISTRICT, "jinan", ("jinan", "shandong", "cn")),
    Jurisdiction("zhangqiu", "章丘区", "济南市章丘区", Level.DISTRICT, "jinan", ("jinan", "shandong", "cn")),
)


def unit(key: str, name: str, *aliases: str) -> Unit:
    return Unit(key, key.partition("/")[0], name, UnitKind.OTHER, tuple(Alias(alias) for alias in aliases))


def group(key: str, name: str, *aliases: str) -> Group:
    return Group(key, key.partition("/")[0], name, tuple(Alias(alias) for alias in aliases))


UNITS = (
    unit("huaiyin/bangongshi", "区政府办公室", "槐荫区人民政府办公室"),
    unit("huaiyin/fagai", "区发展改革局", "区发改局"),
    unit("huaiyin/caizheng", "区财政局"),
    unit("huaiyin/shenji", "区审计局"),
    unit("huaiyin/wenlv", "区文化和旅游局"),
    unit("huaiyin/dangan", "区档案局"),
    unit("huaiyin/tongji", "区统计和大数据服务中心"),
    unit("huaiyin/shanghui", "区商会和协会管理办公室"),
    unit("huaiyin/chanfa", "产发集团"),
    unit("huaiyin/gongdian", "供电公司"),
    unit("zhangqiu/caizheng", "区财政局"),
    unit("zhangqiu/laoganbu", "区委组织部", "区委老干部局"),
    unit("zhangqiu/laoganbu-ju", "区委老干部局"),
    unit("jinan/caizheng", "市财政局"),
    unit("jinan/fagai", "市发展改革委"),
    unit("jinan/renhang", "人民银行济南分行"),
    unit("shandong/caizheng", "省财政厅"),
    unit("shandong/fagai", "省发展改革委"),
    unit("cn/jiaoyu", "教育部"),
)
GROUPS = (
    group("huaiyin/jiedao", "各街道办事处"),
    group("huaiyin/bumen", "区政府各部门（单位）"),
    group("huaiyin/youguan", "有关部门（单位）"),
    group("huaiyin/zhujie", "各街道办事处、镇人民政府"),
    group("jinan/bumen", "市政府各部门"),
    group("jinan/youguan", "相关部门"),
    group("zhangqiu/jiedao", "各街道（镇）"),
)
NAMES = {place.id: unit_names(place.id, PLACES, UNITS, GROUPS) for place in PLACES}


def ids(words: str, place: str = "huaiyin") -> list[str | None]:
    return [mention.id for mention in read_units(words, NAMES[place]).mentions]


def test_the_same_name_in_two_districts_is_two_units() -> None:
    assert ids("区财政局") == ["huaiyin/caizheng"]
    assert ids("区财政局", "zhangqiu") == ["zhangqiu/caizheng"]
    assert ids("各街道(镇)") == [None]
    assert ids("各街道(镇)", "zhangqiu") == ["zhangqiu/jiedao"]


def test_names_and_aliases_are_compared_without_width_and_spaces() -> None:
    assert ids("区发改局、区 财政局、区政府各部门(单位)、有关部门 (单位)") == [
        "huaiyin/fagai", "huaiyin/caizheng", "huaiyin/bumen", "huaiyin/youguan",
    ]  # fmt: skip


def test_a_place_before_the_name_says_whose_it_is() -> None:
    assert ids("济南市槐荫区发展改革局、槐荫区财政局、山东省济南市槐荫区审计局") == [
        "huaiyin/fagai", "huaiyin/caizheng", "huaiyin/shenji",
    ]  # fmt: skip
    assert ids("济南市财政局、槐荫区人民政府办公室、槐荫区各街道办事处") == [
        "jinan/caizheng", "huaiyin/bangongshi", "huaiyin/jiedao",
    ]  # fmt: skip
    assert ids("章丘区财政局、历下区财政局") == [None, None]


def test_bodies_of_superiors_are_found_by_their_level() -> None:
    assert ids("市财政局、市政府各部门、省财政厅、教育部、人民银行济南分行") == [
        "jinan/caizheng", "jinan/bumen", "shandong/caizheng", "cn/jiaoyu", "jinan/renhang",
    ]  # fmt: skip


def test_groups_of_superiors_are_not_taken_for_the_district_s_own() -> None:
    assert ids("区财政局等相关部门") == ["huaiyin/caizheng", None]
    assert ids("市财政局等相关部门", "jinan") == ["jinan/caizheng", "jinan/youguan"]


def test_the_level_is_carried_over_in_a_list() -> None:
    assert ids("省发展改革委、财政厅") == ["shandong/fagai", "shandong/caizheng"]
    assert ids("市发展改革委、财政局") == ["jinan/fagai", "jinan/caizheng"]
    assert ids("发展改革局、财政局") == ["huaiyin/fagai", "huaiyin/caizheng"]
    assert ids("历下区财政局、审计局") == [None, None]
    assert ids("市场监管局、财政局") == [None, "huaiyin/caizheng"]


def test_the_name_stays_as_written() -> None:
    mentions = read_units("省发展改革委、财政厅", NAMES["huaiyin"]).mentions
    assert [(mention.name, mention.kind) for mention in mentions] == [
        ("省发展改革委", MentionKind.UNIT), ("财政厅", MentionKind.UNIT),
    ]  # fmt: skip


def test_a_second_name_in_brackets_resolves_by_the_outer_name_first() -> None:
    assert ids("区文化和旅游局（区档案局）") == ["huaiyin/wenlv"]
    assert ids("区委办公室（区档案局）") == ["huaiyin/dangan"]
    assert ids("区委统战部（区民宗局）") == [None]


def test_the_longest_registered_name_goes_before_the_rules_of_the_language() -> None:
    assert ids("区商会和协会管理办公室") == ["huaiyin/shanghui"]
    assert ids("区统计和大数据服务中心和区审计局") == ["huaiyin/tongji", "huaiyin/shenji"]
    assert ids("各街道办事处、镇人民政府，区财政局") == ["huaiyin/zhujie", "huaiyin/caizheng"]
    assert ids("各街道办事处、区财政局") == ["huaiyin/jiedao", "huaiyin/caizheng"]


def test_a_registered_group_goes_after_a_longer_one_that_the_language_shows() -> None:
    names = unit_names("huaiyin", PLACES, UNITS, (group("huaiyin/zhen", "各镇"), group("huaiyin/bumen", "各有关部门")))
    mentions = read_units("各镇（街道）、各镇、各有关部门和单位、各有关部门", names).mentions
    assert [(mention.name, mention.id) for mention in mentions] == [
        ("各镇（街道）", None), ("各镇", "huaiyin/zhen"), ("各有关部门和单位", None), ("各有关部门", "huaiyin/bumen"),
    ]  # fmt: skip


def test_registered_names_without_a_mark_between_them_are_parted() -> None:
    assert ids("产发集团供电公司") == ["huaiyin/chanfa", "huaiyin/gongdian"]
    assert ids("区政府办公室区财政局等有关部门（单位）") == [
        "huaiyin/bangongshi", "huaiyin/caizheng", "huaiyin/youguan",
    ]  # fmt: skip


def test_a_name_that_two_units_of_one_place_have_is_not_resolved() -> None:
    assert ids("区委老干部局、区委组织部", "zhangqiu") == [None, "zhangqiu/laoganbu"]


def test_without_a_registry_no_name_is_resolved() -> None:
    assert unit_names("nowhere", PLACES, UNITS, GROUPS) == UnitNames.empty()
    assert nearest_names("区财政局", UnitNames.empty()) == ()


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("区财证局", "区财政局"),
        ("区发展和改革局", "区发展改革局"),
        ("槐荫区审记局", "区审计局"),
        ("各街道办", "各街道办事处"),
    ],
)
def test_the_nearest_name_is_offered_first(written: str, near: str) -> None:
    assert ids(written) == [None]
    assert nearest_names(written, NAMES["huaiyin"])[0] == near


def test_nothing_is_offered_where_nothing_is_near() -> None:
    assert nearest_names("长期坚持", NAMES["huaiyin"]) == ()
    assert len(nearest_names("区政局", NAMES["huaiyin"])) <= 3
