"""XML (可扩展标记语言): element trees -> bytes that every parser takes. What stands in a document is in its own module."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new element under a parent, with text and attributes; characters that XML cannot hold become U+FFFD."""
    element = SubElement(parent, tag, {name: _clean(value) for name, value in attributes.items()})
    element.text = _clean(text)
    return element


def root(tag: str, namespace: str, **attributes: str) -> Element:
    """The outermost element of a document in one namespace."""
    return Element(tag, {"xmlns": namespace, **attributes})


def document(element: Element) -> bytes:
    """A document as UTF-8, one element per line."""
    ElementTree.indent(element, " ")
    return bytes(ElementTree.tostring(element, "utf-8", xml_declaration=True)) + b"\n"


def _clean(text: str) -> str:
    return NOT_XML.sub(REPLACEMENT, text)
