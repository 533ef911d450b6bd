// Cutting texts into search terms: the same rules as sitegen/render/search/tokens.py, proven on shared cases.

const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const OTHER = `(?![${HAN}])[\\p{L}\\p{N}]`;
const RUN = new RegExp(`([${HAN}]+)|([0-9]+)(?= ?([${HAN}]))|(?:${OTHER})*[0-9][%‰]|(?:${OTHER})+`, "gu");

/** One form for texts that readers take for the same: full-width as half-width, capital as small letters. */
export function normalise(text) {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC");
}

/**
 * Runs of a normalised text, in order: {text, start, isHan, counted}. `start` counts UTF-16 units; `counted` is the Han
 * character that follows a number, if only a space parts them, or "".
 */
export function runs(normalised) {
  const found = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(normalised); match; match = RUN.exec(normalised)) {
    found.push({ text: match[0], start: match.index, isHan: match[1] !== undefined, counted: match[3] || "" });
  }
  return found;
}

/** Every two neighbouring characters of a run. */
export function pairs(run) {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => characters[index] + character);
}

/** Terms of a text in order: every two neighbouring Han characters, runs of others whole, numbers with what they count. */
export function tokens(text) {
  return cut(text, () => []);
}

/** Terms of a short text such as a title: as `tokens`, and after the pairs of a run each of its Han characters. */
export function tokensWithCharacters(text) {
  return cut(text, (run) => Array.from(run));
}

function cut(text, charactersOf) {
  return [].concat(...runs(normalise(text)).map((run) => {
    if (run.isHan) {
      return pairs(run.text).concat(charactersOf(run.text));
    }
    return run.counted ? [run.text, run.text + run.counted] : [run.text];
  }));
}
