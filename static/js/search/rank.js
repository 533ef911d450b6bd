// Which records answer a query, and in which order: Lunr scores, coverage of the query's groups sorts.

import { bitsOf, common, eachRecord, holds } from "./bits.js";
import { assembleIndex, elements } from "./lunr_part.js";

const PARTIAL_WITHOUT_FULL = 0.32;
// Of a word with five pairs of characters four must be met, and a place alone with a third of a word is too little.
const PARTIAL_BESIDE_FULL = 0.47;
// Where the site does not know a word, the others must make up more than half of what was asked.
const PARTIAL_WITH_UNKNOWN = 0.51;
const WORTH_OF_A_PIECE = 0.6;
const WORTH_WITHOUT_SEAMS = 0.9;
const RARITY_OF_A_SEAM = 0.25;
const BOOSTS_OF_SCOPES = { place: 0.3, year: 0.3 };
// What a task or item says comes before a page that only bears a name, a document that the site does not hold last.
const WORTH_OF_KINDS = { task: 1, item: 1, plan: 0.5, unit: 0.6, term: 0.6, page: 0.4, known: 0.25 };
const SCORED_BY_LUNR = 200;
const BINS = 1024;

/**
 * Records that answer an understood query: {full, partial}, each a `Found`. Full ones meet every group; partial ones
 * enough of them to be worth showing.
 */
export function rank(lunr, { groups, postings }, library) {
  if (groups.length > 0 && groups.every(({ shareOf }) => shareOf)) {
    return inScopes(groups, library);
  }
  const boosts = boostsOf(groups, postings);
  const shares = groups.map((group) => sharesOf(group, postings, library));
  const scores = sumOfElements(boosts, postings, library);
  const total = sum(groups.map(({ weight }) => weight));
  const subjects = groups.map((group) => !group.isGeneric);
  const subjectTotal = sum(groups.map(({ weight }, at) => (subjects[at] ? weight : 0)));
  const full = [];
  const partial = [];
  const worths = new Float64Array(library.count);
  const subjectCoverage = new Float64Array(library.count);
  for (let record = 0; record < library.count; record += 1) {
    if (scores[record] > 0) {
      let coverage = 0;
      let subject = 0;
      let isFull = true;
      for (let at = 0; at < groups.length; at += 1) {
        const share = shares[at][record];
        coverage += share * groups[at].weight;
        subject += subjects[at] ? share * groups[at].weight : 0;
        isFull = isFull && share === 1;
      }
      coverage /= total;
      subjectCoverage[record] = subject / subjectTotal;
      worths[record] = coverage * coverage * WORTH_OF_KINDS[library.kindOf(record)];
      (isFull ? full : partial).push(record);
    }
  }
  const threshold = groups.some(({ kind, isGeneric }) => kind === "unknown" && !isGeneric) ? PARTIAL_WITH_UNKNOWN
    : full.length > 0 ? PARTIAL_BESIDE_FULL : PARTIAL_WITHOUT_FULL;
  const kept = partial.filter((record) => subjectCoverage[record] >= threshold);
  const score = (record) => scores[record] * worths[record];
  const rescore = (best) => lunrScores(lunr, boosts, postings, best, library);
  return {
    full: new Found(full, score, worths, rescore),
    partial: new Found(kept, score, worths, rescore),
  };
}

/** Records found, the best first; put in order as far as is asked for. */
class Found {
  constructor(records, score, worths, rescore) {
    const isBest = bestOf(records, score);
    this.records = records;
    this.best = isBest === null ? records : records.filter(isBest);
    this.rest = isBest === null ? [] : records.filter((record) => !isBest(record));
    const scores = this.best.length > 0 ? rescore(this.best) : new Map();
    const exact = (record) => scores.get(record) * worths[record];
    this.best.sort((left, right) => exact(right) - exact(left) || left - right);
    this.score = score;
  }

  get length() {
    return this.records.length;
  }

  /** All records in order. */
  ordered() {
    if (this.rest.length > 0) {
      this.best = this.best.concat(this.rest.sort((left, right) => this.score(right) - this.score(left) || left - right));
      this.rest = [];
    }
    return this.best;
  }
}

/** A function that says which of many records are among the best, about as many as Lunr scores; null for few records. */
function bestOf(records, score) {
  if (records.length <= SCORED_BY_LUNR) {
    return null;
  }
  const highest = records.reduce((most, record) => Math.max(most, score(record)), 0);
  const bin = (record) => Math.min(BINS - 1, Math.floor((score(record) / highest) * BINS));
  const counts = new Uint32Array(BINS);
  records.forEach((record) => { counts[bin(record)] += 1; });
  let lowest = BINS - 1;
  for (let held = counts[lowest]; held < SCORED_BY_LUNR && lowest > 0; held += counts[lowest]) {
    lowest -= 1;
  }
  return (record) => bin(record) >= lowest;
}

/** Lunr's scores of some records, by record. */
function lunrScores(lunr, boosts, postings, records, library) {
  const kept = new Uint8Array(library.count);
  records.forEach((record) => { kept[record] = 1; });
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
    own.weights = Float32Array.from(own.records, (_, at) => elementOf(at));
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

/** For each record how much of a group it meets: 1 if an alternative in full, less if a piece of the reader's own words. */
function sharesOf(group, postings, library) {
  const shares = new Float32Array(library.count);
  if (group.shareOf) {
    library.scopes.forEach((scope) => shares.fill(group.shareOf(scope), scope.first, scope.first + scope.count));
  }
  group.alternatives.forEach(({ terms }) => {
    const own = Array.from(new Set(terms)).map((term) => postings.get(term));
    if (group.kind === "text" || group.kind === "unknown") {
      shareOfPieces(own.filter(Boolean), own.length, shares, library);
    }
    if (own.every(Boolean)) {
      eachRecord(own.map((posting) => bitsOf(posting, library.count)).reduce(common), (record) => { shares[record] = 1; });
    }
  });
  return shares;
}

/** Records that meet only some terms: pairs of characters where two words meet (读形 in 政策解读形式) matter little. */
function shareOfPieces(own, needed, shares, library) {
  const isSeam = own.map((posting, at) => at > 0 && at < own.length - 1 && own.length === needed
    && posting.count <= RARITY_OF_A_SEAM * Math.min(own[at - 1].count, own[at + 1].count));
  const words = own.filter((_, at) => !isSeam[at]);
  const met = new Uint8Array(library.count);
  words.forEach((posting) => eachRecord(bitsOf(posting, library.count), (record) => { met[record] += 1; }));
  const counted = needed - (own.length - words.length);
  for (let record = 0; record < met.length; record += 1) {
    if (met[record] > 0) {
      const share = met[record] === counted ? WORTH_WITHOUT_SEAMS : (WORTH_OF_A_PIECE * met[record]) / counted;
      shares[record] = Math.max(shares[record], share);
    }
  }
}

/** All records of the places and years asked for, documents first, then in the order of records: the newest first. */
function inScopes(groups, library) {
  const records = [];
  library.scopes.filter((scope) => groups.every(({ shareOf }) => shareOf(scope) === 1)).forEach(({ first, count }) => {
    for (let record = first; record < first + count; record += 1) {
      records.push(record);
    }
  });
  const order = ["plan", "task", "item", "known", "unit"];
  const rankOf = (record) => order.indexOf(library.kindOf(record));
  records.sort((left, right) => rankOf(left) - rankOf(right) || left - right);
  const one = () => 1;
  const found = new Found([], one, null, null);
  return { full: Object.assign(found, { records, best: records }), partial: new Found([], one, null, null) };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
