"""Footer (底部功能区): the facts of the portal that every page ends with, in the order of 国办发〔2017〕47号; absent ones are left out."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import Facts


@dataclass(frozen=True, slots=True)
class FooterFact:
    """One fact: label, words, where it leads or "", image under static/ or "" and what the image says where words do not."""

    label: str
    words: str
    href: str = ""
    image: str = ""
    image_label: str = ""


def footer_facts(facts: Facts) -> tuple[FooterFact, ...]:
    """The facts that portal.yaml states; badges are local images, so that no page asks another host for anything."""
    listed = (
        FooterFact("主办单位", facts.publisher),
        FooterFact("承办单位", facts.undertaker),
        FooterFact("联系方式", facts.contact),
        FooterFact("地址", facts.address),
        FooterFact("网站标识码", facts.site_code),
        FooterFact("ICP备案", facts.icp, facts.icp_url),
        FooterFact("公安备案", facts.police_record, facts.police_record_url, facts.police_badge if facts.police_record else ""),
        FooterFact("党政机关标识", "", facts.official_badge_url, facts.official_badge, "党政机关网站标识"),
        FooterFact("数据许可", facts.licence),
    )
    return tuple(fact for fact in listed if fact.words or fact.image)
