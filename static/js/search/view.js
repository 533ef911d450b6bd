// The parts of the search page that change: status, notes, filters, two lists of results.

import { filterElements } from "./filters.js";
import { resultElements } from "./results.js";
import { LOADING } from "./wording.js";

const PATIENCE = 600;

/** The changing parts of `area`, the element with data-search. */
export class View {
  constructor(area, root) {
    const part = (name) => area.querySelector(`[data-search-${name}]`);
    this.area = area;
    this.root = root;
    this.template = area.querySelector("template[data-search-result]");
    this.status = part("status");
    this.notes = part("notes");
    this.filters = part("filters");
    this.sections = { full: part("full"), partial: part("partial") };
    this.more = part("more");
    this.timer = 0;
  }

  /** Show that something is being looked for; it is said only when it takes long. */
  wait() {
    this.area.setAttribute("aria-busy", "true");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.status.textContent = LOADING; }, PATIENCE);
  }

  /** Show a sentence about the outcome, which screen readers announce. */
  say(sentence) {
    clearTimeout(this.timer);
    this.area.removeAttribute("aria-busy");
    this.status.textContent = sentence;
  }

  clear() {
    this.say("");
    this.showNotes([], "");
    this.showFilters([], {});
    this.clearResults();
  }

  clearResults() {
    this.more.hidden = true;
    for (const section of Object.values(this.sections)) {
      replaceChildren(listOf(section), []);
      section.hidden = true;
    }
  }

  /** Show notes on how the query was understood; `address` is where their links lead. */
  showNotes(notes, address) {
    const make = (tag, text) => Object.assign(this.area.ownerDocument.createElement(tag), { textContent: text });
    replaceChildren(this.notes, notes.map(({ text, link }) => {
      const paragraph = make("p", text);
      if (link) {
        paragraph.append(Object.assign(make("a", link), { href: address }), "。");
      }
      return paragraph;
    }));
    this.notes.hidden = notes.length === 0;
  }

  /** Show filters for the scopes of everything found; the box that has the focus keeps it. */
  showFilters(scopes, chosen) {
    const { activeElement } = this.area.ownerDocument;
    const elements = scopes.length > 0 ? filterElements(scopes, chosen, this.area.ownerDocument) : [];
    const focused = this.filters.contains(activeElement) ? activeElement : null;
    replaceChildren(this.filters, elements);
    this.filters.hidden = elements.length === 0;
    if (focused) {
      const same = this.boxes().find(({ name, value }) => name === focused.name && value === focused.value);
      (same || this.filters).focus();
    }
  }

  boxes() {
    return Array.from(this.filters.querySelectorAll("input"));
  }

  /** Add results to the section "full" or "partial"; gives the first new link. */
  append(name, results, phrases) {
    const section = this.sections[name];
    const list = listOf(section);
    const before = list.children.length;
    list.append(...resultElements(results, phrases, this.template, this.root));
    section.hidden = list.children.length === 0;
    return list.children[before] ? list.children[before].querySelector("a") : null;
  }
}

function listOf(section) {
  return section.querySelector("[data-search-list]");
}

function replaceChildren(element, children) {
  element.textContent = "";
  element.append(...children);
}
