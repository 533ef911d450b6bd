// How much of a query each record meets, and which records therefore answer it, in full or partly.

import { bitsOf, bitsOfField, common, recordsOf, united } from "./bits.js";

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
const SHARE_OF_THE_RARE = 0.001;
const WORTH_OF_COVERAGE = 3;
const WORTH_OF_A_PIECE = 0.6;
const WORTH_WITHOUT_SEAMS = 0.9;
// A task for which a unit is responsible answers the unit's name better than one that mentions it.
const WORTH_OF_RESPONSIBLE = 1.25;
const UNITS = "units";
// A document of another place or year may name the one that is asked for.
const WORTH_OF_A_MENTION = 0.8;
// What is typed in one stands in one field of a record that says it so: 12345热线 before a record with 12345 here and 热线 there.
const WORTHS_OF_PLACES = [1.15, 1, 0.84, 0.74, 0.66, 0.6, 0.56];
const WORTH_OF_LITERAL = 2;
const RARITY_OF_A_SEAM = 0.25;
// What a task or item says comes before a page that only bears a name, a document that the site does not hold last. The page of
// a unit whose name was asked for stands above all results (direct.js).
const WORTH_OF_KINDS = { task: 1, item: 1, plan: 0.5, unit: 0.02, term: 0.4, page: 0.2, known: 0.2 };

/**
 * Records that meet all groups, those that meet enough, and for every record how well it meets them. `used` are the postings of
 * which records are scored.
 */
export function measured({ groups, literal }, used, postings, library) {
  const measures = groups.map((group) => sharesOf(group, postings, library));
  const weights = groups.map(({ weight }) => weight);
  const subjects = groups.map(({ weight, isGeneric }) => (isGeneric ? 0 : weight));
  const [total, subjectTotal] = [sum(weights), sum(subjects) || 1];
  const scored = recordsOf(united(used.map((posting) => bitsOf(posting, library.count)), library.count));
  const coverage = new Float64Array(scored.length);
  const subject = new Float64Array(scored.length);
  const groupsMet = new Uint8Array(scored.length);
  measures.forEach(({ shares, met }, at) => addShares(scored, shares, met, weights[at], subjects[at], { coverage, subject, groupsMet }));
  const worths = new Float64Array(library.count);
  const worthsOfKinds = library.manifest.kinds.map((kind) => WORTH_OF_KINDS[kind]);
  const full = [];
  const others = [];
  for (let place = 0; place < scored.length; place += 1) {
    const record = scored[place];
    worths[record] = (coverage[place] / total) ** WORTH_OF_COVERAGE * worthsOfKinds[library.kindNumbers[record]];
    if (groupsMet[place] === groups.length) {
      full.push(record);
    } else if (subject[place] >= subjectTotal * PARTIAL_WITHOUT_FULL) {
      others.push(place);
    }
  }
  literalRecords(literal, groups, postings, library).forEach((records) => {
    for (let at = 0; at < records.length; at += 1) {
      worths[records[at]] *= WORTH_OF_LITERAL;
    }
  });
  const answered = isChance(groups, measures, full.length) ? [] : full;
  const isForeign = answered.length === 0 && hasRarePiece(groups, measures, library.count);
  const threshold = isForeign ? PARTIAL_OF_UNKNOWN : thresholdFor(groups, answered.length);
  const partial = others.filter((place) => subject[place] / subjectTotal >= threshold).map((place) => scored[place]);
  return { full: answered, partial, worths };
}

/** Add how much of a group each of the `scored` records meets, and whether it meets it in full. */
function addShares(scored, shares, met, weight, weightOfSubject, { coverage, subject, groupsMet }) {
  for (let place = 0; place < scored.length; place += 1) {
    const share = shares[scored[place]];
    coverage[place] += share * weight;
    subject[place] += (share < 1 ? share : 1) * weightOfSubject;
    groupsMet[place] += met[scored[place]];
  }
}

/** For each stretch of a query the records that hold it as it was typed, in one field; places and years are met by scopes. */
function literalRecords(literal, groups, postings, library) {
  const groupOf = new Map(groups.map((group) => [group.words, group]));
  const isScope = ({ words }) => groupOf.has(words) && Boolean(groupOf.get(words).shareOf);
  const ofKind = (words, kind) => groupOf.has(words) && groupOf.get(words).kind === kind;
  const namesFor = ({ words }) => (ofKind(words, "unit") ? [UNITS] : ofKind(words, "synonym") ? saidIn(library) : null);
  return literal.filter((one) => !isScope(one)).map((one) => inOneField(one.terms, namesFor(one), postings, library));
}

/** The fields that say something: 医保 in 区医保局 only names who does it. */
function saidIn({ manifest }) {
  return manifest.fields.map(([name]) => name).filter((name) => name !== UNITS);
}

/** The records of which one field holds all of some terms, any or one of those with the given `names`. */
function inOneField(terms, names, postings, library) {
  const own = terms.map((term) => postings.get(term));
  const found = [];
  if (own.every(Boolean)) {
    library.manifest.fields.forEach(([name], field) => {
      if ((names === null || names.includes(name)) && own.every(({ fields }) => fields[field].records.length > 0)) {
        found.push(own.map(({ fields }) => bitsOfField(fields[field], library.count)).reduce(common));
      }
    });
  }
  return recordsOf(united(found, library.count));
}

/** How much of what was asked a record must meet to be shown as a partial match. */
function thresholdFor(groups, full) {
  const unknown = groups.filter(({ kind, isGeneric }) => kind === "unknown" && !isGeneric);
  if (unknown.length === 0) {
    return full > 0 ? PARTIAL_BESIDE_FULL : isCompound(groups) ? PARTIAL_OF_UNKNOWN : PARTIAL_WITHOUT_FULL;
  }
  return unknown.some(({ isWord, isLed }) => isWord && isLed) ? PARTIAL_OF_UNKNOWN : PARTIAL_WITH_UNKNOWN;
}

/** Whether a word that hardly any record holds is typed in one with others that stand with it nowhere: 书法 in 书法比赛. */
function hasRarePiece(groups, measures, count) {
  return groups.some(({ kind, isPiece, isGeneric }, at) => kind === "text" && isPiece && !isGeneric && sum(measures[at].met) < SHARE_OF_THE_RARE * count);
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
      const whole = recordsOf(own.map((posting) => bitsOf(posting, library.count)).reduce(common));
      if (group.shareOf) {
        raise(shares, whole, WORTH_OF_A_MENTION);
      } else {
        raise(met, whole, 1);
        raise(shares, whole, group.kind === "synonym" ? worthOfPlace(place) : 1);
        if (group.kind === "unit") {
          const units = library.manifest.fields.findIndex(([name]) => name === UNITS);
          const responsible = own.map(({ fields }) => bitsOfField(fields[units], library.count)).reduce(common);
          raise(shares, recordsOf(responsible), WORTH_OF_RESPONSIBLE);
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
  const held = words.map((posting) => bitsOf(posting, library.count));
  const met = new Uint8Array(library.count);
  held.forEach((bits) => count(met, recordsOf(bits)));
  const counted = needed - (own.length - words.length);
  const worth = Array.from({ length: counted + 1 }, (_, number) => (number === counted ? WORTH_WITHOUT_SEAMS : (WORTH_OF_A_PIECE * number) / counted));
  const any = recordsOf(united(held, library.count));
  for (let at = 0; at < any.length; at += 1) {
    const record = any[at];
    if (shares[record] < worth[met[record]]) {
      shares[record] = worth[met[record]];
    }
  }
}

/** Raise what a list says of some records to a value, where it says less. */
function raise(list, records, value) {
  for (let at = 0; at < records.length; at += 1) {
    if (list[records[at]] < value) {
      list[records[at]] = value;
    }
  }
}

function count(numbers, records) {
  for (let at = 0; at < records.length; at += 1) {
    numbers[records[at]] += 1;
  }
}

function sum(numbers) {
  let total = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    total += numbers[at];
  }
  return total;
}
