// The index as cut by term: which file holds a term, and what stands in it (sitegen/render/search/shards.py).

import { reader } from "./packing.js";

const HASH_LENGTH = 4;
const SHARDS_TO_A_HASH = 4;
// Orders of the codes, as in sitegen/render/search/shards.py and facets.py.
const ORDERS = { position: 4, scopes: 0, scope: 9, records: 0, record: 2, frequency: 0, lengths: [3, 7, 4, 2], recordsOfFacet: 2 };

/** 32-bit hash of a term: FNV-1a over UTF-16 units, then mixed. */
export function termHash(term) {
  let value = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) {
    value = Math.imul(value ^ term.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Name of the file that holds a term, if any file does, and readers' words that begin with it. `heavy` maps terms to hashes. */
export function fileOf(term, { shards, shardCount }, heavy) {
  if (heavy.has(term)) {
    return `s/h${termHash(term)}-${heavy.get(term)}`;
  }
  const number = termHash(term) % shardCount;
  return `s/${number}-${shards.substr(Math.floor(number / SHARDS_TO_A_HASH) * HASH_LENGTH, HASH_LENGTH)}`;
}

/** Terms with files of their own and the hashes in the names of these. */
export function readHeavy(text) {
  return new Map(text.split(" ").filter((one) => one !== "").map((one) => [one.slice(0, -HASH_LENGTH), one.slice(-HASH_LENGTH)]));
}

/** A shard ready to be asked: `textOf` gives the postings of a term, `words` readers' words by their first term. */
export function prepareShard([terms, postings, words]) {
  const texts = postings.split(" ");
  return {
    textOf: new Map(terms === "" ? [] : terms.split(" ").map((term, index) => [term, texts[index]])),
    words: new Map(Object.keys(words).map((term) => [term, words[term]])),
  };
}

/**
 * Where a term occurs: {term, position, fields, count}. Each field holds three lists of the same length: `records`,
 * `frequencies` and `lengths`; `count` is the sum of their lengths. `firstOf(scope)` is the first record of a scope.
 */
export function decodePosting(term, text, firstOf) {
  const next = reader(text);
  const position = next(ORDERS.position);
  const fields = ORDERS.lengths.map((length) => decodeField(next, length, firstOf));
  return { term, position, fields, count: fields.reduce((sum, { records }) => sum + records.length, 0) };
}

/** One field; past the end of the text there are -1 scopes. */
function decodeField(next, lengthOrder, firstOf) {
  const records = [];
  const frequencies = [];
  const lengths = [];
  const scopeCount = next(ORDERS.scopes);
  let scope = 0;
  for (let number = 0; number < scopeCount; number += 1) {
    scope += next(ORDERS.scope);
    let record = firstOf(scope) - 1;
    for (let left = next(ORDERS.records); left >= 0; left -= 1) {
      record += next(ORDERS.record) + 1;
      records.push(record);
      lengths.push(next(lengthOrder));
      frequencies.push(next(ORDERS.frequency) + 1);
    }
  }
  return { records: Int32Array.from(records), frequencies: Uint16Array.from(frequencies), lengths: Int32Array.from(lengths) };
}

/** Records written as in facets: scopes with the steps within them. */
export function decodeRecords(text, firstOf) {
  const next = reader(text);
  const records = [];
  let scope = 0;
  for (let step = next(ORDERS.scope); step >= 0; step = next(ORDERS.scope)) {
    scope += step;
    let record = firstOf(scope) - 1;
    for (let left = next(ORDERS.recordsOfFacet); left >= 0; left -= 1) {
      record += next(ORDERS.record) + 1;
      records.push(record);
    }
  }
  return records;
}
