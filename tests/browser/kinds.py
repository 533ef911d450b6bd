"""One page of every kind of the real site, by what it is: the set that every proof in a browser goes over."""

from __future__ import annotations

KINDS = {
    "home": "",
    "jurisdiction": "huaiyin/",
    "jurisdiction without plans": "shandong/",
    "plan of prose": "laoshan/2025/",
    "plan with a table": "zhangqiu/2024/",
    "plan that is a table": "huaiyin/2023/",
    "item": "laoshan/2025/item-8/",
    "row": "zhangqiu/2024/task-33/",
    "closing paragraph": "zhangqiu/2024/closing-1/",
    "unit": "huaiyin/units/caizheng-ju/",
    "group": "zhangqiu/units/gejiedao-zhen/",
    "agenda": "calendar/",
    "year": "calendar/2024/",
    "month": "calendar/2024/12/",
    "comparisons": "compare/",
    "comparison of years": "compare/huaiyin-2023--huaiyin-2025/",
    "comparison of levels": "compare/jinan-2025--huaiyin-2025/",
    "comparison of one source": "compare/jinan-2025--laoshan-2025/",
    "plan against table": "compare/zhangqiu-2024--zhangqiu-2024/",
    "any two plans": "compare/any/",
    "looking back": "huaiyin/2023/follow-up/",
    "search": "search/",
    "search results": "search/?q=%E6%97%A0%E9%9A%9C%E7%A2%8D",
    "glossary": "glossary/",
    "data quality": "quality/",
    "prose": "how-to-read/",
    "site map": "sitemap/",
    "not found": "no/such/page/",
}
