// A query answered: as it was typed or, where that holds words that the site does not know, as it was probably meant.

import { correctRun } from "./correct.js";
import { readLetters } from "./pinyin.js";
import { rank } from "./rank.js";
import { runs, normalise } from "./tokens.js";
import { understand } from "./understand.js";

const LETTERS = /^[a-z]+$/;

/**
 * Answer a query: {query, found, meant}. `query` is the query as understood, `found` its records; `meant` is the text
 * that was searched instead of what was typed, or "". Nothing is searched instead of a query whose words are known, nor
 * where that would not find every word, nor if `asTyped`.
 */
export async function answer(text, asTyped, library, lunr) {
  const query = await understand(text, library);
  const typed = { query, found: find(lunr, query, library), meant: "" };
  if (asTyped || !hasUnknown(query)) {
    return typed;
  }
  const meant = readAgain(text, query, await library.lexicon());
  if (meant === null) {
    return typed;
  }
  const second = await understand(meant, library);
  const found = find(lunr, second, library);
  return !hasUnknown(second) && found.full.length > 0 ? { query: second, found, meant } : typed;
}

function find(lunr, query, library) {
  return query.groups.length > 0 ? rank(lunr, query, library) : { full: [], partial: [] };
}

function hasUnknown({ groups }) {
  return groups.some(({ kind }) => kind === "unknown");
}

/** The text with letters read as pinyin and wrong characters replaced, or null if there is nothing to change. */
function readAgain(text, { groups }, lexicon) {
  const unknown = new Set(groups.filter(({ kind }) => kind === "unknown").map(({ words }) => words));
  const parts = joinSpacedLetters(runs(normalise(text)));
  let changed = false;
  const meant = parts.map((run) => {
    const isUnknown = run.isHan
      ? Array.from(unknown).some((words) => run.text.includes(words)) : run.isJoined || unknown.has(run.text);
    const other = isUnknown ? otherReading(run, lexicon) : run.text;
    changed = changed || other !== run.text;
    return (run.follows ? "" : " ") + other;
  });
  return changed ? meant.join("").trim() : null;
}

function otherReading({ text, isHan }, lexicon) {
  return isHan ? correctRun(text, lexicon) || text
    : text.replace(/[a-z]+/g, (letters) => readLetters(letters, lexicon) || letters);
}

/** Runs, with letters that only spaces part (wu zhang ai) made one; `follows` says that a run touches the one before. */
function joinSpacedLetters(separate) {
  const joined = [];
  for (const run of separate) {
    const last = joined[joined.length - 1];
    const end = last ? last.start + last.length : -1;
    if (last && LETTERS.test(run.text) && LETTERS.test(last.text)) {
      Object.assign(last, { text: last.text + run.text, length: run.start + run.text.length - last.start, isJoined: true });
    } else {
      joined.push({ ...run, length: run.text.length, isJoined: false, follows: end === run.start });
    }
  }
  return joined;
}
