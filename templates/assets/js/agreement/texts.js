// The interface's texts, which the page brings along, and later those that come
// with the second script (more.js): a script has no words of its own.
export function textsOf(root) {
  const all = new Map();
  for (const li of root.querySelectorAll("[data-texts] [data-text]")) all.set(li.dataset.text, li.textContent);
  const months = (all.get("months") ?? "").split("|");
  const get = (name) => all.get(name) ?? all.get("agreement." + name) ?? "";
  return {
    add(texts) {
      for (const name in texts) all.set(name, texts[name]);
    },
    // A text with its {0}, {1} … filled in.
    text: (name, ...args) => get(name).replace(/\{(\d)\}/g, (_, i) => args[i] ?? ""),
    // A day, yyyy-mm-dd, as the language writes it.
    date(day) {
      const [y, m, d] = day.split("-").map(Number);
      return d ? get("date").replace(/\{([dmy])\}/g, (_, part) => ({ d, m: months[m - 1], y })[part]) : "";
    },
    number: (number) => String(number).replace(".", get("number.decimal") || "."),
  };
}
