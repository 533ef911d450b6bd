// Answers queries twice: the results taken ten by ten, as a reader asks for them, and all at once.

import { answer } from "../../../static/js/search/answer.js";
import { input, lunr, opened } from "./site.mjs";

const STEP = 10;
const { queries, ...site } = input();
const library = await opened(site);

function inSteps(found) {
  const steps = Array.from({ length: Math.ceil(found.length / STEP) }, (_, at) => found.slice(at * STEP, (at + 1) * STEP));
  return [].concat(...steps);
}

const answers = [];
for (const text of queries) {
  const [stepwise, whole] = [await answer(text, true, library, async () => lunr), await answer(text, true, library, async () => lunr)];
  const { full, partial } = whole.found;
  answers.push({
    steps: [inSteps(stepwise.found.full), inSteps(stepwise.found.partial)],
    whole: [full.slice(0, full.length), partial.slice(0, partial.length)],
  });
}
console.log(JSON.stringify(answers));
