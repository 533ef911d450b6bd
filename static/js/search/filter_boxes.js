// Filters as elements: checkboxes with counts; those that need more files stand in a part that a reader opens.

import { FACETS, FILTERS, MORE_FILTERS, restOf } from "./wording.js";

const SHOWN_AT_ONCE = 10;

/** The elements of filters (filters.js). `isOpen` says whether the part for units and deadlines is open. */
export function filterElements(filters, isOpen, document) {
  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  };
  const box = (name, { value, words, count, isChosen }) => {
    const input = make("input", "");
    Object.assign(input, { type: "checkbox", name, value, checked: isChosen });
    return make("label", "search-filter__choice", input, " ", make("span", "", words), " ",
      make("span", "search-filter__count", String(count)));
  };
  const fieldset = ({ name, choices }) => {
    const isFirst = ({ isChosen }, at) => isChosen || at < SHOWN_AT_ONCE;
    const rest = choices.filter((choice, at) => !isFirst(choice, at));
    const more = rest.length === 0 ? [] : [make("details", "search-filter__rest",
      make("summary", "", restOf(rest.length)), ...rest.map((choice) => box(name, choice)))];
    return make("fieldset", "search-filter", make("legend", "", FILTERS[name]),
      ...choices.filter(isFirst).map((choice) => box(name, choice)), ...more);
  };
  const further = make("details", "search-filter__more", make("summary", "", MORE_FILTERS),
    ...filters.filter(({ name }) => FACETS.includes(name)).map(fieldset));
  further.open = isOpen;
  return [...filters.filter(({ name }) => !FACETS.includes(name)).map(fieldset), further];
}
