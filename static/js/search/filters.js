// Filters by kind, place and year: checkboxes with counts, made from what was found.

import { FILTERS, KINDS } from "./wording.js";

/** Whether a scope passes what is chosen; nothing chosen in a filter lets everything pass. */
export function passes(scope, chosen) {
  return Object.keys(FILTERS).every((name) => chosen[name].length === 0 || chosen[name].includes(valueOf(scope, name)));
}

/** The fieldsets for the scopes of what was found; a filter with one value and nothing chosen is left out. */
export function filterElements(scopes, chosen, document) {
  return Object.keys(FILTERS)
    .map((name) => ({ name, counts: countsOf(scopes, name, chosen) }))
    .filter(({ name, counts }) => counts.length > 1 || chosen[name].length > 0)
    .map(({ name, counts }) => fieldset(name, counts, chosen[name], document));
}

/** Values of one filter with how many results they have under what is chosen in the other filters. */
function countsOf(scopes, name, chosen) {
  const others = { ...chosen, [name]: [] };
  const counts = new Map();
  for (const scope of scopes) {
    const value = valueOf(scope, name);
    if (value !== "") {
      counts.set(value, (counts.get(value) || 0) + (passes(scope, others) ? 1 : 0));
    }
  }
  chosen[name].forEach((value) => counts.set(value, counts.get(value) || 0));
  const order = Object.keys(KINDS);
  const compare = { kind: (a, b) => order.indexOf(a) - order.indexOf(b), place: () => 0, year: (a, b) => Number(b) - Number(a) };
  return Array.from(counts).sort((left, right) => compare[name](left[0], right[0]) || right[1] - left[1]);
}

function valueOf(scope, name) {
  return scope[name] ? String(scope[name]) : "";
}

function fieldset(name, counts, chosen, document) {
  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const choices = counts.map(([value, count]) => {
    const box = make("input", "");
    Object.assign(box, { type: "checkbox", name, value, checked: chosen.includes(value) });
    const words = { kind: KINDS[value], place: value, year: `${value}年` }[name] || value;
    return make("label", "search-filter__choice", box, " ", make("span", "", words), " ",
      make("span", "search-filter__count", String(count)));
  });
  return make("fieldset", "search-filter", make("legend", "", FILTERS[name]), ...choices);
}
