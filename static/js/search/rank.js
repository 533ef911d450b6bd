// Which records answer a query, and in which order: Lunr scores, what they meet of the query (measure.js) sorts.

import { assembleIndex, elements } from "./lunr_part.js";
import { measured } from "./measure.js";

const BOOSTS_OF_SCOPES = { place: 0.3, year: 0.3 };
const ORDER_OF_KINDS = ["plan", "task", "item", "unit", "term", "page", "known"];
const SCORED_BY_LUNR = 100;
const BINS = 1024;
// By how much sums of the same numbers may differ that are added in another order.
const ROUNDING = 1e-9;
const NO_MEASURES = { values: [], exactly: null };

/**
 * Select the records that answer an understood query: {full, partial, settle}, the first two each `Found`. Full ones meet every
 * group; partial ones enough of them to be worth showing. Their order is Lunr's but for the last digits of
 * scores; `rank` makes it exact.
 */
export function select({ groups, postings, literal }, library) {
  if (groups.length > 0 && groups.every(({ shareOf }) => shareOf)) {
    return inScopes(groups, library);
  }
  const boosts = boostsOf(groups, postings);
  const used = Array.from(boosts.keys(), (term) => postings.get(term));
  const { full, partial, worths } = measured({ groups, literal }, used, postings, library);
  const scores = sumOfElements(boosts, postings, library);
  const measures = { worths, values: products(scores, worths), exactly: null };
  const [fully, partly] = [new Found(full, measures), new Found(partial, measures)];
  const settle = (lunr) => {
    const exactly = (records) => lunrScores(lunr, boosts, used, records, library);
    return { full: fully.scored(exactly), partial: full.length < SCORED_BY_LUNR ? partly.scored(exactly) : partly };
  };
  return { full: fully, partial: partly, settle };
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

/**
 * Records found, to be had in their order, as much of it as is asked for. `values`, sums of elements times `worths`, put them in
 * order; where `exactly` gives Lunr's scores, these do so for the best ones.
 */
class Found {
  constructor(records, measures, best = null) {
    Object.assign(this, { records, measures, best, settled: 0 });
  }

  get length() {
    return this.records.length;
  }

  /** The same, the best ones in the order of Lunr's scores, which `exactly` gives for some records. */
  scored(exactly) {
    return new Found(this.records, { ...this.measures, exactly }, this.best);
  }

  /** The records from a place in the order to another, the best first. */
  slice(start, end) {
    this.best = this.best || bestOf(this.records, this.measures.values);
    const scored = Math.min(SCORED_BY_LUNR, this.length);
    if (this.measures.exactly && this.settled < Math.min(end, scored)) {
      this.settle(this.settled === 0 ? Math.min(end, scored) : scored);
    }
    if (end > this.best.length && this.best.length < this.records.length) {
      const known = new Set(this.best);
      this.best = this.best.concat(inOrderOf(this.records.filter((record) => !known.has(record)), this.measures.values));
    }
    return this.best.slice(start, end);
  }

  /** Put the first `end` of the best in Lunr's own order; most of the others need not be scored for that. */
  settle(end) {
    const { worths, values, exactly } = this.measures;
    const lowest = values[this.best[end - 1]] * (1 - ROUNDING);
    const first = this.best.filter((record) => values[record] >= lowest);
    const scores = exactly(first);
    const exact = new Map(first.map((record) => [record, scores.get(record) * worths[record]]));
    const ordered = first.sort((left, right) => exact.get(right) - exact.get(left) || left - right);
    this.settled = end;
    const known = new Set(ordered.slice(0, end));
    this.best = Array.from(known).concat(this.best.filter((record) => !known.has(record)));
  }

  /** Those that pass a test. */
  filter(test) {
    const records = this.slice(0, this.length).filter(test);
    return new Found(records, NO_MEASURES, records);
  }
}

function inOrderOf(records, values) {
  return records.slice().sort((left, right) => values[right] - values[left] || left - right);
}

/** The best of many records, as many as Lunr scores, in order; found without putting all in order. */
function bestOf(records, values) {
  if (records.length <= SCORED_BY_LUNR) {
    return inOrderOf(records, values);
  }
  let highest = 0;
  for (let at = 0; at < records.length; at += 1) {
    highest = Math.max(highest, values[records[at]]);
  }
  const bins = new Uint16Array(records.length);
  const counts = new Uint32Array(BINS);
  for (let at = 0; at < records.length; at += 1) {
    bins[at] = Math.min(BINS - 1, Math.floor((values[records[at]] / highest) * BINS));
    counts[bins[at]] += 1;
  }
  let lowest = BINS - 1;
  for (let held = counts[lowest]; held < SCORED_BY_LUNR && lowest > 0; held += counts[lowest]) {
    lowest -= 1;
  }
  return inOrderOf(records.filter((_, at) => bins[at] >= lowest), values).slice(0, SCORED_BY_LUNR);
}

/** Lunr's scores of some records, by record. */
function lunrScores(lunr, boosts, used, records, library) {
  const kept = Int32Array.from(records).sort();
  const index = assembleIndex(lunr, library.manifest, library.count, used, kept);
  const results = index.query((query) => {
    boosts.forEach((boost, term) => query.term(term, { boost, usePipeline: false }));
  });
  return new Map(results.map(({ ref, score }) => [Number(ref), score]));
}

function products(left, right) {
  const values = new Float64Array(left.length);
  for (let at = 0; at < values.length; at += 1) {
    values[at] = left[at] * right[at];
  }
  return values;
}

/** For each record the sum over terms and fields of boost and element: Lunr's score but for a factor. */
function sumOfElements(boosts, postings, library) {
  const scores = new Float64Array(library.count);
  boosts.forEach((boost, term) => {
    const posting = postings.get(term);
    posting.fields.forEach(({ records }, field) => {
      add(boost, weightsOf(posting, field, library), records, scores);
    });
  });
  return scores;
}

function add(boost, weights, records, scores) {
  for (let at = 0; at < records.length; at += 1) {
    scores[records[at]] += boost * weights[at];
  }
}

/** The elements of all occurrences of a term in a field; made once and kept with the posting. */
function weightsOf(posting, field, library) {
  const own = posting.fields[field];
  if (!own.weights) {
    const elementOf = elements(posting, field, library.manifest, library.count);
    own.weights = new Float64Array(own.records.length);
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
  return { full: new Found(ordered, NO_MEASURES, ordered), partial: new Found([], NO_MEASURES, []) };
}
