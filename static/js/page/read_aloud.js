// Read-aloud (朗读) with a Chinese voice that is on the device, so that no text leaves it; without one there is no button.
// One sentence at a time: it is marked while it is read, and after a pause read again from its beginning, because
// browsers differ in what pausing does.
{
  const SENTENCE = /[^。！？；\n]*[。！？；]+[”’）】》」』]*|[^。！？；\n]+/g;
  const BLOCKS = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption,summary,div,section";
  const UNREAD = "script,style,svg,button,select,[hidden],[aria-hidden=true],.not-printed";
  const speech = window.speechSynthesis;
  const main = document.getElementById("main");
  const strip = document.querySelector(".reading-modes > div");
  const START = '<button type="button">朗读本页</button>';
  const PLAYER = `<div class="read-aloud not-printed" role="region" aria-label="朗读" data-read-aloud hidden>
<p class="read-aloud__state"><strong role="status" data-read-aloud-state></strong> <span data-read-aloud-place></span></p>
<div class="read-aloud__controls">
<button type="button" data-read-aloud-pause>暂停</button>
<button class="read-aloud__button" type="button" data-read-aloud-previous>上一句</button>
<button class="read-aloud__button" type="button" data-read-aloud-next>下一句</button>
<span class="read-aloud__speed"><label for="read-aloud-speed">语速</label> <select id="read-aloud-speed" data-read-aloud-speed><option value="0.75">慢</option><option value="1" selected>标准</option><option value="1.25">快</option></select></span>
<button class="read-aloud__button" type="button" data-read-aloud-stop>停止</button>
</div></div>`;
  let player = null;
  let start = null;
  const part = (part) => player.querySelector(`[data-read-aloud-${part}]`);

  // Sentences as [text node, from, to] pieces: a sentence may run through links and spans, never out of its block.
  const collect = () => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const runs = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(UNREAD) || !parent.getClientRects().length) continue;
      const block = parent.closest(BLOCKS);
      const last = runs[runs.length - 1];
      if (last && last.block === block) last.nodes.push(node);
      else runs.push({ block, nodes: [node] });
    }
    return runs.flatMap(({ nodes }) => cut(nodes));
  };

  const cut = (nodes) => {
    const text = nodes.map((node) => node.data).join("");
    return [...text.matchAll(SENTENCE)].filter((found) => /[\p{L}\p{N}]/u.test(found[0])).map((found) => {
      const [from, to] = [found.index, found.index + found[0].length];
      const pieces = [];
      let place = 0;
      for (const node of nodes) {
        const [first, last] = [Math.max(from - place, 0), Math.min(to - place, node.length)];
        if (first < last) pieces.push([node, first, last]);
        place += node.length;
      }
      return { words: found[0].trim(), pieces };
    });
  };

  let marks = [];
  const unmark = () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    marks = [];
  };
  const mark = (pieces) => {
    unmark();
    marks = pieces.map(([node, from, to]) => {
      const words = from ? node.splitText(from) : node;
      if (to - from < words.length) words.splitText(to - from);
      const around = document.createElement("mark");
      around.className = "read-aloud-mark";
      words.replaceWith(around);
      around.append(words);
      return around;
    });
    const { top, bottom } = marks[0].getBoundingClientRect();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (top < 0 || bottom > innerHeight * 0.7) marks[0].scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  };

  const chineseVoice = () => {
    const voices = speech.getVoices().filter((voice) => voice.localService && /^(zh|cmn)/i.test(voice.lang));
    return voices.find((voice) => /[-_](CN|Hans)/i.test(voice.lang)) || voices[0];
  };

  let sentences = [];
  let current = 0;
  let spoken = null;

  const say = (state) => {
    part("state").textContent = state;
    part("place").textContent = `第${current + 1}句，共${sentences.length}句`;
    part("pause").textContent = spoken ? "暂停" : "继续";
  };

  const hush = () => {
    spoken = null;
    speech.cancel();
  };

  const place = (index) => {
    current = Math.min(Math.max(index, 0), sentences.length - 1);
    mark(sentences[current].pieces);
  };

  const speak = () => {
    hush();
    const utterance = new SpeechSynthesisUtterance(sentences[current].words);
    const voice = chineseVoice();
    if (!voice) return rest("读不出来：设备上没有中文语音了");
    utterance.voice = voice;
    utterance.lang = voice.lang.replace("_", "-");
    utterance.rate = Number(part("speed").value);
    utterance.onend = () => spoken === utterance && (current + 1 < sentences.length ? read(current + 1) : rest("读完了"));
    utterance.onerror = () => spoken === utterance && rest("朗读中断了");
    spoken = utterance;
    say("正在朗读");
    speech.speak(utterance);
  };

  const read = (index) => {
    place(index);
    speak();
  };

  const rest = (state) => {
    hush();
    say(state);
  };

  // From the words that are selected, or from the top.
  const beginning = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return 0;
    const range = selection.getRangeAt(0);
    const found = sentences.findIndex(({ pieces }) => {
      const [node, , to] = pieces[pieces.length - 1];
      return range.comparePoint(node, to - 1) >= 0;
    });
    return Math.max(found, 0);
  };

  const begin = () => {
    unmark();
    sentences = collect();
    if (!sentences.length) return;
    player.hidden = false;
    document.documentElement.setAttribute("data-reading-aloud", "");
    read(beginning());
    part("pause").focus();
  };

  const end = () => {
    hush();
    unmark();
    player.hidden = true;
    document.documentElement.removeAttribute("data-reading-aloud");
    start.focus();
  };

  const turn = (index) => {
    place(index);
    if (spoken) speak();
    else say("已暂停");
  };

  const make = () => {
    strip.lastElementChild.insertAdjacentHTML("beforebegin", START);
    start = strip.lastElementChild.previousElementSibling;
    document.body.insertAdjacentHTML("beforeend", PLAYER);
    player = document.body.lastElementChild;
    start.addEventListener("click", begin);
    part("pause").addEventListener("click", () => (spoken ? rest("已暂停") : read(current)));
    part("previous").addEventListener("click", () => turn(current - 1));
    part("next").addEventListener("click", () => turn(current + 1));
    part("speed").addEventListener("change", () => spoken && read(current));
    part("stop").addEventListener("click", end);
    addEventListener("pagehide", hush);
  };

  // The button and the player are made when a voice is first found; browsers tell of their voices late.
  const offer = () => {
    if (!start && chineseVoice()) make();
    if (start) start.hidden = !chineseVoice();
  };

  if (speech && window.SpeechSynthesisUtterance && main && strip) {
    offer();
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
    else speech.onvoiceschanged = offer;
  }
}
