"""Where an activity will be seen: on which sites, under which choices, in which calendars; as in a build."""

from __future__ import annotations

from dataclasses import dataclass

from meedoen.agenda.agenda import Window, select
from meedoen.agenda.facet import Facet
from meedoen.agenda.occurrence import occurrences
from meedoen.agenda.revision import FIXED
from meedoen.outputs.calendar.event import Events, Stamp
from meedoen.outputs.detail import page_path
from meedoen.outputs.site_build import SiteBuild
from meedoen.outputs.subscription import Subscription, subscriptions
from meedoen.programme.activity import Activity
from meedoen.programme.network import Network
from meedoen.programme.organisation import Municipality


@dataclass(frozen=True, slots=True)
class Visibility:
    """One site that shows the activity: its page there, the choices under which it is found, its calendars.

    There are no choices when it has no date to come, no calendars when no date is recent enough for them.
    """

    site: Municipality
    page: str
    facets: tuple[Facet, ...]
    calendars: tuple[Subscription, ...]


def visibility(activity: Activity, network: Network, window: Window) -> tuple[Visibility, ...]:
    """Takes an activity, the network and the window.

    Gives the sites that show it, in the order of the municipalities.
    """
    return tuple(site for slug in activity.municipalities if (site := _on(slug, activity, network, window)))


def site_build(slug: str, activities: tuple[Activity, ...], network: Network, window: Window) -> SiteBuild:
    """Takes a municipality, activities, the network and the window; gives the build of its site, at its own address."""
    site = network.municipalities[slug]
    organisation = network.organisation
    address = site.website.rstrip("/")

    def events(each: Activity) -> Events:
        stamp = Stamp(
            domain=organisation.domain,
            url=f"{address}/{page_path(each)}",
            revision=FIXED,
            name=organisation.name,
            mail=organisation.mail,
        )
        return Events(each, occurrences(each), stamp)

    region = organisation.region_url.rstrip("/") or organisation.website.rstrip("/")
    return SiteBuild(select(activities, site, network, window), address, region, events)


def _on(slug: str, activity: Activity, network: Network, window: Window) -> Visibility | None:
    build = site_build(slug, (activity,), network, window)
    if activity not in build.agenda.by_activity:
        return None
    calendars = tuple(each for each in subscriptions(build) if activity in each.coming)
    return Visibility(build.agenda.site, page_path(activity), build.agenda.facets, calendars)
