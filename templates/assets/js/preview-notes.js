// Notes lie over the page: what was found in the content, and the page's file.
// They live in a shadow tree, so that the handbook's styles and theirs do not
// meet, and outside <body>, so that the page can be patched without them.
export class Notes {
  #root;
  #panel;
  #badge;
  #file;
  #status;
  #pairs;
  #data;
  #closed = "";

  constructor(source) {
    const host = document.createElement("mentorbook-preview");
    this.#root = host.attachShadow({ mode: "open" });
    this.#root.append(make("link", { rel: "stylesheet", href: "/.mentorbook/preview.css" }));
    this.#panel = make("section", { hidden: "", tabindex: "-1", class: "panel" });
    this.#status = make("p", { role: "status", class: "status" });
    this.#badge = make("button", { type: "button", hidden: "", class: "badge" });
    this.#file = make("code", { class: "file" });
    this.#badge.addEventListener("click", () => this.#open(true));
    this.#panel.addEventListener("keydown", (e) => e.key === "Escape" && this.#close());
    const bar = make("div", { class: "bar" });
    this.#pairs = make("a", { hidden: "", class: "pairs" });
    bar.append(this.#status, this.#pairs, this.#file, this.#badge);
    this.#root.append(this.#panel, bar);
    document.documentElement.append(host);
    this.source(source);
  }

  // source shows which file the page is made from.
  source(file) {
    this.#file.textContent = file;
    this.#file.hidden = !file;
  }

  // lost says that the preview has ended, or that it is there again.
  lost(yes) {
    this.#status.textContent = yes ? (this.#data?.words.lost ?? "") : "";
  }

  // show replaces what is shown. Errors open the panel; warnings wait behind
  // the badge. What was closed stays closed until it is another matter.
  show(data) {
    this.#data = data;
    const { errors, warnings, words, pairs } = data;
    for (const part of [this.#panel, this.#badge, this.#status, this.#pairs]) part.lang = words.lang;
    this.#pairs.hidden = !pairs;
    this.#pairs.textContent = words.pairs;
    if (pairs) this.#pairs.href = pairs;
    this.#file.title = words.source;
    const counts = [];
    if (errors) counts.push((errors === 1 ? words.error : words.errors).replace("{n}", errors));
    if (warnings) counts.push((warnings === 1 ? words.warning : words.warnings).replace("{n}", warnings));
    this.#badge.textContent = counts.join(", ");
    this.#badge.title = words.show;
    this.#badge.dataset.severity = errors ? "error" : "warning";
    this.#fill(data, counts.join(", "));
    const open = errors > 0 && this.#closed !== JSON.stringify(data.notes);
    if (open) this.#open(false);
    else this.#hide(counts.length > 0);
  }

  #fill({ errors, warnings, notes, words }, counts) {
    const title = make("h2", { id: "title" }, `${words.title}: ${counts}`);
    const close = make("button", { type: "button", class: "close" }, words.close);
    close.addEventListener("click", () => this.#close());
    const head = make("div", { class: "head" });
    head.append(title, close);
    const list = make("ol");
    list.append(...notes.map((n) => item(n, words)));
    const inside = this.#panel.contains(this.#root.activeElement);
    this.#panel.setAttribute("aria-labelledby", "title");
    this.#panel.replaceChildren(head, list);
    if (inside) this.#panel.focus();
    if (notes.length < errors + warnings) this.#panel.append(make("p", {}, words.more));
    if (notes.some((n) => n.here && n.severity === "error")) this.#panel.append(make("p", {}, words.below));
  }

  #open(focus) {
    this.#panel.hidden = false;
    this.#badge.hidden = true;
    if (focus) this.#panel.focus();
    else this.#status.textContent = this.#badge.textContent; // read out, without taking the focus from whoever types
  }

  #hide(badge) {
    const inside = this.#root.activeElement;
    this.#panel.hidden = true;
    this.#badge.hidden = !badge;
    this.#status.textContent = "";
    if (inside && badge) this.#badge.focus();
  }

  #close() {
    this.#closed = JSON.stringify(this.#data.notes);
    this.#hide(this.#data.errors + this.#data.warnings > 0);
  }
}

function item(n, words) {
  const li = make("li", { class: n.severity });
  const place = [n.file, n.line, n.column].filter(Boolean).join(":");
  li.append(make("p", { class: "message" }, n.message), make("code", { class: "place" }, place));
  if (n.excerpt) li.append(make("pre", {}, `${String(n.line).padStart(4)} | ${n.excerpt}`));
  if (n.hint) li.append(make("p", { class: "hint" }, `${words.hint}: ${n.hint}`));
  li.append(make("code", { class: "code" }, n.code));
  return li;
}

function make(name, attributes = {}, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}
