"""Update feeds (更新订阅): which plans go into which Atom feed. How a feed is written as Atom is in ``render``.

The portal and each jurisdiction have one entry per plan, a unit or group one per plan that names it. Ids are tag URIs made
from permanent ids, so they survive a change of host. Times come from the content: a document's newest day, or the first
day of its year where it states none. Where the host is not known, addresses are relative to the feed. A feed without
entries is not made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.derive import wording
from sitegen.derive.entries import beginning, date_words, plan_label
from sitegen.derive.index import Index
from sitegen.derive.newest import newest_of
from sitegen.derive.places import item_name, row_name
from sitegen.derive.unit_work import Concern, Work
from sitegen.derive.urls import Urls
from sitegen.model import Facts, Group, Jurisdiction, Plan, Unit

DEFAULT_AUTHORITY = "sitegen,2024"
MOST_TASKS = 20
PORTAL_UPDATES = "atom.xml"


@dataclass(frozen=True, slots=True)
class UpdateEntry:
    """One entry: permanent id, title, address, newest day, day of publication if stated, issuer or "", summary, place."""

    id: str
    title: str
    href: str
    updated: date
    published: date | None
    author: str
    summary: str
    category: str


@dataclass(frozen=True, slots=True)
class UpdateFeed:
    """One feed: path under the root, permanent id, title, subtitle, addresses of page and feed, author, entries newest first.

    ``address`` is the feed's own full address, or "" where the site's host is not known.
    """

    path: str
    id: str
    title: str
    subtitle: str
    href: str
    address: str
    author: str
    entries: tuple[UpdateEntry, ...]

    @property
    def updated(self) -> date:
        """Newest day of the entries."""
        return max(entry.updated for entry in self.entries)


def jurisdiction_updates_path(jurisdiction_id: str) -> str:
    """Path of a jurisdiction's feed."""
    return f"{jurisdiction_id}/atom.xml"


def body_updates_path(urls: Urls, body_id: str) -> str:
    """Path of a unit's or group's feed."""
    return urls.unit_path(body_id) + "atom.xml"


def portal_updates(index: Index, urls: Urls) -> UpdateFeed | None:
    """The feed of the portal; None where it holds no plan."""
    every = tuple(_plan_entry(plan, PORTAL_UPDATES, index, urls) for plan in index.portal.plans)
    made = _feed("", PORTAL_UPDATES, index.portal.facts.title, "收录的工作要点和任务分解表。", every, index, urls)
    return made if made.entries else None


def place_updates(
    place: Jurisdiction, bodies: Iterable[Unit | Group], index: Index, urls: Urls, works: Mapping[str, tuple[Work, ...]]
) -> Iterator[UpdateFeed]:
    """The feeds of a jurisdiction and of its units and groups that have an entry, given the works of each of these."""
    title, path = index.portal.facts.title, jurisdiction_updates_path(place.id)
    own = tuple(_plan_entry(plan, path, index, urls) for plan in index.plans_of(place.id))
    made = [_feed(f"{place.id}/", path, f"{place.full_name}（{title}）", f"{place.full_name}的工作要点。", own, index, urls)]
    for body in bodies:
        name = f"{place.full_name} {body.name}（{title}）"
        about = f"{place.full_name}的工作要点里点名“{body.name}”的任务。"
        entries = tuple(_body_entries(body, works[body.id], index, urls))
        made.append(_feed(urls.unit_path(body.id), body_updates_path(urls, body.id), name, about, entries, index, urls))
    return (feed for feed in made if feed.entries)


def _feed(
    page: str, path: str, title: str, subtitle: str, entries: tuple[UpdateEntry, ...], index: Index, urls: Urls
) -> UpdateFeed:
    facts = index.portal.facts
    ordered = tuple(sorted(entries, key=lambda entry: (-entry.updated.toordinal(), entry.id)))
    return UpdateFeed(
        path=path,
        id=_tag(facts, f"feed/{page}".rstrip("/")),
        title=title,
        subtitle=subtitle,
        href=_address(page, path, urls),
        address=urls.absolute(path),
        author=facts.publisher or facts.title,
        entries=ordered,
    )


def _plan_entry(plan: Plan, feed: str, index: Index, urls: Urls) -> UpdateEntry:
    summary = [f"{wording.FORMS[plan.form]}：{_extent(plan)}"]
    facts = (plan.document.number, date_words(plan.document.signed), plan.completeness.rstrip("。"))
    summary += [fact for fact in facts if fact]
    return _entry(f"plan/{plan.id}", plan_label(plan), "；".join(summary) + "。", plan, feed, index, urls)


def _body_entries(body: Unit | Group, works: Iterable[Work], index: Index, urls: Urls) -> Iterable[UpdateEntry]:
    named: dict[str, list[Work]] = {}
    for work in works:
        if work.concern is Concern.NAMED:
            named.setdefault(work.plan.id, []).append(work)
    for plan_id, found in named.items():
        plan = index.plans[plan_id]
        title = f"{plan_label(plan)}点名“{body.name}”的任务{len(found)}项"
        yield _entry(f"unit/{body.id}/{plan_id}", title, _tasks(found, index), plan, body_updates_path(urls, body.id), index, urls)


def _entry(key: str, title: str, summary: str, plan: Plan, feed: str, index: Index, urls: Urls) -> UpdateEntry:
    return UpdateEntry(
        id=_tag(index.portal.facts, key),
        title=title,
        href=_address(urls.plan_path(plan.id), feed, urls),
        updated=newest_of((plan,)) or date(plan.year, 1, 1),
        published=plan.document.published.day,
        author=plan.document.issuer or plan.document.signatory,
        summary=summary,
        category=index.jurisdictions[plan.jurisdiction_id].full_name,
    )


def _extent(plan: Plan) -> str:
    counts = [wording.counted(len(plan.items), "条"), wording.counted(len(plan.table.rows), "行") if plan.table else ""]
    return "，".join(count for count in counts if count)


def _tasks(works: list[Work], index: Index) -> str:
    lines = [f"{_task_name(work, index)}：{beginning(work.task.text, 40)}" for work in works[:MOST_TASKS]]
    rest = len(works) - len(lines)
    return "\n".join([*lines, f"另有{rest}项，见要点页面。"] if rest else lines)


def _task_name(work: Work, index: Index) -> str:
    return row_name(work.task) if work.task.number else item_name(index.passages[work.task.item_id])


def _tag(facts: Facts, key: str) -> str:
    return f"tag:{facts.feed_authority or DEFAULT_AUTHORITY}:{key}"


def _address(path: str, feed: str, urls: Urls) -> str:
    """Full address of a path, or its address from the folder of the feed."""
    return urls.absolute(path) or "../" * feed.count("/") + path or "./"
