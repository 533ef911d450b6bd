/* Switches of a comparison page, made here because they do nothing without a script: strike-through, one text instead of two,
   only what changed. The page is complete without them. */
(function () {
  "use strict";
  const rows = document.querySelector("[data-comparison]");
  const place = document.querySelector("[data-comparison-switches]");
  if (!rows || !place) return;
  const switches = [
    ["只看有变化的句子", "only-changed"],
    ["合在一起看（不并排）", "inline-only"],
    ["不用删除线", "no-strike"],
  ];
  for (const [words, name] of switches) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => rows.classList.toggle(name, box.checked));
    label.append(box, words);
    place.append(label);
  }
  place.hidden = false;
})();
