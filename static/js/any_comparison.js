/* Compares any two plans in the browser from the published texts. It only says which wording is alike: every pair is called a
   suggestion (文字比对提示), nothing is stored, nothing is asked of another host. The texts come as scripts, so that the page also
   works from a folder. Without scripts the page lists the prepared comparisons. */
(function () {
  "use strict";
  const section = document.querySelector("[data-any-comparison]");
  if (!section || !String.prototype.normalize || !window.Promise) return;
  const form = section.querySelector("form");
  const status = section.querySelector("[data-any-status]");
  const result = section.querySelector("[data-any-result]");
  const SIZES = [2, 3, 4], BACKGROUND = 40, ENOUGH = 96;
  const LIKELY = 0.1, MUTUAL = 0.07, BESIDE_BEST = 0.3, REWORDED = 0.18, REWORDED_PART = 0.1, LONGEST = 4000000;
  const BOUND = "(?:不少于|不低于|不超过|不高于|不得少于|不得超过|至少|至多|达到|低于|高于|约|第)?";
  const END = "(?:上旬|中旬|下旬|月?底|年?末|初)?(?:之前|以前|前|之后|以后|后|起)?";
  const NUMBER = new RegExp(
    "\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?|第?[一二三四1-4]季度|[上下]半年|年)?" + END +
    "|\\d{1,2}月(?:\\d{1,2}[日号])?" + END +
    "|" + BOUND + "\\d+(?:[.,]\\d+)*(?:[-~—至到]\\d+)?(?:%|‰)?(?:个工作日|个百分点|个月|个小时|小时|季度|平方米|公里|万元|亿元|万人|人次|[年月日号次个项条家件期份天周场篇种名人类级轮批户所处元倍])?" +
    "|(?:不少于|不低于|不超过|至少|至多|第)?[一二两三四五六七八九十百]+(?:次|个月|个工作日|季度)", "g");
  const words = window.Intl && Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

  /* ---- texts ---- */

  const arrived = new Map();
  window.sitegenPlan = (plan) => { arrived.set(plan.id, plan); };

  function load(option) {
    if (arrived.has(option.value)) return Promise.resolve(arrived.get(option.value));
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = option.dataset.texts;
      script.onload = () => { script.remove(); arrived.has(option.value) ? resolve(arrived.get(option.value)) : reject(new Error("empty")); };
      script.onerror = () => { script.remove(); reject(new Error("not there")); };
      document.head.append(script);
    });
  }

  /** What of a text says something: width folded, without punctuation and spaces. */
  function content(text) {
    return text.normalize("NFKC").replace(/[\p{P}\p{Z}\p{C}]/gu, (one) => (one === "%" || one === "‰" ? one : ""));
  }

  function runsOf(said) {
    const runs = new Set();
    SIZES.forEach((size) => { for (let at = 0; at + size <= said.length; at += 1) runs.add(said.slice(at, at + size)); });
    return runs;
  }

  /** Rows beside rows where both have a table and one only that; else prose, where there is any. */
  function partsOf(plans) {
    const tabled = plans.every((plan) => plan.rows.length) && !plans.every((plan) => plan.prose.length);
    return plans.map((plan) => (tabled || !plan.prose.length ? plan.rows : plan.prose));
  }

  /** Clauses of a plan; ``page`` is the plan's own address, from which those of its clauses follow in any folder. */
  function clausesOf(part, side, page) {
    return part.map((one, number) => {
      const address = addressOf(one[2], page);
      const sentences = one[3].map((pair, place) => ({
        clause: number, place: place, anchor: side + "-" + one[0] + "-" + pair[0], text: pair[1], said: content(pair[1]),
        label: one[3].length > 1 ? "第" + (place + 1) + "句" : "全文",
        href: address + (address.includes("#") ? "-" : "#") + pair[0], runs: runsOf(content(pair[1])), weight: 0,
      }));
      const runs = new Set();
      sentences.forEach((sentence) => sentence.runs.forEach((run) => runs.add(run)));
      return { anchor: side + "-" + one[0], label: one[1], href: address, sentences: sentences, runs: runs, weight: 0,
        facts: [["责任单位", one[4]], ["完成时限", one[5]]].filter((fact) => fact[1]),
        said: sentences.map((sentence) => sentence.said).join("") };
    });
  }

  function addressOf(path, page) {
    const address = new URL(path, new URL(page, document.baseURI));
    if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
    return address.href;
  }

  /* ---- which belong together ---- */

  /** Weights of runs: what stands in many clauses says little, and is parted among those of one plan. */
  function weigh(old, fresh) {
    const counts = [old, fresh].map((clauses) => {
      const count = new Map();
      clauses.forEach((one) => one.runs.forEach((run) => count.set(run, (count.get(run) || 0) + 1)));
      return count;
    });
    const total = Math.log(old.length + fresh.length + BACKGROUND);
    const full = (run) => (total - Math.log((counts[0].get(run) || 0) + (counts[1].get(run) || 0))) / total;
    [old, fresh].forEach((clauses) => clauses.forEach((one) => {
      one.weight = sum(one.runs, full);
      one.sentences.forEach((sentence) => { sentence.weight = sum(sentence.runs, full); });
    }));
    return {
      full: full,
      parted: (run) => full(run) / Math.max(counts[0].get(run) || 1, counts[1].get(run) || 1),
    };
  }

  function sum(runs, weight) {
    let found = 0;
    runs.forEach((run) => { found += weight(run); });
    return found;
  }

  function shared(one, other, weight) {
    const few = one.runs.size < other.runs.size ? one : other, many = few === one ? other : one;
    let found = 0;
    few.runs.forEach((run) => { if (many.runs.has(run)) found += weight(run); });
    return found;
  }

  function strength(common, one, other) {
    const least = Math.min(one.weight, other.weight);
    return least ? Math.sqrt((common / least) * (1 - Math.exp(-common / ENOUGH))) : 0;
  }

  function score(one, other, weights) {
    if (one.said === other.said) return 1;
    const common = shared(one, other, weights.parted);
    if (common < 1) return 0;
    let best = 0;
    one.sentences.forEach((sentence) => other.sentences.forEach((beside) => {
      best = Math.max(best, strength(shared(sentence, beside, weights.parted), sentence, beside));
    }));
    return 0.4 * strength(common, one, other) + 0.6 * best;
  }

  /** Pairs of clauses that score enough and are not far behind the best of either, or are each other's best. */
  function related(old, fresh, weights) {
    const all = [], bestOld = new Map(), bestNew = new Map();
    old.forEach((one, i) => fresh.forEach((other, j) => {
      const found = score(one, other, weights);
      if (!found) return;
      all.push({ i: i, j: j, score: found });
      bestOld.set(i, Math.max(bestOld.get(i) || 0, found));
      bestNew.set(j, Math.max(bestNew.get(j) || 0, found));
    }));
    return all.filter((pair) => {
      const best = Math.max(bestOld.get(pair.i), bestNew.get(pair.j));
      const mutual = pair.score === bestOld.get(pair.i) && pair.score === bestNew.get(pair.j) && pair.score >= MUTUAL;
      return mutual || (pair.score >= LIKELY && pair.score >= BESIDE_BEST * best);
    }).sort((a, b) => b.score - a.score || a.j - b.j || a.i - b.i);
  }

  /** Sentences of clauses that belong together, side by side: first those that say the same, then the most alike. */
  function aligned(old, fresh, pairs, weights) {
    const found = [];
    pairs.forEach((pair) => old[pair.i].sentences.forEach((one) => fresh[pair.j].sentences.forEach((other) => {
      const same = one.said === other.said;
      const common = shared(one, other, weights.full);
      const part = common / Math.max(one.weight, other.weight, 1e-9);
      const alike = same ? 2 : strength(common, one, other);
      if (same || (alike >= REWORDED && part >= REWORDED_PART)) found.push({ one: one, other: other, alike: alike });
    })));
    const beside = new Map();
    found.sort((a, b) => b.alike - a.alike || a.other.clause - b.other.clause || a.other.place - b.other.place || a.one.place - b.one.place);
    found.forEach((pair) => {
      if (beside.has(pair.one) || beside.has(pair.other)) return;
      beside.set(pair.one, pair.other);
      beside.set(pair.other, pair.one);
    });
    return beside;
  }

  /* ---- differences ---- */

  /** Words: the text as printed and, for comparison, what it says; punctuation says nothing and never is a change. */
  function tokens(text) {
    const found = [];
    let at = 0;
    for (const match of text.matchAll(NUMBER)) {
      cut(text.slice(at, match.index), found);
      found.push(match[0]);
      at = match.index + match[0].length;
    }
    cut(text.slice(at), found);
    return found;
  }

  function cut(text, found) {
    const pieces = words ? Array.from(words.segment(text), (part) => part.segment) : Array.from(text);
    pieces.forEach((piece) => found.push(piece));
  }

  /** Segments [kind, text]: "=" for words of both as the second has them, "-" of the first only, "+" of the second only. */
  function difference(oldText, newText) {
    const a = tokens(oldText), b = tokens(newText), saidA = a.map(content), saidB = b.map(content);
    const width = b.length + 1;
    if ((a.length + 1) * width > LONGEST) return [["-", oldText], ["+", newText]];
    const table = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) {
        const here = i * width + j;
        const equal = saidA[i] === saidB[j] && (saidA[i] || a[i] === b[j]);
        table[here] = equal ? table[here + width + 1] + 1 : Math.max(table[here + width], table[here + 1]);
      }
    }
    const found = [];
    let i = 0, j = 0;
    while (i < a.length || j < b.length) {
      const both = i < a.length && j < b.length;
      if (both && saidA[i] === saidB[j] && (saidA[i] || a[i] === b[j])) { add(found, "=", b[j]); i += 1; j += 1; }
      else if (i < a.length && !saidA[i] && (!both || !saidB[j] || table[(i + 1) * width + j] >= table[i * width + j + 1])) { loose(found, "-", a[i]); i += 1; }
      else if (j >= b.length || (i < a.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) { add(found, "-", a[i]); i += 1; }
      else if (!saidB[j]) { loose(found, "+", b[j]); j += 1; }
      else { add(found, "+", b[j]); j += 1; }
    }
    return readable(found);
  }

  /** Punctuation belongs to the change before it; where nothing changed, only that of the second text is shown. */
  function loose(found, kind, text) {
    const last = found[found.length - 1];
    if (last && last[0] === kind) last[1] += text;
    else if (kind === "+") add(found, last && last[0] !== "=" ? "+" : "=", text);
  }

  function add(found, kind, text) {
    const last = found[found.length - 1];
    if (last && last[0] === kind) last[1] += text;
    else found.push([kind, text]);
  }

  /** Between two changes a run too short to read is taken into both. */
  function readable(segments) {
    const found = [];
    let gone = "", come = "";
    const flush = () => {
      if (gone) found.push(["-", gone]);
      if (come) found.push(["+", come]);
      gone = come = "";
    };
    segments.forEach((segment, place) => {
      if (segment[0] === "-") gone += segment[1];
      else if (segment[0] === "+") come += segment[1];
      else if (content(segment[1]).length < 2 && (gone || come) && place + 1 < segments.length) { gone += segment[1]; come += segment[1]; }
      else { flush(); add(found, "=", segment[1]); }
    });
    flush();
    return found;
  }

  /* ---- page ---- */

  function made(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function link(label, href) {
    const element = made("a", "", label);
    element.href = href;
    return element;
  }

  function marked(kind, text) {
    if (kind === "=") return document.createTextNode(text);
    const element = made("span", kind === "-" ? "difference__old" : "difference__new");
    const said = kind === "-" ? "仅前者" : "仅后者";
    element.append(made("span", "visually-hidden", said + "："), text, made("span", "visually-hidden", "（" + said + "完）"));
    return element;
  }

  /** One line: two sentences side by side, or one that stands alone. Its anchor is that of the later one. */
  function line(one, other) {
    const alone = !one || !other;
    const same = !alone && one.said === other.said;
    const code = alone ? (one ? "removed" : "added") : same ? (one.text === other.text ? "same" : "form-only") : "reworded";
    const names = { removed: "只见于前一份", added: "只见于后一份", same: "相同", "form-only": "仅标点、全半角、空格不同", reworded: "文字不同" };
    const item = made("li", "comparison-line comparison-line--" + code);
    item.id = (other || one).anchor;
    const label = made("p", "comparison-line__label");
    label.append(made("strong", "", names[code]), " ");
    if (one) label.append(link("前一份" + one.label, one.href));
    if (!alone) label.append(" → ");
    if (other) label.append(link("后一份" + other.label, other.href));
    const here = link("此处网址", "#" + item.id);
    here.className = "comparison-line__here not-printed";
    label.append(" ", here);
    const text = made("p", alone ? "comparison-line__alone as-printed" : "any-comparison__text as-printed");
    if (alone || same) text.textContent = (other || one).text;
    else difference(one.text, other.text).forEach((segment) => text.append(marked(segment[0], segment[1])));
    item.append(label, text);
    return item;
  }

  /** The words on units and deadlines of the clauses of one side, as printed. */
  function factsOf(clauses, name) {
    return clauses.reduce((all, one) => all.concat(one.facts), []).map((fact) => {
      const text = made("p", "comparison-row__fact", name + fact[0] + "：");
      text.append(made("span", "as-printed", fact[1]));
      return text;
    });
  }

  function row(anchor, heading, remark, facts, lines) {
    const element = made("section", "comparison-row");
    element.id = anchor;
    const title = made("h4", "comparison-row__title");
    title.append(...heading);
    const list = made("ol", "comparison-row__lines");
    list.append(...lines);
    element.append(title, made("p", "comparison-row__ground", remark), ...facts, list);
    return element;
  }

  function between(parts, mark) {
    const found = [];
    parts.forEach((part, place) => { if (place) found.push(mark); found.push(part); });
    return found;
  }

  function show(old, fresh, names) {
    const weights = weigh(old, fresh);
    const pairs = related(old, fresh, weights);
    const beside = aligned(old, fresh, pairs, weights);
    const home = new Map();
    pairs.forEach((pair) => { if (!home.has(pair.i)) home.set(pair.i, pair.j); });
    const left = old.filter((one, i) => !home.has(i));
    const list = made("div", "comparison-rows");
    fresh.forEach((one, j) => list.append(freshRow(one, j, old, pairs.filter((pair) => pair.j === j), beside, home)));
    left.forEach((one) => list.append(
      row(one.anchor, [link(one.label, one.href)], "只见于前一份，后一份里没有找到相近的文字", factsOf([one], "前一份"), one.sentences.map((sentence) => line(sentence, null)))));
    const met = new Set(pairs.map((pair) => pair.j)).size;
    result.textContent = "";
    result.append(
      made("h3", "", names[0] + "与" + names[1]),
      made("p", "", "后一份" + fresh.length + "条，其中" + met + "条有文字相近的；前一份" + old.length + "条，其中" + left.length + "条没有文字相近的。"),
      list);
  }

  function freshRow(one, j, old, pairs, beside, home) {
    const lines = one.sentences.map((sentence) => line(beside.get(sentence) || null, sentence));
    pairs.filter((pair) => home.get(pair.i) === j).forEach((pair) => old[pair.i].sentences.forEach((sentence) => {
      if (!beside.has(sentence)) lines.push(line(sentence, null));
    }));
    const own = factsOf([one], "后一份");
    if (!pairs.length) return row(one.anchor, [link(one.label, one.href)], "只见于后一份，前一份里没有找到相近的文字", own, lines);
    const olds = between(pairs.map((pair) => link(old[pair.i].label, old[pair.i].href)), "、");
    const facts = [...factsOf(pairs.map((pair) => old[pair.i]), "前一份"), ...own];
    const remark = "文字比对提示，未经认定，相似度" + pairs.map((pair) => pair.score.toFixed(2)).join("、");
    return row(one.anchor, [...olds, " → ", link(one.label, one.href)], remark, facts, lines);
  }

  function prepared(from, to) {
    return Array.from(document.querySelectorAll("[data-prepared-from]")).find((one) =>
      (one.dataset.preparedFrom === from && one.dataset.preparedTo === to) || (one.dataset.preparedFrom === to && one.dataset.preparedTo === from));
  }

  function say(text, href) {
    status.textContent = text;
    if (href) status.append(link("看事先做好的对照", href));
  }

  let compared = "", turn = 0;

  /** Compare what is chosen; what comes late, after others were chosen, is not shown. */
  function compare() {
    const own = (turn += 1);
    const chosen = [form.elements.from, form.elements.to].map((select) => select.options[select.selectedIndex]);
    result.textContent = "";
    compared = location.search;
    if (chosen[0].value === chosen[1].value) {
      say("请选两份不同的文件。");
      return;
    }
    say("正在比对……");
    Promise.all(chosen.map(load)).then((plans) => {
      if (own !== turn) return;
      const parts = partsOf(plans);
      show(clausesOf(parts[0], "from", chosen[0].dataset.page), clausesOf(parts[1], "to", chosen[1].dataset.page), chosen.map((option) => option.dataset.short));
      const ready = prepared(chosen[0].value, chosen[1].value);
      say(ready ? "比对完成。这两份另有带依据的对照：" : "比对完成。", ready && ready.dataset.preparedHref);
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && result.contains(target)) target.scrollIntoView();
    }).catch(() => { if (own === turn) say("读不到这两份文件的文字，可能是网络断开。可以看下面事先做好的对照。"); });
  }

  function choose(query) {
    ["from", "to"].forEach((name) => {
      const option = Array.from(form.elements[name].options).find((one) => one.value === query.get(name));
      if (option) form.elements[name].value = option.value;
    });
    return query.has("from") && query.has("to");
  }

  if (form.elements.to.options.length > 1) form.elements.to.selectedIndex = 1;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(new FormData(form));
    try { history.pushState(null, "", "?" + query.toString()); } catch (refused) { /* from a folder some browsers keep the address */ }
    compare();
  });
  window.addEventListener("popstate", () => {
    if (location.search !== compared && choose(new URLSearchParams(location.search))) compare();
  });
  section.hidden = false;
  if (choose(new URLSearchParams(location.search))) compare();
})();
