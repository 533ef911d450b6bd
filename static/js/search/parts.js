// Tables cut by a hash of their keys into small files: which file holds a key (sitegen/render/search/parts.py).

const HASH_LENGTH = 4;
const PARTS_TO_A_HASH = 4;

/** 32-bit hash of a key: FNV-1a over UTF-16 units, then mixed. */
export function termHash(term) {
  let value = 0x811c9dc5;
  for (let index = 0; index < term.length; index += 1) {
    value = Math.imul(value ^ term.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Name of the part of a table that holds a key. `table` is [how many parts there are, the hashes in their names]. */
export function partOf(key, folder, [count, hashes]) {
  const number = termHash(key) % count;
  return `${folder}/${number}-${hashes.substr(Math.floor(number / PARTS_TO_A_HASH) * HASH_LENGTH, HASH_LENGTH)}`;
}

/** Keys with files of their own and the hashes in the names of these, from a text of them. */
export function readNames(texts) {
  return new Map(texts.filter((one) => one !== "").map((one) => [one.slice(0, -HASH_LENGTH), one.slice(-HASH_LENGTH)]));
}
