// Reads numbers written as text, and a term's postings.

import { reader } from "../../../static/js/search/packing.js";
import { decodePosting, decodeRecords } from "../../../static/js/search/shards.js";
import { input } from "./site.mjs";

const { texts, postings, facets, firstOf } = input();
const first = (scope) => firstOf[scope];
const read = ({ text, orders }) => {
  const next = reader(text);
  return orders.concat(0).map((order) => next(order));
};
const lists = ({ records, frequencies, lengths }) => [records, frequencies, lengths].map((list) => Array.from(list));
console.log(JSON.stringify({
  numbers: texts.map(read),
  postings: postings.map((text) => {
    const { position, fields, count } = decodePosting("词", text, first);
    return { position, count, fields: fields.map(lists) };
  }),
  facets: facets.map((text) => decodeRecords(text, first)),
}));
