// How much of a query each record meets, and which records therefore answer it, in full or partly.

import { bitsOf, bitsOfField, common, eachRecord } from "./bits.js";

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
const WORTHS_OF_PLACES = [1, 1, 0.88, 0.8, 0.74, 0.7, 0.66];
const WORTH_OF_LITERAL = 2;
const RARITY_OF_A_SEAM = 0.25;
// What a task or item says comes before a page that only bears a name, a document that the site does not hold last. The page of
// a unit whose name was asked for stands above all results (direct.js).
const WORTH_OF_KINDS = { task: 1, item: 1, plan: 0.5, unit: 0.02, term: 0.4, page: 0.2, known: 0.2 };

/** Records that meet all groups, those that meet enough, and for every record how well it meets them. */
export function measured({ groups, literal }, scores, postings, library) {
  const measures = groups.map((group) => sharesOf(group, postings, library));
  const total = sum(groups.map(({ weight }) => weight));
  const subjects = groups.map(({ weight, isGeneric }) => (isGeneric ? 0 : weight));
  const subjectTotal = sum(subjects) || 1;
  const worths = new Float64Array(library.count);
  const worthsOfKinds = library.manifest.kinds.map((kind) => WORTH_OF_KINDS[kind]);
  const full = [];
  const others = [];
  const subjectsMet = [];
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
      worths[record] = (coverage / total) ** WORTH_OF_COVERAGE * worthsOfKinds[library.kindNumbers[record]];
      if (isFull) {
        full.push(record);
      } else if (subject >= subjectTotal * PARTIAL_WITHOUT_FULL) {
        others.push(record);
        subjectsMet.push(subject / subjectTotal);
      }
    }
  }
  literalRecords(literal, groups, postings, library).forEach((bits) => {
    eachRecord(bits, (record) => { worths[record] *= WORTH_OF_LITERAL; });
  });
  const answered = isChance(groups, measures, full.length) ? [] : full;
  const threshold = thresholdFor(groups, answered.length);
  const partial = others.filter((_, at) => subjectsMet[at] >= threshold);
  return { full: answered, partial, worths };
}

/** For each stretch of a query the records that hold it as it was typed, in one field; places and years are met by scopes. */
function literalRecords(literal, groups, postings, library) {
  const groupOf = new Map(groups.map((group) => [group.words, group]));
  const isScope = ({ words }) => groupOf.has(words) && Boolean(groupOf.get(words).shareOf);
  const namesFor = ({ words }) => (groupOf.has(words) && groupOf.get(words).kind === "unit" ? [UNITS] : null);
  return literal.filter((one) => !isScope(one)).map((one) => inOneField(one.terms, namesFor(one), postings, library));
}

/** The records of which one field holds all of some terms, any or one of those with the given `names`. */
function inOneField(terms, names, postings, library) {
  const own = terms.map((term) => postings.get(term));
  const found = new Uint32Array((library.count + 31) >>> 5);
  if (own.every(Boolean)) {
    library.manifest.fields.forEach(([name], field) => {
      if ((names === null || names.includes(name)) && own.every(({ fields }) => fields[field].records.length > 0)) {
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
  group.alternatives.forEach(({ terms }, place) => {
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
        raise(whole, group.kind === "synonym" ? worthOfPlace(place) : 1);
        if (group.kind === "unit") {
          const units = library.manifest.fields.findIndex(([name]) => name === UNITS);
          raise(own.map(({ fields }) => bitsOfField(fields[units], library.count)).reduce(common), WORTH_OF_RESPONSIBLE);
        }
      }
    }
  });
  return { shares, met };
}

/** What a record is worth that meets one of the words for a reader's word; they stand in the order of their closeness to it. */
function worthOfPlace(place) {
  return WORTHS_OF_PLACES[Math.min(place, WORTHS_OF_PLACES.length - 1)];
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

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
