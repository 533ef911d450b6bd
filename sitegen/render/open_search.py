"""Description of the site's search (OpenSearch 1.1), by which a browser can add it to its own search field."""

from __future__ import annotations

from sitegen.derive.urls import Urls
from sitegen.pages import SEARCH_DESCRIPTION, Chrome
from sitegen.render.output import Output
from sitegen.render.xml import add, document, root

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_SHORT_NAME = 16
LONGEST_NAME = 48


def render_search_description(site: Chrome, urls: Urls) -> tuple[Output, ...]:
    """The description; nothing without a host, because browsers take full addresses only."""
    if not urls.origin:
        return ()
    element = root("OpenSearchDescription", NAMESPACE)
    add(element, "ShortName", site.title[:LONGEST_SHORT_NAME])
    add(element, "LongName", site.title[:LONGEST_NAME])
    add(element, "Description", f"搜索{site.title}")
    add(element, "InputEncoding", "UTF-8")
    add(element, "Language", "zh-CN")
    add(element, "Url", type="text/html", method="get", template=f"{urls.absolute('search/')}?q={{searchTerms}}")
    return (Output(SEARCH_DESCRIPTION, document(element)),)
