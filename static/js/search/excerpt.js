// What of a record's text is shown, and which of its characters are marked.

import { normalise, pairs, runs } from "./tokens.js";

const WINDOW = 72;
const LONGEST_WHOLE_TEXT = 96;
const LEAD = 24;
const SHORTEST_PIECE = 3;
// Characters of which each has one other for its form: Han characters, ASCII signs, the same in full width, Chinese signs.
const ONE_FOR_ONE = /^[\n -~\u00b7\u2014\u2018-\u201d\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;
const normalForms = new Map();
const ELLIPSIS = { text: "…", isMarked: false };

/**
 * Ranges [start, end) of a text, in order and apart from each other, where phrases occur. A phrase is {words, whole}:
 * normalised words for the same, the reader's own first; if none occurs in one piece, longer pieces of the first count,
 * unless the phrase makes sense as a whole only.
 */
export function rangesOf(text, phrases) {
  const { normalised, origin } = normalisedWithOrigin(text);
  const found = [].concat(...phrases.map(({ words, whole }) => {
    const places = [].concat(...words.map((word) => occurrences(normalised, word)));
    return places.length > 0 || whole ? places : piecesOf(normalised, words[0]);
  }));
  return merged(found).map(([start, end]) => [origin[start], origin[end]]);
}

/**
 * The parts of a text worth showing, as {pieces: [{text, isMarked}], start}: `start` is the place of the first mark shown.
 * Where the words lie far apart, two shorter parts are shown.
 */
export function excerptOf(text, phrases) {
  const ranges = rangesOf(text, phrases);
  if (text.length <= LONGEST_WHOLE_TEXT) {
    return { pieces: piecesBetween(text, 0, text.length, ranges), start: ranges.length > 0 ? ranges[0][0] : 0 };
  }
  const words = ([start, end]) => text.slice(start, end);
  const best = densest(ranges, WINDOW, words);
  const shown = new Set(best.map(words));
  const others = ranges.filter((range) => !shown.has(words(range)));
  const parts = others.length === 0 ? [windowAt(text, best[0], WINDOW)] : [best, densest(others, WINDOW / 2, words)]
    .map((marks) => windowAt(text, marks[0], WINDOW / 2)).sort((left, right) => left[0] - right[0]);
  const joined = merged(parts);
  const pieces = [].concat(...joined.map(([start, end], place) => [
    ...(start > 0 && place === 0 ? [ELLIPSIS] : []),
    ...piecesBetween(text, start, end, ranges),
    ...(end < text.length ? [ELLIPSIS] : []),
  ]));
  return { pieces, start: best.length > 0 ? best[0][0] : 0 };
}

/** A whole text in pieces, marked and not. */
export function markedPieces(text, phrases) {
  return piecesBetween(text, 0, text.length, rangesOf(text, phrases));
}

/** One character normalised; each is worked out once. */
function normalForm(character) {
  let form = normalForms.get(character);
  if (form === undefined) {
    form = normalise(character);
    normalForms.set(character, form);
  }
  return form;
}

/** The normalised text, and for each of its UTF-16 units (and its end) the place in the text where it comes from. */
function normalisedWithOrigin(text) {
  if (ONE_FOR_ONE.test(text)) {
    return { normalised: normalise(text), origin: Array.from({ length: text.length + 1 }, (_, at) => at) };
  }
  let normalised = "";
  const origin = [];
  let at = 0;
  for (const character of text) {
    const form = normalForm(character);
    for (let unit = 0; unit < form.length; unit += 1) {
      origin.push(at);
    }
    normalised += form;
    at += character.length;
  }
  origin.push(at);
  return { normalised, origin };
}

/** Where a phrase occurs; letters and digits count as whole runs only, so that 5 is not found in 50%. */
function occurrences(text, phrase) {
  const found = [];
  const [run] = runs(phrase);
  if (run && !run.isHan && run.text === phrase) {
    return runs(text).filter((other) => other.text === phrase).map(({ start }) => [start, start + phrase.length]);
  }
  const isCounted = /^[0-9]/.test(phrase);
  for (let at = text.indexOf(phrase); phrase && at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    if (!isCounted || !/[0-9]/.test(text.charAt(at - 1))) {
      found.push([at, at + phrase.length]);
    }
  }
  return found;
}

/** Longer pieces of a phrase in a text; lone pairs of characters only where there is nothing longer. */
function piecesOf(text, phrase) {
  const pieces = merged([].concat(...pairs(phrase).map((pair) => occurrences(text, pair))));
  const longer = pieces.filter(([start, end]) => end - start >= SHORTEST_PIECE);
  return longer.length > 0 ? longer : pieces;
}

/** Ranges in order, those that overlap joined. */
function merged(ranges) {
  const joined = [];
  for (const [start, end] of ranges.slice().sort((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const last = joined[joined.length - 1];
    if (last && start < last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      joined.push([start, end]);
    }
  }
  return joined;
}

/** The ranges that lie together within a width and hold the most different words. */
function densest(ranges, width, words) {
  const together = (from) => ranges.filter(([start, end]) => start >= from[0] && end <= from[0] + width - LEAD);
  const worth = (marks) => Array.from(new Set(marks.map(words))).join("").length + marks.length / ranges.length;
  return ranges.map(together).reduce((best, marks) => (worth(marks) > worth(best) ? marks : best), []);
}

/** About `width` characters around a mark, begun at the start of a clause where one is near. */
function windowAt(text, mark, width) {
  const [from, to] = mark || [0, 0];
  const clause = from === 0 ? 0 : Math.max(...Array.from("。；，！？\n", (sign) => text.lastIndexOf(sign, from - 1))) + 1;
  const lead = from - clause <= LEAD ? clause : from - LEAD / 2;
  const start = Math.min(lead, text.length - width);
  let end = Math.max(start + width, to);
  while (/[0-9A-Za-z]{2}/.test(text.slice(end - 1, end + 1))) {
    end += 1;
  }
  return [outsidePair(text, start), outsidePair(text, Math.min(text.length, end))];
}

function outsidePair(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function piecesBetween(text, start, end, ranges) {
  const pieces = [];
  let at = start;
  for (const [from, to] of ranges.filter((range) => range[1] > start && range[0] < end)) {
    pieces.push({ text: text.slice(at, Math.max(at, from)), isMarked: false });
    pieces.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), isMarked: true });
    at = Math.min(end, to);
  }
  pieces.push({ text: text.slice(at, end), isMarked: false });
  return pieces.filter((piece) => piece.text !== "");
}
