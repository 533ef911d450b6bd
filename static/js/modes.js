// Reading modes (适老化): put on the page before it is first painted, chosen in a panel at its top, remembered on this device.
// Read in the head without defer. The page holds the strip with one button; all else is made here, the panel when it is
// first asked for. Where nothing may be stored a choice holds for this page.
{
  const KEY = "reading-modes";
  const STANDARD = "standard";
  const CHOICES = {
    text: { heading: "文字", labels: { standard: "标准", large: "大字", largest: "特大字" } },
    colours: { heading: "颜色", labels: { standard: "跟随设备", light: "白底黑字", dark: "黑底黄字" } },
    pointer: { heading: "指针", labels: { standard: "标准", large: "大指针" } },
    view: { heading: "版面", labels: { standard: "标准", simple: "简洁版" } },
  };
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
    for (const mode of Object.keys(CHOICES)) {
      if (wanted[mode] !== STANDARD && Object.keys(CHOICES[mode].labels).includes(wanted[mode])) chosen[mode] = wanted[mode];
      if (chosen[mode]) root.setAttribute(`data-reading-${mode}`, chosen[mode]);
      else root.removeAttribute(`data-reading-${mode}`);
    }
  };

  const choice = (mode, value, label) => `<span class="reading-modes__choice"><input type="radio" id="reading-${mode}-${value}" name="reading-${mode}" value="${value}"><label for="reading-${mode}-${value}">${label}</label></span>`;
  const group = (mode) => `<fieldset class="reading-modes__group"><legend>${CHOICES[mode].heading}</legend>${
    Object.entries(CHOICES[mode].labels).map(([value, label]) => choice(mode, value, label)).join("")}</fieldset>`;
  const panelOf = (modes) => `<div class="reading-modes__panel" id="reading-panel" role="group" aria-label="阅读方式" hidden>${modes.map(group).join("")}
<p class="reading-modes__remark">简洁版只留正文，收起目录、图和下载。选择记在这台设备上，不发往别处。<span data-reading-forgotten hidden>浏览器不让本站保存，只对这一页有效。</span></p>
<button type="button">收起</button></div>`;
  const BESIDE = '<p class="reading-modes__on" role="status"></p><button type="button" hidden>恢复标准</button>';

  const wire = () => {
    const modes = document.querySelector(".reading-modes");
    if (!modes) return;
    const strip = modes.firstElementChild;
    const toggle = strip.lastElementChild;
    strip.insertAdjacentHTML("afterbegin", BESIDE);
    const [on, reset] = strip.children;
    const offered = Object.keys(CHOICES).filter((mode) => mode !== "pointer" || matchMedia("(any-pointer: fine)").matches);
    let panel = null;

    const show = () => {
      const names = Object.keys(chosen).map((mode) => CHOICES[mode].labels[chosen[mode]]).join("、");
      on.textContent = names && `已开启：${names}`;
      reset.hidden = !names;
      if (panel) for (const mode of offered) panel.querySelector(`#reading-${mode}-${chosen[mode] || STANDARD}`).checked = true;
    };
    const choose = (wanted) => {
      put(wanted);
      const kept = remember();
      if (panel) panel.querySelector("[data-reading-forgotten]").hidden = kept;
      show();
    };
    const open = (opened) => {
      panel.hidden = !opened;
      toggle.setAttribute("aria-expanded", String(opened));
      if (!opened) toggle.focus();
    };
    const make = () => {
      modes.insertAdjacentHTML("beforeend", panelOf(offered));
      panel = modes.lastElementChild;
      toggle.setAttribute("aria-controls", panel.id);
      panel.lastElementChild.addEventListener("click", () => open(false));
      panel.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
      panel.addEventListener("change", (event) => choose({ ...chosen, [event.target.name.replace("reading-", "")]: event.target.value }));
      show();
    };

    toggle.addEventListener("click", () => {
      if (!panel) make();
      open(panel.hidden);
    });
    reset.addEventListener("click", () => {
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
