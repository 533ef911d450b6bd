// The query and the filters in the address of the page, so that results can be linked to and Back works.

import { wellFormed } from "./understand.js";
import { FILTERS } from "./wording.js";

const NAMES = Object.keys(FILTERS);

/** The query and the chosen filters that an address asks for: {text, chosen}; `text` is null where it asks nothing. */
export function readAddress(window) {
  const parameters = new URLSearchParams(window.location.search);
  return { text: parameters.get("q"), chosen: choice((name) => parameters.getAll(name)) };
}

/** What is chosen in each filter, {kind: [value, …], place: […], year: […]}, as `valuesOf(name)` says. */
export function choice(valuesOf) {
  const chosen = {};
  NAMES.forEach((name) => { chosen[name] = valuesOf(name); });
  return chosen;
}

/**
 * Write a query and filters into the address. A settled one (asked for by Enter or a filter) stays in the history; one
 * that came from a rest in typing is replaced by the next.
 */
export function writeAddress(window, text, chosen, settled) {
  const parameters = new URLSearchParams();
  parameters.set("q", wellFormed(text));
  NAMES.forEach((name) => chosen[name].forEach((value) => parameters.append(name, value)));
  const address = `${window.location.pathname}?${parameters}`;
  const { state } = window.history;
  const isNew = address !== window.location.pathname + window.location.search;
  const keepsLast = state === null || state.settled;
  try {
    window.history[isNew && keepsLast ? "pushState" : "replaceState"]({ settled: settled || !isNew && keepsLast }, "", address);
  } catch (error) {
    // From a folder, browsers refuse to change an address; the search works all the same.
  }
}
