// The search box with its list of proposals, as the combobox pattern of WAI-ARIA wants it. Without scripts it is a plain box.

const REST = 120;

/**
 * The list of proposals under an input. `suggest(text)` promises proposals, `choose(text)` is called with the one taken.
 * Nothing is proposed while a reader composes characters.
 */
export class Combobox {
  constructor(input, list, suggest, choose) {
    Object.assign(this, { input, list, suggest, choose, timer: 0, turn: 0, active: -1 });
    this.window = input.ownerDocument.defaultView;
    const attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, "aria-haspopup": "listbox",
    };
    Object.keys(attributes).forEach((name) => input.setAttribute(name, attributes[name]));
    input.addEventListener("input", (event) => this.refresh(event.isComposing));
    input.addEventListener("compositionend", () => this.refresh(false));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.press(event));
    // Taking a proposal with a pointer must not take the focus from the box first.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.take(this.options().findIndex((option) => option.contains(event.target))));
  }

  /** Propose again after a short rest in typing. */
  refresh(isComposing) {
    this.window.clearTimeout(this.timer);
    this.turn += 1;
    const { turn } = this;
    if (isComposing || this.input.value.trim() === "") {
      this.close();
      return;
    }
    this.list.setAttribute("aria-busy", "true");
    this.timer = this.window.setTimeout(async () => {
      const texts = await this.suggest(this.input.value).catch(() => []);
      if (turn === this.turn) {
        this.show(this.input.ownerDocument.activeElement === this.input ? texts : []);
      }
    }, REST);
  }

  /** Show proposals; the list is busy (aria-busy) from the first character that asks for others until they are here. */
  show(texts) {
    const { list, input } = this;
    list.removeAttribute("aria-busy");
    list.textContent = "";
    texts.forEach((text, index) => {
      const option = input.ownerDocument.createElement("li");
      Object.assign(option, { id: `${list.id}-${index}`, textContent: text });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      list.append(option);
    });
    this.setActive(-1);
    list.hidden = texts.length === 0;
    input.setAttribute("aria-expanded", String(texts.length > 0));
  }

  /** Take the list away; what is still being looked up is not shown either. */
  close() {
    this.window.clearTimeout(this.timer);
    this.turn += 1;
    this.show([]);
  }

  options() {
    return Array.from(this.list.children);
  }

  setActive(index) {
    this.active = index;
    this.options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    if (index < 0) {
      this.input.removeAttribute("aria-activedescendant");
    } else {
      this.input.setAttribute("aria-activedescendant", this.options()[index].id);
      this.options()[index].scrollIntoView({ block: "nearest" });
    }
  }

  take(index) {
    const option = this.options()[index];
    if (option) {
      this.input.value = option.textContent;
      this.close();
      this.choose(option.textContent);
    }
  }

  press(event) {
    if (event.isComposing || this.list.hidden) {
      return;
    }
    const { length } = this.options();
    // Before the first and behind the last proposal is the box itself.
    const moves = { ArrowDown: this.active + 1 === length ? -1 : this.active + 1, ArrowUp: this.active < 0 ? length - 1 : this.active - 1 };
    if (event.key in moves) {
      event.preventDefault();
      this.setActive(moves[event.key]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.take(this.active);
    }
  }
}
