from pypinyin import Style, pinyin

from sitegen.derive.pinyin import OTHER, alphabetical, initial, sounds, syllables


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


def test_alphabetical_order_is_by_reading():
    assert sorted(["政务", "公开", "重大"], key=alphabetical) == ["公开", "政务", "重大"]
    assert (initial("重庆"), initial("12345"), initial("")) == ("C", OTHER, OTHER)
