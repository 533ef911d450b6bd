// Numbers as text, the same as sitegen/render/search/packing.py: exponential Golomb codes, thirteen bits to two characters.

const ALPHABET = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index))
  .filter((character) => character !== "\"" && character !== "\\");
const VALUES = new Uint8Array(128);
ALPHABET.forEach((character, value) => { VALUES[character.charCodeAt(0)] = value; });
const GROUP = 13;
const MOST_AT_ONCE = 16;

/** A function that gives the next number of a text, written with codes of an order, or -1 where the text has ended. */
export function reader(text) {
  let at = 0;
  let buffer = 0;
  let held = 0;

  function fill() {
    buffer = (buffer << GROUP) | (VALUES[text.charCodeAt(at)] * ALPHABET.length + VALUES[text.charCodeAt(at + 1)]);
    held += GROUP;
    at += 2;
  }

  function bits(count) {
    if (count > MOST_AT_ONCE) {
      return bits(count - MOST_AT_ONCE) * (1 << MOST_AT_ONCE) + bits(MOST_AT_ONCE);
    }
    while (held < count) {
      fill();
    }
    held -= count;
    const value = buffer >>> held;
    buffer &= (1 << held) - 1;
    return value;
  }

  return (order) => {
    let zeros = 0;
    while (buffer === 0) {
      zeros += held;
      held = 0;
      if (at >= text.length) {
        return -1;
      }
      fill();
    }
    const leading = held - (32 - Math.clz32(buffer));
    zeros += leading;
    held -= leading;
    return (bits(zeros + 1) - 1) * (1 << order) + (order > 0 ? bits(order) : 0);
  };
}
