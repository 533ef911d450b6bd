// What a query asks for: its words as groups of alternatives, known and unknown, units under all their names.

import { fillerEnds } from "./fillers.js";
import { alsoUnits, scopeGroup, synonymGroup, termsOf, textGroup, unitGroup, unknownGroup, weighed } from "./groups.js";
import { partedFrom, segment } from "./segment.js";
import { normalise, runs, tokens } from "./tokens.js";
import { unitsCalled, unitsShortenedTo } from "./units.js";

export const MOST_TERMS = 24;
const MOST_CHARACTERS = 1000;
const SHORT_NAME = 2;
// What numbers count: 5次 is one word, 12345热线 are two.
const COUNTED = /^[年月日号次个项种条天人家件份场期批类级倍万亿元名户所处轮周岁分%]/u;
const YEAR = /^(?:19|20)[0-9]{2}$/;
const YEAR_WORDS = /^年(?:度|份)?/u;

/**
 * Understand a query. Gives {groups, postings, parts, text, truncated}: a group is {kind, words, weight, alternatives,
 * isGeneric, isLed}, of kind text, unit, synonym, place, year or unknown, an unknown one `isWord` if it has several characters, `isLed` if known words stand beside it and may belong to it, `isPiece` if it is one of several cut from one stretch that is no sentence; an alternative is {words, terms, boost}, met by a record
 * that holds all terms; places and years also have `shareOf(scope)`, how well all records of a scope meet the group.
 * `literal` are the stretches between spaces, as they were typed: {words, terms}. `postings` holds the terms of all groups and of these. `text` is what was typed, normalised; each of its `parts` has {start, end} in it,
 * and `unknown`: the indexes of its characters that nothing explains, or of a word as a whole 0; `doubtful` as in segment.js.
 */
export async function understand(typed, library) {
  const text = normalise(wellFormed(typed).slice(0, MOST_CHARACTERS));
  library.askAhead(text);
  const { parts, truncated } = cutShort(partsOf(text, library));
  const literal = truncated ? [] : text.split(" ").map((words) => ({ words, terms: tokens(words) })).filter(({ terms }) => terms.length > 0);
  const terms = Array.from(new Set([].concat(...parts.map(termsOfPart), ...literal.map((one) => one.terms))));
  const [postings, words] = await Promise.all([library.postings(terms), wordsOf(terms, text, library)]);
  const cut = parts.map((part) => ({ ...part, ...groupsOfPart(part, { postings, words }, library) }));
  const found = [].concat(...cut.map((part) => part.groups));
  const groups = weighed(found.length === 0 && parts.length === 1 ? characterGroup(parts[0], postings) : found);
  const own = new Set(terms);
  const further = [].concat(...groups.map(({ alternatives }) => [].concat(...alternatives.map((one) => one.terms))));
  const missing = Array.from(new Set(further)).filter((term) => !own.has(term));
  (await library.postings(missing)).forEach((posting, term) => postings.set(term, posting));
  return { groups, postings, parts: cut, text, truncated, literal };
}

/** Readers' words of some terms; what documents say for one that is all of a stretch is asked for as soon as it is known. */
async function wordsOf(terms, text, library) {
  const stretches = runs(text).map((run) => run.text);
  const found = await Promise.all(terms.map(async (term) => {
    const words = await library.words([term]);
    words.get(term).filter(([word]) => stretches.includes(word)).forEach(([, ...official]) => official.forEach(library.askAhead));
    return words;
  }));
  return new Map([].concat(...found.map((words) => Array.from(words))));
}

/** The words of an understood query that are to be marked in results (excerpt.js). */
export function phrasesOf({ groups }) {
  return groups.filter(({ alternatives }) => alternatives.length > 0).map(({ kind, words: asked, alternatives }) => ({
    words: alternatives.map(({ words }) => words).filter((words) => words === asked || !words.includes(asked)),
    whole: kind !== "text",
  }));
}

/** Halves of surrogate pairs, which no address can carry, replaced. */
export function wellFormed(text) {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** Parts of a text: {characters} for a stretch of Han characters, which a counted number may begin, {word}, {year}. */
function partsOf(text, library) {
  const parts = [];
  let number = null;
  for (const run of runs(text)) {
    const last = parts[parts.length - 1];
    const end = run.start + run.text.length;
    if (run.counted && COUNTED.test(run.counted) && !isYearOf(run.text, library)) {
      number = run;
    } else if (!run.isHan) {
      parts.push({ ...(isYearOf(run.text, library) ? { year: run.text } : { word: run.text }), start: run.start, end });
    } else {
      const rest = last && last.year && last.end === run.start ? run.text.replace(YEAR_WORDS, "") : run.text;
      const start = number ? number.start : end - rest.length;
      if (rest !== "") {
        parts.push({ characters: (number ? [number.text] : []).concat(Array.from(rest)), isCounted: Boolean(number), start, end });
      }
      number = null;
    }
  }
  return parts;
}

function isYearOf(word, library) {
  return YEAR.test(word) && library.scopes.some(({ year }) => year === Number(word));
}

/** The first parts of a query, up to the limit of terms. */
function cutShort(all) {
  const parts = [];
  let room = MOST_TERMS;
  for (const part of all) {
    if (room <= 0) {
      return { parts, truncated: true };
    }
    const characters = part.characters && part.characters.slice(0, room + 1);
    parts.push(characters ? { ...part, characters } : part);
    room -= Math.max(1, termsOfPart(part).length);
    if (characters && characters.length < part.characters.length) {
      return { parts, truncated: true };
    }
  }
  return { parts, truncated: false };
}

function termsOfPart({ characters, word, year }) {
  if (!characters) {
    return [word || year];
  }
  return characters.length === 1 ? characters : characters.slice(1).map((one, index) => characters[index] + one)
    .concat(...characters.map((one, at) => partedFrom(characters, at).map((to) => one + characters[to])));
}

/** The groups of a part and which of its characters are unknown: {groups, unknown}. */
function groupsOfPart({ characters, word, year, isCounted }, known, library) {
  if (year) {
    return { groups: [scopeGroup("year", year, (scope) => Number(scope.year === Number(year)))], unknown: [] };
  }
  if (word) {
    const entry = (known.words.get(word) || []).find(([first]) => first === word);
    const isKnown = entry || known.postings.has(word);
    const group = entry ? synonymGroup(word, entry.slice(1), library.units) : isKnown ? textGroup(word) : unknownGroup(word);
    return { groups: [group], unknown: isKnown ? [] : [0] };
  }
  if (isCounted && !known.postings.has(characters[0] + characters[1])) {
    return { groups: [unknownGroup(characters.join(""))], unknown: [] };
  }
  const cut = segment(characters, known, library);
  const isPiece = cut.groups.length > 1 && !cut.told;
  return { ...cut, groups: cut.groups.map((group) => ({ ...withShortenedNames(group, characters.length, library), isPiece })) };
}

/** A single character is found in titles and names of units only. */
function characterGroup({ characters }, postings) {
  if (!characters || characters.length > 1) {
    return [];
  }
  const [character] = characters;
  const group = textGroup(character);
  if (postings.has(character)) {
    return [{ ...group, alternatives: [{ words: character, terms: [character], boost: 1 }] }];
  }
  return fillerEnds(characters, 0).length > 0 ? [] : [unknownGroup(character)];
}

/** A short word alone may be a unit's short name without ending, 发改 or 人社, or its name without ending, as 民政. */
function withShortenedNames(group, length, library) {
  const own = Array.from(group.words).length;
  if ((group.kind !== "text" && group.kind !== "unknown") || own !== length || own !== SHORT_NAME) {
    return group;
  }
  const names = unitsShortenedTo(group.words, library.units);
  return names.length > 0 ? unitGroup(group.words, names) : alsoUnits(group, unitsCalled(group.words, library.units));
}
