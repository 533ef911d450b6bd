// Phrases of the site with their readings (sitegen/render/search/lexicon.py), made ready to be looked up.

import { soundOf } from "./sounds.js";

const ANY = "?";

/**
 * The lexicon ready for use; a phrase is {phrase, syllables, place}, with its place in the order of frequency:
 * `bySound`, phrases by the sounds of their syllables; `byAllButOne`, phrases by their characters, one of them left open; `others`, words of letters and digits; `isReal(pair)`, whether two characters are a
 * word though the site does not use it; `readingsOf(character)`; `looksLike(typed, meant)`.
 */
export function prepareLexicon({ phrases, others, readings, usual, further, alike, real }) {
  const usualOf = new Map();
  const furtherOf = new Map();
  eachCharacter(usual, (character, syllable) => usualOf.set(character, syllable));
  eachCharacter(further, (character, syllable) => {
    furtherOf.set(character, (furtherOf.get(character) || []).concat(syllable));
  });
  const list = phrases.split(" ").filter((phrase) => phrase !== "").map((phrase, place) => {
    const unusual = Object.prototype.hasOwnProperty.call(readings, phrase) ? readings[phrase].split(" ") : null;
    return { phrase, place, syllables: unusual || Array.from(phrase, (character) => usualOf.get(character) || "") };
  }).filter(({ syllables }) => syllables.every((syllable) => syllable !== ""));
  const realWords = new Set(real.match(/../gu) || []);
  const openings = new Map();
  list.forEach((one) => withOneOpen(Array.from(one.phrase)).forEach((key) => add(openings, key, one)));
  return {
    bySound: grouped(list, ({ syllables }) => syllables.map(soundOf).join(" ")),
    byAllButOne: openings,
    known: new Set(list.map(({ phrase }) => phrase)),
    others: others.split(" "),
    isReal: (pair) => realWords.has(pair),
    readingsOf: (character) => (usualOf.has(character) ? [usualOf.get(character), ...(furtherOf.get(character) || [])] : []),
    looksLike: (typed, meant) => (alike[meant] || "").includes(typed),
  };
}

/** Characters joined, each of them left open in turn. */
export function withOneOpen(characters) {
  return characters.map((_, open) => characters.map((character, at) => (at === open ? ANY : character)).join(""));
}

function eachCharacter(bySyllable, receive) {
  Object.keys(bySyllable).forEach((syllable) => {
    Array.from(bySyllable[syllable]).forEach((character) => receive(character, syllable));
  });
}

function grouped(values, keyOf) {
  const groups = new Map();
  values.forEach((value) => add(groups, keyOf(value), value));
  return groups;
}

function add(groups, key, value) {
  if (!groups.has(key)) {
    groups.set(key, []);
  }
  groups.get(key).push(value);
}
