// Runs queries on the whole Lunr index and on the index assembled from shards; prints those whose results differ.

import { assembleIndex } from "../../../static/js/search/lunr_part.js";
import { input, lunr, opened } from "./site.mjs";

const { whole, queries, ...site } = input();
const wholeIndex = lunr.Index.load(whole);
const library = await opened(site);
const numberOf = (record) => {
  const { number, first } = library.scopeOf(record);
  return number * library.manifest.scopeSize + record - first;
};
const ask = (index, query) => index.query((lunrQuery) => query.forEach(({ term, boost, presence, fields }) => {
  lunrQuery.term(term, { boost, presence, ...(fields ? { fields } : {}), usePipeline: false });
}));
const shown = (results, refOf) => results.map(({ ref, score }) => [refOf(ref), score]);
const differing = [];
let hits = 0;
for (const [at, query] of queries.entries()) {
  const postings = await library.postings(query.map(({ term }) => term));
  const used = Array.from(postings.values());
  const expected = shown(ask(wholeIndex, query), Number);
  const assembled = shown(ask(assembleIndex(lunr, library.manifest, library.count, used), query), (ref) => numberOf(Number(ref)));
  hits += expected.length === 0 ? 0 : 1;
  if (JSON.stringify(expected) !== JSON.stringify(assembled)) {
    differing.push({ query, expected, assembled });
  }
  // Of records left out nothing is seen; the others keep score and order. No term is demanded or forbidden here.
  const kept = Array.from({ length: library.count }, (_, record) => record).filter((record) => (record + at) % 3 === 0);
  const free = query.map(({ term, boost, fields }) => ({ term, boost, fields }));
  const some = shown(ask(assembleIndex(lunr, library.manifest, library.count, used, kept), free), Number);
  const all = shown(ask(assembleIndex(lunr, library.manifest, library.count, used), free), Number);
  if (JSON.stringify(some) !== JSON.stringify(all.filter(([record]) => kept.includes(record)))) {
    differing.push({ query, some });
  }
}
console.log(JSON.stringify({ differing: differing.slice(0, 3), count: differing.length, hits }));
