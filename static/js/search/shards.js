// The index as cut by term: which file holds a term, and what stands in it (sitegen/render/search/shards.py).

const FREQUENCY_UNIT = 1000000;

/** 32-bit hash of a term: FNV-1a over UTF-16 units, then mixed. */
export function termHash(term) {
  let value = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) {
    value = Math.imul(value ^ term.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Name of the file that holds a term, if any file does. */
export function fileOf(term, manifest) {
  if (Object.prototype.hasOwnProperty.call(manifest.heavy, term)) {
    return `s/h${termHash(term)}-${manifest.heavy[term]}`;
  }
  const number = termHash(term) % manifest.shards.length;
  return `s/${number}-${manifest.shards[number]}`;
}

/**
 * Where a term occurs, or null if nowhere: {term, position, fields, records}. Each field is a list of
 * {record, frequency, length} in the order of record numbers; `records` is the set of all records with the term.
 */
export function postingsOf(term, [scopes, terms], manifest) {
  if (!Object.prototype.hasOwnProperty.call(terms, term)) {
    return null;
  }
  const [position, ...encoded] = terms[term];
  const fields = manifest.fields.map((_, index) => decodeField(encoded[index] || [], scopes, manifest.scopeSize));
  const records = new Set([].concat(...fields).map((occurrence) => occurrence.record));
  return { term, position, fields, records };
}

function decodeField(numbers, scopes, scopeSize) {
  const occurrences = [];
  let record = -1;
  for (let index = 0; index < numbers.length; index += 2) {
    if (numbers[index] < 0) {
      record = scopes[-numbers[index] - 1] * scopeSize - 1;
      index += 1;
    }
    record += numbers[index];
    const packed = numbers[index + 1];
    const frequency = Math.floor(packed / FREQUENCY_UNIT) + 1;
    occurrences.push({ record, frequency, length: packed % FREQUENCY_UNIT });
  }
  return occurrences;
}
