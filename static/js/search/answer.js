// A query answered: as it was typed or, where that holds words that the site does not know, as it was probably meant.

import { LENGTH_OF_GUESSES, correctStretch, neededFor } from "./correct.js";
import { otherReadings, readLetters } from "./pinyin.js";
import { rank, select } from "./rank.js";
import { understand } from "./understand.js";

const LETTERS = /^[a-z]+$/;
// Letters that are no word by themselves: ren in ren工智能.
const SYLLABLE = /^(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng?|r)?$/;
const FEWEST_DIGITS = 3;
// In a longer stretch a small word is one, and no wrong character.
const LONGEST_DOUBTFUL = 6;

/**
 * Answer a query: {query, found, meant, others, proposed}. `query` is the query as understood, `found` its records; `meant` is the
 * text that was searched instead of what was typed, or "", `others` what letters may stand for just as well. Nothing is searched
 * instead of a query that finds all its words, nor where that would not find every word, nor if `asTyped`; `proposed` is a text that
 * is a mere guess, or "". `scoring(selected)` gives Lunr, or promises it; it is called once, with the records selected (rank.js), so that their texts can be asked for.
 */
export async function answer(text, asTyped, library, scoring) {
  const { selected, ...rest } = await selection(text, asTyped, library);
  return { ...rest, found: rank(await scoring(selected), selected) };
}

async function selection(text, asTyped, library) {
  const query = await understand(text, library);
  const typed = { query, selected: select(query, library), meant: "", others: [], proposed: "" };
  if (asTyped) {
    return typed;
  }
  const foundNothing = typed.selected.full.length === 0;
  if (foundNothing && query.parts.some(({ word }) => /[a-z]/.test(word || ""))) {
    // What letters stand for does not depend on doubts about the characters beside them.
    const parts = query.parts.map((part) => ({ doubtful: [], ...part }));
    readAgain({ text: query.text, parts }, library).then(library.askAhead).catch(() => {});
  }
  const parts = await withDoubts(query.parts, foundNothing, library);
  if (!hasUnknown(query) && !parts.some(({ doubtful }) => doubtful.length > 0)) {
    return typed;
  }
  const other = await foundFor({ text: query.text, parts }, library);
  if (other) {
    const [{ word }] = parts;
    const isLetters = parts.length === 1 && LETTERS.test(word || "");
    return { ...typed, ...other, others: isLetters ? await otherReadings(word, other.meant, library.phrasesRead) : [] };
  }
  const guess = foundNothing ? await foundFor({ text: query.text, parts }, library, LENGTH_OF_GUESSES) : null;
  return guess ? { ...typed, proposed: guess.meant } : typed;
}

/** What a query probably means, {meant, query, selected}, or null where that would not find every word. */
async function foundFor(typed, library, longPhrase) {
  const meant = await readAgain(typed, library, longPhrase);
  if (meant === typed.text) {
    return null;
  }
  const query = await understand(meant, library);
  const selected = select(query, library);
  return !hasUnknown(query) && selected.full.length > 0 ? { meant, query, selected } : null;
}

function hasUnknown({ groups }) {
  return groups.some(({ kind, isGeneric }) => kind === "unknown" && !isGeneric);
}

/**
 * The parts with the indexes of characters that may be wrong though they have a sense of their own, in stretches as short as
 * a word; where nothing was found, also those of short pieces that are no phrases.
 */
function withDoubts(parts, foundNothing, library) {
  return Promise.all(parts.map(async (part) => {
    const { characters, doubtful = [], short = [] } = part;
    if (!characters || characters.length > LONGEST_DOUBTFUL) {
      return { ...part, doubtful: [] };
    }
    const doubted = foundNothing && short.length > 0 ? await wherePhraseless(part, library) : [];
    return { ...part, doubtful: doubtful.concat(doubted) };
  }));
}

async function wherePhraseless({ characters, unknown, doubtful, short }, library) {
  const own = short.map(({ words }) => Array.from(words)[1]);
  // With the characters that are needed where some of the pieces are no phrases: what is fetched by and by takes longer.
  const suspects = doubtful.concat(...short.map(placesOf));
  const lexicon = await library.lexicon(own.concat(neededFor(characters, { unknown, doubtful: suspects })));
  return [].concat(...short.filter(({ words }) => !lexicon.has(words)).map(placesOf));
}

function placesOf({ start, end }) {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** The text with letters read as pinyin, unfinished numbers completed and wrong characters replaced. */
async function readAgain({ text, parts }, library, longPhrase) {
  const joined = joinMixed(joinSpacedLetters(parts));
  const words = await Promise.all(joined.map((part) => otherWords(part, joined, library, longPhrase)));
  let read = "";
  let at = 0;
  joined.forEach(({ start, end }, index) => {
    read += text.slice(at, start) + (words[index] === null ? text.slice(start, end) : words[index]);
    at = end;
  });
  return (read + text.slice(at)).trim();
}

/** What a part of a query probably means, or null where it is known or cannot be read otherwise. */
async function otherWords(part, parts, library, longPhrase) {
  const { characters, word, unknown, doubtful, isJoined, start, mixed } = part;
  if (mixed) {
    return (await readMixed(mixed, library)) || readApart(mixed, parts, library, longPhrase);
  }
  if (unknown.length === 0 && !isJoined && doubtful.length === 0) {
    return null;
  }
  if (characters) {
    const isAlone = !parts.some(({ end }) => end === start);
    return correctStretch(characters, part, await library.lexicon(neededFor(characters, part)), isAlone, longPhrase);
  }
  if (!/[a-z]/.test(word)) {
    const { others } = await library.lexicon([word[0]]);
    return others.find((other) => word.length >= FEWEST_DIGITS && other.startsWith(word)) || null;
  }
  const runs = word.split(/([a-z]+)/);
  const read = await Promise.all(runs.map((run) => (LETTERS.test(run) ? readLetters(run, library.phrasesRead, library.rarePhrasesRead) : null)));
  return runs.map((run, index) => read[index] || run).join("");
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

/** Parts, with letters and the characters that they only make sense with made one: 热xian. */
function joinMixed(parts) {
  const joined = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (last && last.end === part.start && !last.mixed && isMixed(last, part)) {
      joined[joined.length - 1] = { mixed: [last, part], start: last.start, end: part.end };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function isMixed(first, second) {
  const [letters, stretch] = first.word ? [first, second] : [second, first];
  if (!LETTERS.test(letters.word || "") || !stretch.characters) {
    return false;
  }
  const beside = stretch === first ? stretch.characters.length - 1 : 0;
  return SYLLABLE.test(letters.word) || stretch.characters.length === 1 || stretch.unknown.includes(beside);
}

/** The words that characters and letters spell together, or null. */
async function readMixed(parts, library) {
  const typed = parts.map(({ characters, word }) => characters || word);
  const lexicon = await library.lexicon([].concat(...parts.map(({ characters }) => characters || [])));
  const letters = typed.map((one) => (Array.isArray(one) ? one.map(lexicon.readingOf).join("") : one)).join("");
  const read = await readLetters(letters, library.phrasesRead, library.rarePhrasesRead);
  const keeps = ({ characters }) => !characters || read.includes(characters.join(""));
  return read && parts.every(keeps) ? read : null;
}

/** The words of parts that make no sense together, each read by itself. */
async function readApart(mixed, parts, library, longPhrase) {
  const words = await Promise.all(mixed.map((part) => otherWords(part, parts, library, longPhrase)));
  return mixed.map(({ characters, word }, index) => words[index] || word || characters.join("")).join("");
}
