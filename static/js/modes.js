// Reading modes (适老化): put on the page before it is first painted, chosen in the strip at its top, remembered on this
// device. Read in the head without defer, and small for that. Where nothing may be stored a choice holds for this page.
{
  const KEY = "reading-modes";
  const VALUES = { text: ["large", "largest"], colours: ["light", "dark"], pointer: ["large"], view: ["simple"] };
  const NAMES = { large: "大字", largest: "特大字", light: "白底黑字", dark: "黑底黄字", simple: "简洁版" };
  const root = document.documentElement;
  let chosen = {};

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (refused) {
      return chosen;
    }
  };

  const remember = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
      return true;
    } catch (refused) {
      return false;
    }
  };

  const put = (wanted) => {
    chosen = {};
    for (const mode of Object.keys(VALUES)) {
      if (VALUES[mode].includes(wanted[mode])) chosen[mode] = wanted[mode];
      if (chosen[mode]) root.setAttribute(`data-reading-${mode}`, chosen[mode]);
      else root.removeAttribute(`data-reading-${mode}`);
    }
  };

  const name = (mode) => (mode === "pointer" ? "大指针" : NAMES[chosen[mode]]);

  const wire = () => {
    const strip = document.querySelector("[data-reading-modes]");
    if (!strip) return;
    const part = (part) => strip.querySelector(`[data-reading-${part}]`);
    const toggle = part("toggle");
    const panel = part("panel");
    part("pointer-group").hidden = !matchMedia("(any-pointer: fine)").matches;

    const show = () => {
      const names = Object.keys(chosen).map(name).join("、");
      part("on").textContent = names && `已开启：${names}`;
      part("reset").hidden = !names;
      for (const mode of Object.keys(VALUES)) strip.querySelector(`#reading-${mode}-${chosen[mode] || "standard"}`).checked = true;
    };
    const choose = (wanted) => {
      put(wanted);
      part("forgotten").hidden = remember();
      show();
    };
    const open = (opened) => {
      panel.hidden = !opened;
      toggle.setAttribute("aria-expanded", String(opened));
      if (!opened) toggle.focus();
    };

    toggle.addEventListener("click", () => open(panel.hidden));
    part("close").addEventListener("click", () => open(false));
    panel.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
    panel.addEventListener("change", (event) => choose({ ...chosen, [event.target.name.replace("reading-", "")]: event.target.value }));
    part("reset").addEventListener("click", () => {
      choose({});
      toggle.focus();
    });
    const follow = () => {
      put(remembered());
      show();
    };
    addEventListener("storage", follow);
    addEventListener("pageshow", follow);
    show();
  };

  put(remembered());
  root.setAttribute("data-reading", "");
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", wire);
  else wire();
}
