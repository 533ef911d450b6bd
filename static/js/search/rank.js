// Which records answer a query, and in which order: Lunr scores, coverage of the query's groups sorts.

import { assembleIndex } from "./lunr_part.js";

const PARTIAL_WITHOUT_FULL = 0.32;
// Of a word with five pairs of characters four must be met, and a place alone with a third of a word is too little.
const PARTIAL_BESIDE_FULL = 0.47;
const WORTH_OF_A_PIECE = 0.6;
const BOOSTS = { place: 0.3, year: 0.3 };
const BOOST_OF_OTHER_NAMES = 0.8;

/**
 * Records that answer an understood query: {full, partial}, each a list of {record, score}, the best first. Full ones
 * meet every group; partial ones enough of them to be worth showing.
 */
export function rank(lunr, { groups, postings }, library) {
  const index = assembleIndex(lunr, library.manifest, Array.from(postings.values()));
  const boosts = boostsOf(groups);
  const scored = boosts.size === 0 ? [] : index.query((query) => {
    boosts.forEach((boost, term) => query.term(term, { boost, usePipeline: false }));
  });
  const covers = groups.map((group) => coverOf(group, postings, library));
  const weights = groups.reduce((sum, { weight }) => sum + weight, 0);
  const found = scored.map(({ ref, score }) => {
    const record = Number(ref);
    const shares = covers.map((cover) => cover(record));
    const coverage = shares.reduce((sum, share, at) => sum + share * groups[at].weight, 0) / weights;
    return { record, score: score * coverage * coverage, coverage, isFull: shares.every((share) => share === 1) };
  }).sort((left, right) => right.score - left.score);
  const full = found.filter(({ isFull }) => isFull);
  const threshold = full.length > 0 ? PARTIAL_BESIDE_FULL : PARTIAL_WITHOUT_FULL;
  return { full, partial: found.filter(({ isFull, coverage }) => !isFull && coverage >= threshold) };
}

function boostsOf(groups) {
  const boosts = new Map();
  for (const { kind, alternatives } of groups) {
    alternatives.forEach(({ terms }, place) => {
      const boost = BOOSTS[kind] || (place === 0 ? 1 : BOOST_OF_OTHER_NAMES);
      terms.forEach((term) => boosts.set(term, Math.max(boost, boosts.get(term) || 0)));
    });
  }
  return boosts;
}

/** Function that says how much of a group a record meets: 1 if an alternative in full, less if a piece of it. */
function coverOf({ alternatives, inScope }, postings, library) {
  const shares = new Map();
  for (const { terms } of alternatives) {
    const counts = new Map();
    for (const term of new Set(terms)) {
      const posting = postings.get(term);
      for (const record of posting ? posting.records : []) {
        counts.set(record, (counts.get(record) || 0) + 1);
      }
    }
    const needed = new Set(terms).size;
    counts.forEach((count, record) => {
      const share = count === needed ? 1 : (WORTH_OF_A_PIECE * count) / needed;
      shares.set(record, Math.max(share, shares.get(record) || 0));
    });
  }
  return (record) => (inScope(library.scopeOf(record)) ? 1 : shares.get(record) || 0);
}
