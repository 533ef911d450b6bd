// Phrases of the site and what characters are mistaken for, as far as one query needs them (sitegen/render/search/lexicon.py,
// mistakes.py).

// Where in an entry the characters of a kind stand; what is alike also where it sounds alike counts as that.
const KINDS = [["alike", 2], ["likeSound", 1], ["sameSound", 0]];
const BEFORE = 3;
const BEHIND = 4;
const READ = /([^a-z])([a-z]+)/gu;

/**
 * Parts of the lexicon, ready to be asked. Gives {phrasesOf(length), has(phrase), others, kindOf(typed, meant), isReal(word)}: phrases of
 * a length are {phrase, characters, place}, with their place in the order of frequency from 0 to 1; `others` are words of letters and digits; a kind of
 * mistake is sameSound, likeSound, alike or undefined; a word is real if Chinese has it though the site has it not.
 */
export function prepareLexicon(parts) {
  const byLength = new Map();
  const places = new Map();
  parts.forEach(([phrases]) => phrases.split(" ").forEach((phrase, at, all) => {
    if (phrase !== "" && !places.has(phrase)) {
      places.set(phrase, at / all.length);
      const characters = Array.from(phrase);
      const alike = byLength.get(characters.length) || [];
      alike.push({ phrase, characters, place: at / all.length });
      byLength.set(characters.length, alike);
    }
  }));
  const entries = Object.assign({}, ...parts.map(([, , mistakes]) => mistakes));
  const read = new Map();
  const piecesOf = (typed) => {
    if (!read.has(typed)) {
      read.set(typed, (entries[typed] || "").split("|").map((piece) => new Set(piece)));
    }
    return read.get(typed);
  };
  const holds = (typed, at, character) => piecesOf(typed).length > at && piecesOf(typed)[at].has(character);
  const words = new Set([].concat(...parts.map(([, , , text]) => text.split(" "))));
  const readings = new Map([].concat(...parts.map(([, , , , text]) => Array.from(text.matchAll(READ), ([, character, reading]) => [character, reading]))));
  return {
    /** How a character of the site is read, or "". */
    readingOf: (character) => readings.get(character) || "",
    phrasesOf: (length) => byLength.get(length) || [],
    has: (phrase) => places.has(phrase),
    others: [].concat(...parts.map(([, others]) => others.split(" "))),
    kindOf: (typed, meant) => (KINDS.find(([, at]) => holds(typed, at, meant)) || [])[0],
    isReal: (word) => {
      const [first, second] = Array.from(word);
      return words.has(word) || (word === first + second && (holds(second, BEFORE, first) || holds(first, BEHIND, second)));
    },
  };
}
