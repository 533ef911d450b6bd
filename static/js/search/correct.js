// Words with wrong characters, of the same sound or alike to the eye: 依深情公开 or 依甲请公开 for 依申请公开; with one too few, one
// too many, or two in the wrong order.

import { isUsual } from "./usual.js";

const LEVELS = "省市区县镇乡";
const LONGEST_PHRASE = 8;
// Wrong is a character that nothing explains or one beside it, and its phrase is looked up by one beside that.
const NEAR = 2;
// A character that is nothing like the right one is believed to be wrong only within a long phrase; in a shorter one it is
// a guess, good enough to be proposed.
const LONG_PHRASE = 5;
export const LENGTH_OF_GUESSES = 4;
const SHORTEST_WITH_DOUBTFUL = 3;
const COSTS = {
  phrase: 0.2, sameSound: 1, likeSound: 1.25, alike: 1.15, otherForm: 1.15, unlike: 1.25, swapped: 1.15, extra: 1.2, leftOut: 1.25, unknown: 1.5, level: 0.3,
  doubtful: 1.3, cutWord: 0.4,
};
// Fewer characters, with one left out or one too many, are too little to know a phrase by.
const SHORTEST_SWAPPED = 3;
const SHORTEST_UNEVEN = 3;

/** The characters of a stretch for which the lexicon must be fetched: those that may be wrong, and those beside them. */
export function neededFor(characters, { unknown, doubtful }) {
  return characters.filter((_, at) => unknown.concat(doubtful).some((suspect) => Math.abs(suspect - at) <= NEAR));
}

/**
 * The stretch of Han characters with the fewest characters changed so that phrases of the lexicon explain it, or null.
 * Only around the `unknown` ones, indexes of characters that nothing explains, is anything replaced, and in longer phrases
 * around `doubtful` ones; characters nothing like the right ones in phrases of at least `longPhrase`. A word of two characters that is a word in its own right is left alone unless it belongs to what stands before it (`isAlone`).
 */
export function correctStretch(characters, { unknown, doubtful, short = [] }, lexicon, isAlone, longPhrase = LONG_PHRASE) {
  const isUnknown = characters.map((_, at) => unknown.includes(at));
  const isDoubtful = characters.map((_, at) => doubtful.includes(at));
  const best = [{ cost: 0, words: "" }];
  for (let end = 1; end <= characters.length; end += 1) {
    const alone = isUnknown[end - 1] ? costOfUnknown(characters, end - 1) : isDoubtful[end - 1] ? COSTS.doubtful : 0;
    best[end] = { cost: best[end - 1].cost + alone, words: best[end - 1].words + characters[end - 1] };
    for (let start = Math.max(0, end - LONGEST_PHRASE); start <= end - 2; start += 1) {
      const isWrong = isUnknown.slice(start, end).includes(true)
        || (isDoubtful.slice(start, end).includes(true) && end - start >= SHORTEST_WITH_DOUBTFUL);
      const mayReplace = isWrong && !(isAlone && end - start === 2 && lexicon.isReal(characters.slice(start, end).join("")));
      const found = mayReplace ? phraseLike(characters.slice(start, end), lexicon, longPhrase) : null;
      const cost = found ? best[start].cost + found.cost + costOfCut(start, end, short, isDoubtful) : Infinity;
      if (cost < best[end].cost) {
        best[end] = { cost, words: best[start].words + found.phrase };
      }
    }
  }
  const { words } = best[characters.length];
  return words === characters.join("") ? null : words;
}

/** The word for the level of a unit may stand before any: 区水务局 though the site only has 区城乡水务局. */
function costOfUnknown(characters, at) {
  return at === 0 && LEVELS.includes(characters[at]) ? COSTS.level : COSTS.unknown;
}

/** What it costs to change a part of a word that stands by itself: in 政解读, 解读 is none of the wrong characters. */
function costOfCut(start, end, short, isDoubtful) {
  const cuts = short.some((word) => !isDoubtful[word.start]
    && [start, end].some((edge) => edge > word.start && edge < word.end));
  return cuts ? COSTS.cutWord : 0;
}

/** The phrase that some characters are most likely meant for, with what that costs; of equals the most frequent. */
function phraseLike(typed, lexicon, longPhrase) {
  let best = null;
  const consider = (length, costOf) => {
    for (const { phrase, characters, place } of lexicon.phrasesOf(length)) {
      const cost = COSTS.phrase + costOf(characters);
      if (cost < Infinity && (!best || cost < best.cost || (cost === best.cost && place < best.place))) {
        best = { phrase, cost, place };
      }
    }
  };
  consider(typed.length, (characters) => Math.min(costOfWrong(typed, characters, lexicon, longPhrase), costOfSwapped(typed, characters)));
  if (typed.length >= SHORTEST_UNEVEN && !lexicon.isReal(typed.join(""))) {
    consider(typed.length + 1, (characters) => (lacksOne(typed, characters) ? COSTS.leftOut : Infinity));
  }
  if (typed.length > SHORTEST_UNEVEN) {
    consider(typed.length - 1, (characters) => (lacksOne(characters, typed) ? COSTS.extra : Infinity));
  }
  return best;
}

/**
 * What it costs that at most half of the characters sound or look like the right ones. One of them may be nothing like it, if
 * there are at least `longPhrase`; a character that nobody uses today stands for any.
 */
function costOfWrong(typed, right, lexicon, longPhrase) {
  const wrong = typed.map((_, at) => at).filter((at) => right[at] !== typed[at]);
  if (wrong.length * 2 > typed.length) {
    return Infinity;
  }
  const kinds = wrong.map((at) => lexicon.kindOf(typed[at], right[at]) || (isUsual(typed[at]) ? "unlike" : "otherForm"));
  const unlike = kinds.filter((kind) => kind === "unlike").length;
  return unlike <= Number(typed.length >= longPhrase) ? kinds.reduce((sum, kind) => sum + COSTS[kind], 0) : Infinity;
}

/** What it costs that two neighbours were typed in the wrong order: 智问能答 for 智能问答. */
function costOfSwapped(typed, right) {
  const first = typed.findIndex((character, at) => character !== right[at]);
  const isSwapped = typed.length >= SHORTEST_SWAPPED && first >= 0 && typed[first] === right[first + 1] && typed[first + 1] === right[first]
    && typed.every((character, at) => at === first || at === first + 1 || character === right[at]);
  return isSwapped ? COSTS.swapped : Infinity;
}

/** Whether some characters are others with one left out. */
function lacksOne(some, whole) {
  const first = whole.findIndex((character, at) => character !== some[at]);
  return some.every((character, at) => character === whole[at < first ? at : at + 1]);
}
