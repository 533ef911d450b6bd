"""Subjects (页面内容): what each kind of page is about, for its head matter: column, content, linked data, newest day.

The column of a place holds its plans and everything in them; a list page is a column of its own. How subjects become tags
is in ``head``.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.derive import linked_data
from sitegen.derive.head import Article, Column, Subject, publication_time
from sitegen.derive.index import Index
from sitegen.derive.newest import newest_of
from sitegen.derive.places import item_name, row_name
from sitegen.derive.unit_work import Work
from sitegen.derive.urls import Urls
from sitegen.model import Facts, Group, Item, Jurisdiction, Plan, Prose, Task, Unit

HOME_TYPE = "首页"
POLICY_TYPE = "政策文件"
GUIDE_TYPE = "信息公开指南"
GENERAL = ("政务公开", "工作要点")
EXPLANATIONS = Column("说明", "本站收录什么、怎样录入、怎样阅读和使用。", ("政务公开", "说明"), GUIDE_TYPE)
JSON = "application/json"


def home_subject(index: Index, urls: Urls) -> Subject:
    """The home page: the portal and its open data."""
    facts = index.portal.facts
    about = f"{facts.title}的全部开放数据：辖区、要点、任务、责任单位和已知文件。"
    data = linked_data.dataset(f"{facts.title}（开放数据）", about, [("data/portal.json", JSON)], facts, urls)
    return Subject(
        column=Column(HOME_TYPE, facts.description, (*GENERAL, "任务分解表"), HOME_TYPE),
        things=(linked_data.website(facts, urls), data),
        newest=newest_of(index.portal.plans),
    )


def place_subject(place: Jurisdiction, index: Index) -> Subject:
    """The page of a jurisdiction: the column that holds its plans."""
    return Subject(column=_place_column(place), newest=newest_of(index.plans_of(place.id)))


def plan_subject(plan: Plan, index: Index, urls: Urls) -> Subject:
    """The page of a plan: the document and its open data."""
    facts, place = index.portal.facts, index.jurisdictions[plan.jurisdiction_id]
    spatial = linked_data.area(place, _above(place, index))
    work = linked_data.plan_work(plan, spatial, urls.absolute(urls.plan_path(plan.id)))
    data = linked_data.dataset(
        f"{plan.title}（开放数据）",
        f"《{plan.title}》的全文、任务、责任单位和时限：原文、读法和依据。",
        [(urls.plan_json_path(plan.id), JSON)],
        facts,
        urls,
        spatialCoverage=spatial,
        temporalCoverage=str(plan.year),
    )
    article = _article(plan, plan.title, (), index)
    return Subject(_place_column(place), article, (work, data), newest_of((plan,)))


def passage_subject(passage: Item | Task, title: str, plan: Plan, index: Index, urls: Urls) -> Subject:
    """The page of an item, paragraph or row: the words and the plan that they are part of; ``title`` is the page's."""
    place = index.jurisdictions[plan.jurisdiction_id]
    name = item_name(passage) if isinstance(passage, Item) else row_name(passage)
    address, whole = urls.absolute(urls.passage_path(passage.id)), urls.absolute(urls.plan_path(plan.id))
    work = linked_data.passage_work(name, plan, address, whole)
    tasks = passage.tasks if isinstance(passage, Item) else (passage,)
    units = tuple(dict.fromkeys(mention.name for task in tasks for mention in task.units.mentions))
    return Subject(_place_column(place), _article(plan, title, units, index), (work,), newest_of((plan,)))


def body_subject(body: Unit | Group, title: str, description: str, works: Iterable[Work], index: Index, urls: Urls) -> Subject:
    """The page of a unit or group: a column of its own; a group is no organisation, so only units are described."""
    place = index.jurisdictions[body.jurisdiction_id]
    names = (body.name, *(alias.name for alias in body.aliases))
    column = Column(title, description, (*names, place.full_name, "责任单位", *GENERAL), POLICY_TYPE)
    newest = newest_of(work.plan for work in works)
    if isinstance(body, Group):
        return Subject(column=column, newest=newest)
    superior = index.units.get(body.of) if body.of else None
    address = urls.absolute(urls.unit_path(body.id))
    thing = linked_data.organisation(body, place, _above(place, index), superior, address)
    return Subject(column=column, things=(thing,), newest=newest)


def prose_subject(prose: Prose, facts: Facts) -> Subject:
    """A page of explanations: the portal's own words."""
    article = Article(prose.title, publication_time(facts), facts.publisher or facts.title, EXPLANATIONS.keywords)
    return Subject(EXPLANATIONS, article, newest=facts.published)


def list_subject(title: str, description: str, keywords: Iterable[str], plans: Iterable[Plan]) -> Subject:
    """A page that lists what plans say (calendar, comparison, glossary, data quality): a column of its own."""
    return Subject(column=Column(title, description, (*keywords, *GENERAL), POLICY_TYPE), newest=newest_of(plans))


def _place_column(place: Jurisdiction) -> Column:
    return Column(
        f"{place.full_name}政务公开工作要点",
        f"{place.full_name}的政务公开工作要点、任务分解表，以及各条、各项任务。",
        (place.full_name, *GENERAL, "任务分解表"),
        POLICY_TYPE,
    )


def _article(plan: Plan, title: str, keywords: tuple[str, ...], index: Index) -> Article:
    facts, document = index.portal.facts, plan.document
    place = index.jurisdictions[plan.jurisdiction_id].full_name
    return Article(
        title=title,
        published=publication_time(facts, plan.id),
        source=document.issuer or document.signatory or facts.publisher,
        keywords=(*keywords, place, f"{plan.year}年", *GENERAL),
    )


def _above(place: Jurisdiction, index: Index) -> tuple[Jurisdiction, ...]:
    return tuple(index.jurisdictions[above] for above in place.ancestors)
