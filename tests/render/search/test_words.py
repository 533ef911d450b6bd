"""What the build knows of words: readers' words, phrases, readings, characters that look alike, proposals, prepared results."""

from __future__ import annotations

import json
import re

import pytest

from sitegen.derive.search_record import RecordKind, SearchRecord, numbered
from sitegen.render.search import render_search
from sitegen.render.search.lexicon import LONGEST, write_lexicon
from sitegen.render.search.look_alikes import look_alikes
from sitegen.render.search.mistakes import mistakes_of
from sitegen.render.search.parts import term_hash
from sitegen.render.search.phrases import collect_phrases, counts_alone, is_proper
from sitegen.render.search.postings import collect_postings
from sitegen.render.search.suggestions import readings, write_suggestions
from sitegen.render.search.thesaurus import readers_words


@pytest.fixture(scope="module")
def phrases(records):
    return collect_phrases(records)


def test_readers_words_are_kept_where_some_record_holds_what_they_lead_to(records):
    thesaurus = [
        ("看不清", ("适老化", "大字版")),
        ("护照", ("出入境",)),
        ("APP", ("政务新媒体",)),
        # Each word is somewhere, but not both in one record.
        ("两样", ("留抵退税 垃圾分类",)),
        ("同句", ("适老化 无障碍",)),
        ("环保局", ("生态环境局",)),
        ("看不清", ("无障碍",)),
        ("垃圾分类", ("垃圾分类",)),
    ]
    assert readers_words(thesaurus, collect_postings(records)) == {
        "app": (("app", "政务新媒体"),),
        "同句": (("同句", "适老化 无障碍"),),
        # The page finds 区生态环境分局 for the name of a unit.
        "环保": (("环保局", "生态环境局"),),
        "看不": (("看不清", "适老化", "无障碍"),),
    }


def test_phrases_are_words_recurring_sequences_titles_and_quoted_terms(phrases):
    assert {"政策解读", "依申请公开", "回头看", "区财政局", "无障碍", "公共企事业单位"} <= phrases.counts.keys()
    # A term of a list that is named once, and the words of which longer words are made.
    assert {"云计算", "法律", "顾问"} <= phrases.counts.keys()
    assert {"12345", "h5", "5g", "vr", "125510"} <= set(phrases.others)
    assert "2024" not in phrases.others
    assert not {"政策文件与", "的政策", "和政务新媒体"} & phrases.counts.keys()
    counts = list(phrases.counts.values())
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("phrase", ["政策解读", "政务新媒体", "无障碍", "营商环境", "公共企事业单位", "高校毕业生", "大数据"])
def test_phrases_that_stand_by_themselves_are_proposed(phrases, phrase):
    assert is_proper(phrase, phrases)


@pytest.mark.parametrize("phrase", ["企事业单位信息公", "不断提升", "政策文件与", "加强政务", "公开的", "等方面", "贯彻落实", "积极开展", "建立健全", "总结提炼"])
def test_fragments_are_not_proposed(phrases, phrase):
    assert phrase not in phrases.counts or not is_proper(phrase, phrases)


def test_what_is_quoted_or_a_title_counts_as_it_stands():
    sentences = ("推进“双随机、一公开”监管。", "做好“我为政府网站找错”留言办理。", "“双随机、一公开”平台。")
    records = [SearchRecord(0, "", RecordKind.TASK, "全力抓好依申请公开工作", sentences=(text,)) for text in sentences]
    counts = collect_phrases(numbered({"a": records})).counts
    assert counts["双随机一公开"] == 2
    assert counts["我为政府网站找错"] == 1
    assert counts["全力抓好依申请公开工作"] == 3


def test_phrases_for_which_there_is_no_room_are_still_known():
    # Each is in two records, one word long or two, more of them than there is room for.
    texts = [f"推进{chr(0x4E00 + n)}{chr(0x6E00 + n)}公开，强化{chr(0x4E00 + n)}{chr(0x6E00 + n)}平台。" for n in range(5000)] * 2
    records = numbered({"a": [SearchRecord(0, "", RecordKind.TASK, "标题", sentences=(text,)) for text in texts]})
    found = collect_phrases(records)
    assert len(found.counts) == 8000
    assert len(found.rare) == 6000
    assert min(map(len, found.rare)) > 2
    assert not found.counts.keys() & set(found.rare)


def test_a_phrase_within_a_longer_one_counts_only_where_it_stands_alone():
    counts = {"行政决策": 9, "重大行政决策": 8, "行政检查": 3, "决策": 9, "司法局": 7, "区司法局": 6}
    assert counts_alone(counts) == {"行政决策": 1, "重大行政决策": 8, "行政检查": 3, "决策": 0, "司法局": 7, "区司法局": 6}


def test_phrases_of_very_many_records_are_bounded():
    texts = [f"{chr(0x4E00 + n % 5000)}{chr(0x5E00 + n % 700)}公开政策解读。" for n in range(20000)]
    records = numbered({"a": [SearchRecord(0, "", RecordKind.TASK, "标题", sentences=(text,)) for text in texts]})
    found = collect_phrases(records)
    assert len(found.counts) <= 8000
    assert "政策解读" in found.counts


def test_readings_follow_the_word_and_the_common_mistake():
    assert readings("行政执法") == [["xing", "zheng", "zhi", "fa"], ["hang", "zheng", "zhi", "fa"]]
    assert [*"重大"] == ["重", "大"]
    assert ["chong", "da"] in readings("重大")
    assert readings("银行")[0] == ["yin", "hang"]


def values_of(files) -> list:
    """The values that search files hand over."""
    return [json.loads(f"[{file.content.decode().removeprefix('sitegenSearch(').rstrip().removesuffix(')')}]")[1] for file in files]


def test_a_phrase_with_any_one_character_wrong_lies_under_one_of_those_beside_it(phrases):
    table = write_lexicon(phrases)
    parts = values_of(table.files)
    assert len(parts) == table.count
    held = [set(part.split(" ")) for part, *_ in parts]
    missed = []
    looked_up = [phrase for phrase in (*phrases.counts, *phrases.rare) if len(phrase) <= LONGEST]
    for phrase in looked_up:
        for wrong in range(len(phrase)):
            beside = [phrase[at] for at in (wrong - 1, wrong + 1) if 0 <= at < len(phrase)]
            if not any(phrase in held[term_hash(character) % table.count] for character in beside):
                missed.append((phrase, wrong))
    assert missed == []
    assert {word for _, others, *_ in parts for word in others.split(" ")} >= {"12345", "h5", "5g"}


def test_parts_of_the_lexicon_are_small(phrases):
    sizes = sorted(len(file.content) for file in write_lexicon(phrases).files)
    assert sizes[len(sizes) // 2] < 5_000
    assert sizes[-1] < 14_000


def test_mistakes_lie_in_the_part_of_the_character_that_is_typed(phrases):
    table = write_lexicon(phrases)
    found = {}
    for number, (_, _, mistakes, *_) in enumerate(values_of(table.files)):
        assert all(term_hash(typed) % table.count == number for typed in mistakes)
        found |= mistakes
    assert found == mistakes_of((*phrases.counts, *phrases.rare))


def test_words_that_only_lack_a_character_of_a_phrase_are_known_and_the_sites_characters_are_read(phrases):
    parts = values_of(write_lexicon(phrases).files)
    words = {word for _, _, _, words, _ in parts for word in words.split(" ")}
    # 廉租房 lacks a character of 廉租住房 and is a word all the same; 政解读 is none.
    assert "廉租房" in words
    assert "政解读" not in words
    readings = "".join(readings for *_, readings in parts)
    assert {"线xian", "读du", "重zhong"} <= set(re.findall("[^a-z][a-z]+", readings))


def test_phrases_that_hardly_recur_are_kept_apart_and_never_proposed(phrases):
    assert "留抵退税" in phrases.rare
    assert not set(phrases.rare) & phrases.counts.keys()
    assert not set(phrases.rare) & phrases.free


def test_characters_are_taken_for_those_of_the_site_that_sound_or_look_alike(phrases):
    entries = {typed: entry.split("|") for typed, entry in mistakes_of(phrases.counts).items()}
    same, like, *_ = entries["深"]
    assert "申" in same
    assert "审" in same
    assert "升" in like
    assert "解" not in same + like
    assert "申" in entries["甲"][2]
    # 解毒 sounds like 解读 but is a word in its own right; 解读 is one of the documents; 解独 is no word.
    assert "解" in entries["毒"][3]
    assert all("解" not in (entries[character] + [""] * 5)[3] for character in "读独")
    # Both readings count: 行 as in 银行 and as in 行政.
    assert "行" in entries["航"][0]
    assert "行" in entries["刑"][0]


@pytest.mark.parametrize(("typed", "meant"), ["坏环", "折拆", "宇字", "末未", "己已", "休体", "肓育", "菅管", "极圾", "甲申", "幵开", "眼服"])
def test_characters_that_look_alike_stand_for_one_another(typed, meant):
    assert typed in look_alikes([meant])[meant]


def test_characters_that_do_not_look_alike_are_not_confused():
    assert "公" not in look_alikes(["解"])["解"]
    assert look_alikes([]) == {}


def test_proposals_lie_under_their_first_character_and_letter_units_also_behind_their_level(phrases, records):
    suggestions = write_suggestions(phrases, records)
    held = dict(zip((file.path for file in suggestions.files), values_of(suggestions.files), strict=True))
    by_letter = {letter: held[f"search/l/{letter}-{name}.js"] for letter, name in suggestions.letters.items()}
    rare = {letter: held[f"search/r/{letter}-{name}.js"] for letter, name in suggestions.letters.items()}
    assert "留抵退税 LiuDiTuiShui" in rare["l"]
    assert "留抵退税" not in by_letter["l"][0] + by_letter["l"][1]
    proper, others = by_letter["f"]
    assert "区发展改革局 FaZhanGaiGeJu" in proper
    assert "区发展改革局 QuFaZhanGaiGeJu" in by_letter["q"][0]
    assert proper.split(" ")[0] in ("区发改局", "区发展改革局")
    assert all(text.split(" ")[1::2] for text in (proper, others))
    assert "v" not in suggestions.letters
    held = [part.split(" ") for part in values_of(suggestions.starts.files)]
    assert sum("区发展改革局" in part for part in held) == 2
    assert sum("政策解读" in part for part in held) == 1


def test_prepared_results_are_the_best_records_that_hold_the_phrase(records):
    search = render_search(records)
    assert len(search.prepared) > 40
    slugs = [one.slug for one in search.prepared]
    assert slugs == sorted(set(slugs))
    for one in search.prepared:
        assert one.phrase
        assert 0 < len(one.records) <= min(one.total, 20)
        assert all(record.kind in (RecordKind.TASK, RecordKind.ITEM) for record in one.records)
    policy = next(one for one in search.prepared if one.phrase == "政策解读")
    held = [record for record in records if record.kind in (RecordKind.TASK, RecordKind.ITEM)
            and any("政策解读" in text for text in (record.title, record.text))]  # fmt: skip
    assert set(policy.records) <= set(held)
    assert "政策解读" in policy.records[0].title
    assert policy.slug == "zhengcejiedu"
