from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT

from sitegen.derive.pinyin import LONGEST_WORD, OTHER, alphabetical, initial, sounds, syllables


def test_sounds_are_those_of_the_dictionary_without_tones():
    # Every character of the plane that holds common ones; read the slow way beside it.
    characters = [chr(code) for code in range(0x4E00, 0x9FA6, 7)]
    assert [sounds(one) for one in characters] == [pinyin(one, style=Style.NORMAL, heteronym=True)[0] for one in characters]


def test_sounds_of_characters_with_several():
    assert sounds("行")[:2] == ["xing", "hang"]
    assert sounds("绿")[0] == "lv"
    assert sounds("a") == ["a"]


def test_readings_follow_the_words():
    assert syllables("银行") == ["yin", "hang"]
    assert syllables("行政执法") == ["xing", "zheng", "zhi", "fa"]


WORDS = sorted(PHRASES_DICT)
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from("的重行长绿〇公开区aZ9 ，-"))


@given(st.lists(PIECES, max_size=6).map("".join))
def test_texts_are_read_as_the_library_reads_them(text):
    assert syllables(text) == lazy_pinyin(text)


def test_no_word_of_the_dictionary_is_longer_than_those_looked_for():
    assert all(syllables(word) == lazy_pinyin(word) for word in WORDS if len(word) > 7)
    assert max(map(len, WORDS)) <= LONGEST_WORD


def test_alphabetical_order_is_by_reading():
    assert sorted(["政务", "公开", "重大"], key=alphabetical) == ["公开", "政务", "重大"]
    assert (initial("重庆"), initial("12345"), initial("")) == ("C", OTHER, OTHER)
