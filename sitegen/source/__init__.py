"""From disk to text with positions (来源): reads files, knows YAML and front matter, and where every value stands.

``files`` reads a folder, ``text`` decodes and counts lines, ``characters`` finds characters that nobody typed,
``scalars`` maps the characters of a value to the file, ``tree`` builds values from the parser's events, ``slips`` finds
what parses but was not meant, ``syntax`` explains what does not parse, ``faults`` and ``value_faults`` word both,
``recovery`` reads on after a fault in a patched ``draft``, ``yaml_document`` and ``markdown_document`` are the results,
``sources`` turns places by keys into places by line.

This room says nothing about which fields a document may have; that is ``load``. It is the only home of ``yaml``.
"""

from sitegen.source.files import SourceFile, read_files, read_tree, stray_files
from sitegen.source.markdown_document import MarkdownDocument, parse_markdown
from sitegen.source.sources import Sources
from sitegen.source.text import Text
from sitegen.source.tree import YamlValue
from sitegen.source.yaml_document import YamlDocument, parse_yaml

__all__ = [
    "MarkdownDocument", "SourceFile", "Sources", "Text", "YamlDocument", "YamlValue", "parse_markdown", "parse_yaml",
    "read_files", "read_tree", "stray_files",
]  # fmt: skip
