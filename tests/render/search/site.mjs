// Reads a rendered search from a folder in Node, and Lunr, for the tests of this folder.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { openLibrary } from "../../../static/js/search/library.js";
import { readDirectory } from "../../../static/js/search/shards.js";

export const lunr = createRequire(import.meta.url)("../../../static/vendor/lunr.min.js");

/** A loader of search files from the folder of a rendered site; `loaded` collects the names asked for. */
function folderLoader(site, loaded = []) {
  return async (name) => {
    loaded.push(name);
    let value;
    const receive = (given, content) => { value = given === name ? content : undefined; };
    new Function("sitegenSearch", readFileSync(`${site}/search/${name}.js`, "utf8"))(receive);
    return value;
  };
}

/** Everything that came in on standard input, as JSON. */
export function input() {
  return JSON.parse(readFileSync(0, "utf8"));
}

/** The search of a rendered site, opened: what a test says of it is {site, manifest, directory}. */
export function opened({ site, manifest, directory }, loaded = []) {
  return openLibrary(folderLoader(site, loaded), manifest, readDirectory(directory));
}
