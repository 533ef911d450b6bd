// Everything that was fetched, and how it is asked for: the index by term, results, names of units.

import { askAhead } from "./ahead.js";
import { prepareLexicon } from "./lexicon.js";
import { reader } from "./packing.js";
import { partOf } from "./parts.js";
import { decodePosting, decodeRecords, prepareShard } from "./shards.js";

const HASH_LENGTH = 4;
// Orders of the codes of numbers in the manifest, as in sitegen/render/search/__init__.py.
const ORDERS = { scope: 9, place: 5, year: 11, count: 1 };

/**
 * Open the search whose manifest has the given name. `load(name)` promises the value of a file of the search folder;
 * nothing else is fetched now than the manifest. `directory` names files (shards.js). A record is known by its place in the
 * order of all records, a number.
 */
export async function openLibrary(load, manifestName, directory) {
  const folder = manifestName.replace(/[^/]*$/, "");
  const manifest = await load(manifestName);
  const { scopes, count } = readScopes(manifest);
  const scopeAt = new Int32Array(count);
  const kindAt = new Uint8Array(count);
  scopes.forEach((scope, index) => {
    scopeAt.fill(index, scope.first, scope.first + scope.count);
    let start = scope.first;
    scope.counts.forEach((records, kind) => { kindAt.fill(kind, start, start += records); });
  });
  const firstOf = new Map(scopes.map(({ number, first }) => [number, first]));
  const { fileOf, fileOfLetter, units } = directory;
  const known = new Map();
  const shards = new Map();
  const letters = new Map();
  let facets = null;

  async function shard(name) {
    if (!shards.has(name)) {
      shards.set(name, prepareShard(await load(name)));
    }
    return shards.get(name);
  }

  async function posting(term) {
    if (!known.has(term)) {
      const { textOf } = await shard(fileOf(term));
      known.set(term, textOf.has(term)
        ? decodePosting(term, textOf.get(term), (scope) => firstOf.get(scope)) : null);
    }
    return known.get(term);
  }

  function phrasesOf(name, read) {
    if (name === null) {
      return Promise.resolve([]);
    }
    if (!letters.has(name)) {
      letters.set(name, load(name).then(read));
      letters.get(name).catch(() => letters.delete(name));
    }
    return letters.get(name);
  }

  return {
    manifest,
    count,
    scopes,
    units,
    placeNames: Array.from(new Set([].concat(...manifest.places))).sort((left, right) => right.length - left.length),
    scopeOf: (record) => scopes[scopeAt[record]],
    kindOf: (record) => manifest.kinds[kindAt[record]],
    /** For every record the number of its kind in the manifest, and of its scope. */
    kindNumbers: kindAt,
    scopeNumbers: scopeAt,

    /** Ask for what the words of a text will probably need, without waiting for it. */
    askAhead(text) {
      askAhead(text, directory, load);
    },

    /** Postings of those of the terms that occur anywhere, by term. */
    async postings(terms) {
      const found = await Promise.all(terms.map(posting));
      return new Map(found.filter((one) => one !== null).map((one) => [one.term, one]));
    },

    /** Readers' words by their first term, for some terms: lists of [word, what documents say, …]. */
    async words(terms) {
      const found = await Promise.all(terms.map((term) => shard(fileOf(term))));
      return new Map(terms.map((term, index) => [term, found[index].words.get(term) || []]));
    },

    /** Promises titles that begin with a term: lists of [title, [[record, address], …]]. */
    async names(term) {
      const { names } = await shard(fileOf(term));
      const recordOf = (number) => firstOf.get(Math.floor(number / manifest.scopeSize)) + (number % manifest.scopeSize);
      return (names.get(term) || []).map(([title, held]) => [title, held.map(([number, url]) => [recordOf(number), url])]);
    },

    /** What these records show as results, in the given order. */
    results(records) {
      return Promise.all(records.map(async (record) => {
        const scope = scopes[scopeAt[record]];
        const within = record - scope.first;
        const texts = await load(`t/${scope.number}-${scope.hash}/${Math.floor(within / manifest.chunkSize)}`);
        const [url, title, label, units, deadline, sentences, anchors] = texts[within % manifest.chunkSize];
        const kind = manifest.kinds[kindAt[record]];
        return { place: scope.place, kind, year: scope.year, url, title, label, units, deadline, sentences, anchors };
      }));
    },

    /** Phrases worth proposing to a reader who typed a character first. */
    async phrasesFrom(character) {
      const phrases = await load(partOf(character, "c", manifest.starts));
      return phrases.split(" ");
    },

    /** Phrases whose reading begins with a letter: {phrase, syllables, place, isProper}; proper ones are worth proposing. */
    phrasesRead: (letter) => phrasesOf(fileOfLetter(letter), readPhrases),

    /** Phrases that hardly recur, likewise. */
    rarePhrasesRead: (letter) => phrasesOf(fileOfLetter(letter, "r"), (text) => readPhrases(["", text])),

    /** Records by unit and by kind of deadline: {unit, deadline}, maps from values to what `bitsOf` takes. */
    facets() {
      facets = facets || load(`${folder}facets`).then((read) => readFacets(read, (scope) => firstOf.get(scope)));
      facets.catch(() => { facets = null; });
      return facets;
    },

    /** The lexicon as far as some characters need it, the wrong ones of a stretch and those by which its phrases are looked up. */
    async lexicon(characters) {
      const names = Array.from(new Set(characters.map((character) => partOf(character, "w", manifest.lexicon))));
      return prepareLexicon(await Promise.all(names.map(load)));
    },
  };
}

function readFacets(read, first) {
  const facet = (entries) => new Map(entries.map(([value, text]) => [value, { fields: [{ records: decodeRecords(text, first) }] }]));
  return { unit: facet(read.unit), deadline: facet(read.deadline) };
}

/** Phrases of a file by letter, those worth proposing and the others, each with its place among its own. */
function readPhrases(held) {
  const phrases = [];
  held.forEach((text, sort) => {
    const texts = text.split(" ");
    for (let at = 0; at + 1 < texts.length; at += 2) {
      phrases.push({ phrase: texts[at], place: at / 2, isProper: sort === 0, syllables: syllablesOf(texts[at + 1]) });
    }
  });
  return phrases;
}

/** ZhengWu as zheng, wu. */
function syllablesOf(reading) {
  return reading.match(/[A-Z][a-z]*/g).map((syllable) => syllable.toLowerCase());
}

/** Scopes with their first record, and the number of all records. */
function readScopes({ scopes, texts, places, kinds }) {
  const next = reader(scopes);
  const read = [];
  let number = 0;
  let count = 0;
  for (let step = next(ORDERS.scope); step >= 0; step = next(ORDERS.scope)) {
    number += step;
    const names = places[next(ORDERS.place)];
    const year = next(ORDERS.year) || null;
    const counts = kinds.map(() => next(ORDERS.count));
    const own = counts.reduce((sum, records) => sum + records, 0);
    const hash = texts.substr(read.length * HASH_LENGTH, HASH_LENGTH);
    read.push({ number, first: count, count: own, counts, places: names, place: names[0] || "", year, hash });
    count += own;
  }
  return { scopes: read, count };
}
