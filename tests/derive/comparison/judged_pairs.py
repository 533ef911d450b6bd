"""Which clauses belong together, as read by a person before any score was seen.

For each pair of documents: ``kept`` are clauses of which words were taken over, at least in part; ``open`` are those on
which two readers may differ (the same topic in other words) and that count neither for nor against. Numbers are those
of items, or of rows where a table is compared.
"""

from __future__ import annotations

Pairs = frozenset[tuple[int, int]]


def pairs(text: str) -> Pairs:
    """The text 4>3,2 7>2 as {(4, 3), (4, 2), (7, 2)}."""
    return frozenset(
        (int(old), int(new)) for entry in text.split() for old, news in [entry.split(">")] for new in news.split(",")
    )


# 2023年表各行 → 2025年要点各条（槐荫）。词句真正保留的不多；
# 如第13行“同步组织、同步审签、同步部署”见于（六），第40行“配齐配强”“工作力量”见于（十四）。
HUAIYIN_2023_TO_2025 = pairs("4>4 7>2 13>6 16>12 17>7 20>7 24>10 32>8 36>13 40>14 41>15")
HUAIYIN_OPEN = pairs("2>1 9>2 15>6 18>7 19>7 21>10 22>10 23>10 25>11 26>11 28>12 29>12 31>9 33>13 37>3 42>15")

# 章丘2024年要点 → 济南2025年要点：不同年、不同级，只看词句。
ZHANGQIU_TO_JINAN = pairs("3>1 4>3,2 5>11 6>5 7>8 9>6 10>6 11>12 12>12 14>7 16>4,14 17>16")
ZHANGQIU_TO_JINAN_OPEN = pairs("1>1 2>1 5>2,10 8>9 11>10,5 13>3,15 15>13,14 16>11 17>15")

# 章丘2024年要点 → 槐荫2025年要点：不同年、不同区。
ZHANGQIU_TO_HUAIYIN = pairs("1>1 3>2 4>3,4 5>4,12 6>6 7>10 9>7 11>12,13 12>13 14>8,17 15>14,15 16>5,15 17>16")
ZHANGQIU_TO_HUAIYIN_OPEN = pairs("2>1 8>11 10>7 11>4 12>12 13>3 14>9 17>17")

# 济南2025年要点 → 槐荫2025年要点：市区对照。
JINAN_TO_HUAIYIN = pairs("1>1,2 2>4 3>3 4>5,9 5>6 6>7 7>8 8>10 9>11 10>12 11>4,12 12>13 13>14 14>15 15>16 16>17")
JINAN_TO_HUAIYIN_OPEN = pairs("2>2 4>13 5>4 7>17 10>4 11>5 12>5,9")

# 崂山2025年要点 → 济南2025年要点：没有隶属关系，词句同出一源。
LAOSHAN_TO_JINAN = pairs("1>4 2>6 3>5 4>8 5>7 6>10 7>11 8>12,6,3 9>1 10>2 11>3 12>13 13>16,14")
LAOSHAN_TO_JINAN_OPEN = pairs("4>9 12>14")

# 槐荫2025年每一条最应对应济南2025年的哪一条；（四）（十二）各有两条。
BEST_OF_JINAN: dict[int, frozenset[int]] = {
    1: frozenset({1}), 2: frozenset({1}), 3: frozenset({3}), 4: frozenset({2, 11}), 5: frozenset({4}),
    6: frozenset({5}), 7: frozenset({6}), 8: frozenset({7}), 9: frozenset({4}), 10: frozenset({8}),
    11: frozenset({9}), 12: frozenset({10, 11}), 13: frozenset({12}), 14: frozenset({13}), 15: frozenset({14}),
    16: frozenset({15}), 17: frozenset({16}),
}  # fmt: skip
