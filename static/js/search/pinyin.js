// Letters read as pinyin: full (zhengwu), by initials (zwgk), mixed or unfinished (zhengwugk), without tones.

import { soundOf } from "./lexicon.js";

const INITIALS = /^(?:zh|ch|sh|[a-z])/;
const COSTS = { full: 0, alike: 0.4, initial: 0.15, unfinished: 0.1, leftOut: 0.75 };
const COST_OF_SECOND_PHRASE = 0.5;
const COST_OF_RARITY = 0.00005;
const MOST_LEFT_OUT = 2;
const FEWEST_LETTERS = 2;

/** The words that letters most likely stand for, one phrase or two, or null. */
export function readLetters(letters, lexicon) {
  if (letters.length < FEWEST_LETTERS) {
    return null;
  }
  const one = cheapest(letters, lexicon);
  const two = one && one.cost < COST_OF_SECOND_PHRASE ? null : cheapestPair(letters, lexicon);
  const best = two && (!one || two.cost < one.cost) ? two : one;
  return best && best.words;
}

function cheapestPair(letters, lexicon) {
  let best = null;
  for (let cut = FEWEST_LETTERS; cut <= letters.length - FEWEST_LETTERS; cut += 1) {
    const first = cheapest(letters.slice(0, cut), lexicon);
    const second = first && cheapest(letters.slice(cut), lexicon);
    const cost = second ? first.cost + second.cost + COST_OF_SECOND_PHRASE : Infinity;
    if (cost < (best ? best.cost : Infinity)) {
      best = { words: first.words + second.words, cost };
    }
  }
  return best;
}

function cheapest(letters, lexicon) {
  let best = null;
  for (const { phrase, syllables, place } of lexicon.byInitial.get(letters[0]) || []) {
    const cost = costOf(letters, syllables, 0, 0, 0) + place * COST_OF_RARITY;
    if (cost < (best ? best.cost : Infinity)) {
      best = { words: phrase, cost };
    }
  }
  return best;
}

/** What it costs to read letters from `at` as the syllables from `number`; `full` counts those typed in full so far. */
function costOf(letters, syllables, at, number, full) {
  if (at === letters.length) {
    const left = syllables.length - number;
    return left === 0 ? 0 : left <= Math.min(MOST_LEFT_OUT, full - 1) ? left * COSTS.leftOut : Infinity;
  }
  if (number === syllables.length) {
    return Infinity;
  }
  const syllable = syllables[number];
  const rest = letters.slice(at);
  const next = (length, cost, isFull) => cost + costOf(letters, syllables, at + length, number + 1, full + isFull);
  const [initial] = syllable.match(INITIALS);
  const choices = [
    rest.startsWith(syllable) ? next(syllable.length, COSTS.full, 1) : Infinity,
    rest.startsWith(initial) ? next(initial.length, COSTS.initial, 0) : Infinity,
    rest[0] === syllable[0] ? next(1, COSTS.initial, 0) : Infinity,
    rest.length < syllable.length && rest.length > 1 && syllable.startsWith(rest) ? next(rest.length, COSTS.unfinished, 0) : Infinity,
  ];
  for (let length = 1; length <= Math.min(6, rest.length); length += 1) {
    const typed = rest.slice(0, length);
    if (typed !== syllable && /[aeiouv]/.test(typed) && soundOf(typed) === soundOf(syllable)) {
      choices.push(next(length, COSTS.alike, 1));
    }
  }
  return Math.min(...choices);
}
