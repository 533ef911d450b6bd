// Results as elements, made from the page's own <template data-search-result>.

import { excerptOf, markedPieces } from "./excerpt.js";
import { KINDS, furtherPages } from "./wording.js";

const MOST_DIRECT = 3;

/** The elements of results, in order. `phrases` are the words to mark, `root` the address of the site's root. */
export function resultElements(results, phrases, template, root) {
  return results.map((result) => {
    const element = template.content.cloneNode(true);
    const slots = new Map(Array.from(element.querySelectorAll("[data-slot]"), (slot) => [slot.getAttribute("data-slot"), slot]));
    const text = result.sentences.join("");
    const excerpt = excerptOf(text, phrases);
    const page = addressOf(result.url, root);
    fill(slots.get("link"), markedPieces(result.title, phrases), page);
    fill(slots.get("kind"), plain(KINDS[result.kind]));
    fill(slots.get("place"), plain(result.place));
    fill(slots.get("year"), plain(result.year ? `${result.year}年` : ""));
    fill(slots.get("label"), plain(result.label));
    fill(slots.get("units"), markedPieces(result.units, phrases));
    fill(slots.get("deadline"), markedPieces(result.deadline, phrases));
    fill(slots.get("excerpt"), excerpt.pieces, addressAt(excerpt.start, page, result));
    return element;
  });
}

/** Links to pages that are just what was asked for, each with its place, parted by commas; of many the first. */
export function directLinks(pages, root, document) {
  const links = [].concat(...pages.slice(0, MOST_DIRECT).map(({ url, title, place }, index) => {
    const link = Object.assign(document.createElement("a"), { href: addressOf(url, root), textContent: title });
    return [...(index > 0 ? ["、"] : []), link, ...(place ? [`（${place}）`] : [])];
  }));
  return pages.length > MOST_DIRECT ? links.concat(furtherPages(pages.length)) : links;
}

function plain(text) {
  return text ? [{ text, isMarked: false }] : [];
}

/** Put pieces into a slot of the template, or hide the slot's row where there is nothing to say. */
function fill(slot, pieces, address) {
  if (!slot) {
    return;
  }
  (slot.closest("[data-row]") || slot).hidden = pieces.length === 0;
  slot.append(...pieces.map(({ text, isMarked }) => (isMarked ? marked(text, slot.ownerDocument) : text)));
  if (address && slot.tagName === "A") {
    slot.href = address;
  }
}

function marked(text, document) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** Addresses are relative to the site's root; in a folder, a page is its index.html. */
function addressOf(url, root) {
  const address = new URL(url, root);
  if (address.protocol === "file:" && address.pathname.endsWith("/")) {
    address.pathname += "index.html";
  }
  return address.href;
}

/** The address of the sentence in which a place of the text lies. */
function addressAt(place, page, { sentences, anchors }) {
  let end = 0;
  const number = sentences.findIndex((sentence) => { end += sentence.length; return place < end; });
  return anchors[number] ? `${page.replace(/#.*$/, "")}#${anchors[number]}` : page;
}
