// The index as cut by term: which file holds a term, and what stands in it (sitegen/render/search/shards.py).

import { reader } from "./packing.js";
import { partOf, readNames, termHash } from "./parts.js";
import { normalise } from "./tokens.js";
import { prepareUnits } from "./units.js";

// Orders of the codes, as in sitegen/render/search/shards.py and facets.py.
const ORDERS = { position: 4, scopes: 0, scope: 9, records: 0, record: 2, frequency: 0, lengths: [3, 7, 4, 2], recordsOfFacet: 2, leadsTo: 2, place: 4 };

// An occurrence takes at least so many bits: the step, the length and the frequency at their shortest.
const FEWEST_BITS = 7;
const BITS_OF_A_CHARACTER = 6.5;
let lists = [new Int32Array(0), new Uint16Array(0), new Int32Array(0)];

/**
 * The directory of the search, as the page holds it, ready to be asked: {fileOf, fileOfLetter, units}. `fileOf` gives the name
 * of the file that holds a term, if any file does, and readers' words that begin with it; `fileOfLetter` that of the phrases
 * read from a letter, in another folder rare ones, or null; `units` are the names of units (units.js).
 */
export function readDirectory(text) {
  const [shards, letters, units] = text.split("|").map((part) => part.split(" "));
  const [count, hashes, ...others] = shards;
  const heavy = readNames(others);
  const byLetter = readNames(letters);
  return {
    fileOf: (term) => (heavy.has(term) ? `s/h${termHash(term)}-${heavy.get(term)}` : partOf(term, "s", [Number(count), hashes])),
    fileOfLetter: (letter, folder = "l") => (byLetter.has(letter) ? `${folder}/${letter}-${byLetter.get(letter)}` : null),
    units: prepareUnits(units.filter((names) => names !== "").map((names) => names.split("/")), normalise),
  };
}

/** A shard ready to be asked: `textOf` gives the postings of a term, `words` readers' words and `names` titles by their first term. */
export function prepareShard([terms, postings, words, names, official, places]) {
  const texts = postings.split(" ");
  return {
    textOf: new Map(terms === "" ? [] : terms.split(" ").map((term, index) => [term, texts[index]])),
    words: readWords(words, official.split("|"), reader(places)),
    names: new Map(Object.keys(names).map((term) => [term, names[term]])),
  };
}

/** Readers' words by their first term, each with what documents say for it: [word, official, …]. */
function readWords(texts, official, next) {
  const words = new Map();
  let leadsTo = [];
  for (let at = 0; at < texts.length; at += 2) {
    words.set(texts[at], texts[at + 1].split("|").map((rest) => {
      const count = next(ORDERS.leadsTo);
      leadsTo = count > 0 ? Array.from({ length: count }, () => official[next(ORDERS.place)]) : leadsTo;
      return [texts[at] + rest, ...leadsTo];
    }));
  }
  return words;
}

/**
 * Where a term occurs: {term, position, fields, count}. Each field holds three lists of the same length: `records`,
 * `frequencies` and `lengths`; `count` is the sum of their lengths. `firstOf(scope)` is the first record of a scope.
 */
export function decodePosting(term, text, firstOf) {
  const next = reader(text);
  const position = next(ORDERS.position);
  const room = (text.length * BITS_OF_A_CHARACTER) / FEWEST_BITS;
  const fields = ORDERS.lengths.map((length) => decodeField(next, length, firstOf, room));
  return { term, position, fields, count: fields.reduce((sum, { records }) => sum + records.length, 0) };
}

/** One field of at most `room` occurrences; past the end of the text there are -1 scopes. */
function decodeField(next, lengthOrder, firstOf, room) {
  const [records, frequencies, lengths] = listsFor(room);
  let size = 0;
  const scopeCount = next(ORDERS.scopes);
  let scope = 0;
  for (let number = 0; number < scopeCount; number += 1) {
    scope += next(ORDERS.scope);
    let record = firstOf(scope) - 1;
    for (let left = next(ORDERS.records); left >= 0; left -= 1) {
      record += next(ORDERS.record) + 1;
      records[size] = record;
      lengths[size] = next(lengthOrder);
      frequencies[size] = next(ORDERS.frequency) + 1;
      size += 1;
    }
  }
  return { records: records.slice(0, size), frequencies: frequencies.slice(0, size), lengths: lengths.slice(0, size) };
}

/** Lists with room for so many numbers, the same ones each time. */
function listsFor(room) {
  if (lists[0].length < room) {
    lists = [new Int32Array(room), new Uint16Array(room), new Int32Array(room)];
  }
  return lists;
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
