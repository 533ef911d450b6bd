// Letters read as pinyin: full (zhengwu), by initials (zwgk), mixed or unfinished (zhengwugk), without tones.

import { soundOf } from "./sounds.js";

const INITIALS = /^(?:zh|ch|sh|[a-z])/;
const COSTS = { full: 0, alike: 0.4, initial: 0.15, unfinished: 0.1, leftOut: 0.75 };
const COST_OF_SECOND_PHRASE = 0.5;
const COST_OF_RARITY = 0.0003;
const COST_OF_LEVEL_LEFT_OUT = 0.05;
const MOST_LEFT_OUT = 2;
// A phrase that hardly recurs is meant only where it is all but typed in full: initials alone fit too many.
const HIGHEST_COST_OF_RARE = 0.42;
// Two short phrases by their initials alone could be anything.
const FEWEST_INITIALS_OF_A_PHRASE = 4;
const HIGHEST_COST_OF_A_LETTER = 0.1;
const FEWEST_LETTERS = 2;
const LONGEST_SYLLABLE = 6;
const MOST_OTHERS = 3;
const TWINS = { n: "l", l: "n" };
const ONLY_INITIALS = /^[^aeiouv]{3,6}$/;

/**
 * Promises the words that letters most likely stand for, one phrase or two, or null. `phrasesOf(letter)` promises the
 * phrases that begin with a letter: {phrase, syllables, place}, `place` in the order of how likely they are meant; `rareOf(letter)`
 * those that hardly recur, which are asked for only where no other is like the letters.
 */
export async function readLetters(letters, phrasesOf, rareOf) {
  if (letters.length < FEWEST_LETTERS) {
    return null;
  }
  const common = cheapest(letters, await phrasesLike(letters, phrasesOf));
  const rare = common && common.cost < HIGHEST_COST_OF_RARE ? null : cheapest(letters, await phrasesLike(letters, rareOf));
  const one = rare && (rare.read < HIGHEST_COST_OF_RARE || (!common && letters.length >= FEWEST_INITIALS_OF_A_PHRASE)) ? rare : common;
  const two = one && one.cost < COST_OF_SECOND_PHRASE ? null : await cheapestPair(letters, phrasesOf);
  const best = two && (!one || two.cost < one.cost) ? two : one;
  return best && best.words;
}

/**
 * The letters with which phrases begin that surely must be known to read some letters: {common, rare}, for frequent phrases and
 * for those that hardly recur.
 */
export function lettersNeeded(letters) {
  if (letters.length < FEWEST_LETTERS || !/^[a-z]+$/.test(letters)) {
    return { common: [], rare: [] };
  }
  // Initials alone are too little to be sure of one frequent phrase: rare ones are looked at, and pairs of phrases.
  const isUnsure = ONLY_INITIALS.test(letters);
  const withTwins = (firsts) => [].concat(...Array.from(firsts, (letter) => [letter, ...(TWINS[letter] || "")]));
  const seconds = isUnsure ? letters.slice(FEWEST_LETTERS, 1 - FEWEST_LETTERS) : "";
  return { common: withTwins(letters[0] + seconds), rare: isUnsure ? withTwins(letters[0]) : [] };
}

/** What it costs to read letters as the beginning of some syllables, Infinity if they cannot be. */
export function costOfBeginning(letters, syllables) {
  return costOf(letters, syllables, 0, 0, 0, () => 0);
}

/** Promises other words, worth proposing, that letters stand for no less than for those with which they were read, most likely ones first. */
export async function otherReadings(letters, words, phrasesOf) {
  const read = (await phrasesLike(letters, phrasesOf)).filter(({ phrase, isProper }) => isProper || phrase === words)
    .map(({ phrase, syllables, place }) => ({ phrase, place, cost: costOf(letters, syllables, 0, 0, 0, costOfRest) }));
  const own = Math.min(...read.filter(({ phrase }) => phrase === words).map(({ cost }) => cost));
  const others = read.filter(({ cost }) => cost <= own && own < Infinity).sort((left, right) => left.place - right.place);
  // 区卫健局 is no other than 卫健局.
  const isNew = (phrase, known) => !known.some((other) => other.includes(phrase) || phrase.includes(other));
  const known = others.reduce((before, { phrase }) => (isNew(phrase, before) ? before.concat(phrase) : before), [words]);
  return known.slice(1, 1 + MOST_OTHERS);
}

async function cheapestPair(letters, phrasesOf) {
  let best = null;
  for (let cut = FEWEST_LETTERS; cut <= letters.length - FEWEST_LETTERS; cut += 1) {
    const first = cheapest(letters.slice(0, cut), await phrasesLike(letters, phrasesOf));
    const rest = letters.slice(cut);
    const second = first && cheapest(rest, await phrasesLike(rest, phrasesOf));
    const isRead = second && (Math.max(cut, letters.length - cut) >= FEWEST_INITIALS_OF_A_PHRASE
      || first.read + second.read <= HIGHEST_COST_OF_A_LETTER * letters.length);
    const cost = isRead ? first.cost + second.cost + COST_OF_SECOND_PHRASE : Infinity;
    if (cost < (best ? best.cost : Infinity)) {
      best = { words: first.words + second.words, cost };
    }
  }
  return best;
}

async function phrasesLike(letters, phrasesOf) {
  const [own, twins] = await Promise.all([phrasesOf(letters[0]), TWINS[letters[0]] ? phrasesOf(TWINS[letters[0]]) : []]);
  return own.concat(twins);
}

function cheapest(letters, phrases) {
  let best = null;
  for (const { phrase, syllables, place } of phrases) {
    const levelLeftOut = syllables.length < Array.from(phrase).length ? COST_OF_LEVEL_LEFT_OUT : 0;
    const own = place * COST_OF_RARITY + levelLeftOut;
    const room = (best ? best.cost : Infinity) - own;
    const read = room > 0 ? costOf(letters, syllables, 0, 0, 0, costOfRest) : Infinity;
    if (read < room) {
      best = { words: levelLeftOut ? phrase.slice(1) : phrase, cost: own + read, read };
    }
  }
  return best;
}

/** What it costs that a reader left out the last syllables, `full` typed in full before. */
function costOfRest(left, full) {
  return left <= Math.max(0, Math.min(MOST_LEFT_OUT, full - 1)) ? left * COSTS.leftOut : Infinity;
}

/** What it costs to read letters from `at` as the syllables from `number`; `full` counts those typed in full so far. */
function costOf(letters, syllables, at, number, full, restOf) {
  if (at === letters.length) {
    return restOf(syllables.length - number, full);
  }
  if (number === syllables.length) {
    return Infinity;
  }
  const syllable = syllables[number];
  const letter = letters[at];
  // Whatever sounds alike begins alike.
  if (letter !== syllable[0] && TWINS[letter] !== syllable[0]) {
    return Infinity;
  }
  const [initial] = syllable.match(INITIALS);
  const left = letters.length - at;
  let best = Infinity;
  const read = (length, cost, isFull) => {
    best = Math.min(best, cost + costOf(letters, syllables, at + length, number + 1, full + isFull, restOf));
  };
  if (letters.startsWith(syllable, at)) {
    read(syllable.length, COSTS.full, 1);
  } else if (left > 1 && left < syllable.length && syllable.startsWith(letters.slice(at))) {
    read(left, COSTS.unfinished, 0);
  }
  if (letter === initial[0]) {
    read(1, COSTS.initial, 0);
    if (initial.length > 1 && letters.startsWith(initial, at)) {
      read(initial.length, COSTS.initial, 0);
    }
  }
  for (let length = 2; length <= Math.min(LONGEST_SYLLABLE, left); length += 1) {
    const typed = letters.slice(at, at + length);
    if (typed !== syllable && soundOf(typed) === soundOf(syllable)) {
      read(length, COSTS.alike, 1);
    }
  }
  return best;
}
