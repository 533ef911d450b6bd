// Numbers as text, the same as sitegen/render/search/varints.py: base 46 in printable characters.

const BASE = 46;
const VALUES = new Uint8Array(128);
Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index))
  .filter((character) => character !== "\"" && character !== "\\")
  .forEach((character, value) => { VALUES[character.charCodeAt(0)] = value; });

/** A function that gives the next number of a text each time it is called. */
export function reader(text) {
  let at = 0;
  return () => {
    let number = 0;
    let unit = 1;
    let value = VALUES[text.charCodeAt(at)];
    while (value >= BASE) {
      number += (value - BASE) * unit;
      unit *= BASE;
      at += 1;
      value = VALUES[text.charCodeAt(at)];
    }
    at += 1;
    return number + value * unit;
  };
}
