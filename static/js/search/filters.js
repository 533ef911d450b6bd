// Filters: which records pass what is ticked, and how many there are of each value.

import { bitsOf, bitsOfRecords, common, holds, sizeOf } from "./bits.js";
import { FACETS, FILTERS, KINDS } from "./wording.js";

const NAMES = Object.keys(FILTERS);
const VALUES = {
  kind: (record, library) => library.kindOf(record),
  place: (record, library) => library.scopeOf(record).place,
  year: (record, library) => library.scopeOf(record).year,
};
// For every record a number, and what is said by each number.
const NUMBERED = {
  kind: ({ kindNumbers, manifest }) => ({ numbers: kindNumbers, values: manifest.kinds }),
  place: ({ scopeNumbers, scopes }) => ({ numbers: scopeNumbers, values: scopes.map(({ place }) => place) }),
  year: ({ scopeNumbers, scopes }) => ({ numbers: scopeNumbers, values: scopes.map(({ year }) => year) }),
};

/** Whether what is chosen needs to know units or deadlines of records. */
export function needsFacets(chosen) {
  return FACETS.some((name) => chosen[name].length > 0);
}

/**
 * A function that says whether a record passes what is chosen; nothing chosen in a filter lets everything pass. `facets`
 * may be null where `needsFacets` says no.
 */
export function passing(chosen, library, facets) {
  const tests = NAMES.filter((name) => chosen[name].length > 0).map((name) => {
    if (VALUES[name]) {
      return (record) => chosen[name].includes(String(VALUES[name](record, library)));
    }
    const sets = chosen[name].map((value) => facets[name].get(value)).filter(Boolean).map((facet) => bitsOf(facet, library.count));
    return (record) => sets.some((bits) => holds(bits, record));
  });
  return (record) => tests.every((test) => test(record));
}

/**
 * The filters for records found: [{name, choices: [{value, words, count, isChosen}]}]. A count is of the results that
 * ticking the value would leave. A filter with one value and nothing chosen is left out; so are units and deadlines as long
 * as `facets` is null.
 */
export function filtersFor(records, chosen, library, facets) {
  return NAMES.filter((name) => VALUES[name] || facets).map((name) => {
    const others = { ...chosen, [name]: [] };
    const left = NAMES.some((other) => others[other].length > 0) ? records.filter(passing(others, library, facets)) : records;
    const counts = VALUES[name] ? countsOf(left, name, library) : facetCounts(left, facets[name], library);
    chosen[name].forEach((value) => counts.set(value, counts.get(value) || 0));
    const choices = Array.from(counts, ([value, count]) => (
      { value, words: wordsOf(name, value), count, isChosen: chosen[name].includes(value) }));
    return { name, choices: choices.sort(orderOf(name)) };
  }).filter(({ name, choices }) => choices.length > 1 || chosen[name].length > 0);
}

function countsOf(records, name, library) {
  const { numbers, values } = NUMBERED[name](library);
  const held = new Uint32Array(values.length);
  for (let at = 0; at < records.length; at += 1) {
    held[numbers[records[at]]] += 1;
  }
  const counts = new Map();
  values.forEach((value, number) => {
    if (value && held[number] > 0) {
      counts.set(String(value), (counts.get(String(value)) || 0) + held[number]);
    }
  });
  return counts;
}

function facetCounts(records, facet, library) {
  const found = bitsOfRecords(records, library.count);
  const counts = Array.from(facet, ([value, own]) => [value, sizeOf(common(found, bitsOf(own, library.count)))]);
  return new Map(counts.filter(([, count]) => count > 0));
}

function wordsOf(name, value) {
  return { kind: KINDS[value], year: `${value}年` }[name] || value;
}

function orderOf(name) {
  const kinds = Object.keys(KINDS);
  const own = { kind: (a, b) => kinds.indexOf(a) - kinds.indexOf(b), year: (a, b) => Number(b) - Number(a) }[name] || (() => 0);
  return (left, right) => own(left.value, right.value) || right.count - left.count;
}
