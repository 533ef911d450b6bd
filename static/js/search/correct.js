// Words with wrong characters of the same sound: 依深情公开 for 依申请公开.

import { soundOf } from "./lexicon.js";

const LONGEST_PHRASE = 8;
const MOST_READINGS = 3;
const MOST_SOUNDS = 27;
const COSTS = { phrase: 0.2, sameSound: 1, likeSound: 1.25, alone: 1.5 };

/** The run of Han characters with the fewest characters replaced so that phrases of the lexicon cover it, or null. */
export function correctRun(run, lexicon) {
  const characters = Array.from(run);
  const best = [{ cost: 0, words: "" }];
  for (let end = 1; end <= characters.length; end += 1) {
    best[end] = { cost: best[end - 1].cost + COSTS.alone, words: best[end - 1].words + characters[end - 1] };
    for (let start = Math.max(0, end - LONGEST_PHRASE); start <= end - 2; start += 1) {
      const found = phraseLike(characters.slice(start, end), lexicon);
      if (found && best[start].cost + found.cost < best[end].cost) {
        best[end] = { cost: best[start].cost + found.cost, words: best[start].words + found.phrase };
      }
    }
  }
  const { words } = best[characters.length];
  return words === run ? null : words;
}

/** The phrase that some characters spell or, with less than half of them replaced (one of two), sound like. */
function phraseLike(characters, lexicon) {
  const typed = characters.join("");
  if (lexicon.known.has(typed)) {
    return { phrase: typed, cost: COSTS.phrase };
  }
  let best = null;
  for (const sounds of soundsOf(characters, lexicon)) {
    for (const { phrase, syllables } of lexicon.bySound.get(sounds) || []) {
      const costs = Array.from(phrase, (character, at) => costOf(character, syllables[at], characters[at], lexicon));
      const replaced = costs.filter((cost) => cost > 0).length;
      const cost = costs.reduce((sum, one) => sum + one, COSTS.phrase);
      if (replaced * 2 <= characters.length && cost < (best ? best.cost : Infinity)) {
        best = { phrase, cost };
      }
    }
  }
  return best;
}

function costOf(character, syllable, typed, lexicon) {
  if (character === typed) {
    return 0;
  }
  return lexicon.readingsOf(typed).includes(syllable) ? COSTS.sameSound : COSTS.likeSound;
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
