"""The files of a search: their names, their determinism, what one more record changes, and the joined script."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from sitegen.derive.entries import LabelledLink
from sitegen.derive.search_page import PHRASES
from sitegen.derive.search_record import RecordKind, Searchable
from sitegen.render.bundle import bundle_modules
from sitegen.render.json_text import as_json
from sitegen.render.search import render_search
from sitegen.render.search_index import MOST_RESULTS, without_index


def value_of(content: bytes) -> tuple[str, object]:
    text = content.decode()
    assert text.startswith("sitegenSearch(")
    assert text.endswith(")\n")
    name, value = json.loads(f"[{text.removeprefix('sitegenSearch(').removesuffix(')' + chr(10))}]")
    return name, value


def test_every_file_hands_over_one_value_under_its_own_name(records):
    search = render_search(records)
    for file in search.files:
        name, _ = value_of(file.content)
        assert file.path == f"search/{name}.js"
    assert search.manifest_path in {file.path for file in search.files}
    assert len({file.path for file in search.files}) == len(search.files)


def test_no_page_lies_in_a_folder_whose_files_never_change(records):
    # Hosts are told to keep what lies in these for ever; pages of prepared results change under the same address.
    folders = render_search(records).folders
    assert {"search/s/", "search/t/", "search/w/"} <= set(folders)
    assert not any(PHRASES.startswith(folder) for folder in folders)


def test_the_same_records_in_any_order_give_the_same_bytes(records):
    shuffled = list(records)
    random.Random(7).shuffle(shuffled)
    assert render_search(shuffled) == render_search(records)


def test_no_records_give_a_search_that_finds_nothing():
    search = render_search(())
    manifest = next(file for file in search.files if file.path == search.manifest_path)
    _, value = value_of(manifest.content)
    assert (value["scopes"], value["texts"]) == ("", "")
    assert search.directory.startswith("1 ") and search.directory.endswith("||")


def test_one_more_document_changes_only_shards_that_hold_its_words(clauses, records_of_clauses):
    before = {file.path for file in render_search(records_of_clauses(clauses)).files}
    new = {**clauses[0], "place": "济南市历城区", "kind": "task", "number": "1", "text": "推进回头看。", "title": "回头看"}
    after = {file.path for file in render_search(records_of_clauses([*clauses, new])).files}
    changed = sorted(path.split("/")[1] for path in after - before)
    # Two pairs in the title and three more in the text, three characters, one unit and its pairs; four shards share a name.
    shards = sum(path.startswith("search/s/") for path in after)
    assert 0 < changed.count("s") < shards
    assert changed.count("t") == 1


def test_a_search_that_begins_with_an_earlier_one_is_the_same_and_encodes_what_changed(records):
    earlier = render_search(records)
    for changed in ([replace(records[3], sentences=("推进回头看。",), anchors=records[3].anchors[:1]), *records[:3], *records[4:]], records[1:], records):
        clean = render_search(changed)
        begun = render_search(changed, before=earlier.encoded)
        assert (begun, begun.encoded) == (clean, clean.encoded)
    one_changed = render_search([replace(records[3], sentences=("推进回头看。",), anchors=records[3].anchors[:1]), *records[:3], *records[4:]])
    known = one_changed.encoded.keys() & earlier.encoded.keys()
    assert len(known) > len(one_changed.encoded) / 2
    fewer = render_search(records[1:])
    assert not fewer.encoded.keys() & earlier.encoded.keys()


def test_line_separators_that_old_scripts_refuse_are_escaped():
    assert as_json(["甲\u2028乙\u2029"]) == '["甲\\u2028乙\\u2029"]'


def test_modules_are_joined_in_the_order_in_which_they_need_each_other():
    modules = {
        "main.js": 'import { twice } from "./two.js";\nimport { ONE } from "./one.js";\nresult(twice(ONE));\n',
        "two.js": '/**\n * Twice.\n */\n// Note.\nimport { ONE } from "./one.js";\nexport function twice(x) { return x + ONE; }\n',
        "one.js": "export const ONE = 1;\nconst hidden = 2;\n",
        "unused.js": "fail();\n",
    }
    script = bundle_modules(modules, "main.js")
    assert script.index('modules["one.js"] =') < script.index('modules["two.js"] =') < script.index('modules["main.js"] =')
    assert "fail" not in script
    assert "Twice" not in script
    assert "Note" not in script
    assert "import" not in script
    assert "export" not in script


def test_indentation_is_left_out_where_no_text_goes_over_several_lines():
    script = bundle_modules({"main.js": "export function one() {\n  const two = `  ${1}`;\n    return two;\n}\n"}, "main.js")
    assert "{\nconst two = `  ${1}`;\nreturn two;\n}\n" in script
    with pytest.raises(ValueError, match="cannot join"):
        bundle_modules({"main.js": "show(`one\n  two`);\n"}, "main.js")


@pytest.mark.parametrize(
    "text",
    ['import * as all from "./one.js";\n', 'import one from "./one.js";\n', "export default 1;\n", 'export { a } from "./one.js";\n'],
)
def test_imports_and_exports_of_other_forms_are_refused(text):
    with pytest.raises(ValueError, match="cannot join"):
        bundle_modules({"main.js": text, "one.js": ""}, "main.js")


def test_modules_in_a_circle_are_refused():
    circle = {"a.js": 'import { b } from "./b.js";\nexport const a = 1;\n', "b.js": 'import { a } from "./a.js";\nexport const b = 1;\n'}
    with pytest.raises(ValueError, match="circle"):
        bundle_modules(circle, "a.js")
    with pytest.raises(KeyError):
        bundle_modules({"a.js": 'import { x } from "./gone.js";\n'}, "a.js")


def test_without_an_index_every_task_and_item_is_shown_once(records):
    found = without_index(Searchable(records, (), (LabelledLink("区财政局", "units/1/"), LabelledLink("区民政局", "units/2/"))))
    shown = [record for one in found.prepared for record in one.records]
    assert shown == [record for record in records if record.kind in (RecordKind.TASK, RecordKind.ITEM)]
    assert len(shown) > 3 * MOST_RESULTS
    assert all(len(one.records) == one.total <= MOST_RESULTS for one in found.prepared)
    assert len({one.slug for one in found.prepared}) == len(found.prepared)
    assert [link.label for group in found.units for link in group.links] == ["区财政局", "区民政局"]
    assert (found.files, found.folders) == ((), ())
