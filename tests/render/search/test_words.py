"""What the build knows of words: readers' words, phrases, readings, characters that look alike, proposals, prepared results."""

from __future__ import annotations

import pytest

from sitegen.derive.search_record import RecordKind, SearchRecord, numbered
from sitegen.render.search import render_search
from sitegen.render.search.lexicon import readings, write_lexicon
from sitegen.render.search.look_alikes import look_alikes
from sitegen.render.search.phrases import collect_phrases, is_proper
from sitegen.render.search.postings import collect_postings
from sitegen.render.search.suggestions import letters_of, write_suggestions
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


def test_the_lexicon_reads_unusual_phrases_and_knows_words_that_are_no_mistakes(phrases):
    lexicon = write_lexicon(phrases)
    assert lexicon["readings"]["行业"] == "hang ye"
    assert "政策解读" not in lexicon["readings"]
    assert "行" in lexicon["usual"]["xing"]
    assert "行" in lexicon["further"]["hang"]
    real = lexicon["real"]
    pairs = {real[start : start + 2] for start in range(0, len(real), 2)}
    # 解毒 sounds like 解读 but is a word in its own right; 解读 is one of the documents; 解独 is no word.
    assert "解毒" in pairs
    assert not {"解读", "解独"} & pairs


@pytest.mark.parametrize(("typed", "meant"), ["坏环", "折拆", "宇字", "末未", "己已", "休体", "肓育", "菅管", "极圾", "甲申", "幵开", "眼服"])
def test_characters_that_look_alike_stand_for_one_another(typed, meant):
    assert typed in look_alikes([meant])[meant]


def test_characters_that_do_not_look_alike_are_not_confused():
    assert "公" not in look_alikes(["解"])["解"]
    assert look_alikes([]) == {}


def test_proposals_lie_under_their_first_character_and_letter_units_also_behind_their_level(phrases, records):
    files = write_suggestions(phrases, records)
    by_letter = {name: value for name, value in files.items() if name.startswith("l/")}
    proper, others = by_letter["l/f"]
    assert "区发展改革局 FaZhanGaiGeJu" in proper
    assert "区发展改革局 QuFaZhanGaiGeJu" in by_letter["l/q"][0]
    assert proper.split(" ")[0] in ("区发改局", "区发展改革局")
    assert all(text.split(" ")[1::2] for text in (proper, others))
    assert "v" not in letters_of(files)
    held = [value.split(" ") for name, value in files.items() if name.startswith("c/")]
    assert sum("区发展改革局" in value for value in held) == 2
    assert sum("政策解读" in value for value in held) == 1


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
