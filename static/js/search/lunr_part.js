// The part of the Lunr index that a query touches, rebuilt from postings so that refs, scores and order are Lunr's own.

/**
 * A lunr.Index that answers queries over the terms of `postings` exactly as the whole index would.
 * Scores follow lunr.py's formula; terms are numbered in the order in which the whole index numbers them.
 */
export function assembleIndex(lunr, manifest, postings) {
  const names = manifest.fields.map(([name]) => name);
  const invertedIndex = Object.create(null);
  const fieldVectors = Object.create(null);
  postings.slice().sort(byFirstOccurrence).forEach((posting, number) => {
    const entry = { _index: number };
    const inverse = inverseDocumentFrequency(posting, manifest.count);
    names.forEach((name, field) => {
      entry[name] = {};
      for (const occurrence of posting.fields[field]) {
        entry[name][occurrence.record] = {};
        const reference = `${name}/${occurrence.record}`;
        fieldVectors[reference] = fieldVectors[reference] || new lunr.Vector();
        fieldVectors[reference].elements.push(number, scoreOf(occurrence, inverse, field, manifest));
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

/** Lunr numbers terms as it meets them: record by record, field by field, position by position. */
function byFirstOccurrence(left, right) {
  const [leftRecord, leftField] = firstOccurrence(left);
  const [rightRecord, rightField] = firstOccurrence(right);
  return leftRecord - rightRecord || leftField - rightField || left.position - right.position;
}

function firstOccurrence(posting) {
  let first = [Infinity, 0];
  posting.fields.forEach((occurrences, field) => {
    if (occurrences.length > 0 && occurrences[0].record < first[0]) {
      first = [occurrences[0].record, field];
    }
  });
  return first;
}

function inverseDocumentFrequency(posting, count) {
  const occurrences = posting.fields.reduce((sum, field) => sum + field.length, 0);
  return Math.log(1 + Math.abs((count - occurrences + 0.5) / (occurrences + 0.5)));
}

function scoreOf({ frequency, length }, inverse, field, { fields, count, k1, b }) {
  const [, boost, total] = fields[field];
  const saturation = k1 * (1 - b + b * (length / (total / count))) + frequency;
  return Number(((inverse * ((k1 + 1) * frequency)) / saturation * boost).toFixed(3));
}
