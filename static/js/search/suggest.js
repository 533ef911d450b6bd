// Proposals for a word that a reader is typing: names of units, titles and phrases of the site, by characters or letters.

import { costOfBeginning } from "./pinyin.js";
import { normalise, runs } from "./tokens.js";

const MOST = 8;
const LETTERS = /^[a-z]+$/;
const WORTH_OF_ORDER = 0.002;
const LONGEST_TYPED = 16;

/** Promises at most eight whole queries that what is typed may become: the words before the last one, and a phrase. */
export async function suggestionsFor(typed, library) {
  const last = typed.split(/\s+/).pop();
  const [run, ...others] = runs(normalise(last));
  if (!run || others.length > 0 || run.text.length > LONGEST_TYPED) {
    return [];
  }
  const before = typed.slice(0, typed.length - last.length);
  const found = run.isHan ? await beginningWith(run.text, library) : LETTERS.test(run.text) ? await readAs(run.text, library) : [];
  return found.slice(0, MOST).map((phrase) => before + phrase);
}

async function beginningWith(text, library) {
  const phrases = await library.phrasesFrom(Array.from(text)[0]);
  return phrases.filter((phrase) => phrase !== text && (phrase.startsWith(text) || phrase.startsWith(text, 1)));
}

async function readAs(letters, library) {
  const phrases = await library.phrasesRead(letters[0]);
  const read = phrases.filter(({ isProper }) => isProper)
    .map(({ phrase, syllables, place }) => ({ phrase, cost: costOfBeginning(letters, syllables) + place * WORTH_OF_ORDER }))
    .filter(({ cost }) => cost < Infinity)
    .sort((left, right) => left.cost - right.cost);
  return Array.from(new Set(read.map(({ phrase }) => phrase)));
}
