// The dialog, a combobox with a list of results as the ARIA Authoring
// Practices describe it: the focus stays in the field, the active result is
// named by aria-activedescendant.
import { element } from "./search-element.js";
import { entries } from "./search-results.js";
import { shortcut } from "./search-shortcut.js";

const pause = 120; // ms after a key before a search
const page = 5; // results at a time

// dialog returns the function that opens the dialog; it is made the first time.
export function dialog(engine) {
  let view;
  return async () => {
    if (document.querySelector("dialog[open]")) return;
    view ??= build(engine);
    view.catch(() => (view = undefined)); // asked for again next time
    (await view).open();
  };
}

async function build(engine) {
  const { names } = await engine.index.open();
  const view = new View(engine, names);
  document.body.append(view.root);
  return view;
}

class View {
  #kind = "";
  #asked = 0; // which query is the latest
  #shown = 0; // results
  #timer;

  constructor(engine, names) {
    this.engine = engine;
    this.names = names;
    this.field = element("input", {
      id: "ui:search-field", type: "text", role: "combobox", inputmode: "search", enterkeyhint: "search", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      "aria-label": names.label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "ui:search-list", "aria-describedby": "ui:search-keys", placeholder: names.label,
    });
    this.status = element("p", { class: "search-status", role: "status" });
    this.list = element("div", { id: "ui:search-list", class: "search-list", role: "listbox", "aria-label": names.results });
    this.kinds = element("div", { class: "search-kinds", role: "group", "aria-label": names.filter, hidden: "" });
    this.more = element("button", { type: "button", class: "search-more", hidden: "" }, names.more);
    const close = element("button", { type: "button", class: "search-close" }, names.close);
    this.root = element("dialog", { class: "search", "aria-labelledby": "ui:search-title" },
      element("h2", { id: "ui:search-title", class: "visually-hidden" }, names.title),
      element("div", { class: "search-head" }, this.field, close),
      this.kinds, this.status,
      element("div", { class: "search-body" }, this.list, this.more),
      element("div", { class: "search-foot" }, element("p", { id: "ui:search-keys" }, names.keys), shortcut(names.shortcut)));
    close.addEventListener("click", () => this.root.close());
    this.root.addEventListener("click", (e) => {
      if (e.target === this.root) this.root.close();
      if (e.target.closest("[role=option]")) this.root.close();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.search(), pause);
    });
    this.field.addEventListener("keydown", (e) => this.#key(e));
    this.more.addEventListener("click", () => this.#next());
  }

  open() {
    this.root.showModal();
    this.field.focus();
    this.field.select();
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  get active() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  async search() {
    const asked = ++this.#asked;
    const query = this.field.value;
    if (query.trim() === "") {
      this.#kind = "";
      this.#clear("");
      return;
    }
    try {
      const found = await this.#find(query, 0);
      if (asked === this.#asked) this.#show(found);
      this.root.dataset.answered = query + " " + this.#kind;
    } catch (error) {
      console.warn(error);
      if (asked === this.#asked) this.#clear(this.names.failed);
    }
  }

  async #find(query, from) {
    this.root.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => (this.status.textContent = this.names.loading), 400);
    try {
      return await this.engine.find(query, { kind: this.#kind, from, to: from + page });
    } finally {
      clearTimeout(slow);
      this.root.removeAttribute("aria-busy");
    }
  }

  #clear(message) {
    this.list.replaceChildren();
    this.kinds.hidden = this.more.hidden = true;
    this.#shown = 0;
    this.#choose(null);
    this.field.setAttribute("aria-expanded", "false");
    this.status.textContent = message;
  }

  #show(found) {
    this.#clear(this.#message(found));
    if (found.total === 0 && found.all > 0) this.#filters(found);
    if (found.total === 0) return;
    this.#filters(found);
    this.#add(found);
    // Not now: that would make the browser work out the layout before it is done with this.
    requestAnimationFrame(() => (this.root.scrollTop = this.list.parentElement.scrollTop = 0));
    this.field.setAttribute("aria-expanded", "true");
  }

  #message({ total, all, partly, instead }) {
    const n = this.names;
    if (total === 0) return all > 0 ? n["none.filter"] : n.none;
    const text = [n.count.replace("{0}", total)];
    if (instead.length > 0) text.push(n.instead.replace("{0}", instead.join(", ")));
    else if (partly) text.push(n.partly);
    return text.join(" ");
  }

  #add(found) {
    this.list.append(...entries(found.results, this.#shown, this.engine.index));
    this.#shown += found.results.length;
    this.more.hidden = this.#shown >= found.total;
  }

  async #next() {
    const asked = this.#asked;
    const last = this.options.at(-1);
    let found;
    try {
      found = await this.#find(this.field.value, this.#shown);
    } catch (error) {
      console.warn(error);
    }
    if (asked !== this.#asked) return;
    if (!found) {
      this.status.textContent = this.names.failed;
      return;
    }
    this.#add(found);
    this.field.focus();
    this.#choose(this.options[this.options.indexOf(last) + 1] ?? last);
  }

  #filters({ counts, all }) {
    const kinds = this.engine.index.filters.filter((f) => counts[f.id] || f.id === this.#kind);
    const button = (id, name, n) => {
      const b = element("button", { type: "button", "aria-pressed": String(id === this.#kind) }, `${name} `, element("span", {}, String(n)));
      b.addEventListener("click", () => {
        this.#kind = id;
        this.search().then(() => this.kinds.querySelector('[aria-pressed="true"]')?.focus());
      });
      return b;
    };
    this.kinds.replaceChildren(button("", this.names.all, all), ...kinds.map((f) => button(f.id, f.name, counts[f.id] ?? 0)));
    this.kinds.hidden = kinds.length < 2 && this.#kind === "";
  }

  #choose(option) {
    this.active?.setAttribute("aria-selected", "false");
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  #key(e) {
    if (e.isComposing || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const options = this.options;
    const at = options.indexOf(this.active);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1, Home: at < 0 ? null : 0, End: at < 0 ? null : options.length - 1 }[e.key];
    if (e.key === "Enter") {
      e.preventDefault();
      (this.active ?? options[0])?.click();
    } else if (options.length > 0 && to !== undefined && to !== null) {
      e.preventDefault();
      if (to === options.length && !this.more.hidden) this.#next();
      else this.#choose(options[Math.min(to, options.length - 1)] ?? null);
    }
  }
}
