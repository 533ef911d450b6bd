// Which files a query will probably need, told from its words alone: they are asked for at once, before anything is known.

import { termsOf } from "./groups.js";
import { lettersNeeded } from "./pinyin.js";
import { normalise, runs, tokens } from "./tokens.js";
import { MOST_TERMS } from "./understand.js";
import { endsLikeUnit, unitsCalled, unitsNamed, unitsShortenedTo } from "./units.js";

const SHORTEST_UNIT = 3;
const SHORT_NAME = 2;
const LONGEST = 24;

/** Ask by `load` for the files of a query: of its terms, then of phrases read like its letters, of other names of its units. */
export function askAhead(text, { units, fileOf, fileOfLetter }, load) {
  const ask = (names) => Array.from(new Set(names)).forEach((name) => load(name).catch(() => {}));
  ask(tokens(text).slice(0, MOST_TERMS).map(fileOf));
  for (const run of runs(normalise(text))) {
    ask(filesOfLetters(run.text, fileOfLetter).filter((name) => name !== null));
    if (run.isHan) {
      ask([].concat(...namesOfUnits(run.text.slice(0, LONGEST), units).map(termsOf)).map(fileOf));
    }
  }
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
