// Shows the excerpt of a text with its marks in square brackets.

import { excerptOf } from "../../../static/js/search/excerpt.js";
import { input } from "./site.mjs";

const { text, phrases } = input();
const { pieces, start } = excerptOf(text, phrases);
console.log(JSON.stringify({ pieces: pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)), start }));
