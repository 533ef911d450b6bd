// The query and the filters in the address of the page, so that results can be linked to and Back works.

import { wellFormed } from "./understand.js";
import { FILTERS } from "./wording.js";

const NAMES = Object.keys(FILTERS);
const AS_TYPED = "typed";

/**
 * What an address asks for: {text, asTyped, chosen}. `text` is null where it asks nothing; `asTyped` forbids to search
 * anything else instead; `chosen` are the values ticked in each filter.
 */
export function readAddress(window) {
  const parameters = new URLSearchParams(window.location.search);
  const chosen = choice((name) => parameters.getAll(name));
  return { text: parameters.get("q"), asTyped: parameters.get("as") === AS_TYPED, chosen };
}

/** The parameters of an address that asks for something. */
export function parametersOf({ text, asTyped, chosen }) {
  const parameters = new URLSearchParams();
  parameters.set("q", wellFormed(text));
  if (asTyped) {
    parameters.set("as", AS_TYPED);
  }
  NAMES.forEach((name) => chosen[name].forEach((value) => parameters.append(name, value)));
  return parameters;
}

/** What is chosen in each filter, {kind: [value, …], place: […], year: […]}, as `valuesOf(name)` says. */
export function choice(valuesOf) {
  const chosen = {};
  NAMES.forEach((name) => { chosen[name] = valuesOf(name); });
  return chosen;
}

/**
 * Write what is asked for into the address. What is settled (asked for by Enter or a filter) stays in the history; what
 * came from a rest in typing is replaced by the next.
 */
export function writeAddress(window, request, settled) {
  const address = `${window.location.pathname}?${parametersOf(request)}`;
  const { state } = window.history;
  const isNew = address !== window.location.pathname + window.location.search;
  const keepsLast = state === null || state.settled;
  if (!isNew && state !== null && (keepsLast || !settled)) {
    return;
  }
  try {
    const write = isNew && keepsLast ? "pushState" : "replaceState";
    window.history[write]({ settled: settled || (!isNew && keepsLast) }, "", address);
  } catch (error) {
    // From a folder, browsers refuse to change an address; the search works all the same.
  }
}
