// The parts of the search page that change: status, notes, direct links, filters, two lists of results.

import { filterElements } from "./filter_boxes.js";
import { directLinks, resultElements } from "./results.js";
import { DIRECT, LOADING } from "./wording.js";

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
    this.direct = part("direct");
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
    this.showNotes([], null);
    this.showDirect([]);
    this.showFilters([]);
    this.clearResults();
  }

  clearResults() {
    this.more.hidden = true;
    for (const section of Object.values(this.sections)) {
      replaceChildren(listOf(section), []);
      section.hidden = true;
    }
  }

  /** Show notes on how the query was understood (wording.js); `addressOf` says where what a note asks leads. */
  showNotes(notes, addressOf) {
    const make = (tag, text) => Object.assign(this.area.ownerDocument.createElement(tag), { textContent: text });
    replaceChildren(this.notes, notes.map(({ text, links }) => {
      const paragraph = make("p", text);
      links.forEach(({ words, asks }, at) => {
        paragraph.append(Object.assign(make("a", words), { href: addressOf(asks) }), at + 1 < links.length ? "、" : "。");
      });
      return paragraph;
    }));
    this.notes.hidden = notes.length === 0;
  }

  /** Show links to pages that are just what was asked for. */
  showDirect(results) {
    if (this.direct) {
      replaceChildren(this.direct, results.length > 0 ? [DIRECT, ...directLinks(results, this.root, this.area.ownerDocument)] : []);
      this.direct.hidden = results.length === 0;
    }
  }

  /** Show filters (filters.js); the box that has the focus keeps it, an open part stays open. */
  showFilters(filters) {
    const { ownerDocument } = this.area;
    const focused = this.filters.contains(ownerDocument.activeElement) ? ownerDocument.activeElement : null;
    const isOpen = Boolean(this.furtherFilters() && this.furtherFilters().open);
    replaceChildren(this.filters, filters.length > 0 ? filterElements(filters, isOpen, ownerDocument) : []);
    this.filters.hidden = filters.length === 0;
    if (focused) {
      const same = this.boxes().find(({ name, value }) => name === focused.name && value === focused.value);
      const other = this.furtherFilters() && this.furtherFilters().querySelector("summary");
      if (same || other) {
        (same || other).focus();
      }
    }
  }

  /** The part of the filters that a reader opens, if there are filters. */
  furtherFilters() {
    return this.filters.querySelector(".search-filter__more");
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
