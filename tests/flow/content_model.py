"""Content model of HTML (内容模型): which elements may stand in which, and which attributes each may have.

The part of the standard (html.spec.whatwg.org, 2025) that pages of a portal use; an element that is not listed here is
refused, so that whoever needs one looks it up. Pages come parsed without an error, so that the tree is what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

PHRASING = set(
    "a abbr b bdi br button cite code data del dfn em i img input ins kbd label link mark meta noscript picture q rp rt ruby s samp"
    " script select small span strong sub sup svg template textarea time u var wbr".split()
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SECTIONING = {"article", "aside", "nav", "section"}
FLOW = PHRASING | HEADINGS | SECTIONING | set(
    "address blockquote details dialog div dl fieldset figure footer form header hr main ol p pre search table ul".split()
)  # fmt: skip
INTERACTIVE = {"a", "button", "details", "input", "label", "select", "textarea"}
SCRIPTS = {"script", "template"}
# Children of each element; "transparent" ones may hold what their parent may.
CHILDREN: dict[str, set[str]] = {
    **dict.fromkeys("abbr b button cite code data dfn em i kbd label mark p pre q rt s samp small span strong sub sup time u var".split(), PHRASING),
    **dict.fromkeys(HEADINGS, PHRASING),
    **dict.fromkeys("article aside blockquote body dd div dialog figcaption footer form header li main nav search section td template".split(), FLOW),
    "dt": FLOW - SECTIONING - HEADINGS - {"header", "footer"}, "th": FLOW - SECTIONING - HEADINGS - {"header", "footer"},
    "address": FLOW - SECTIONING - HEADINGS - {"header", "footer", "address"}, "caption": FLOW - {"table"},
    "ul": {"li"} | SCRIPTS, "ol": {"li"} | SCRIPTS, "dl": {"dt", "dd", "div"} | SCRIPTS, "figure": FLOW | {"figcaption"},
    "details": FLOW | {"summary"}, "summary": PHRASING | HEADINGS, "fieldset": FLOW | {"legend"}, "legend": PHRASING | HEADINGS,
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"} | SCRIPTS, "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"},
    "tr": {"th", "td"}, "colgroup": {"col"}, "select": {"option", "optgroup"}, "optgroup": {"option"}, "ruby": PHRASING | {"rt", "rp"},
    "html": {"head", "body"}, "head": {"base", "link", "meta", "noscript", "script", "style", "title"},
}  # fmt: skip
TRANSPARENT = {"a", "del", "ins", "noscript"}
EMPTY = {"br", "col", "hr", "img", "input", "link", "meta", "wbr", "option", "script", "textarea", "title"}
GLOBAL = set("class dir hidden id lang role tabindex title translate inert".split())
ATTRIBUTES = {
    "a": "href rel hreflang type download target", "button": "type name value disabled", "data": "value", "details": "open name", "form": "action method",
    "img": "src alt width height loading decoding", "input": "type name value checked disabled maxlength minlength min max step placeholder autocomplete required enterkeyhint inputmode readonly list",
    "label": "for", "link": "rel href type media title sizes as crossorigin", "meta": "charset name content http-equiv", "ol": "start reversed type",
    "optgroup": "label disabled", "option": "value selected disabled label", "script": "src type defer async blocking", "select": "name disabled required multiple",
    "td": "colspan rowspan headers", "th": "colspan rowspan headers scope abbr", "time": "datetime", "col": "span", "colgroup": "span", "li": "value",
    "del": "cite datetime", "ins": "cite datetime", "blockquote": "cite", "q": "cite", "textarea": "name rows cols maxlength placeholder required readonly disabled", "html": "",
    "fieldset": "disabled name", "dialog": "open",
}  # fmt: skip
IDS = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-activedescendant")
OF_TEXT = ("autocomplete", "maxlength", "placeholder", "readonly", "list", "inputmode")
DATETIME = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?)?)?|--\d\d-\d\d|P(\d+[YMDW])+")
NAMES = re.compile(r"(aria|data)-[a-z0-9.-]+")


def breaches(tree: LexborHTMLParser) -> Iterator[str]:
    """What a parsed page does that the standard does not allow."""
    ids = {node.attributes.get("id") for node in tree.css("[id]")}
    for node in tree.css("*"):
        if not _in_drawing(node):
            yield from _placing(node)
            yield from _attributes(node, ids)
            yield from _order(node)


def _in_drawing(node: LexborNode) -> bool:
    """Inside an SVG, which has rules of its own."""
    above = node.parent
    while above is not None and above.tag != "svg":
        above = above.parent
    return above is not None


def _placing(node: LexborNode) -> Iterator[str]:
    tag, parent = str(node.tag), node.parent
    if tag in ("html", "svg") or parent is None or str(parent.tag) in ("-undef", "-document"):
        return
    holder = parent
    while str(holder.tag) in TRANSPARENT and holder.parent is not None:
        holder = holder.parent
    allowed = CHILDREN.get(str(holder.tag), set())
    in_list = str(holder.tag) == "div" and holder.parent is not None and str(holder.parent.tag) == "dl"
    if tag not in ({"dt", "dd"} | SCRIPTS if in_list else allowed) or str(parent.tag) in EMPTY:
        yield f"<{tag}> in <{holder.tag}>"
    above = _ancestors(node)
    if tag in INTERACTIVE and ("a" in above or "button" in above) and node.attributes.get("type") != "hidden":
        yield f"<{tag}> inside something that can be pressed"
    if tag in ("form", "label", "main", "address") and tag in above:
        yield f"<{tag}> inside <{tag}>"
    if tag in ("header", "footer") and {"header", "footer"} & above:
        yield f"<{tag}> inside a header or footer"
    if tag == "main" and above - {"html", "body", "div", "form"}:
        yield "<main> inside something else than the page"


def _ancestors(node: LexborNode) -> set[str]:
    found = set()
    above = node.parent
    while above is not None:
        found.add(str(above.tag))
        above = above.parent
    return found - {"-undef", "-document"}


def _attributes(node: LexborNode, ids: set[str | None]) -> Iterator[str]:
    tag = str(node.tag)
    own = set(ATTRIBUTES.get(tag, "").split())
    for name, value in node.attributes.items():
        if tag != "svg" and name not in GLOBAL and name not in own and not NAMES.fullmatch(name):
            yield f"<{tag} {name}>"
        if name in ("href", "src", "action") and re.search(r"\s", value or ""):
            yield f"<{tag} {name}={value!r}> holds white space"
        if name == "id" and (not value or re.search(r"\s", value)):
            yield f"<{tag} id={value!r}>"
        if name in IDS:
            yield from (f"<{tag} {name}={one!r}> names nothing" for one in (value or "").split() if one not in ids)
            if not value:
                yield f"<{tag} {name}> is empty"
        if name == "datetime" and not DATETIME.fullmatch(value or ""):
            yield f"<{tag} datetime={value!r}>"
    if tag == "input" and node.attributes.get("type") in ("checkbox", "radio"):
        yield from (f"<input type=checkbox {name}>" for name in OF_TEXT if name in node.attributes)
    if tag == "img" and "src" not in node.attributes:
        yield "<img> without src"
    if tag == "time" and "datetime" not in node.attributes and not DATETIME.fullmatch(node.text()):
        yield f"<time> of {node.text()!r}"


def _order(node: LexborNode) -> Iterator[str]:
    """First and last places, and the pairs of lists of terms."""
    tag = str(node.tag)
    children = [str(child.tag) for child in node.iter(include_text=False)]
    for holder, first in (("details", "summary"), ("fieldset", "legend"), ("table", "caption")):
        if tag == holder and first in children[1:]:
            yield f"<{first}> is not first in <{holder}>"
    if tag == "details" and children[:1] != ["summary"]:
        yield "<details> without <summary>"
    if tag == "figure" and "figcaption" in children[1:-1]:
        yield "<figcaption> in the middle of <figure>"
    terms = [child for child in children if child in ("dt", "dd")]
    if ((tag == "dl" and "div" not in children) or (tag == "div" and "dt" in children)) and terms and (terms[0] == "dd" or terms[-1] == "dt"):
        yield f"<{tag}> with terms {' '.join(terms)}"
    if tag in ("ul", "ol", "dl", "tr", "tbody", "table", "select") and node.text(deep=False).strip():
        yield f"words straight in <{tag}>"
