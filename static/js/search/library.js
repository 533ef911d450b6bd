// Everything that was fetched, and how it is asked for: the index by term, results by number, names of units.

import { prepareLexicon } from "./lexicon.js";
import { fileOf, postingsOf } from "./shards.js";
import { normalise } from "./tokens.js";
import { prepareUnits } from "./units.js";

/**
 * Open the search whose manifest has the given name. `load(name)` promises the value of a file of the search folder.
 * Nothing else is fetched than the manifest and the names of units.
 */
export async function openLibrary(load, manifestName) {
  const folder = manifestName.replace(/[^/]*$/, "");
  const [manifest, words] = await Promise.all([load(manifestName), load(`${folder}words`)]);
  const scopes = new Map(manifest.scopes.map(([number, kind, place, year, hash]) => [
    number,
    { kind, places: manifest.places[place], place: manifest.places[place][0] || "", year, hash },
  ]));
  const synonyms = words.synonyms.map((entry) => entry.map(normalise));
  let prepared = null;
  const scopeOf = (record) => scopes.get(Math.floor(record / manifest.scopeSize));

  /** Postings of those of the terms that occur anywhere, by term. */
  async function postings(terms) {
    const shards = await Promise.all(terms.map((term) => load(fileOf(term, manifest))));
    const found = terms.map((term, index) => [term, postingsOf(term, shards[index], manifest)]);
    return new Map(found.filter(([, posting]) => posting !== null));
  }

  /** What the results with these numbers show, in the given order. */
  function results(records) {
    return Promise.all(records.map(async (record) => {
      const { kind, place, year, hash } = scopeOf(record);
      const within = record % manifest.scopeSize;
      const folderName = `t/${Math.floor(record / manifest.scopeSize)}-${hash}`;
      const texts = await load(`${folderName}/${Math.floor(within / manifest.chunkSize)}`);
      const [url, title, label, duty, deadline, sentences, anchors] = texts[within % manifest.chunkSize];
      return { record, kind, place, year, url, title, label, units: duty, deadline, sentences, anchors };
    }));
  }

  /** Phrases of the site and their readings; fetched when first asked for. */
  function lexicon() {
    prepared = prepared || load(`${folder}lexicon`).then(prepareLexicon);
    prepared.catch(() => { prepared = null; });
    return prepared;
  }

  return { manifest, lexicon, units: prepareUnits(words.units, normalise), synonyms, scopeOf, scopes: Array.from(scopes.values()), postings, results };
}
