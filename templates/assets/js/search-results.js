// Shows results: a page, and below it those of its sections that answer best.
// Everything from the index is set as text, never as HTML.
import { element } from "./search-element.js";

export function entries(results, from, index) {
  return results.map((r, i) => {
    const id = "ui:search-" + (from + i);
    const kind = index.filters.find((f) => f.id === r.kind)?.name ?? "";
    const page = option(id, r, "search-page", r.lang);
    if (kind) page.querySelector("b").before(element("span", { class: "search-kind" }, kind));
    if (r.more.length === 0) return page;
    return element("div", { role: "group", "aria-labelledby": id + "-title" }, page,
      ...r.more.map((s, n) => option(`${id}-${n}`, s, "search-section", r.lang)));
  });
}

function option(id, { href, title, text }, kind, lang) {
  const link = element("a", { id, href, role: "option", "aria-selected": "false", tabindex: "-1", class: kind, lang: lang ?? "" },
    element("b", { id: id + "-title" }, ...marks(title)));
  if (text.length > 0 && text.join("") !== "") link.append(element("span", { class: "search-text" }, ...marks(text)));
  return link;
}

// marks shows the strings at odd places marked.
function marks(parts) {
  return parts.map((text, i) => (i % 2 === 1 ? element("mark", {}, text) : text));
}
