// What a query asks for: its words as groups of alternatives, known and unknown, units under all their names.

import { bigrams, normalise, runs } from "./tokens.js";
import { endsLikeUnit, unitsNamed, unitsShortenedTo } from "./units.js";

export const MOST_TERMS = 24;
const MOST_CHARACTERS = 1000;
const SHORT_NAME = 2;
const LONGEST_NAMED_WORD = 4;
const MOST_GIVEN_BACK = 3;
const FILLERS = new RegExp(
  "请问|怎么样|怎么|怎样|如何|什么|为何|哪里|哪些|哪个|多少|有没有|能不能|是不是|是否|可以|我们|你们|[的了吗呢吧啊和与及或在是有我你谁哪找查问看想要去能会请]", "gu");

/**
 * Understand a query. Gives {groups, postings, truncated}: a group is {kind, words, weight, alternatives, inScope}, of
 * kind text, unit, synonym, place, year or unknown; each alternative is {words, terms}, met by a record that holds all terms;
 * `inScope(scope)` says whether every record of a scope meets the group. `postings` holds the terms of all groups.
 */
export async function understand(text, library) {
  const { kept, truncated } = cutShort(runs(normalise(wellFormed(text).slice(0, MOST_CHARACTERS))));
  const postings = await library.postings(Array.from(new Set([].concat(...kept.map(termsOf)))));
  const groups = [];
  kept.forEach((run, index) => {
    const before = kept[index - 1];
    const followsNumber = before && /[0-9]$/.test(before.text) && before.start + before.text.length === run.start;
    if (!run.isHan) {
      groups.push(wordGroup(run.text, postings, library));
    } else {
      groups.push(...hanGroups(followsNumber ? afterNumber(run.text, postings) : run.text, postings, library));
    }
  });
  if (groups.length === 0 && kept.length === 1) {
    groups.push(...characterGroup(kept[0].text, postings));
  }
  const own = new Set(postings.keys());
  const further = [].concat(...groups.map((group) => [].concat(...group.alternatives.map(({ terms }) => terms))));
  const missing = Array.from(new Set(further)).filter((term) => !own.has(term));
  (await library.postings(missing)).forEach((posting, term) => postings.set(term, posting));
  return { groups: uniqueGroups(groups), postings, truncated };
}

/** The words of an understood query that are to be marked in results (excerpt.js). */
export function phrasesOf({ groups }) {
  return groups.filter(({ alternatives }) => alternatives.length > 0).map(({ kind, alternatives }) => (
    { words: alternatives.map(({ words }) => words), whole: kind !== "text" }));
}

/** Halves of surrogate pairs, which no address can carry, replaced. */
export function wellFormed(text) {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** The first runs of a query, up to the limit of terms. */
function cutShort(queryRuns) {
  const kept = [];
  let room = MOST_TERMS;
  for (const run of queryRuns) {
    if (room <= 0) {
      return { kept, truncated: true };
    }
    const text = run.isHan ? Array.from(run.text).slice(0, room + 1).join("") : run.text;
    kept.push({ ...run, text });
    room -= Math.max(1, termsOf(run).length);
    if (text.length < run.text.length) {
      return { kept, truncated: true };
    }
  }
  return { kept, truncated: false };
}

function termsOf({ text, isHan }) {
  return isHan && Array.from(text).length > 1 ? bigrams(text) : [text];
}

/** What follows a number without the word for what it counts: 年 after 2025, 次 after 5; 月底 after 6 is kept. */
function afterNumber(text, postings) {
  const characters = Array.from(text);
  const counts = /^[年月日号次个项种条天]/u.test(text);
  const isBound = characters.length > 1 && characters[0] !== "年" && postings.has(characters[0] + characters[1]);
  const rest = counts && !isBound ? characters.slice(1) : characters;
  return rest.length > 1 ? rest.join("") : "";
}

function wordGroup(word, postings, library) {
  const year = Number(word);
  const isYear = /^[0-9]{4}$/.test(word) && library.scopes.some((scope) => scope.year === year);
  if (isYear) {
    return group("year", word, [[word]], (scope) => scope.year === year);
  }
  return postings.has(word) ? group("text", word, [[word]]) : group("unknown", word, []);
}

function group(kind, words, alternatives, inScope = () => false) {
  const weight = kind === "place" || kind === "year" ? 2 : Array.from(words).length;
  const named = alternatives.map((terms) => ({ words, terms }));
  return { kind, words, weight, alternatives: named, inScope };
}

/** A single character is found in titles and names of units only. */
function characterGroup(text, postings) {
  return Array.from(text).length === 1 && postings.has(text) ? [group("text", text, [[text]])] : [];
}

/** Groups of a run of Han characters: places, units, the longest pieces that some record holds, unknown pieces. */
function hanGroups(text, postings, library) {
  const characters = Array.from(text);
  if (characters.length < 2) {
    return text.replace(FILLERS, "") === "" ? [] : singleGroup(text, postings);
  }
  const groups = [];
  let unknown = [];
  let at = 0;
  const flush = (next) => {
    groups.push(...unknownGroups(unknown.join(""), groups[groups.length - 1], next));
    unknown = [];
  };
  while (at < characters.length) {
    const found = placeAt(characters, at, postings, library) || unitAt(characters, at, library)
      || synonymAt(characters, at, library)
      || stretchAt(characters, at, postings, groups.length > 0 && unknown.length === 0, library);
    if (found) {
      flush(found.group);
      groups.push(found.group);
      at = found.end;
    } else {
      unknown.push(characters[at]);
      at += 1;
    }
  }
  flush();
  return groups.map((one) => withShortenedNames(one, characters.length, library));
}

function singleGroup(character, postings) {
  return postings.has(character) ? [group("text", character, [[character]])] : [group("unknown", character, [])];
}

/** The longest name of a place that starts here and leaves a rest that can be found. */
function placeAt(characters, at, postings, library) {
  const rest = characters.slice(at).join("");
  const names = [].concat(...library.manifest.places)
    .filter((name) => rest.startsWith(name))
    .sort((left, right) => right.length - left.length);
  for (const name of names) {
    const end = at + Array.from(name).length;
    const left = characters.length - end;
    if (left < 2 || postings.has(characters[end] + characters[end + 1]) || unitAt(characters, end, library)) {
      const inScope = (scope) => scope.places.includes(name);
      return { end, group: group("place", name, [bigrams(name)], inScope) };
    }
  }
  return null;
}

/** The longest words from here that name a unit, with all names that they may mean. */
function unitAt(characters, at, library) {
  for (let end = characters.length; end >= at + 3; end -= 1) {
    const words = characters.slice(at, end).join("");
    if (endsLikeUnit(words)) {
      const { known, names } = unitsNamed(words, library.units);
      if (known || names.length > 0) {
        return { end, group: groupOfNames("unit", words, names) };
      }
    }
  }
  return null;
}

/** The longest reader's word of the thesaurus that starts here, with the words that documents use for it. */
function synonymAt(characters, at, library) {
  const rest = characters.slice(at).join("");
  const [longest] = library.synonyms
    .filter(([word]) => rest.startsWith(word))
    .sort((left, right) => right[0].length - left[0].length);
  if (!longest) {
    return null;
  }
  const [word, ...others] = longest;
  return { end: at + Array.from(word).length, group: groupOfNames("synonym", word, others) };
}

function groupOfNames(kind, words, names) {
  const alternatives = [words, ...names].map((name) => ({ words: name, terms: termsOfName(name) }));
  return { ...group(kind, words, []), alternatives };
}

function termsOfName(name) {
  return [].concat(...runs(name).map(termsOf));
}

/** The piece from here whose pairs of characters all occur together in some record, cut where the rest fits best. */
function stretchAt(characters, at, postings, follows, library) {
  if (at === characters.length - 1) {
    return follows ? overlap(characters, at, postings) : null;
  }
  const pieces = piecesFrom(characters, at, postings);
  if (pieces.length === 0) {
    return null;
  }
  const { end } = bestPiece(pieces, characters, postings, library);
  const words = characters.slice(at, end).join("");
  return { end, group: group("text", words, [bigrams(words)]) };
}

/** The pieces from here that some record holds, the shortest first: {end, count}, with the number of these records. */
function piecesFrom(characters, at, postings) {
  const pieces = [];
  let records = null;
  for (let end = at + 2; end <= characters.length; end += 1) {
    const posting = postings.get(characters[end - 2] + characters[end - 1]);
    if (!posting) {
      break;
    }
    records = records ? records.filter((record) => posting.records.has(record)) : Array.from(posting.records);
    if (records.length === 0) {
      break;
    }
    pieces.push({ end, count: records.length });
  }
  return pieces;
}

/**
 * The longest piece, or one a little shorter after which a unit begins, or the next piece reaches further or occurs more
 * often: 养老服务公众参与 falls into 养老服务 and 公众参与, though some record holds the characters of 养老服务公众.
 */
function bestPiece(pieces, characters, postings, library) {
  const worth = ({ end, count }) => {
    const [next] = piecesFrom(characters, end, postings).slice(-1);
    return unitAt(characters, end, library) ? { reach: Number.MAX_SAFE_INTEGER, records: count }
      : { reach: next ? next.end : end, records: next ? Math.min(count, next.count) : 0 };
  };
  const near = pieces.slice(-1 - MOST_GIVEN_BACK).reverse().map((piece) => ({ ...piece, ...worth(piece) }));
  return near[0].end === characters.length ? near[0]
    : near.reduce((best, one) => (one.reach - best.reach || one.records - best.records) < 0 ? best : one);
}

/** A last single character counts with the one before it: in 发展改革局长 the rest is 局长. */
function overlap(characters, at, postings) {
  const words = characters[at - 1] + characters[at];
  return postings.has(words) ? { end: at + 1, group: group("text", words, [[words]]) } : null;
}

/** Words of which the site knows nothing, without fillers; a lone character is named with what it belongs to. */
function unknownGroups(text, before, after) {
  const words = text.split(FILLERS).filter((word) => word !== "");
  return words.map((word) => {
    if (Array.from(word).length > 1) {
      return group("unknown", word, []);
    }
    if (before && text.startsWith(word)) {
      return group("unknown", Array.from(before.words).slice(1 - LONGEST_NAMED_WORD).join("") + word, []);
    }
    return group("unknown", after && after.kind === "unit" && text.endsWith(word) ? word + after.words : word, []);
  });
}

/** A short word alone may be a unit's short name without ending: 发改, 人社. */
function withShortenedNames(one, runLength, library) {
  const length = Array.from(one.words).length;
  if ((one.kind !== "text" && one.kind !== "unknown") || length !== runLength || length !== SHORT_NAME) {
    return one;
  }
  const names = unitsShortenedTo(one.words, library.units);
  return names.length > 0 ? groupOfNames("unit", one.words, names) : one;
}

function uniqueGroups(groups) {
  const keys = groups.map(({ kind, words }) => `${kind} ${words}`);
  return groups.filter((_, index) => keys.indexOf(keys[index]) === index);
}
