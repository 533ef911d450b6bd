// Sets of records as bits: quick to intersect and to count.

/** The set of records of a posting, or of anything with lists of `records` in its `fields`; made once and kept with it. */
export function bitsOf(posting, count) {
  if (!posting.bits) {
    const bits = new Uint32Array((count + 31) >>> 5);
    posting.fields.forEach(({ records }) => {
      for (let at = 0; at < records.length; at += 1) {
        bits[records[at] >>> 5] |= 1 << (records[at] & 31);
      }
    });
    posting.bits = bits;
  }
  return posting.bits;
}

/** The set of records of a posting in one field; made once and kept with it. */
export function bitsOfField(field, count) {
  field.bits = field.bits || bitsOf({ fields: [field] }, count);
  return field.bits;
}

/** The set of some records. */
export function bitsOfRecords(records, count) {
  return bitsOf({ fields: [{ records }] }, count);
}

/** What two sets have in common. */
export function common(left, right) {
  const both = new Uint32Array(left.length);
  for (let at = 0; at < both.length; at += 1) {
    both[at] = left[at] & right[at];
  }
  return both;
}

/** What is in any of some sets, each over `count` records. */
export function united(sets, count) {
  const all = new Uint32Array((count + 31) >>> 5);
  for (const bits of sets) {
    for (let at = 0; at < all.length; at += 1) {
      all[at] |= bits[at];
    }
  }
  return all;
}

/** How many records a set has. */
export function sizeOf(bits) {
  let size = 0;
  for (let at = 0; at < bits.length; at += 1) {
    let word = bits[at];
    if (word !== 0) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      size += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
  }
  return size;
}

/** Whether a set holds a record. */
export function holds(bits, record) {
  return (bits[record >>> 5] >>> (record & 31)) % 2 === 1;
}

/** The records of a set, in order. */
export function recordsOf(bits) {
  const records = new Int32Array(sizeOf(bits));
  let size = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at]; word !== 0; word &= word - 1) {
      records[size] = at * 32 + 31 - Math.clz32(word & -word);
      size += 1;
    }
  }
  return records;
}
