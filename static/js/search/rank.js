// Which records answer a query, and in which order: Lunr scores, what they meet of the query (measure.js) sorts.

import { assembleIndex, elements } from "./lunr_part.js";
import { measured } from "./measure.js";

const BOOSTS_OF_SCOPES = { place: 0.3, year: 0.3 };
const ORDER_OF_KINDS = ["plan", "task", "item", "unit", "term", "page", "known"];
const SCORED_BY_LUNR = 100;
const BINS = 1024;

/**
 * Select the records that answer an understood query: {full, partial, settle}, the first two each `Found`. Full ones meet every
 * group; partial ones enough of them to be worth showing. Their order is Lunr's but for the rounding of
 * scores; `rank` makes it exact.
 */
export function select({ groups, postings, literal }, library) {
  if (groups.length > 0 && groups.every(({ shareOf }) => shareOf)) {
    return inScopes(groups, library);
  }
  const boosts = boostsOf(groups, postings);
  const scores = sumOfElements(boosts, postings, library);
  const { full, partial, worths } = measured({ groups, literal }, scores, postings, library);
  const worth = (record) => scores[record] * worths[record];
  const best = bestOf(full, worth);
  // Partial matches come after all full ones.
  const partly = full.length < SCORED_BY_LUNR ? bestOf(partial, worth) : [];
  const settle = (lunr) => {
    const exact = lunrScores(lunr, boosts, postings, best.concat(partly), library);
    const inOrder = (records) => inOrderOf(records, (record) => exact.get(record) * worths[record]);
    return { full: new Found(full, inOrder(best), worth), partial: new Found(partial, inOrder(partly), worth) };
  };
  return { full: new Found(full, inOrderOf(best, worth), worth), partial: new Found(partial, inOrderOf(partly, worth), worth), settle };
}

/** Records that answer an understood query, in their final order: {full, partial}. */
export function rank(lunr, selected) {
  return selected.settle ? selected.settle(lunr) : selected;
}

/** The first records that are shown, full matches before partial ones. */
export function firstOf({ full, partial }, most) {
  const first = full.slice(0, most);
  return first.concat(partial.slice(0, most - first.length));
}

/** Records found; `best` are in their final order, the rest is put in order when it is asked for. */
class Found {
  constructor(records, best, worth) {
    Object.assign(this, { records, best, worth });
  }

  get length() {
    return this.records.length;
  }

  /** The records from a place in the order to another, the best first. */
  slice(start, end) {
    if (end > this.best.length && this.best.length < this.records.length) {
      const known = new Set(this.best);
      this.best = this.best.concat(inOrderOf(this.records.filter((record) => !known.has(record)), this.worth));
    }
    return this.best.slice(start, end);
  }

  /** Those that pass a test. */
  filter(test) {
    const records = this.slice(0, this.length).filter(test);
    return new Found(records, records, this.worth);
  }
}

function inOrderOf(records, worth) {
  return records.slice().sort((left, right) => worth(right) - worth(left) || left - right);
}

/** The best of many records, as many as Lunr scores; found without putting all in order. */
function bestOf(records, worth) {
  if (records.length <= SCORED_BY_LUNR) {
    return records;
  }
  const highest = records.reduce((most, record) => Math.max(most, worth(record)), 0);
  const bin = (record) => Math.min(BINS - 1, Math.floor((worth(record) / highest) * BINS));
  const counts = new Uint32Array(BINS);
  records.forEach((record) => { counts[bin(record)] += 1; });
  let lowest = BINS - 1;
  for (let held = counts[lowest]; held < SCORED_BY_LUNR && lowest > 0; held += counts[lowest]) {
    lowest -= 1;
  }
  return inOrderOf(records.filter((record) => bin(record) >= lowest), worth).slice(0, SCORED_BY_LUNR);
}

/** Lunr's scores of some records, by record. */
function lunrScores(lunr, boosts, postings, records, library) {
  if (records.length === 0) {
    return new Map();
  }
  const kept = Int32Array.from(records).sort();
  const used = Array.from(boosts.keys(), (term) => postings.get(term));
  const index = assembleIndex(lunr, library.manifest, library.count, used, kept);
  const results = index.query((query) => {
    boosts.forEach((boost, term) => query.term(term, { boost, usePipeline: false }));
  });
  return new Map(results.map(({ ref, score }) => [Number(ref), score]));
}

/** For each record the sum over terms and fields of boost and element: Lunr's score but for a factor and its rounding. */
function sumOfElements(boosts, postings, library) {
  const scores = new Float64Array(library.count);
  boosts.forEach((boost, term) => {
    const posting = postings.get(term);
    posting.fields.forEach(({ records }, field) => {
      const weights = weightsOf(posting, field, library);
      for (let at = 0; at < records.length; at += 1) {
        scores[records[at]] += boost * weights[at];
      }
    });
  });
  return scores;
}

/** The elements of all occurrences of a term in a field; made once and kept with the posting. */
function weightsOf(posting, field, library) {
  const own = posting.fields[field];
  if (!own.weights) {
    const elementOf = elements(posting, field, library.manifest, library.count);
    own.weights = new Float32Array(own.records.length);
    for (let at = 0; at < own.weights.length; at += 1) {
      own.weights[at] = elementOf(at);
    }
  }
  return own.weights;
}

function boostsOf(groups, postings) {
  const boosts = new Map();
  for (const { kind, alternatives } of groups) {
    alternatives.forEach(({ terms, boost }) => {
      terms.filter((term) => postings.has(term)).forEach((term) => {
        boosts.set(term, Math.max(BOOSTS_OF_SCOPES[kind] || boost, boosts.get(term) || 0));
      });
    });
  }
  return boosts;
}

/** All records of the places and years asked for: documents first, then in the order of records, the newest first. */
function inScopes(groups, library) {
  const asked = library.scopes.filter((scope) => groups.every(({ shareOf }) => shareOf(scope) === 1));
  const records = [].concat(...asked.map(({ first, count }) => Array.from({ length: count }, (_, within) => first + within)));
  const orderOf = (record) => ORDER_OF_KINDS.indexOf(library.kindOf(record));
  const ordered = records.sort((left, right) => orderOf(left) - orderOf(right) || left - right);
  return { full: new Found(ordered, ordered, null), partial: new Found([], [], null) };
}
