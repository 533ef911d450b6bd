// Phrases of the site and what characters are mistaken for, as far as one query needs them (sitegen/render/search/lexicon.py,
// mistakes.py).

const KINDS = ["sameSound", "likeSound", "alike"];

/**
 * Parts of the lexicon, ready to be asked. Gives {phrasesOf(length), has(phrase), others, kindOf(typed, meant), isReal(pair)}: phrases of
 * a length are {phrase, characters, place}, with their place in the order of frequency from 0 to 1; `others` are words of letters and digits; a kind of
 * mistake is sameSound, likeSound, alike or undefined; a pair is real if it is a word of Chinese though the site has it not.
 */
export function prepareLexicon(parts) {
  const byLength = new Map();
  const places = new Map();
  parts.forEach(([phrases]) => phrases.split(" ").forEach((phrase, at, all) => {
    if (phrase !== "" && !places.has(phrase)) {
      places.set(phrase, at / all.length);
      const characters = Array.from(phrase);
      byLength.set(characters.length, (byLength.get(characters.length) || []).concat({ phrase, characters, place: at / all.length }));
    }
  }));
  const kinds = new Map();
  const real = new Set();
  const entries = Object.assign({}, ...parts.map(([, , mistakes]) => mistakes));
  Object.keys(entries).forEach((typed) => {
    const pieces = entries[typed].split("|");
    kinds.set(typed, new Map([].concat(...KINDS.map((kind, at) => Array.from(pieces[at] || "", (meant) => [meant, kind])))));
    Array.from(pieces[3] || "").forEach((before) => real.add(before + typed));
    Array.from(pieces[4] || "").forEach((behind) => real.add(typed + behind));
  });
  return {
    phrasesOf: (length) => byLength.get(length) || [],
    has: (phrase) => places.has(phrase),
    others: [].concat(...parts.map(([, others]) => others.split(" "))),
    kindOf: (typed, meant) => kinds.has(typed) ? kinds.get(typed).get(meant) : undefined,
    isReal: (pair) => real.has(pair),
  };
}
