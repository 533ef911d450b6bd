"""Addresses (网址): the one place that decides where a page of the site lies. ASCII, made from ids, never from titles.

Paths are relative to the site's root and end with "/" for pages ("huaiyin/2025/item-8/"). ``href`` puts the base path
before them; ``absolute`` the host too, or gives "" where the host is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sitegen.model import Portal


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses of one portal under one base URL: ``base_path`` starts and ends with "/", ``origin`` may be empty.

    ``known`` keeps the paths of passages, which pages ask for by the dozen.
    """

    base_path: str
    origin: str
    plan_places: Mapping[str, str]
    known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def href(self, path: str) -> str:
        """Address of a path for links inside the site."""
        return self.base_path + path

    def absolute(self, path: str) -> str:
        """Full address of a path with scheme and host, or "" where the site's host is not known."""
        return self.origin + self.base_path + path if self.origin else ""

    def home(self) -> str:
        """Home page."""
        return self.href("")

    def jurisdiction(self, jurisdiction_id: str) -> str:
        """Page of a jurisdiction (辖区)."""
        return self.href(f"{jurisdiction_id}/")

    def plan_path(self, plan_id: str) -> str:
        """Path of a plan: "zhangqiu-2024" lies at "zhangqiu/2024/"."""
        place = self.plan_places[plan_id]
        return f"{place}/{plan_id.removeprefix(place + '-')}/"

    def plan(self, plan_id: str) -> str:
        """Page of a plan (工作要点)."""
        return self.href(self.plan_path(plan_id))

    def passage_path(self, passage_id: str) -> str:
        """Path of an item, task or paragraph by id, with a fragment where it lies on another thing's page."""
        if passage_id not in self.known:
            plan_id, key, *part = passage_id.split("/")
            place = f"#{key}" if key.startswith("preamble-") else f"{key}/" + (f"#{part[0]}" if part else "")
            self.known[passage_id] = self.plan_path(plan_id) + place
        return self.known[passage_id]

    def passage(self, passage_id: str) -> str:
        """Page of an item or task (条目、任务), by id."""
        return self.href(self.passage_path(passage_id))

    def on_plan_page(self, passage_id: str) -> str:
        """Place of an item, task or paragraph on its plan's page."""
        plan_id, *keys = passage_id.split("/")
        return self.plan(plan_id) + "#" + "-".join(keys)

    def unit_path(self, unit_id: str) -> str:
        """Path of a unit or group: "huaiyin/caizhengju" lies at "huaiyin/units/caizhengju/"."""
        place, slug = unit_id.split("/")
        return f"{place}/units/{slug}/"

    def unit(self, unit_id: str) -> str:
        """Page of a responsible unit or group (责任单位)."""
        return self.href(self.unit_path(unit_id))

    def prose_path(self, key: str) -> str:
        """Path of a prose page (说明页)."""
        return f"{key}/"

    def prose(self, key: str) -> str:
        """Prose page."""
        return self.href(self.prose_path(key))

    def term_path(self, term_id: str) -> str:
        """Path of a term on the glossary page (术语表)."""
        return f"glossary/#{term_id}"

    def unit_data_path(self, unit_id: str) -> str:
        """Path of the open data of a unit or group."""
        return f"data/units/{unit_id}.json"

    def jurisdiction_data_path(self, jurisdiction_id: str) -> str:
        """Path of the open data of a jurisdiction."""
        return f"data/jurisdictions/{jurisdiction_id}.json"

    def comparison_path(self, from_plan: str, to_plan: str) -> str:
        """Path of the comparison (对照) of two plans, the earlier or superior one first."""
        return f"compare/{from_plan}--{to_plan}/"

    def comparison(self, from_plan: str, to_plan: str) -> str:
        """Page of the comparison of two plans."""
        return self.href(self.comparison_path(from_plan, to_plan))

    def siblings_path(self, superior_plan: str) -> str:
        """Path of the page that lays the places under a superior plan side by side (横向对照)."""
        return f"compare/{superior_plan}/"

    def any_comparison_path(self) -> str:
        """Path of the page that compares any two plans in the browser (任选两份)."""
        return "compare/any/"

    def plan_texts_path(self, plan_id: str) -> str:
        """Path of a plan's texts as that page loads them: a script, which opens from a folder too."""
        return f"compare/any/{plan_id}.js"

    def follow_up_path(self, plan_id: str) -> str:
        """Path of the page that looks back on a plan (回头看): what became of its tasks."""
        return f"{self.plan_path(plan_id)}follow-up/"

    def plan_json_path(self, plan_id: str) -> str:
        """Path of a plan's open data (开放数据)."""
        return f"data/plans/{plan_id}.json"


def urls_of(portal: Portal, base_url: str) -> Urls:
    """Addresses of a portal under a base URL such as "/", "/a/b/" or "https://host/a/b/".

    "." asks for relative addresses, which are made from those under "/" when the pages are finished.
    """
    parts = urlsplit("/" if base_url == "." else base_url)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    path = "/" + parts.path.strip("/") + "/"
    places = {plan.id: plan.jurisdiction_id for plan in portal.plans}
    return Urls(path if path != "//" else "/", origin, places)
