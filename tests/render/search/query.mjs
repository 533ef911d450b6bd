// Understands and answers queries as the page does; prints groups, notes and results.

import { answer } from "../../../static/js/search/answer.js";
import { excerptOf } from "../../../static/js/search/excerpt.js";
import { phrasesOf } from "../../../static/js/search/understand.js";
import { notesOf, statusOf } from "../../../static/js/search/wording.js";
import { input, lunr, opened } from "./site.mjs";

const { queries, asTyped, ...site } = input();
const library = await opened(site);

async function shown(found, phrases) {
  const results = await library.results(found.slice(0, found.length));
  return results.map(({ kind, place, year, label, title, units, sentences }) => {
    const { pieces } = excerptOf(sentences.join(""), phrases);
    return { kind, place, year, label, title, units, marks: pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text) };
  });
}

const answers = [];
for (const text of queries) {
  const { query, found: { full, partial }, meant, others, proposed } = await answer(text, asTyped, library, async () => lunr);
  answers.push({
    groups: query.groups.map(({ kind, words, alternatives }) => [kind, words, alternatives.slice(1).map((other) => other.words)]),
    meant, others, proposed, notes: notesOf({ query, typed: text, meant, others, proposed }).map((note) => note.text), status: statusOf(full.length, partial.length),
    full: await shown(full, phrasesOf(query)), partial: await shown(partial, phrasesOf(query)),
  });
}
console.log(JSON.stringify(answers));
