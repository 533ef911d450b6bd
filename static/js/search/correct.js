// Words with wrong characters, of the same sound or alike to the eye: 依深情公开 or 依甲请公开 for 依申请公开.

import { withOneOpen } from "./lexicon.js";
import { soundOf } from "./sounds.js";

const LEVELS = "省市区县镇乡";
const LONGEST_PHRASE = 8;
const MOST_READINGS = 2;
const MOST_SOUNDS = 27;
// A character that is nothing like the right one is believed to be wrong only within a long phrase.
const LONG_PHRASE = 5;
const SHORTEST_WITH_DOUBTFUL = 3;
const COSTS = { phrase: 0.2, sameSound: 1, likeSound: 1.25, alike: 1.15, unlike: 1.6, unknown: 1.5, level: 0.3, doubtful: 1.3 };

/**
 * The stretch of Han characters with the fewest characters replaced so that phrases of the lexicon explain it, or null.
 * Only around the `unknown` ones, indexes of characters that nothing explains, is anything replaced, and in longer phrases
 * around `doubtful` ones. A word of two characters that is a word in its own right is left alone unless it belongs to what stands before it (`isAlone`).
 */
export function correctStretch(characters, { unknown, doubtful }, lexicon, isAlone) {
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
      const found = mayReplace ? phraseLike(characters.slice(start, end), lexicon) : null;
      if (found && best[start].cost + found.cost < best[end].cost) {
        best[end] = { cost: best[start].cost + found.cost, words: best[start].words + found.phrase };
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

/** The phrase that some characters spell or, with at most half of them replaced, sound or look like. */
function phraseLike(characters, lexicon) {
  const typed = characters.join("");
  if (lexicon.known.has(typed)) {
    return { phrase: typed, cost: COSTS.phrase };
  }
  const candidates = [].concat(
    ...soundsOf(characters, lexicon).map((sounds) => lexicon.bySound.get(sounds) || []),
    ...withOneOpen(characters).map((opening) => lexicon.byAllButOne.get(opening) || []),
  );
  return candidates.reduce((best, { phrase, syllables }) => {
    const costs = Array.from(phrase, (character, at) => costOf(character, syllables[at], characters, at, lexicon));
    const replaced = costs.filter((cost) => cost > 0).length;
    const cost = costs.reduce((sum, one) => sum + one, COSTS.phrase);
    return replaced * 2 <= characters.length && cost < (best ? best.cost : Infinity) ? { phrase, cost } : best;
  }, null);
}

function costOf(character, syllable, characters, at, lexicon) {
  const typed = characters[at];
  if (character === typed) {
    return 0;
  }
  const readings = lexicon.readingsOf(typed);
  if (readings.includes(syllable)) {
    return COSTS.sameSound;
  }
  if (lexicon.looksLike(typed, character)) {
    return COSTS.alike;
  }
  if (readings.some((reading) => soundOf(reading) === soundOf(syllable))) {
    return COSTS.likeSound;
  }
  return characters.length >= LONG_PHRASE ? COSTS.unlike : Infinity;
}

/** The ways in which characters may sound together, as keys of the lexicon. */
function soundsOf(characters, lexicon) {
  let ways = [""];
  for (const character of characters) {
    const sounds = Array.from(new Set(lexicon.readingsOf(character).slice(0, MOST_READINGS).map(soundOf)));
    ways = [].concat(...ways.map((way) => sounds.map((sound) => (way === "" ? sound : `${way} ${sound}`))));
    if (ways.length > MOST_SOUNDS) {
      return [];
    }
  }
  return ways;
}
