// Syllables as many readers hear them: z and zh, n and l, in and ing are not told apart.

const LIKE = [[/^zh/, "z"], [/^ch/, "c"], [/^sh/, "s"], [/^n(?=[aeiouv])/, "l"], [/^lv/, "lu"], [/([aei])ng$/, "$1n"]];

const sounds = new Map();

/** A syllable with all others that sound alike to many readers. */
export function soundOf(syllable) {
  if (!sounds.has(syllable)) {
    sounds.set(syllable, LIKE.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), syllable));
  }
  return sounds.get(syllable);
}
