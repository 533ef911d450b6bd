// Phrases of the site with their readings (sitegen/render/search/lexicon.py), made ready to be looked up.

// Syllables that many readers do not tell apart: z and zh, n and l, in and ing.
const LIKE = [[/^zh/, "z"], [/^ch/, "c"], [/^sh/, "s"], [/^n(?=[aeiouv])/, "l"], [/([aei])ng$/, "$1n"]];

/** A syllable with all others that sound alike to many readers. */
export function soundOf(syllable) {
  return LIKE.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), syllable);
}

/**
 * The lexicon ready for use: `phrases`, each {phrase, syllables, place} with its place in the order of frequency;
 * `byInitial`, phrases by first letter; `bySound`, phrases by the sounds of their syllables; `readingsOf(character)`.
 */
export function prepareLexicon({ phrases, readings, usual, further }) {
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
  return {
    byInitial: grouped(list, ({ syllables }) => syllables[0][0]),
    bySound: grouped(list, ({ syllables }) => syllables.map(soundOf).join(" ")),
    known: new Set(list.map(({ phrase }) => phrase)),
    readingsOf: (character) => (usualOf.has(character) ? [usualOf.get(character), ...(furtherOf.get(character) || [])] : []),
  };
}

function eachCharacter(bySyllable, receive) {
  Object.keys(bySyllable).forEach((syllable) => {
    Array.from(bySyllable[syllable]).forEach((character) => receive(character, syllable));
  });
}

function grouped(values, keyOf) {
  const groups = new Map();
  values.forEach((value) => {
    const key = keyOf(value);
    groups.set(key, groups.get(key) || []);
    groups.get(key).push(value);
  });
  return groups;
}
