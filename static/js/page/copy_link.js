// Copy buttons beside a citation (复制引用、复制网址) and after a sentence that was linked to (本句). They appear only where
// copying works; without them the words can be selected, and the address of a sentence stands in the address bar.
{
  const copyButton = (label, words) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "citation__button";
    button.textContent = label;
    button.setAttribute("aria-live", "polite");
    let timer = 0;
    const announce = (outcome) => {
      button.textContent = outcome;
      clearTimeout(timer);
      timer = setTimeout(() => { button.textContent = label; }, 2000);
    };
    button.addEventListener("click", () => {
      // Copied again, it is said again, also aloud.
      clearTimeout(timer);
      button.textContent = label;
      navigator.clipboard.writeText(words()).then(() => announce("已复制"), () => announce("没有复制成，请手动选取"));
    });
    return button;
  };

  const place = document.querySelector("[data-copy-buttons]");
  if (place && window.isSecureContext && navigator.clipboard) {
    const words = document.getElementById(place.dataset.copyWords);
    const link = document.querySelector("[data-permanent-link]");
    place.append(
      copyButton("复制引用", () => `${words.textContent.trim()}${link.href}`),
      copyButton("复制网址", () => link.href + location.hash),
    );

    const tools = document.createElement("span");
    tools.className = "sentence-tools not-printed";
    const address = () => link.href + location.hash;
    let sentence = "";
    tools.append(
      copyButton("复制本句网址", address),
      copyButton("复制本句和出处", () => `“${sentence}”${words.textContent.trim()}${address()}`),
    );
    const follow = () => {
      const target = document.querySelector(".words__sentence:target, .words__bracket:target");
      if (!target) return tools.remove();
      sentence = target.textContent.trim();
      target.after(tools);
    };
    addEventListener("hashchange", follow);
    addEventListener("load", follow);
  }
}
