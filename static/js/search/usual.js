// Characters of everyday use, as against other forms of the same: 務 for 务.

const [FIRST_ROW, LAST_ROW] = [0xb0, 0xf7];
const [FIRST_CELL, LAST_CELL] = [0xa1, 0xfe];
let usual = null;

/** Whether a character is one of the 6,763 of GB 2312; browsers know its table. */
export function isUsual(character) {
  usual = usual || new Set(tableOfGb2312());
  return usual.has(character);
}

function tableOfGb2312() {
  const bytes = [];
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell += 1) {
      bytes.push(row, cell);
    }
  }
  return new TextDecoder("gb2312").decode(Uint8Array.from(bytes));
}
