// The search page: what the reader does, and what happens then. Nothing is fetched before the reader touches the search.

import { choice, parametersOf, readAddress, writeAddress } from "./address.js";
import { answer } from "./answer.js";
import { loadScript, scriptLoader } from "./files.js";
import { passes } from "./filters.js";
import { openLibrary } from "./library.js";
import { phrasesOf } from "./understand.js";
import { View } from "./view.js";
import { FAILED, NOTHING_ASKED, notesOf, statusOf } from "./wording.js";

const RESULTS_AT_ONCE = 10;
const REST_AFTER_TYPING = 400;
const KEY_CODE_OF_COMPOSITION = 229;
const NOTHING_CHOSEN = choice(() => []);

/** Bring the search of a page to life. `area` is the element with data-search. */
export function startSearch(area) {
  const document = area.ownerDocument;
  const manifest = new URL(area.dataset.manifest, document.baseURI);
  const lunr = new URL(area.dataset.lunr, document.baseURI);
  const search = new Search(
    document.defaultView, new View(area, new URL("../../", manifest)), opener(manifest, lunr, document),
    area.querySelector("[data-search-input]"),
  );
  search.listen(area.querySelector("[data-search-form]"));
  search.followAddress();
}

/** The state of the search: what was asked last, what it found, and whether the reader is composing characters. */
class Search {
  constructor(window, view, open, input) {
    Object.assign(this, { window, view, open, input, turn: 0, timer: 0, composing: false, answer: null });
  }

  listen(form) {
    const { input, view, window } = this;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.composing) {
        this.askForTyped(true);
      }
    });
    input.addEventListener("focus", () => { this.open().catch(() => {}); });
    input.addEventListener("compositionstart", () => { this.composing = true; window.clearTimeout(this.timer); });
    input.addEventListener("compositionend", () => { this.composing = false; this.askAfterRest(); });
    input.addEventListener("input", () => { this.askAfterRest(); });
    input.addEventListener("keydown", (event) => {
      // Safari ends the composition before it reports the Enter that ended it, with this key code.
      if (event.key === "Enter" && (event.isComposing || event.keyCode === KEY_CODE_OF_COMPOSITION)) {
        event.preventDefault();
      }
    });
    view.filters.addEventListener("change", () => this.filter());
    view.more.addEventListener("click", () => this.showMore().then((link) => link && link.focus()));
    window.addEventListener("popstate", () => this.followAddress());
  }

  /** Show what the address asks for. */
  followAddress() {
    const request = readAddress(this.window);
    if (request.text !== null || this.answer !== null) {
      this.input.value = request.text || "";
      this.ask({ ...request, text: this.input.value });
    }
  }

  askAfterRest() {
    this.window.clearTimeout(this.timer);
    if (!this.composing) {
      this.timer = this.window.setTimeout(() => this.askForTyped(false), REST_AFTER_TYPING);
    }
  }

  askForTyped(settled) {
    this.window.clearTimeout(this.timer);
    const request = { text: this.input.value, asTyped: false, chosen: NOTHING_CHOSEN };
    if (request.text.trim() !== "") {
      writeAddress(this.window, request, settled);
    }
    this.ask(request);
  }

  /** Look for what is asked and show what is found, unless something else was asked for meanwhile. */
  async ask(request) {
    this.turn += 1;
    const { turn, view } = this;
    view.clear();
    this.answer = null;
    if (request.text.trim() === "") {
      return;
    }
    view.wait();
    try {
      const { library, lunr } = await this.open();
      const found = await answer(request.text, request.asTyped, library, lunr);
      if (turn === this.turn) {
        await this.show({ ...found, library, typed: request.text }, request);
      }
    } catch (error) {
      if (turn === this.turn) {
        view.say(FAILED);
        this.window.console.error(error);
      }
    }
  }

  async show(outcome, request) {
    const { turn, view } = this;
    const { query, library, found } = outcome;
    if (query.groups.length === 0) {
      view.say(NOTHING_ASKED);
      return;
    }
    const kept = ({ record }) => passes(library.scopeOf(record), request.chosen);
    const left = { full: found.full.filter(kept), partial: found.partial.filter(kept) };
    this.answer = { ...outcome, left, request };
    const sentence = statusOf(left.full.length, left.partial.length);
    view.showNotes(notesOf(outcome), `?${parametersOf({ ...request, asTyped: true, chosen: NOTHING_CHOSEN })}`);
    view.showFilters(found.full.concat(found.partial).map(({ record }) => library.scopeOf(record)), request.chosen);
    view.clearResults();
    await this.showMore();
    if (turn === this.turn) {
      view.say(sentence);
    }
  }

  /** Add the next results, full ones first; promises the first new link. */
  async showMore() {
    const { turn, view } = this;
    const { left, library, query } = this.answer;
    const full = left.full.splice(0, RESULTS_AT_ONCE);
    const partial = left.partial.splice(0, RESULTS_AT_ONCE - full.length);
    const results = await library.results(full.concat(partial).map(({ record }) => record));
    if (turn !== this.turn) {
      return null;
    }
    const phrases = phrasesOf(query);
    const firstFull = view.append("full", results.slice(0, full.length), phrases);
    const firstPartial = view.append("partial", results.slice(full.length), phrases);
    view.more.hidden = left.full.length === 0 && left.partial.length === 0;
    return firstFull || firstPartial;
  }

  /** Narrow what was found to what is ticked. */
  filter() {
    const ticked = this.view.boxes().filter(({ checked }) => checked);
    const chosen = choice((name) => ticked.filter((box) => box.name === name).map(({ value }) => value));
    const request = { ...this.answer.request, chosen };
    writeAddress(this.window, request, true);
    this.turn += 1;
    this.show(this.answer, request);
  }
}

/** A function that fetches Lunr and what every query needs: once, and again after a failure. */
function opener(manifest, lunr, document) {
  const load = scriptLoader(new URL("../", manifest).href, document);
  const name = manifest.pathname.split("/").slice(-2).join("/").replace(/\.js$/, "");
  let opened = null;
  return () => {
    opened = opened || Promise.all([openLibrary(load, name), loadScript(lunr.href, document)])
      .then(([library]) => ({ library, lunr: document.defaultView.lunr }));
    opened.catch(() => { opened = null; });
    return opened;
  };
}
