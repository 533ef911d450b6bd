// The part of the Lunr index that a query touches, rebuilt from postings so that refs, scores and order are Lunr's own.

// Where the product with a thousand may be rounded to another side than the number itself.
const NEAR_HALF = 1e-6;

/**
 * A lunr.Index that answers queries over the terms of `postings` exactly as the whole index of `count` records would;
 * refs are records. Where `kept` is given, records in their order, only these take part: their scores are the same.
 */
export function assembleIndex(lunr, manifest, count, postings, kept = null) {
  const names = manifest.fields.map(([name]) => name);
  const invertedIndex = Object.create(null);
  const fieldVectors = Object.create(null);
  postings.slice().sort(byFirstOccurrence).forEach((posting, number) => {
    const entry = { _index: number };
    names.forEach((name, field) => {
      entry[name] = {};
      const { records } = posting.fields[field];
      const elementOf = elements(posting, field, manifest, count);
      const take = (at) => {
        entry[name][records[at]] = {};
        const reference = `${name}/${records[at]}`;
        fieldVectors[reference] = fieldVectors[reference] || new lunr.Vector();
        fieldVectors[reference].elements.push(number, elementOf(at));
      };
      if (kept === null) {
        records.forEach((_, at) => take(at));
      } else {
        placesOf(kept, records).forEach(take);
      }
    });
    invertedIndex[posting.term] = entry;
  });
  return new lunr.Index({
    fields: names,
    invertedIndex,
    fieldVectors,
    tokenSet: lunr.TokenSet.fromArray(Object.keys(invertedIndex).sort()),
    pipeline: new lunr.Pipeline(),
  });
}

/** Where the few of some records stand that are in a long list, both in their order. */
function placesOf(few, list) {
  const places = [];
  let start = 0;
  for (const record of few) {
    let end = list.length;
    while (start < end) {
      const middle = (start + end) >>> 1;
      if (list[middle] < record) {
        start = middle + 1;
      } else {
        end = middle;
      }
    }
    if (list[start] === record) {
      places.push(start);
    }
  }
  return places;
}

/** A function that gives the element of the field vector of the occurrence at an index. */
export function elements(posting, field, { fields, k1, b }, count) {
  const { frequencies, lengths } = posting.fields[field];
  const [, boost, total] = fields[field];
  const mean = total / count;
  const inverse = Math.log(1 + Math.abs((count - posting.count + 0.5) / (posting.count + 0.5)));
  return (at) => {
    const frequency = frequencies[at];
    const saturation = k1 * (1 - b + b * (lengths[at] / mean)) + frequency;
    return rounded(((inverse * ((k1 + 1) * frequency)) / saturation) * boost);
  };
}

/** A number with three digits, as Lunr keeps it. */
function rounded(number) {
  const thousands = number * 1000;
  const isNearHalf = Math.abs(thousands - Math.floor(thousands) - 0.5) < NEAR_HALF;
  return isNearHalf ? Number(number.toFixed(3)) : Math.round(thousands) / 1000;
}

/** Lunr numbers terms as it meets them: record by record, field by field, position by position. */
function byFirstOccurrence(left, right) {
  const [leftRecord, leftField] = firstOccurrence(left);
  const [rightRecord, rightField] = firstOccurrence(right);
  return leftRecord - rightRecord || leftField - rightField || left.position - right.position;
}

function firstOccurrence({ fields }) {
  let first = [Infinity, 0];
  fields.forEach(({ records }, field) => {
    if (records.length > 0 && records[0] < first[0]) {
      first = [records[0], field];
    }
  });
  return first;
}
