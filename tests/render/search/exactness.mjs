// Runs queries on the whole Lunr index and on the index assembled from shards; prints those whose results differ.

import { assembleIndex } from "../../../static/js/search/lunr_part.js";
import { openLibrary } from "../../../static/js/search/library.js";
import { folderLoader, input, lunr } from "./site.mjs";

const { site, manifest, whole, queries } = input();
const wholeIndex = lunr.Index.load(whole);
const library = await openLibrary(folderLoader(site), manifest);
const shown = (results) => JSON.stringify(results.map(({ ref, score }) => [ref, score]));
const differing = [];
let hits = 0;
for (const query of queries) {
  const ask = (index) => shown(index.query((lunrQuery) => query.forEach(({ term, boost, presence, fields }) => {
    lunrQuery.term(term, { boost, presence, ...(fields ? { fields } : {}), usePipeline: false });
  })));
  const postings = await library.postings(query.map(({ term }) => term));
  const [expected, assembled] = [wholeIndex, assembleIndex(lunr, library.manifest, Array.from(postings.values()))].map(ask);
  hits += expected === "[]" ? 0 : 1;
  if (expected !== assembled) {
    differing.push({ query, expected, assembled });
  }
}
console.log(JSON.stringify({ differing: differing.slice(0, 3), count: differing.length, hits }));
