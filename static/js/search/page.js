// The search page: what the reader does, and what happens then. Nothing is fetched before the reader touches the search.

import { choice, parametersOf, readAddress, writeAddress } from "./address.js";
import { askAhead } from "./ahead.js";
import { answer } from "./answer.js";
import { Combobox } from "./combobox.js";
import { directPages } from "./direct.js";
import { scriptLoader } from "./files.js";
import { filtersFor, needsFacets, passing } from "./filters.js";
import { openLibrary } from "./library.js";
import { firstOf } from "./rank.js";
import { readDirectory } from "./shards.js";
import { suggestionsFor } from "./suggest.js";
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
  const search = new Search(
    document.defaultView, new View(area, new URL("../../", manifest)), opener(manifest, area, document),
    area.querySelector("[data-search-input]"),
  );
  search.listen(area.querySelector("[data-search-form]"), area.querySelector("[data-search-suggestions]"));
  search.begin();
}

/** The state of the search: what was asked last, what it found, and whether the reader is composing characters. */
class Search {
  constructor(window, view, open, input) {
    Object.assign(this, { window, view, open, input, turn: 0, timer: 0, composing: false, answer: null, facets: null });
  }

  listen(form, list) {
    const { input, view, window } = this;
    this.combobox = list && new Combobox(input, list, async (text) => suggestionsFor(text, await this.open.library()),
      () => this.askForTyped(true));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.composing) {
        this.askForTyped(true);
      }
    });
    input.addEventListener("focus", () => { this.open.library().catch(() => {}); });
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
    // Opening and closing a <details> does not bubble.
    view.filters.addEventListener("toggle", () => this.openFurtherFilters(), true);
    view.more.addEventListener("click", () => this.showNext());
    window.addEventListener("popstate", () => this.followAddress());
  }

  /** Ask for what a reader typed while the script was on its way, or else for what the address asks for. */
  begin() {
    const typed = this.input.value;
    if (typed.trim() !== "" && typed !== readAddress(this.window).text) {
      this.askAfterRest();
    } else {
      this.followAddress();
    }
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
    if (settled && this.combobox) {
      this.combobox.close();
    }
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
      const library = await this.open.library(request.text);
      const found = await answer(request.text, request.asTyped, library, (selected) => this.scoring(selected, library, request));
      if (turn === this.turn) {
        await this.show({ ...found, library, typed: request.text }, request);
      }
    } catch (error) {
      this.fail(error, turn);
    }
  }

  /** Lunr; before it has work to do, the texts that will most probably be shown are asked for. */
  scoring(selected, library, request) {
    if (!isNarrowed(request)) {
      library.results(firstOf(selected, RESULTS_AT_ONCE)).catch(() => {});
    }
    return this.window.lunr;
  }

  async show(outcome, request) {
    const { turn, view } = this;
    const { query, library, found } = outcome;
    if (query.groups.length === 0) {
      view.say(NOTHING_ASKED);
      return;
    }
    if (needsFacets(request.chosen)) {
      this.facets = await library.facets();
    }
    const passes = passing(request.chosen, library, this.facets);
    const left = isNarrowed(request) ? { full: found.full.filter(passes), partial: found.partial.filter(passes) } : found;
    const coming = Promise.all([
      isNarrowed(request) ? [] : directPages(query, library), library.results(firstOf(left, RESULTS_AT_ONCE)),
    ]);
    // Filters are counted while texts are on their way; so may be what further ones need.
    const { facets } = this;
    const filters = this.filtersOf(outcome, request);
    const [direct] = await coming;
    if (turn !== this.turn) {
      return;
    }
    this.answer = { ...outcome, left, shown: 0, request };
    view.showNotes(notesOf(outcome), (asks) => `?${parametersOf({ ...asks, chosen: NOTHING_CHOSEN })}`);
    view.showDirect(direct);
    view.showFilters(this.facets === facets ? filters : this.filtersOf(outcome, request));
    view.clearResults();
    await this.showMore();
    if (turn === this.turn) {
      view.say(statusOf(left.full.length, left.partial.length));
    }
  }

  filtersOf({ found, library }, { chosen }) {
    const records = found.full.records.concat(found.partial.records);
    return records.length > 0 ? filtersFor(records, chosen, library, this.facets) : [];
  }

  /** Add the next results and lead the reader to the first of them. */
  async showNext() {
    const { turn } = this;
    try {
      const link = await this.showMore();
      if (link) {
        link.focus();
      }
    } catch (error) {
      this.fail(error, turn);
    }
  }

  /** Add the next results, full ones first; promises the first new link. Asked twice before they came, they are added once. */
  async showMore() {
    const { turn, view, answer: own } = this;
    const { left, library, query, shown } = own;
    const end = shown + RESULTS_AT_ONCE;
    const full = left.full.slice(shown, end);
    const before = left.full.length;
    const partial = left.partial.slice(Math.max(0, shown - before), Math.max(0, end - before));
    const results = await library.results(full.concat(partial));
    if (turn !== this.turn || own.shown !== shown) {
      return null;
    }
    own.shown = end;
    const phrases = phrasesOf(query);
    const firstFull = view.append("full", results.slice(0, full.length), phrases);
    const firstPartial = view.append("partial", results.slice(full.length), phrases);
    view.more.hidden = before + left.partial.length <= end;
    return firstFull || firstPartial;
  }

  /** Narrow what was found to what is ticked. */
  filter() {
    const ticked = this.view.boxes().filter(({ checked }) => checked);
    const chosen = choice((name) => ticked.filter((box) => box.name === name).map(({ value }) => value));
    const request = { ...this.answer.request, chosen };
    writeAddress(this.window, request, true);
    this.turn += 1;
    const { turn } = this;
    this.view.wait();
    this.show(this.answer, request).catch((error) => this.fail(error, turn));
  }

  /** Fetch what filters by unit and deadline need, when a reader opens them. */
  async openFurtherFilters() {
    const further = this.view.furtherFilters();
    if (!further || !further.open || this.facets !== null) {
      return;
    }
    const { turn } = this;
    try {
      this.facets = await this.answer.library.facets();
      // Where another search is under way, it shows them with its own results.
      if (this.answer !== null) {
        this.view.showFilters(this.filtersOf(this.answer, this.answer.request));
      }
    } catch (error) {
      this.fail(error, turn);
    }
  }

  /** Say that something could not be read, unless something else was asked for meanwhile. */
  fail(error, turn) {
    if (turn === this.turn) {
      this.view.say(FAILED);
      this.window.console.error(error);
    }
  }
}

function isNarrowed({ chosen }) {
  return Object.values(chosen).some((values) => values.length > 0);
}

/**
 * What every query needs: {library(text)}, fetched once, and again after a failure. Files that a `text` needs are asked for at
 * once, without waiting for the manifest.
 */
function opener(manifest, { dataset }, document) {
  const load = scriptLoader(new URL("../", manifest).href, document);
  const directory = kept(() => readDirectory(dataset.directory));
  const name = manifest.pathname.split("/").slice(-2).join("/").replace(/\.js$/, "");
  const library = once(() => openLibrary(load, name, directory()));
  return {
    library(text = "") {
      const opened = library();
      askAhead(text, directory(), load);
      return opened;
    },
  };
}

/** A function that makes a value when it is first asked for it. */
function kept(make) {
  let value = null;
  return () => {
    value = value === null ? make() : value;
    return value;
  };
}

/** A function that does some work once, and again only after a failure. */
function once(work) {
  let promise = null;
  return () => {
    if (!promise) {
      promise = work();
      promise.catch(() => { promise = null; });
    }
    return promise;
  };
}
