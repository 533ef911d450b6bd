// Cutting texts into search terms: the same rules as sitegen/render/search/tokens.py, proven on shared cases.

const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const OTHER = `(?![${HAN}])[\\p{L}\\p{N}]`;
const RUN = new RegExp(`([${HAN}]+)|(?:${OTHER})*[0-9][%‰]|(?:${OTHER})+`, "gu");

/** One form for texts that readers take for the same: full-width as half-width, capital as small letters. */
export function normalise(text) {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC");
}

/** Runs of a normalised text, in order: {text, start, isHan}; `start` counts UTF-16 units. */
export function runs(normalised) {
  const found = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(normalised); match; match = RUN.exec(normalised)) {
    found.push({ text: match[0], start: match.index, isHan: match[1] !== undefined });
  }
  return found;
}

/** Every two neighbouring characters of a run. */
export function bigrams(run) {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => characters[index] + character);
}

/** Terms of a text in order: every two neighbouring Han characters; runs of other letters and digits whole. */
export function tokens(text) {
  return [].concat(...runs(normalise(text)).map((run) => (run.isHan ? bigrams(run.text) : [run.text])));
}

/** Terms of a short text such as a title: as `tokens`, and after the pairs of a run each of its Han characters. */
export function tokensWithCharacters(text) {
  const cut = (run) => (run.isHan ? bigrams(run.text).concat(Array.from(run.text)) : [run.text]);
  return [].concat(...runs(normalise(text)).map(cut));
}
