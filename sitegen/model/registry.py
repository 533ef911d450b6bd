"""Registry (登记册): jurisdictions, units, groups of units, and documents known to exist but not held."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sitegen.position import Loc

NOWHERE = Loc("")


class Level(StrEnum):
    """Level of government (层级): 国家, 省级, 市级, 区县级."""

    STATE = "state"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Jurisdiction (辖区): ASCII id, name (“槐荫区”), full name (“济南市槐荫区”), level, parent; ``ancestors`` runs from the parent upwards."""

    id: str
    name: str
    full_name: str
    level: Level
    parent_id: str | None
    ancestors: tuple[str, ...] = ()
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


class UnitKind(StrEnum):
    """Kind of a unit: 政府部门, 办公机构, 派出机构, 街道, 镇, 垂直管理单位, 事业单位, 企业, 党群机关, 其他."""

    DEPARTMENT = "department"
    OFFICE = "office"
    DISPATCHED = "dispatched"
    SUBDISTRICT = "subdistrict"
    TOWN = "town"
    VERTICAL = "vertical"
    INSTITUTION = "institution"
    ENTERPRISE = "enterprise"
    PARTY = "party"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Alias:
    """Other name of a unit or group as printed somewhere; ``seen`` lists the plans that print it."""

    name: str
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Responsible unit (责任单位) of one jurisdiction; the id is "jurisdiction/slug". ``of`` is the unit it belongs to."""

    id: str
    jurisdiction_id: str
    name: str
    kind: UnitKind
    aliases: tuple[Alias, ...] = ()
    of: str | None = None
    note: str = ""
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """Members of a group as one source states them, in one year; ``source`` names the document and place."""

    year: int
    unit_ids: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Group of units (单位群体), such as 各街道（镇）; members are given only where a source states them."""

    id: str
    jurisdiction_id: str
    name: str
    aliases: tuple[Alias, ...] = ()
    memberships: tuple[Membership, ...] = ()
    note: str = ""
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


class KnownKind(StrEnum):
    """Kind of a known document: 工作要点, 任务分解表, 政策解读, 年度报告, 法规, 通知."""

    PLAN = "plan"
    TABLE = "table"
    INTERPRETATION = "interpretation"
    ANNUAL_REPORT = "annual-report"
    REGULATION = "regulation"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class KnownRelation:
    """Relation of a known document to a held plan.

    ``kind`` is cited-by, interprets, basis-named-by, main-document-of, or results-due-in: a report into which the plan
    demands that its results go; whether they did is not said.
    """

    plan_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """Document known to exist whose text is not held (未收录): what is known of it, every field empty where unseen."""

    id: str
    jurisdiction_id: str
    year: int | None
    kind: KnownKind
    title: str
    number: str = ""
    issuer: str = ""
    signed: date | None = None
    published: date | None = None
    index_number: str = ""
    validity: str = ""
    address: str = ""
    address_is_own: bool = False
    relations: tuple[KnownRelation, ...] = ()
    facts: tuple[str, ...] = ()
    note: str = ""
    at: Loc = field(default=NOWHERE, compare=False, repr=False)
