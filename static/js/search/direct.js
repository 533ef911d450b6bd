// Pages that are just what was asked for: the page of a unit, a term, a document by that name.

import { normalise } from "./tokens.js";

const KINDS = ["unit", "term", "plan", "page"];
const MOST_LOOKED_AT = 6;
const MOST = 3;

/** Promises the results among those found whose title is what was asked for, the best first, at most three. */
export async function directResults({ query, found }, library) {
  const groups = query.groups.filter(({ shareOf }) => !shareOf);
  const names = [query.text].concat(...(groups.length === 1 ? groups[0].alternatives.map(({ words }) => words) : []));
  const wanted = new Set(names.map(plain));
  const candidates = found.full.bestThat((record) => KINDS.includes(library.kindOf(record)), MOST_LOOKED_AT);
  const results = await library.results(candidates);
  return results.filter(({ title }) => wanted.has(plain(title))).slice(0, MOST);
}

function plain(text) {
  return normalise(text).replace(/\s/g, "");
}
