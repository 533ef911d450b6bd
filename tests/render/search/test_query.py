"""How queries are understood and answered, on sentences of five documents."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.derive.search_record import RecordKind, SearchRecord, numbered
from sitegen.render.search import SearchIndex, render_search

HERE = Path(__file__).parent
Ask = Callable[..., dict]


def run(script: str, request: object) -> object:
    command = ["node", str(HERE / script)]
    done = subprocess.run(command, input=json.dumps(request), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def site_of(folder: Path, search: SearchIndex) -> dict:
    """What the scripts of this folder must know of a search written to a folder."""
    manifest = search.manifest_path.removeprefix("search/").removesuffix(".js")
    return {"site": str(folder), "manifest": manifest, "directory": search.directory}


@pytest.fixture(scope="module")
def site(records, tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("site")
    search = render_search(records)
    for file in search.files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return site_of(folder, search)


@pytest.fixture
def ask(site) -> Ask:
    return lambda text, as_typed=False: run("query.mjs", {**site, "queries": [text], "asTyped": as_typed})[0]


def kinds_and_words(answer: dict) -> list[tuple[str, str]]:
    return [(kind, words) for kind, words, _ in answer["groups"]]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        # A run of characters is cut where no record goes on.
        ("依申请公开", [("text", "依申请公开")]),
        ("政策解读无障碍", [("text", "政策解读"), ("text", "无障碍")]),
        ("政策解读 无障碍", [("text", "政策解读"), ("text", "无障碍")]),
        ("公开，公开", [("text", "公开")]),
        # Every pair of characters is known, but no record holds them all; of several cuts the one with the rarer words.
        ("运用水平", [("text", "运用"), ("text", "水平")]),
        ("养老服务公众参与", [("text", "养老服务"), ("text", "公众参与")]),
        ("基层政务公众参与", [("text", "基层政务"), ("text", "公众参与")]),
        ("已公开政府信息", [("text", "已公开"), ("text", "政府信息")]),
        ("惠企政策政务新媒体", [("text", "惠企政策"), ("text", "政务新媒体")]),
        ("依申请公开区财政局", [("text", "依申请公开"), ("unit", "区财政局")]),
        # Places and years are conditions, found before what follows them.
        ("槐荫区依申请公开", [("place", "槐荫区"), ("text", "依申请公开")]),
        ("济南市章丘区垃圾分类", [("place", "济南市章丘区"), ("text", "垃圾分类")]),
        ("2024年依申请公开", [("year", "2024"), ("text", "依申请公开")]),
        ("2024年度 依申请公开", [("year", "2024"), ("text", "依申请公开")]),
        # Latin letters and digits are words of their own; full-width ones are the same.
        ("12345-热线", [("text", "12345"), ("text", "热线")]),
        ("１２３４５热线", [("text", "12345"), ("text", "热线")]),
        ("不低于50%", [("text", "不低于"), ("text", "50%")]),
        # A number and what it counts are one word, so that 5 in other places does not count.
        ("5次", [("text", "5次")]),
        ("6月底前", [("text", "6月底前")]),
        ("2023年6月底前", [("year", "2023"), ("text", "6月底前")]),
        ("3个月", [("unknown", "3个月")]),
        # Words of which the site knows nothing are kept together, fillers are dropped.
        ("公积金", [("unknown", "公积金")]),
        ("公积金怎么提取", [("unknown", "公积金"), ("unknown", "提取")]),
        ("请问怎么查政府公报", [("text", "政府公报")]),
        ("什么是依申请公开", [("text", "依申请公开")]),
        # Small words of someone who tells of his life are dropped; two characters that the site does not know are a word.
        ("冬天为什么没有垃圾分类", [("text", "垃圾分类")]),
        ("垃圾分类总是没人管", [("text", "垃圾分类")]),
        ("垃圾分类多少钱", [("text", "垃圾分类"), ("unknown", "多少钱")]),
        ("垃圾分类罚五千块", [("text", "垃圾分类")]),
        ("冬天冷", [("unknown", "冷")]),
        # Whoever asks 正不正规 or 贵不贵 asks about what stands before; 解读 is a subject where documents speak of it.
        ("垃圾分类贵不贵", [("text", "垃圾分类")]),
        ("垃圾分类正不正规", [("text", "垃圾分类")]),
        ("政策解不解读", [("text", "政策"), ("text", "解读")]),
        # What joins words begins none, though documents hold the pair: 的措施 is 措施.
        ("垃圾分类的措施", [("text", "垃圾分类"), ("text", "措施")]),
        ("a:b", [("unknown", "a"), ("unknown", "b")]),
        ("^ \" * + ~ 😀", []),
        ("的", []),
        ("政府公报怎么办", [("text", "政府公报")]),
        # A unit within a run, and one behind its place.
        ("无障碍区发改局", [("text", "无障碍"), ("unit", "区发改局")]),
        ("槐荫区发改局", [("place", "槐荫区"), ("unit", "发改局")]),
    ],
)  # fmt: skip
def test_a_query_falls_into_groups(ask, text, groups):
    assert kinds_and_words(ask(text)) == groups


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("区发改局", "区发展改革局"),
        ("发改委", "区发展改革局"),
        ("人社局", "区人力资源和社会保障局"),
        ("卫健局", "区卫生健康局"),
        ("工信局", "区工业和信息化局"),
        ("文旅局", "区文化和旅游局"),
        ("退役局", "区退役军人事务局"),
        ("市场监管局", "区市场监督管理局"),
        ("审批局", "区行政审批服务局"),
        ("区住建局", "区住房和城乡建设局"),
        ("发改", "区发展改革局"),
        ("人社", "区人力资源和社会保障局"),
        ("文旅", "区文化和旅游局"),
        # From the full name to the short one that a document prints.
        ("区发展改革局", "区发改局"),
        ("区卫生健康局", "区卫健局"),
    ],
)
def test_a_name_of_a_unit_finds_its_other_names(ask, short, full):
    answer = ask(short)
    ((kind, words, others),) = answer["groups"]
    assert (kind, words) == ("unit", short)
    assert full in others
    assert any(full in result["units"] for result in answer["full"])
    assert f"“{full}”" in answer["notes"][0]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("市卫生健康委", "区卫生健康局"),  # of the city, not of a district
        ("区财政局", "区税务局"),
        ("区司法局", "区民政局"),
        ("区教育局", "区科技局"),
    ],
)
def test_different_bodies_are_kept_apart(ask, name, other):
    assert all(other not in others for _, _, others in ask(name)["groups"])


def test_a_body_of_another_level_is_only_a_partial_match(ask):
    answer = ask("市发展改革委")
    assert answer["full"] == []
    assert "本站没有与“市发展改革委”有关的内容。" in answer["notes"]
    assert {result["title"] for result in answer["partial"] if result["kind"] == "unit"} == {"区发展改革局", "区发改局"}


@pytest.mark.parametrize("word", ["公开", "市场", "数据中心", "信息", "群众", "政务", "解读", "文化", "行政"])
def test_plain_words_are_not_taken_for_units(ask, word):
    assert [others for _, _, others in ask(word)["groups"]] == [[]]


def test_places_and_years_narrow_to_their_documents(ask):
    full = ask("槐荫 依申请公开 2023")["full"]
    assert {(result["place"], result["year"]) for result in full} == {("槐荫区", 2023)}
    assert {result["label"] for result in full} >= {"17", "18", "19", "20"}


def test_a_place_and_a_unit_find_the_tasks_of_the_unit_of_the_place_and_its_page(ask):
    answer = ask("槐荫区发改局")
    assert {result["place"] for result in answer["full"]} == {"槐荫区"}
    # The page of the unit is offered above the list; in the list, its tasks come first.
    assert answer["full"][0]["kind"] == "task"
    assert "区发展改革局" in answer["full"][0]["units"]
    assert ("unit", "区发展改革局") in {(result["kind"], result["title"]) for result in answer["full"]}


def test_full_matches_hold_every_word_and_partial_ones_some(ask):
    answer = ask("依申请公开 案例库")
    assert all("案例库" in result["marks"] for result in answer["full"])
    assert answer["full"] != []
    assert all(result["marks"] or "依申请公开" in result["title"] for result in answer["partial"])
    assert answer["status"] == f"找到 {len(answer['full'])} 条结果，另有 {len(answer['partial'])} 条部分匹配。"


def test_partial_matches_with_more_of_the_words_come_first(ask):
    partial = ask("政策 就业 养老 无障碍")["partial"]
    held = [len({"政策", "就业", "养老", "无障碍"} & set(result["marks"])) for result in partial]
    # 无障碍 is the rarest word by far; the record that holds it alone still comes after those that hold three others.
    assert held[:5] == [3, 3, 3, 3, 1]


def test_an_unknown_word_leaves_partial_matches_only(ask):
    answer = ask("公积金 垃圾分类")
    assert answer["full"] == []
    assert all("垃圾分类" in result["marks"] for result in answer["partial"])
    assert answer["partial"] != []
    assert answer["notes"] == ["本站没有与“公积金”有关的内容。"]


def test_every_two_characters_of_every_title_find_every_record_with_that_title(site, records):
    runs = (run for record in records for run in re.findall(r"[\u4e00-\u9fff]{2,}", record.title))
    pieces = sorted({run[start : start + 2] for run in runs for start in range(len(run) - 1)})
    answers = run("query.mjs", {**site, "queries": pieces})
    missed = []
    for piece, answer in zip(pieces, answers, strict=True):
        wanted = {(r.place, r.year, r.label, r.title) for r in records if piece in r.title}
        found = {(r["place"], r["year"], r["label"], r["title"]) for r in answer["full"]}
        missed += [(piece, title) for title in wanted - found]
    assert missed == []
    assert len(pieces) > 400


def test_every_clause_is_found_by_a_piece_of_its_text(site, clauses, records):
    texts = [(record, re.findall(r"[\u4e00-\u9fff]{6,12}", record.text)) for record in records]
    queries = [(record, pieces[len(pieces) // 2]) for record, pieces in texts if pieces]
    answers = run("query.mjs", {**site, "queries": [piece for _, piece in queries]})
    found = [
        any((r["place"], r["year"], r["label"], r["title"]) == (record.place, record.year, record.label, record.title)
            for r in answer["full"])
        for (record, _), answer in zip(queries, answers, strict=True)
    ]  # fmt: skip
    assert len(queries) > 150
    assert [piece for (_, piece), ok in zip(queries, found, strict=True) if not ok] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # Pinyin in full, with spaces, mixed with characters, unfinished, by initials, and as many pronounce it.
        ("zhengwugongkai", "政务公开"),
        ("wu zhang ai", "无障碍"),
        ("zhengce解读", "政策解读"),
        ("zhengwugongk", "政务公开"),
        ("ZWGK", "政务公开"),
        ("ysqgk", "依申请公开"),
        ("huitoukan", "回头看"),
        ("wuzangai", "无障碍"),
        ("xinmeiti 12345", "新媒体 12345"),
        ("12345rexian", "12345热线"),
        ("qufagaiju", "区发改局"),
        # Characters of the same or a like sound.
        ("依深情公开", "依申请公开"),
        ("整策解读", "政策解读"),
        ("政务功开", "政务公开"),
        ("垃圾分泪", "垃圾分类"),
        ("双随鸡", "双随机"),
        ("营商还境", "营商环境"),
        ("重大行政绝策", "重大行政决策"),
        # Nothing like the right one, in a phrase that is long enough.
        ("重大行政桌策", "重大行政决策"),
        ("依申请公雪", "依申请公开"),
        ("人设局", "人社局"),
        # The wrong character is a word that people use to tell of anything, or makes a pair that stands where two words meet.
        ("打数据", "大数据"),
        ("全责清单", "权责清单"),
        ("区水物局", "区水务局"),
        ("ssjygk", "双随机一公开"),
        # Letters that only make sense with the characters beside them.
        ("12345热xian", "12345热线"),
        ("ren工智能", "人工智能"),
        ("zheng策解读", "政策解读"),
        ("托yu服务", "托育服务"),
        # Phrases that the site holds once.
        ("留低退税", "留抵退税"),
        ("liuditui税", "留抵退税"),
        # Other forms of characters.
        ("政務公開", "政务公开"),
        ("法律顧問", "法律顾问"),
        # Neighbours in the wrong order, a character left out, one too many.
        ("智问能答", "智能问答"),
        ("养老务服", "养老服务"),
        ("政策读解", "政策解读"),
        ("政解读", "政策解读"),
        ("高校毕生", "高校毕业生"),
        ("营商环镜境", "营商环境"),
        ("槐荫区 垃圾分泪", ""),  # 槐荫区 has nothing on 垃圾分类: nothing would be found in full
        ("章丘区 垃圾分泪", "章丘区 垃圾分类"),
    ],
)
def test_what_was_probably_meant_is_searched_and_said(ask, typed, meant):
    answer = ask(typed)
    assert answer["meant"] == meant
    if meant:
        assert answer["notes"][0] == f"没有与“{typed}”完全对应的内容，已改为搜索“{meant}”。"
        assert answer["full"] != []
        as_typed = ask(typed, as_typed=True)
        assert as_typed["meant"] == ""
        # In these two the wrong character can also be a small word, which is left out of what is looked for.
        assert as_typed["full"] == [] or typed in {"政务功开", "打数据"}


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        # One of four characters is nothing like the right one: a guess, which the reader may follow.
        ("政策读读", "政策解读"),
        ("垃圾不类", "垃圾分类"),
        # Two of four: no word of the site is meant.
        ("宠物医院", ""),
        ("航空公司", ""),
    ],
)
def test_a_guess_is_proposed_and_not_searched(ask, typed, proposed):
    answer = ask(typed)
    assert (answer["meant"], answer["proposed"], answer["full"]) == ("", proposed, [])
    assert [note for note in answer["notes"] if "您要找的可能是" in note] == ([f"您要找的可能是“{proposed}”。"] if proposed else [])


def asked(records, folder: Path, *queries: str) -> list[dict]:
    """Answers to queries over other records."""
    search = render_search(numbered({"a": list(records)}))
    for file in search.files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return run("query.mjs", {**site_of(folder, search), "queries": list(queries), "asTyped": False})


def task(title: str, *sentences: str, deadline: str = "", year: int = 2023) -> SearchRecord:
    return SearchRecord(0, title, RecordKind.TASK, title, year=year, deadline=deadline, sentences=sentences)


def test_letters_that_stand_for_several_phrases_are_read_as_the_most_frequent_and_the_others_offered(tmp_path):
    often = [task("甲", f"做好养老机构管理，{place}。") for place in ("城里", "村里", "镇上")]
    seldom = [task("乙", f"{place}医疗机构开放。") for place in ("改进", "办好")]
    (answer,) = asked([*often, *seldom], tmp_path, "yljg")
    assert (answer["meant"], answer["others"]) == ("养老机构", ["医疗机构"])
    assert "也可能是" in answer["notes"]
    assert all("养老机构" in result["marks"] for result in answer["full"])


def test_what_is_typed_in_one_is_found_first_where_it_stands_in_one(tmp_path):
    records = [
        task("12345 平台", "热线与平台。"), task("其他", "办好12345热线。"),
        task("丙", "7月15日起公开。", deadline="12月底前"), task("丁", "公开。", deadline="7月底前"),
        task("戊", "公开。", deadline="2024年年底前", year=2022), task("己", "2024 年报告，年底前公开。", year=2022),
    ]  # fmt: skip
    hotline, apart, deadline, year = asked(records, tmp_path, "12345热线", "12345 热线", "7月底前", "2024年年底前")
    assert [result["title"] for result in hotline["full"]] == ["其他", "12345 平台"]
    assert {result["title"] for result in apart["full"]} == {"其他", "12345 平台"}
    assert [result["title"] for result in deadline["full"]] == ["丁", "丙"]
    assert year["full"][0]["title"] == "戊"


def test_a_number_and_what_it_counts_are_one_word_however_they_are_set(tmp_path):
    records = [task("甲", "〔2025〕5 号文件。"), task("乙", "5 个平台，12 号文件。")]
    (answer,) = asked(records, tmp_path, "5号")
    assert [result["title"] for result in answer["full"]] == ["甲"]


def test_words_that_meet_by_chance_make_no_compound(tmp_path):
    cars = [task(f"汽车{place}", "汽车消费。") for place in range(40)]
    insurance = [task(f"待遇{place}", "社会保险。") for place in range(40)]
    both = [task("杂", "汽车消费。", "社会保险。")]
    compound, apart = asked([*cars, *insurance, *both], tmp_path, "汽车保险", "汽车 保险")
    assert (compound["full"], compound["partial"]) == ([], [])
    # Asked for as two words they are two words.
    assert [result["title"] for result in apart["full"]] == ["杂"]


@pytest.mark.parametrize("unit", ["区政府办公室", "区政府各部门"])
def test_tasks_for_which_a_unit_is_responsible_come_before_those_that_mention_it(ask, unit):
    responsible = [unit in result["units"] for result in ask(unit)["full"] if result["kind"] != "unit"]
    assert responsible == sorted(responsible, reverse=True)
    assert set(responsible) == {True, False}


def test_pages_of_units_come_behind_their_tasks(ask):
    kinds = [result["kind"] for result in ask("区卫生健康局")["full"]]
    assert "unit" in kinds
    assert set(kinds[: kinds.index("unit")]) <= {"task", "item"}
    assert set(kinds[kinds.index("unit") :]) == {"unit"}


def test_what_only_says_more_of_an_unknown_word_is_no_answer(ask):
    assert ask("足球政策解读")["partial"] == []
    # Parted by a space it is asked for by itself.
    assert ask("足球 政策解读")["partial"] != []


@pytest.mark.parametrize("typed", ["公积金", "公积金提取", "攻击", "gong", "hello", "test", "abc", "x", "社保卡挂失", "航班延误", "𠮷祥如意", "身份证", "儿童节", "执法记录仪", "xkjqw", "西瓜"])
def test_words_of_other_subjects_are_not_turned_into_something_else(ask, typed):
    answer = ask(typed)
    assert (answer["meant"], answer["full"], answer["partial"]) == ("", [], [])
    assert answer["notes"][0].startswith("本站没有与“")


def test_a_word_of_time_beside_one_short_word_is_said_to_be_unknown(tmp_path):
    (answer,) = asked([task("应急", "重污染天气应急。")], tmp_path, "周末天气")
    assert answer["full"] == []
    assert answer["notes"] == ["本站没有与“周末”有关的内容。"]


def test_unknown_words_that_stand_apart_from_a_readers_word_leave_partial_matches(records, tmp_path):
    search = render_search(records, [("残疾人", ("无障碍",))])
    for file in search.files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    request = {**site_of(tmp_path, search), "queries": ["残疾人想听歌谣", "足球残疾人"], "asTyped": False}
    apart, modified = run("query.mjs", request)
    assert ([result["label"] for result in apart["partial"]], apart["full"]) == (["34"], [])
    assert apart["notes"][0] == "本站没有与“听歌谣”有关的内容。"
    assert (modified["full"], modified["partial"]) == ([], [])


def test_a_verb_may_be_parted_from_its_object(records, tmp_path):
    search = render_search(records, [("租房", ("租赁住房",)), ("上学", ("义务教育",))])
    for file in search.files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    request = {**site_of(tmp_path, search), "queries": ["租不起房", "孩子上不了学怎么办", "想租间房"], "asTyped": False}
    rent, school, measured = run("query.mjs", request)
    assert kinds_and_words(measured) == [("synonym", "租房")]
    assert kinds_and_words(rent) == [("synonym", "租房")]
    assert ("synonym", "上学") in kinds_and_words(school)
    assert rent["full"] != []


def test_no_word_of_the_site_is_taken_for_another(site, clauses):
    titles = sorted({clause["title"] for clause in clauses})
    answers = run("query.mjs", {**site, "queries": titles, "asTyped": False})
    assert [title for title, answer in zip(titles, answers, strict=True) if answer["meant"]] == []
    assert len(titles) > 80


def test_readers_words_find_the_words_of_documents(records, tmp_path):
    search = render_search(records, [("下岗", ("失业",)), ("残疾人网站", ("无障碍",)), ("下岗再就业", ("就业创业",))])
    for file in search.files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    request = {**site_of(tmp_path, search), "queries": ["残疾人网站", "下岗再就业政策", "残疾人怎么看网站"], "asTyped": False}
    website, work, gap = run("query.mjs", request)
    assert [result["label"] for result in website["full"]] == ["34"]
    # Small words may stand within a reader's word.
    assert [result["label"] for result in gap["full"]] == ["34"]
    assert website["notes"] == ["查找“残疾人网站”时，也查找了“无障碍”。"]
    assert [tuple(found) for found in work["groups"]] == [("synonym", "下岗再就业", ["就业创业"]), ("text", "政策", [])]
    assert all("就业创业" in result["marks"] or "就业创业" in result["title"] for result in work["full"])
    assert work["full"] != []


def answers_with_words(records, words, folder: Path, *queries: str) -> list[dict]:
    """Answers to queries over some records, with readers' words."""
    search = render_search(numbered({"a": list(records)}), words)
    for file in search.files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return run("query.mjs", {**site_of(folder, search), "queries": list(queries), "asTyped": False})


def titles(answer: dict) -> list[str]:
    return [result["title"] for result in (*answer["full"], *answer["partial"])]


def test_what_is_closest_to_a_readers_word_comes_first(tmp_path):
    records = [
        task("甲", "促进就业。"), task("乙", "推进就业，扩大就业。"),
        task("丙", "围绕高校毕业生、失业人员、退役军人等重点群体，做好政策的公开、解读和推送，" + "一并公开其他事项，" * 9),
    ]  # fmt: skip
    (answer,) = answers_with_words(records, [("下岗", ("失业人员", "困难人员", "就业"))], tmp_path, "下岗")
    assert titles(answer)[0] == "丙"
    assert sorted(titles(answer)) == ["丙", "乙", "甲"]


def test_a_suffix_of_a_readers_word_leaves_its_subject(tmp_path):
    records = [task("甲", "公布拆迁安置方案。"), task("乙", "改善就医体验。")]
    words = [("拆迁", ("拆迁安置",)), ("挂号", ("就医体验",))]
    household, difficult, other = answers_with_words(records, words, tmp_path, "拆迁户", "挂号难", "拆迁垢")
    assert titles(household) == ["甲"]
    assert titles(difficult) == ["乙"]
    assert titles(other) == []


def test_what_is_told_in_whole_sentences_is_answered_though_not_every_word_is_known(tmp_path):
    records = [task("甲", "公开养老机构监管信息。"), task("乙", "做好其他工作。")]
    words = [("养老院", ("养老机构",))]
    told, compound = answers_with_words(records, words, tmp_path, "养老院里没有钢琴吗", "养老院钢琴")
    assert (told["full"], titles(told)) == ([], ["甲"])
    assert told["notes"][0] == "本站没有与“钢琴”有关的内容。"
    # Nouns in one are one word, of which the site knows nothing.
    assert titles(compound) == []


def test_a_question_that_names_both_answers_is_answered_by_its_subject(tmp_path):
    records = [task("甲", "公开养老机构监管信息。"), task("乙", "做好其他工作。")]
    words = [("敬老院", ("养老机构",))]
    asked, cut = answers_with_words(records, words, tmp_path, "敬老院正不正规", "敬老院正规")
    assert (titles(asked), asked["notes"]) == (["甲"], ["查找“敬老院”时，也查找了“养老机构”。"])
    # Without the question it is a word of two nouns.
    assert titles(cut) == []


def test_what_is_told_weighs_more_than_where(tmp_path):
    records = [task("甲", "社区公开，社区监督。"), task("乙", "公开供水等各领域相关信息。"), task("丙", "社区。")]
    words = [("小区", ("社区",)), ("没水", ("供水",)), ("噪音", ("供水",)), ("谁管", ("社区",))]
    water, noise, who = answers_with_words(records, words, tmp_path, "小区没水", "噪音谁管", "谁管")
    assert titles(water)[0] == "乙"
    assert titles(noise)[0] == "乙"
    # Where nothing else is named, it is what was asked for.
    assert set(titles(who)) == {"甲", "丙"}


def test_what_says_a_readers_word_comes_before_units_that_bear_it(tmp_path):
    named = [replace(task(f"名{place}", "公开信息。"), unit_names=(("区医保局",),), units="区医保局") for place in range(3)]
    records = [*named, task("甲", "加强医疗保险政策推送，" + "公开其他事项，" * 9), task("乙", "做好医保政策推送。")]
    (answer,) = answers_with_words(records, [("医保", ("医疗保险",))], tmp_path, "医保")
    assert set(titles(answer)[:2]) == {"甲", "乙"}
    assert set(titles(answer)[2:]) == {"名0", "名1", "名2"}


def test_a_word_that_hardly_any_record_holds_makes_another_of_what_follows(tmp_path):
    many = [task(f"赛事{place}", "举办体育赛事。") for place in range(1200)]
    records = [*many, task("杂", "练习书法。")]
    compound, told = answers_with_words(records, [("比赛", ("体育赛事",))], tmp_path, "书法比赛", "有没有书法比赛")
    assert (compound["full"], compound["partial"]) == ([], [])
    assert titles(told) != []


EXCERPTS = [
    # The marked words, and no digits within a percentage.
    ("加强网站无障碍建设，进行适老化与无障碍改造。", [["无障碍"]], "加强网站[无障碍]建设，进行适老化与[无障碍]改造。"),
    ("比例不低于50%，不少于5种。", [["5"]], "比例不低于50%，不少于[5]种。"),
    # Full-width and half-width are the same; the text stays as printed.
    ("拨打１２３４５热线。", [["12345"]], "拨打[１２３４５]热线。"),
    ("入库㎡数𠮷祥", [["m2数"], ["𠮷祥"]], "入库[㎡数][𠮷祥]"),
    # A phrase that is not there in one piece: its longer pieces, not lone pairs.
    ("公开政府信息，政府信息公开，公开。", [["政府信息公开"]], "公开政府信息，[政府信息公开]，公开。"),
    ("公开了政府信息，也公开制度。", [["政府信息公开"]], "公开了[政府信息]，也公开制度。"),
    ("区财政局", [["区发展改革局", "区财政局"]], "[区财政局]"),
]


@pytest.mark.parametrize(("text", "phrases", "marked"), EXCERPTS)
def test_marks(text, phrases, marked):
    request = {"text": text, "phrases": [{"words": words, "whole": False} for words in phrases]}
    assert "".join(run("excerpt.mjs", request)["pieces"]) == marked


def test_a_long_text_is_shown_where_the_words_are_densest_and_no_character_is_split():
    text = "解读一次。" + "无关的话，" * 30 + "𠮷" * 40 + "，政策解读要回应关切，解读要同步。" + "𠮷" * 90
    answer = run("excerpt.mjs", {"text": text, "phrases": [{"words": ["解读"], "whole": False}]})
    shown = "".join(answer["pieces"])
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "政策[解读]要回应关切，[解读]要同步。" in shown
    assert "\ud842" not in shown
    assert len(shown) < 100
    assert text.encode("utf-16-le").decode("utf-16-le") == text


def test_results_taken_ten_by_ten_are_those_taken_at_once(site, clauses):
    # Only those that are shown are put in Lunr's own order; asked for by and by, that is no other order.
    words = [clause["title"] for clause in clauses if clause["title"]]
    answers = run("steps.mjs", {**site, "queries": [*words[::3], "公开", "政府信息公开", "政策解读 新媒体", "区司法局"]})
    assert all(answer["steps"] == answer["whole"] for answer in answers)
    # Some are of several steps, fully and partly met.
    assert max(len(answer["whole"][0]) for answer in answers) > 20
    assert max(len(answer["whole"][1]) for answer in answers) > 20
