// The index as cut by term: which file holds a term, and what stands in it (sitegen/render/search/shards.py).

import { reader } from "./varints.js";

const HASH_LENGTH = 4;

/** 32-bit hash of a term: FNV-1a over UTF-16 units, then mixed. */
export function termHash(term) {
  let value = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) {
    value = Math.imul(value ^ term.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Name of the file that holds a term, if any file does, and readers' words that begin with it. */
export function fileOf(term, manifest) {
  if (Object.prototype.hasOwnProperty.call(manifest.heavy, term)) {
    return `s/h${termHash(term)}-${manifest.heavy[term]}`;
  }
  const number = termHash(term) % (manifest.shards.length / HASH_LENGTH);
  return `s/${number}-${manifest.shards.substr(number * HASH_LENGTH, HASH_LENGTH)}`;
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
export function decodePosting(term, text, fieldCount, firstOf) {
  const next = reader(text);
  const position = next();
  // Past the end of the text a reader gives NaN: the last fields are empty.
  const fields = Array.from({ length: fieldCount }, () => decodeField(next, next() || 0, firstOf));
  return { term, position, fields, count: fields.reduce((sum, { records }) => sum + records.length, 0) };
}

function decodeField(next, scopeCount, firstOf) {
  const records = [];
  const frequencies = [];
  const lengths = [];
  let scope = 0;
  for (let number = 0; number < scopeCount; number += 1) {
    scope += next();
    const first = firstOf(scope);
    let within = -1;
    for (let left = next(); left >= 0; left -= 1) {
      within += next() + 1;
      const packed = next();
      records.push(first + within);
      lengths.push(packed >> 1);
      frequencies.push(packed % 2 === 1 ? next() + 2 : 1);
    }
  }
  return { records: Int32Array.from(records), frequencies: Uint16Array.from(frequencies), lengths: Int32Array.from(lengths) };
}

/** Records written as in facets (sitegen/render/search/facets.py): scopes with the steps within them. */
export function decodeRecords(text, firstOf) {
  const next = reader(text);
  const records = [];
  let scope = 0;
  for (let step = next(); !Number.isNaN(step); step = next()) {
    scope += step;
    let within = -1;
    for (let left = next(); left >= 0; left -= 1) {
      within += next() + 1;
      records.push(firstOf(scope) + within);
    }
  }
  return records;
}
