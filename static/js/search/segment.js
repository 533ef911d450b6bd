// A stretch of a query without spaces, cut into what it most likely consists of: the cut that leaves least unexplained.

import { bitsOf, common, sizeOf } from "./bits.js";
import { fillerEnds, genericEnds, isFrame, isSpoken, numberEnd, saysWhen, separatorEnds, toldEnds } from "./fillers.js";
import { scopeGroup, synonymGroup, termsOf, textGroup, unitGroup, unknownGroup } from "./groups.js";
import { endsLikeUnit, unitsNamed } from "./units.js";

const COSTS = {
  text: 1, rarity: 0.002, unit: 0.5, place: 0.4, lengthOfPlace: -0.01, synonym: 0.7, filler: 0.3, shortFiller: 0.6, told: 0.6, shortTold: 0.9, overlap: 1.2, unknown: 1.5, suffix: 0.5, joint: 0.8,
};
const SHORTEST_UNIT = 3;
const LONGEST_NAMED_WORD = 4;
const SHORTEST_WORD = 2;
const LONGEST_SHORT = 3;
const WEIGHT_OF_TOLD = 0.35;
// What joins words begins none: 的文件 is 文件.
const JOINTS = "的吗呢吧啊";
const HEADS = ["text", "synonym"];
// What makes of a reader's word another of the same subject: who, how much, how it is; 拆迁户, 取暖费, 挂号难.
const SUFFIXES = "户员工者们族费金款难贵差慢坏低高断班所站点证";
const EITHER_WAY = /^(.)[不没]\1$/u;
const PARTICLES = "的地得了着吗呢吧啊呀嘛么哦和与及或在是我你您他她它谁哪啥第";

/**
 * A stretch cut: {groups, told, unknown, doubtful, short}, `told` whether somebody speaks in sentences, `unknown` the indexes of the characters that nothing explains, `doubtful`
 * those that may be a teller's small word or a wrong character: 打 in 打数据; `short` are pieces {start, end, words} of two or
 * three characters that occur on the site, though perhaps only where two words meet: 全责 in 安全责任. A stretch is given as its characters; a number with
 * what it counts begins with the number as one character. `known` is what was fetched for its terms: {postings, words}, by term.
 */
export function segment(characters, known, library) {
  const stretch = { characters, known, library };
  const best = [{ cost: 0, piece: null }];
  for (let start = 0; start < characters.length; start += 1) {
    for (const piece of piecesFrom(start, stretch)) {
      const cost = best[start].cost + piece.cost;
      if (!best[piece.end] || cost < best[piece.end].cost) {
        best[piece.end] = { cost, piece: { ...piece, start } };
      }
    }
  }
  const pieces = [];
  for (let end = characters.length; end > 0; end = best[end].piece.start) {
    pieces.unshift({ ...best[end].piece, end });
  }
  const isShort = ({ group, start, end }) => group && group.kind === "text" && end - start <= LONGEST_SHORT;
  const startsOf = (wanted) => pieces.filter(wanted).map(({ start }) => start);
  return {
    told: isTold(pieces, characters),
    groups: groupsOf(isOfTime(pieces, characters) ? [{ ...pieces[0], isUnknown: true }, pieces[1]] : pieces, stretch), unknown: startsOf(({ isUnknown }) => isUnknown), doubtful: startsOf(({ isDoubtful }) => isDoubtful),
    short: pieces.filter(isShort).map(({ group, start, end }) => ({ start, end, words: group.words })),
  };
}

/** Whether a stretch only says when, and one short word: 周末天气 is about no 天气. */
function isOfTime([first, second, ...others], characters) {
  return Boolean(second) && others.length === 0 && first.group === null && saysWhen(characters.slice(0, first.end).join(""))
    && Boolean(second.group) && second.group.kind === "text" && second.end - second.start === SHORTEST_WORD;
}

function piecesFrom(start, stretch) {
  return [
    ...placesFrom(start, stretch), ...unitsFrom(start, stretch), ...synonymsFrom(start, stretch),
    ...textsFrom(start, stretch),
    ...fillerEnds(stretch.characters, start).map((end) => (
      { end, cost: end - start > 1 ? COSTS.filler : COSTS.shortFiller, group: null })),
    ...toldFrom(start, stretch), ...eitherWayFrom(start, stretch), ...numberFrom(start, stretch),
    { end: start + 1, cost: COSTS.unknown, isUnknown: true },
  ];
}

/** Words of a teller and of any question: they count a little where documents use them. */
function toldFrom(start, { characters, known }) {
  const wordsTo = (end) => characters.slice(start, end).join("");
  const isKnown = (words) => termsOf(words).every((term) => known.postings.has(term));
  const told = toldEnds(characters, start).map((end) => (end - start === 1
    ? { end, cost: COSTS.shortTold, group: null, isDoubtful: true }
    : { end, cost: COSTS.told, group: isKnown(wordsTo(end)) ? textGroup(wordsTo(end)) : null }));
  const asked = genericEnds(characters, start).filter((end) => end - start > 1 && !isKnown(wordsTo(end)))
    .map((end) => ({ end, cost: COSTS.told, group: unknownGroup(wordsTo(end)) }));
  return told.concat(asked);
}

/** A question that names both answers: 贵不贵 is told, and so is 正不正规, unless the site speaks of 正规. */
function eitherWayFrom(start, { characters, known }) {
  if (!EITHER_WAY.test(characters.slice(start, start + 3).join(""))) {
    return [];
  }
  const [, , first, second] = characters.slice(start, start + 4);
  const isKnown = second && known.postings.has(first + second);
  const whole = second ? [{ end: start + 4, cost: COSTS.told, group: isKnown ? textGroup(first + second) : null }] : [];
  return [{ end: start + 3, cost: COSTS.filler, group: null }, ...whole];
}

/** A number that is told, if the site does not know it. */
function numberFrom(start, { characters, known }) {
  const end = numberEnd(characters, start);
  const isKnown = end !== null && (end - start === 1 || termsOf(characters.slice(start, end).join("")).every((term) => known.postings.has(term)));
  return end === null || isKnown ? [] : [{ end, cost: COSTS.told, group: null }];
}

function placesFrom(start, { characters, library }) {
  const rest = characters.slice(start).join("");
  return library.placeNames.filter((name) => rest.startsWith(name)).map((name) => {
    const shareOf = ({ places }) => (places.includes(name) ? 1 : Number(places.some((other) => other.startsWith(name))) / 2);
    const { length } = Array.from(name);
    return { end: start + length, cost: COSTS.place + COSTS.lengthOfPlace * length, group: scopeGroup("place", name, shareOf) };
  });
}

/** Words from here that name a unit, also by a name that readers use for it. */
function unitsFrom(start, { characters, known, library }) {
  const pieces = [];
  for (let end = start + SHORTEST_UNIT; end <= characters.length; end += 1) {
    const words = characters.slice(start, end).join("");
    if (endsLikeUnit(words) && !asks(start, end, characters)) {
      const own = unitsNamed(words, library.units);
      const others = [].concat(...readersWordsAt(start, end, characters, known).map(({ before, official }) => (
        [].concat(...official.map((one) => namesOf(before + one, library.units))))));
      if (own.known || own.names.length > 0 || others.length > 0) {
        const names = Array.from(new Set(own.names.concat(others)));
        pieces.push({ end, cost: COSTS.unit, group: unitGroup(words, names) });
      }
    }
  }
  return pieces;
}

/** Whether a small word of two characters or more stands within: 政府不给信息怎么办 names no office. */
function asks(start, end, characters) {
  return characters.slice(start, end).some((_, at) => fillerEnds(characters, start + at).some((to) => to > start + at + 1 && to <= end));
}

/** Readers' words that end at an index and begin at another or one behind it: 环保局 in 区环保局. */
function readersWordsAt(start, end, characters, known) {
  return [start, start + 1].filter((at) => at + 1 < end).reduce((found, at) => {
    const word = characters.slice(at, end).join("");
    const entries = (known.words.get(characters[at] + characters[at + 1]) || []).filter(([first]) => first === word);
    const before = characters.slice(start, at).join("");
    return found.concat(entries.map(([, ...official]) => ({ before, official: official.filter(endsLikeUnit) })));
  }, []);
}

function namesOf(words, units) {
  const { known, names } = unitsNamed(words, units);
  return known ? [words, ...names] : names;
}

/** Readers' words from here, also with a suffix; small words may stand within one: 买房有补贴 is 买房补贴. */
function synonymsFrom(start, { characters, known, library }) {
  const seconds = [start + 1, ...partedFrom(characters, start)];
  const entries = [].concat(...seconds.map((at) => known.words.get(characters[start] + characters[at]) || []));
  const pieces = entries.map(([word, ...official]) => ({ word, official, ...endOfWord(Array.from(word), characters, start) }))
    .filter(({ end }) => end !== null)
    .map(({ word, official, end, gaps }) => (
      { end, cost: COSTS.synonym + gaps * COSTS.filler, group: synonymGroup(word, official, library.units) }));
  const derived = pieces.filter(({ end }) => SUFFIXES.includes(characters[end]))
    .map((piece) => ({ ...piece, end: piece.end + 1, cost: piece.cost + COSTS.suffix }));
  return pieces.concat(derived);
}

/** Where the second character of a word may stand whose first one is at an index, if something parts them: 房 in 租不起房. */
export function partedFrom(characters, start) {
  return separatorEnds(characters, start + 1).filter((at) => at < characters.length);
}

/** Where a word ends that begins at an index, and how many small words stand within it: {end, gaps}; `end` null where it does not. */
function endOfWord(word, characters, start) {
  let [at, gaps] = [start, 0];
  for (let place = 0; place < word.length; place += 1) {
    while (characters[at] !== word[place]) {
      const ends = place < SHORTEST_WORD ? separatorEnds(characters, at) : fillerEnds(characters, at).concat(toldEnds(characters, at));
      if (ends.length === 0) {
        return { end: null, gaps };
      }
      at = Math.max(...ends);
      gaps += 1;
    }
    at += 1;
  }
  return { end: at, gaps };
}

/** The pieces from here whose pairs of characters all occur together in some record; rarer ones cost a little more. */
function textsFrom(start, { characters, known, library }) {
  const pieces = [];
  let records = null;
  for (let end = start + 2; end <= characters.length; end += 1) {
    const posting = known.postings.get(characters[end - 2] + characters[end - 1]);
    if (!posting) {
      break;
    }
    const own = bitsOf(posting, library.count);
    records = records === null ? own : common(records, own);
    const size = sizeOf(records);
    if (size === 0) {
      break;
    }
    const words = characters.slice(start, end).join("");
    const joint = start > 0 && JOINTS.includes(characters[start]) ? COSTS.joint : 0;
    pieces.push({ end, cost: joint + COSTS.text + COSTS.rarity * Math.log2(library.count / size) ** 2, group: textGroup(words) });
  }
  // A last character counts with the one before it: in 发展改革局长 the rest is 局长.
  if (start > 0 && start === characters.length - 1 && known.postings.has(characters[start - 1] + characters[start])) {
    pieces.push({ end: start + 1, cost: COSTS.overlap, group: textGroup(characters[start - 1] + characters[start]) });
  }
  return pieces;
}

/** Whether a piece is unknown, or a small word beside an unknown one that may well belong to it: 会 in 年会. */
function isUnknownAt(pieces, at, characters) {
  const { isUnknown, group, start, end } = pieces[at];
  const mayBelong = !isUnknown && group === null && end - start === 1 && !PARTICLES.includes(characters[start]);
  return Boolean(isUnknown) || (mayBelong && [at - 1, at + 1].some((next) => pieces[next] && pieces[next].isUnknown));
}

/** Whether somebody speaks of a subject in whole sentences, of which not every word matters: 养老院到底怎么样. */
function isTold(pieces, characters) {
  const isSpokenAt = ({ group, start, end, isDoubtful }) => group === null && !isDoubtful && isSpoken(characters.slice(start, end).join(""));
  const isSubject = ({ group }) => group && (group.kind === "synonym" || group.kind === "unit") && !isFrame(group.words);
  return pieces.some(isSubject) && (pieces.some(isSpokenAt) || pieces.some((piece) => isSubject(piece) && piece.end - piece.start > piece.group.words.length + 1));
}

/** The groups of pieces, unknown neighbours made one; a lone unknown character is named with what it belongs to. */
function groupsOf(pieces, { characters }) {
  const groups = [];
  const told = isTold(pieces, characters);
  for (let at = 0; at < pieces.length; at += 1) {
    if (!isUnknownAt(pieces, at, characters)) {
      const isHead = !told && at + 1 < pieces.length && isTailOf(pieces, at + 1);
      groups.push(...(pieces[at].group ? [{ ...pieces[at].group, isHead }] : []));
    } else {
      let last = at;
      while (last + 1 < pieces.length && isUnknownAt(pieces, last + 1, characters)) {
        last += 1;
      }
      const words = characters.slice(pieces[at].start, pieces[last].end).join("");
      groups.push({
        ...unknownGroup(nameOf(words, pieces, at, last, characters)), weight: told ? (last + 1 - at) * WEIGHT_OF_TOLD : weightOf(pieces, at, last), isWord: last > at,
        isLed: !told && [at - 1, last + 1].some((beside) => pieces[beside] && pieces[beside].group),
      });
      at = last;
    }
  }
  return groups;
}

/** Whether a lone unknown character makes a word with the two before it, of which the site knows nothing then: 记录仪 is no 记录. */
function isTailOf(pieces, at) {
  const before = pieces[at - 1];
  return Boolean(before && before.group && HEADS.includes(before.group.kind) && before.end - before.start === SHORTEST_WORD
    && pieces[at].isUnknown && !(pieces[at + 1] && pieces[at + 1].isUnknown));
}

/** A lone unknown character beside plain words stands for a word with one of them: 手机壳 asks for no 手机. */
function weightOf(pieces, at, last) {
  const unknown = pieces.slice(at, last + 1).filter(({ isUnknown }) => isUnknown).length;
  if (at === last && isTailOf(pieces, at)) {
    return SHORTEST_WORD + 1;
  }
  const isBeside = [pieces[at - 1], pieces[last + 1]].some((piece) => piece && piece.group && piece.group.kind === "text");
  return unknown === 1 && isBeside ? SHORTEST_WORD : unknown;
}

/** How unknown words are named to the reader: a lone character with the unit behind it or the words before it. */
function nameOf(words, pieces, at, last, characters) {
  const [before, after] = [pieces[at - 1], pieces[last + 1]];
  if (pieces[last].end - pieces[at].start > 1) {
    return words;
  }
  if (after && after.group && after.group.kind === "unit") {
    return words + after.group.words;
  }
  const start = pieces[at].start;
  return before && before.group ? characters.slice(Math.max(0, start + 1 - LONGEST_NAMED_WORD), start).join("") + words : words;
}
