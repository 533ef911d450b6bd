// Which files a query will probably need, told from its words alone: they are asked for at once, before anything is known.

import { termsOf } from "./groups.js";
import { lettersNeeded } from "./pinyin.js";
import { normalise, runs, tokens } from "./tokens.js";
import { MOST_TERMS } from "./understand.js";
import { endsLikeUnit, unitsCalled, unitsNamed, unitsShortenedTo } from "./units.js";

const SHORTEST_UNIT = 3;
const SHORT_NAME = 2;
const LONGEST = 24;

/** Names of the files for a query: of its terms, of phrases read like its letters, of other names of the units it names. */
export function filesAhead(text, { units, fileOf, fileOfLetter }) {
  const own = tokens(text).slice(0, MOST_TERMS);
  const cut = runs(normalise(text));
  const letters = [].concat(...cut.map((run) => filesOfLetters(run.text, fileOfLetter)));
  const others = [].concat(...cut.filter(({ isHan }) => isHan).map((run) => namesOfUnits(run.text.slice(0, LONGEST), units)));
  const files = own.concat(...others.map(termsOf)).map(fileOf).concat(letters);
  return Array.from(new Set(files.filter((name) => name !== null)));
}

function filesOfLetters(text, fileOfLetter) {
  const { common, rare } = lettersNeeded(text);
  return common.map((letter) => fileOfLetter(letter)).concat(rare.map((letter) => fileOfLetter(letter, "r")));
}

/** Other names of the units that a stretch of characters names, the longest names that it may hold. */
function namesOfUnits(text, units) {
  if (text.length === SHORT_NAME) {
    const shortened = unitsShortenedTo(text, units);
    return shortened.length > 0 ? shortened : unitsCalled(text, units);
  }
  for (let start = 0; start + SHORTEST_UNIT <= text.length; start += 1) {
    for (let end = text.length; end >= start + SHORTEST_UNIT; end -= 1) {
      const words = text.slice(start, end);
      const { known, names } = endsLikeUnit(words) ? unitsNamed(words, units) : { known: false, names: [] };
      if (known || names.length > 0) {
        return names.concat(namesOfUnits(text.slice(end), units));
      }
    }
  }
  return [];
}
