"""Calendar feeds (日历订阅): which events go into which feed. How a feed is written as iCalendar is in ``render``.

The portal's feed has one event per plan and day, so that many tasks of one day do not flood a subscriber; the feeds of
jurisdictions, units and groups have one event per task. Undated work is in no feed, and a feed without events is not made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.derive.agenda import Entry, unit_ids
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls
from sitegen.model import Group, Jurisdiction, Plan, Unit

SUMMARY_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Event:
    """One all-day event: permanent uid, first and last day (inclusive), words, full address or "", day of its content."""

    uid: str
    start: date
    end: date
    summary: str
    description: str
    url: str
    stamp: date
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar: path under the root, name, description, full address or "", its events in order of time."""

    path: str
    name: str
    description: str
    url: str
    events: tuple[Event, ...]


PORTAL_FEED = "calendar/portal.ics"


def jurisdiction_feed_path(jurisdiction_id: str) -> str:
    """Path of a jurisdiction's calendar."""
    return f"{jurisdiction_id}/calendar.ics"


def unit_feed_path(urls: Urls, body_id: str) -> str:
    """Path of a unit's or group's calendar."""
    return urls.unit_path(body_id) + "calendar.ics"


def portal_feed(index: Index, urls: Urls, entries: tuple[Entry, ...]) -> Feed | None:
    """The calendar of the portal, given the agenda; None where nothing has a day."""
    made = _feed(urls, PORTAL_FEED, index.portal.facts.title, "每份文件每个时限一个事件", _plan_events(urls, index, entries))
    return made if made.events else None


def place_feeds(
    place: Jurisdiction, bodies: Iterable[Unit | Group], urls: Urls, entries: tuple[Entry, ...]
) -> Iterator[Feed]:
    """The calendars of a jurisdiction and of its units and groups that have an event, given an agenda with all of theirs."""
    own: list[Event] = []
    by_body: dict[str, list[Event]] = {}
    for entry in entries:
        event = _task_event(urls, entry)
        if entry.plan.jurisdiction_id == place.id:
            own.append(event)
        for body_id in unit_ids(entry.task):
            by_body.setdefault(body_id, []).append(event)
    about = f"{place.full_name}各项任务的完成时限"
    made = [_feed(urls, jurisdiction_feed_path(place.id), f"{place.name}时限", about, tuple(own))]
    for body in bodies:
        about = f"{place.full_name}文件中点名“{body.name}”的任务的完成时限"
        path = unit_feed_path(urls, body.id)
        made.append(_feed(urls, path, f"{place.name} {body.name}时限", about, tuple(by_body.get(body.id, ()))))
    return (feed for feed in made if feed.events)


def _feed(urls: Urls, path: str, name: str, description: str, events: tuple[Event, ...]) -> Feed:
    return Feed(path, name, description, urls.absolute(path), events)


def _plan_events(urls: Urls, index: Index, entries: Iterable[Entry]) -> tuple[Event, ...]:
    def key(entry: Entry) -> tuple[date, date, str]:
        return entry.end, entry.start, entry.plan.id

    return tuple(
        _plan_event(urls, index, start, end, tuple(group))
        for (end, start, _), group in groupby(sorted(entries, key=key), key)
    )


def _plan_event(urls: Urls, index: Index, start: date, end: date, entries: tuple[Entry, ...]) -> Event:
    plan = entries[0].plan
    place = index.jurisdictions[plan.jurisdiction_id]
    span = end.isoformat() if start == end else f"{start.isoformat()}.{end.isoformat()}"
    numbers = "、".join(entry.task.number for entry in entries if entry.task.number)
    return Event(
        uid=f"{plan.id}.{span}@sitegen",
        start=start,
        end=end,
        summary=f"{place.name}{plan.year}年：{len(entries)}项任务时限",
        description=f"《{plan.title}》" + (f"第{numbers}行" if numbers else ""),
        url=urls.absolute(urls.plan_path(plan.id)),
        stamp=_stamp(plan),
        categories=(place.name,),
    )


def _task_event(urls: Urls, entry: Entry) -> Event:
    task = entry.task
    text = task.text if len(task.text) <= SUMMARY_LENGTH else task.text[: SUMMARY_LENGTH - 1] + "…"
    units = f"责任单位：{task.units.words}\n" if task.units.words else ""
    return Event(
        uid=f"{task.id.replace('/', '.')}.{entry.number}@sitegen",
        start=entry.start,
        end=entry.end,
        summary=text,
        description=f"{task.text}\n{units}时限原文：{entry.term.words}\n《{entry.plan.title}》",
        url=urls.absolute(urls.passage_path(task.id)),
        stamp=_stamp(entry.plan),
        categories=(str(entry.plan.year),),
    )


def _stamp(plan: Plan) -> date:
    document = plan.document
    return document.imprinted.day or document.signed.day or date(plan.year, 1, 1)
