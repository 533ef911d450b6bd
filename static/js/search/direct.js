// Pages that are just what was asked for: the page of a unit, a term, a document by that name.

import { normalise, tokens } from "./tokens.js";

const KINDS = ["unit", "term", "plan", "page"];

/**
 * Promises the pages whose title is what was asked for, as typed or by another name of the same, those of the places and years
 * asked for only: {record, url, title, place, year}.
 */
export async function directPages({ text, groups }, library) {
  const asked = groups.filter(({ shareOf }) => !shareOf);
  const scopes = groups.filter(({ shareOf }) => shareOf);
  const others = asked.length === 1 ? asked[0].alternatives.map(({ words }) => words) : [];
  const wanted = Array.from(new Set([text, ...others].map(plain)));
  const found = [].concat(...await Promise.all(wanted.map((name) => pagesNamed(name, library))));
  const fits = ({ record }) => scopes.every(({ shareOf }) => shareOf(library.scopeOf(record)) === 1);
  const rank = ({ record, name }) => wanted.indexOf(name) * KINDS.length + KINDS.indexOf(library.kindOf(record));
  return found.filter(fits).sort((left, right) => rank(left) - rank(right) || left.record - right.record);
}

async function pagesNamed(name, library) {
  const [first] = tokens(name);
  const named = first ? await library.names(first) : [];
  return [].concat(...named.filter(([title]) => plain(title) === name).map(([title, held]) => held.map(([record, url]) => {
    const { place, year } = library.scopeOf(record);
    return { record, name, url, title, place, year };
  })));
}

function plain(text) {
  return normalise(text).replace(/\s/g, "");
}
