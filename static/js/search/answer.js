// A query answered: as it was typed or, where that holds words that the site does not know, as it was probably meant.

import { correctStretch } from "./correct.js";
import { readLetters } from "./pinyin.js";
import { rank } from "./rank.js";
import { understand } from "./understand.js";

const LETTERS = /^[a-z]+$/;
const FEWEST_DIGITS = 3;

/**
 * Answer a query: {query, found, meant}. `query` is the query as understood, `found` its records; `meant` is the text
 * that was searched instead of what was typed, or "". Nothing is searched instead of a query whose words are known, nor
 * where that would not find every word, nor if `asTyped`.
 */
export async function answer(text, asTyped, library, lunr) {
  const query = await understand(text, library);
  const typed = { query, found: rank(lunr, query, library), meant: "" };
  if (asTyped || !hasUnknown(query)) {
    return typed;
  }
  const meant = readAgain(query, await library.lexicon());
  if (meant === query.text) {
    return typed;
  }
  const second = await understand(meant, library);
  const found = rank(lunr, second, library);
  return !hasUnknown(second) && found.full.length > 0 ? { query: second, found, meant } : typed;
}

function hasUnknown({ groups }) {
  return groups.some(({ kind, isGeneric }) => kind === "unknown" && !isGeneric);
}

/** The text with letters read as pinyin, unfinished numbers completed and wrong characters replaced. */
function readAgain({ text, parts }, lexicon) {
  let read = "";
  let at = 0;
  for (const { start, end, words } of replacements(parts, lexicon)) {
    read += text.slice(at, start) + words;
    at = end;
  }
  return (read + text.slice(at)).trim();
}

function replacements(parts, lexicon) {
  return joinSpacedLetters(parts).map(({ start, end, characters, word, unknown, isJoined }) => {
    const isKnown = unknown.length === 0 && !isJoined;
    const words = isKnown ? null
      : characters ? correctStretch(characters, unknown, lexicon, parts.length === 1) : otherReading(word, lexicon);
    return { start, end, words };
  }).filter(({ words }) => words !== null);
}

function otherReading(word, lexicon) {
  if (!/[a-z]/.test(word)) {
    const [whole] = lexicon.others.filter((other) => word.length >= FEWEST_DIGITS && other.startsWith(word));
    return whole || null;
  }
  return word.replace(/[a-z]+/g, (letters) => readLetters(letters, lexicon) || letters);
}

/** Parts, with letters that only spaces part (wu zhang ai) made one. */
function joinSpacedLetters(parts) {
  const joined = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (last && LETTERS.test(last.word || "") && LETTERS.test(part.word || "")) {
      joined[joined.length - 1] = { ...last, word: last.word + part.word, end: part.end, isJoined: true };
    } else {
      joined.push(part);
    }
  }
  return joined;
}
