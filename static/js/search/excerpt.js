// What of a record's text is shown, and which of its characters are marked.

import { bigrams, normalise, runs } from "./tokens.js";

const WINDOW = 72;
const LONGEST_WHOLE_TEXT = 96;
const LEAD = 24;
const SHORTEST_PIECE = 3;

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

/** The part of a text worth showing, as {pieces: [{text, isMarked}], start}: `start` is its place in the text. */
export function excerptOf(text, phrases) {
  const ranges = rangesOf(text, phrases);
  const [start, end] = windowOf(text, ranges);
  const pieces = piecesBetween(text, start, end, ranges);
  if (start > 0) {
    pieces.unshift({ text: "…", isMarked: false });
  }
  if (end < text.length) {
    pieces.push({ text: "…", isMarked: false });
  }
  const first = ranges.find((range) => range[0] >= start);
  return { pieces, start: first ? first[0] : start };
}

/** A whole text in pieces, marked and not. */
export function markedPieces(text, phrases) {
  return piecesBetween(text, 0, text.length, rangesOf(text, phrases));
}

/** The normalised text, and for each of its UTF-16 units (and its end) the place in the text where it comes from. */
function normalisedWithOrigin(text) {
  let normalised = "";
  const origin = [];
  let at = 0;
  for (const character of text) {
    const form = normalise(character);
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
  for (let at = text.indexOf(phrase); phrase && at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    found.push([at, at + phrase.length]);
  }
  return found;
}

/** Longer pieces of a phrase in a text; lone pairs of characters only where there is nothing longer. */
function piecesOf(text, phrase) {
  const pieces = merged([].concat(...bigrams(phrase).map((pair) => occurrences(text, pair))), -1);
  const longer = pieces.filter(([start, end]) => end - start >= SHORTEST_PIECE);
  return longer.length > 0 ? longer : pieces;
}

/** Ranges in order, those that overlap (by more than `apart`) joined. */
function merged(ranges, apart = 0) {
  const joined = [];
  for (const [start, end] of ranges.slice().sort((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1] + apart) {
      last[1] = Math.max(last[1], end);
    } else {
      joined.push([start, end]);
    }
  }
  return joined;
}

/** Where the marks lie densest: about WINDOW characters, begun at the start of a clause where one is near. */
function windowOf(text, ranges) {
  if (text.length <= LONGEST_WHOLE_TEXT) {
    return [0, text.length];
  }
  const covered = ([from]) => ranges
    .filter(([start, end]) => start >= from && end <= from + WINDOW - LEAD)
    .reduce((sum, [start, end]) => sum + end - start, 0);
  const best = ranges.reduce((left, right) => (covered(right) > covered(left) ? right : left), ranges[0] || [0, 0]);
  const clause = Math.max(...Array.from("。；，！？\n", (mark) => text.lastIndexOf(mark, best[0] - 1))) + 1;
  const lead = best[0] === 0 || best[0] - clause <= LEAD ? Math.min(clause, best[0]) : best[0] - LEAD / 2;
  const start = Math.min(lead, text.length - WINDOW);
  const end = Math.min(text.length, Math.max(start + WINDOW, best[1]));
  return [outsidePair(text, start), outsidePair(text, end)];
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
