// Cuts every text of a list as the page does.

import { normalise, tokens, tokensWithCharacters } from "../../../static/js/search/tokens.js";
import { termHash } from "../../../static/js/search/parts.js";
import { input } from "./site.mjs";

const cut = (text) => ({
  text, normalised: normalise(text), tokens: tokens(text), with_characters: tokensWithCharacters(text), hash: termHash(text),
});
console.log(JSON.stringify(input().map(cut)));
