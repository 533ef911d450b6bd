/* Compares any two plans in the browser from the published data. It only says which wording is alike: every pair is called a
   suggestion (文字比对提示), numbers change as a whole, and nothing is stored. The page lists the prepared comparisons without it. */
(function () {
  "use strict";
  const section = document.querySelector("[data-any-comparison]");
  if (!section || !window.fetch || !String.prototype.normalize) return;
  const form = section.querySelector("form");
  const status = section.querySelector("[data-any-status]");
  const result = section.querySelector("[data-any-result]");
  const RUN = 4, LIKELY = 0.12, LONGEST = 4000000;
  const NUMBER = /(?:不少于|不低于|不超过|不高于|至少|至多|第)?\d+(?:[.,]\d+)*(?:%|‰)?(?:年(?:\d+月)?(?:\d+日)?|个工作日|个月|[年月日个次项条家件期份天周场篇])?/g;
  const words = window.Intl && Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

  /* ---- texts ---- */

  function content(text) {
    return text.normalize("NFKC").replace(/[\p{P}\p{Z}\p{C}\p{S}]/gu, "");
  }

  /** Clauses of a plan; ``page`` is the plan's own address, from which those of its clauses follow in any folder. */
  function clausesOf(plan, page) {
    const place = (url) => new URL(url.slice(plan.url.length), new URL(page, document.baseURI)).href;
    const items = plan.sections.reduce((all, one) => all.concat(one.items), []);
    const prose = items.some((item) => item.text);
    const rows = items.reduce((all, item) => all.concat(item.tasks.map((task) => ({
      label: "第" + task.number + "行 " + item.heading, text: task.text, url: task.url,
    }))), []);
    const spoken = items.map((item) => ({ label: item.number + item.heading, text: item.text, url: item.url }));
    const closing = plan.closing.map((item) => ({ label: item.number || "结尾段落", text: item.text, url: item.url }));
    return (prose ? spoken : rows).concat(closing).filter((one) => one.text).map((one) => {
      const said = content(one.text);
      const runs = new Set();
      for (let at = 0; at + RUN <= said.length; at += 1) runs.add(said.slice(at, at + RUN));
      return { label: one.label, text: one.text, url: place(one.url), said: said, runs: runs };
    });
  }

  /** Which part of the shorter text's runs the other has too, 0 to 1. */
  function alike(one, other) {
    const few = one.runs.size < other.runs.size ? one : other;
    const many = few === one ? other : one;
    if (!few.runs.size) return one.said === other.said && one.said ? 1 : 0;
    let common = 0;
    few.runs.forEach((run) => { if (many.runs.has(run)) common += 1; });
    return common / few.runs.size;
  }

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
    if (words) for (const part of words.segment(text)) found.push(part.segment);
    else for (const character of text) found.push(character);
  }

  /* ---- differences ---- */

  /** Segments [kind, text]: kind is "=" for words of both, "-" for words of the first only, "+" of the second only. */
  function difference(oldText, newText) {
    const a = tokens(oldText), b = tokens(newText);
    if ((a.length + 1) * (b.length + 1) > LONGEST) return [["-", oldText], ["+", newText]];
    const width = b.length + 1;
    const table = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) {
        const here = i * width + j;
        table[here] = a[i] === b[j] ? table[here + width + 1] + 1 : Math.max(table[here + width], table[here + 1]);
      }
    }
    const found = [];
    let i = 0, j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) { add(found, "=", a[i]); i += 1; j += 1; }
      else if (j >= b.length || (i < a.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) { add(found, "-", a[i]); i += 1; }
      else { add(found, "+", b[j]); j += 1; }
    }
    return readable(found);
  }

  function add(found, kind, text) {
    const last = found[found.length - 1];
    if (last && last[0] === kind) last[1] += text;
    else found.push([kind, text]);
  }

  /** Between two changes a single equal character only breaks the reading: it is taken into both. */
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
      else if (segment[1].length < 2 && (gone || come) && place + 1 < segments.length) { gone += segment[1]; come += segment[1]; }
      else { flush(); found.push(segment); }
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

  function link(clause) {
    const element = made("a", "", clause.label);
    element.href = clause.url;
    return element;
  }

  function marked(kind, text) {
    if (kind === "=") return document.createTextNode(text);
    const element = made(kind === "-" ? "del" : "ins");
    const said = kind === "-" ? "仅前者" : "仅后者";
    element.append(made("span", "visually-hidden", said + "："), text, made("span", "visually-hidden", "（" + said + "完）"));
    return element;
  }

  function row(name, heading, remark, body) {
    const element = made("section", "comparison-row");
    element.id = name;
    const title = made("h4", "comparison-row__title");
    title.append(...heading);
    element.append(title, made("p", "comparison-row__ground", remark), ...body);
    return element;
  }

  function show(old, fresh, names) {
    const pairs = fresh.map((one) => {
      let best = null, score = 0;
      old.forEach((other) => {
        const found = alike(other, one);
        if (found > score) { best = other; score = found; }
      });
      return { one: one, best: score >= LIKELY ? best : null, score: score };
    });
    const met = new Set(pairs.map((pair) => pair.best));
    const left = old.filter((one) => !met.has(one));
    result.textContent = "";
    result.append(made("h3", "", names[0] + "与" + names[1]));
    const paired = pairs.filter((pair) => pair.best).length;
    result.append(made("p", "", "后一份" + pairs.length + "条，其中" + paired + "条有文字相近的；前一份" + left.length + "条没有文字相近的。"));
    result.append(made("p", "small", "这里的对应都是文字比对提示，由浏览器按相同的四字词串算出，没有编辑认定；文字相近不表示承接或延续。"));
    const list = made("div", "comparison-rows");
    pairs.forEach((pair, number) => list.append(shown(pair, number)));
    left.forEach((one, number) => {
      const text = made("p", "comparison-line__alone as-printed", one.text);
      const box = made("div", "comparison-line--removed");
      box.append(text);
      list.append(row("only-old-" + (number + 1), [link(one)], "只在前一份，后一份里没有找到相近的文字", [box]));
    });
    result.append(list);
  }

  function shown(pair, number) {
    const name = "pair-" + (number + 1);
    if (!pair.best) {
      const box = made("div", "comparison-line--added");
      box.append(made("p", "comparison-line__alone as-printed", pair.one.text));
      return row(name, [link(pair.one)], "只在后一份，前一份里没有找到相近的文字", [box]);
    }
    const remark = "文字比对提示，未经认定，相同的文字占较短一条的" + Math.round(pair.score * 100) + "%";
    if (pair.best.said === pair.one.said) {
      const form = pair.best.text === pair.one.text ? "" : "，仅标点、全半角或空格不同";
      return row(name, [link(pair.best), " → ", link(pair.one)], "文字比对提示：文字相同" + form, [made("p", "as-printed", pair.one.text)]);
    }
    const box = made("div", "difference");
    const text = made("p", "any-comparison__text as-printed");
    difference(pair.best.text, pair.one.text).forEach((segment) => text.append(marked(segment[0], segment[1])));
    box.append(text);
    return row(name, [link(pair.best), " → ", link(pair.one)], remark, [box]);
  }

  function prepared(from, to) {
    return Array.from(document.querySelectorAll("[data-prepared-from]")).find((one) =>
      (one.dataset.preparedFrom === from && one.dataset.preparedTo === to) || (one.dataset.preparedFrom === to && one.dataset.preparedTo === from));
  }

  function say(text, href) {
    status.textContent = text;
    if (!href) return;
    const element = made("a", "", "看事先做好的对照");
    element.href = href;
    status.append(element);
  }

  function load(option) {
    return fetch(option.dataset.href).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
  }

  function compare() {
    const chosen = [form.elements.from, form.elements.to].map((select) => select.options[select.selectedIndex]);
    result.textContent = "";
    if (chosen[0].value === chosen[1].value) {
      say("请选两份不同的文件。");
      return;
    }
    say("正在比对……");
    Promise.all(chosen.map(load)).then((plans) => {
      show(clausesOf(plans[0], chosen[0].dataset.page), clausesOf(plans[1], chosen[1].dataset.page), chosen.map((option) => option.dataset.short));
      const ready = prepared(chosen[0].value, chosen[1].value);
      say(ready ? "比对完成。这两份另有带依据的对照：" : "比对完成。", ready && ready.dataset.preparedHref);
    }).catch(() => say("读不到这两份文件的数据。网络断开，或者是直接从文件夹打开的网页；可以看下面事先做好的对照。"));
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
    history.pushState(null, "", "?" + query.toString());
    compare();
  });
  window.addEventListener("popstate", () => { if (choose(new URLSearchParams(location.search))) compare(); });
  section.hidden = false;
  if (choose(new URLSearchParams(location.search))) compare();
})();
