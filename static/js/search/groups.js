// Groups of alternatives: what a query asks for is met by a record that meets every group in one of its ways.

import { isAsked, isFrame, isGeneric, saysWhen } from "./fillers.js";
import { pairs, runs } from "./tokens.js";
import { endsLikeUnit, unitsNamed } from "./units.js";

const WEIGHT_OF_A_SCOPE = 2;
const WEIGHT_OF_GENERIC = 0.2;
const WEIGHT_OF_A_FRAME = 0.4;
const BOOSTS = [1, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6];
const MOST_ALTERNATIVES = 9;
// A reader's word that is so long says what is asked for, whatever else is told: 住院报销 in 在北京住院回来报销.
const LONG_WORD = 4;

/** Words found as they are: {kind, words, weight, alternatives: [{words, terms, boost}]}. */
export function textGroup(words) {
  return groupOf("text", words, [words]);
}

/** Words of which the site knows nothing. */
export function unknownGroup(words) {
  return groupOf("unknown", words, []);
}

/** The name of a unit, with the other names that it may mean. */
export function unitGroup(words, names) {
  return groupOf("unit", words, [words, ...names]);
}

/** Words that units are called by lead to these units first. */
export function alsoUnits(group, names) {
  return { ...group, alternatives: group.alternatives.concat(groupOf("unit", group.words, names).alternatives) };
}

/** A reader's word, with the words that documents use for it; names of units are looked up among the site's units. */
export function synonymGroup(words, official, units) {
  const expanded = official.map((one) => {
    if (!endsLikeUnit(one)) {
      return [one];
    }
    const { known, names } = unitsNamed(one, units);
    return known || names.length === 0 ? [one, ...names] : names;
  });
  const group = groupOf("synonym", words, [words].concat(...expanded));
  return group.weight >= LONG_WORD ? { ...group, weight: group.weight + 1 } : group;
}

/** A place or year: met by all records of scopes for which `shareOf(scope)` is 1, and by records that name it. */
export function scopeGroup(kind, words, shareOf) {
  return { ...groupOf(kind, words, [words]), weight: WEIGHT_OF_A_SCOPE, shareOf };
}

/** The terms of words that are known to be in the index as a whole. */
export function termsOf(words) {
  return [].concat(...runs(words).map(({ text, isHan, counted }) => {
    if (isHan) {
      return Array.from(text).length > 1 ? pairs(text) : [];
    }
    return [text + counted];
  }));
}

/** Groups without repetitions; words that any question may hold weigh little beside others. */
export function weighed(groups) {
  const keys = groups.map(({ kind, words }) => `${kind} ${words}`);
  const unique = groups.filter((_, index) => keys.indexOf(keys[index]) === index);
  const isWeak = ({ kind, words, isHead }) => isHead || (kind === "text" && (isGeneric(words) || isAsked(words)))
    || (kind === "synonym" && isAsked(words)) || (kind === "unknown" && isGeneric(words) && !saysWhen(words));
  const isTold = (group) => group.kind === "synonym" && !isWeak(group) && !isFrame(group.words);
  const hasSubject = unique.some((group) => group.shareOf === undefined && !isWeak(group));
  return unique.map((group) => {
    if (hasSubject && isWeak(group)) {
      return { ...group, weight: group.weight * WEIGHT_OF_GENERIC, isGeneric: true };
    }
    return isFrame(group.words) && unique.some(isTold) ? { ...group, weight: group.weight * WEIGHT_OF_A_FRAME } : group;
  });
}

function groupOf(kind, words, ways) {
  const alternatives = Array.from(new Set(ways)).slice(0, MOST_ALTERNATIVES)
    .map((way, place) => ({ words: way, terms: termsOf(way), boost: BOOSTS[Math.min(place, BOOSTS.length - 1)] }))
    .filter(({ terms }) => terms.length > 0);
  return { kind, words, weight: Array.from(words).length, alternatives, isGeneric: false };
}
