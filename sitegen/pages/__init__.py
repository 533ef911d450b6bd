"""The site map (站点): portal -> every address of the site with its template and its finished view.

``laying`` puts it together, ``site_map`` says what it holds, the other modules make the pages of one kind each from views
that ``derive`` makes. No view is made here.
"""

from sitegen.pages.chrome import chrome_of
from sitegen.pages.laying import Whole, lay_out, layout_of, newest_date, page_at
from sitegen.pages.site_map import (
    SEARCH_DESCRIPTION,
    Alternate,
    Chrome,
    Crumb,
    DataFile,
    Matter,
    NavigationEntry,
    Page,
    Part,
    ScriptFile,
    SiteMap,
)

__all__ = [
    "SEARCH_DESCRIPTION",
    "Alternate",
    "Chrome",
    "Crumb",
    "DataFile",
    "Matter",
    "NavigationEntry",
    "Page",
    "Part",
    "ScriptFile",
    "SiteMap",
    "Whole",
    "chrome_of",
    "lay_out",
    "layout_of",
    "newest_date",
    "page_at",
]
