// Which records answer a query, and in which order: Lunr scores, coverage of the query's groups sorts.

import { bitsOf, bitsOfField, common, eachRecord, holds } from "./bits.js";
import { assembleIndex, elements } from "./lunr_part.js";

const PARTIAL_WITHOUT_FULL = 0.32;
// Of a word with five pairs of characters four must be met, and a place alone with a third of a word is too little.
const PARTIAL_BESIDE_FULL = 0.36;
// Where the site does not know a word, the others must make up more than half of what was asked, and more where they only say more
// of that word: 比赛直播 in 足球比赛直播.
const PARTIAL_WITH_UNKNOWN = 0.51;
const PARTIAL_OF_UNKNOWN = 0.7;
// Short words typed in one are one word, which no document has if none has them both: 汽车保险, 网络游戏.
const LONGEST_PIECE_OF_A_COMPOUND = 2;
const SHARE_OF_CHANCE = 0.1;
const WORTH_OF_COVERAGE = 3;
const WORTH_OF_A_PIECE = 0.6;
const WORTH_WITHOUT_SEAMS = 0.9;
// A task for which a unit is responsible answers the unit's name better than one that mentions it.
const WORTH_OF_RESPONSIBLE = 1.25;
const UNITS = "units";
// A document of another place or year may name the one that is asked for.
const WORTH_OF_A_MENTION = 0.8;
// What is typed in one stands in one field of a record that says it so: 12345热线 before a record with 12345 here and 热线 there.
const WORTH_OF_LITERAL = 2;
const RARITY_OF_A_SEAM = 0.25;
const BOOSTS_OF_SCOPES = { place: 0.3, year: 0.3 };
const SCOPES = Object.keys(BOOSTS_OF_SCOPES);
// What a task or item says comes before a page that only bears a name, a document that the site does not hold last. The page of
// a unit whose name was asked for stands above all results (direct.js).
const WORTH_OF_KINDS = { task: 1, item: 1, plan: 0.5, unit: 0.02, term: 0.4, page: 0.2, known: 0.2 };
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

/** Records that meet all groups, those that meet enough, and for every record how well it meets them. */
function measured({ groups, literal }, scores, postings, library) {
  const kindOf = new Map(groups.map(({ kind, words }) => [words, kind]));
  const literally = literal.filter(({ words }) => !SCOPES.includes(kindOf.get(words)))
    .map(({ words, terms }) => inOneField(terms, kindOf.get(words) === "unit" ? [UNITS] : null, postings, library));
  const measures = groups.map((group) => sharesOf(group, postings, library));
  const total = sum(groups.map(({ weight }) => weight));
  const subjects = groups.map(({ weight, isGeneric }) => (isGeneric ? 0 : weight));
  const subjectTotal = sum(subjects) || 1;
  const worths = new Float64Array(library.count);
  const subjectsMet = new Float64Array(library.count);
  const full = [];
  const others = [];
  for (let record = 0; record < library.count; record += 1) {
    if (scores[record] > 0) {
      let coverage = 0;
      let subject = 0;
      let isFull = true;
      for (let at = 0; at < groups.length; at += 1) {
        const share = measures[at].shares[record];
        coverage += share * groups[at].weight;
        subject += Math.min(share, 1) * subjects[at];
        isFull = isFull && measures[at].met[record] === 1;
      }
      worths[record] = (coverage / total) ** WORTH_OF_COVERAGE * WORTH_OF_KINDS[library.kindOf(record)];
      literally.forEach((bits) => { worths[record] *= holds(bits, record) ? WORTH_OF_LITERAL : 1; });
      if (isFull) {
        full.push(record);
      } else if (subject >= subjectTotal * PARTIAL_WITHOUT_FULL) {
        subjectsMet[record] = subject / subjectTotal;
        others.push(record);
      }
    }
  }
  const answered = isChance(groups, measures, full.length) ? [] : full;
  const threshold = thresholdFor(groups, answered.length);
  const partial = others.filter((record) => subjectsMet[record] >= threshold);
  return { full: answered, partial, worths };
}

/** The records of which one field holds all of some terms, any or one of those with the given `names`. */
function inOneField(terms, names, postings, library) {
  const own = terms.map((term) => postings.get(term));
  const found = new Uint32Array((library.count + 31) >>> 5);
  if (own.every(Boolean)) {
    library.manifest.fields.forEach(([name], field) => {
      if (names === null || names.includes(name)) {
        own.map(({ fields }) => bitsOfField(fields[field], library.count)).reduce(common)
          .forEach((word, at) => { found[at] |= word; });
      }
    });
  }
  return found;
}

/** How much of what was asked a record must meet to be shown as a partial match. */
function thresholdFor(groups, full) {
  const unknown = groups.filter(({ kind, isGeneric }) => kind === "unknown" && !isGeneric);
  if (unknown.length === 0) {
    return full > 0 ? PARTIAL_BESIDE_FULL : isCompound(groups) ? PARTIAL_OF_UNKNOWN : PARTIAL_WITHOUT_FULL;
  }
  return unknown.some(({ isWord, isLed }) => isWord && isLed) ? PARTIAL_OF_UNKNOWN : PARTIAL_WITH_UNKNOWN;
}

function isCompound(groups) {
  return groups.every(({ kind, words, isPiece }) => kind === "text" && isPiece && words.length <= LONGEST_PIECE_OF_A_COMPOUND);
}

/** Whether records that meet all groups do so by chance: 汽车 here and 保险 there say nothing of 汽车保险. */
function isChance(groups, measures, full) {
  const sizeOfRarest = () => Math.min(...measures.map(({ met }) => sum(met)));
  return groups.length > 1 && isCompound(groups) && full < SHARE_OF_CHANCE * sizeOfRarest();
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

/**
 * For each record how much of a group it meets, {shares, met}: 1 or about that where an alternative is met in full, less where
 * a piece of the reader's own words is; `met` says with 1 that some alternative is.
 */
function sharesOf(group, postings, library) {
  const shares = new Float32Array(library.count);
  const met = new Uint8Array(library.count);
  if (group.shareOf) {
    library.scopes.forEach((scope) => {
      shares.fill(group.shareOf(scope), scope.first, scope.first + scope.count);
      met.fill(Number(group.shareOf(scope) === 1), scope.first, scope.first + scope.count);
    });
  }
  group.alternatives.forEach(({ terms }) => {
    const own = Array.from(new Set(terms)).map((term) => postings.get(term));
    if (group.kind === "text" || group.kind === "unknown") {
      shareOfPieces(own.filter(Boolean), own.length, shares, library);
    }
    if (own.every(Boolean)) {
      const raise = (bits, worth) => eachRecord(bits, (record) => { shares[record] = Math.max(shares[record], worth); });
      const whole = own.map((posting) => bitsOf(posting, library.count)).reduce(common);
      if (group.shareOf) {
        raise(whole, WORTH_OF_A_MENTION);
      } else {
        eachRecord(whole, (record) => { met[record] = 1; });
        raise(whole, 1);
        if (group.kind === "unit") {
          const units = library.manifest.fields.findIndex(([name]) => name === UNITS);
          raise(own.map(({ fields }) => bitsOfField(fields[units], library.count)).reduce(common), WORTH_OF_RESPONSIBLE);
        }
      }
    }
  });
  return { shares, met };
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

/** All records of the places and years asked for: documents first, then in the order of records, the newest first. */
function inScopes(groups, library) {
  const asked = library.scopes.filter((scope) => groups.every(({ shareOf }) => shareOf(scope) === 1));
  const records = [].concat(...asked.map(({ first, count }) => Array.from({ length: count }, (_, within) => first + within)));
  const orderOf = (record) => ORDER_OF_KINDS.indexOf(library.kindOf(record));
  const ordered = records.sort((left, right) => orderOf(left) - orderOf(right) || left - right);
  return { full: new Found(ordered, ordered, null), partial: new Found([], [], null) };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
