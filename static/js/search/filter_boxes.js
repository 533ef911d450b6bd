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
  const pattern = make("label", "search-filter__choice", Object.assign(document.createElement("input"), { type: "checkbox" }), " ",
    make("span", "", "-"), " ", make("span", "search-filter__count", "-"));
  const box = (name, { value, words, count, isChosen }) => {
    const label = pattern.cloneNode(true);
    const [input, , said, , number] = label.childNodes;
    Object.assign(input, { name, value, checked: isChosen });
    said.firstChild.data = words;
    number.firstChild.data = String(count);
    return label;
  };
  const rest = (name, choices) => {
    const element = make("details", "search-filter__rest", make("summary", "", restOf(choices.length)));
    // There may be hundreds of places: their boxes are made when a reader opens them.
    element.addEventListener("toggle", () => element.append(...choices.map((choice) => box(name, choice))), { once: true });
    return element;
  };
  const fieldset = ({ name, choices }) => {
    const isFirst = ({ isChosen }, at) => isChosen || at < SHOWN_AT_ONCE;
    const others = choices.filter((choice, at) => !isFirst(choice, at));
    return make("fieldset", "search-filter", make("legend", "", FILTERS[name]),
      ...choices.filter(isFirst).map((choice) => box(name, choice)), ...(others.length > 0 ? [rest(name, others)] : []));
  };
  const further = make("details", "search-filter__more", make("summary", "", MORE_FILTERS),
    ...filters.filter(({ name }) => FACETS.includes(name)).map(fieldset));
  further.open = isOpen;
  return [...filters.filter(({ name }) => !FACETS.includes(name)).map(fieldset), further];
}
