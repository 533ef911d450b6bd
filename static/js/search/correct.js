// Words with wrong characters, of the same sound or alike to the eye: 依深情公开 or 依甲请公开 for 依申请公开.

const LEVELS = "省市区县镇乡";
const LONGEST_PHRASE = 8;
// Wrong is a character that nothing explains or one beside it, and its phrase is looked up by one beside that.
const NEAR = 2;
// A character that is nothing like the right one is believed to be wrong only within a long phrase; in a shorter one it is
// a guess, good enough to be proposed.
const LONG_PHRASE = 5;
export const LENGTH_OF_GUESSES = 4;
const SHORTEST_WITH_DOUBTFUL = 3;
const COSTS = { phrase: 0.2, sameSound: 1, likeSound: 1.25, alike: 1.15, unlike: 1.25, unknown: 1.5, level: 0.3, doubtful: 1.3 };

/** The characters of a stretch for which the lexicon must be fetched: those that may be wrong, and those beside them. */
export function neededFor(characters, { unknown, doubtful }) {
  return characters.filter((_, at) => unknown.concat(doubtful).some((suspect) => Math.abs(suspect - at) <= NEAR));
}

/**
 * The stretch of Han characters with the fewest characters replaced so that phrases of the lexicon explain it, or null.
 * Only around the `unknown` ones, indexes of characters that nothing explains, is anything replaced, and in longer phrases
 * around `doubtful` ones; characters nothing like the right ones in phrases of at least `longPhrase`. A word of two characters that is a word in its own right is left alone unless it belongs to what stands before it (`isAlone`).
 */
export function correctStretch(characters, { unknown, doubtful }, lexicon, isAlone, longPhrase = LONG_PHRASE) {
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

/**
 * The phrase that some characters spell or, with at most half of them replaced, sound or look like; of equals the most
 * frequent. One of the characters may be nothing like the right one, if there are at least `longPhrase`.
 */
function phraseLike(typed, lexicon, longPhrase) {
  let best = null;
  for (const { phrase, characters, place } of lexicon.phrasesOf(typed.length)) {
    const wrong = typed.map((_, at) => at).filter((at) => characters[at] !== typed[at]);
    if (wrong.length * 2 <= typed.length) {
      const kinds = wrong.map((at) => lexicon.kindOf(typed[at], characters[at]) || "unlike");
      const unlike = kinds.filter((kind) => kind === "unlike").length;
      const cost = kinds.reduce((sum, kind) => sum + COSTS[kind], COSTS.phrase);
      if (unlike <= Number(typed.length >= longPhrase) && (!best || cost < best.cost || (cost === best.cost && place < best.place))) {
        best = { phrase, cost, place };
      }
    }
  }
  return best;
}
