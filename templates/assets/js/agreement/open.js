// The answers that the agreement needs and that are not given yet, and those
// that can't be right, each a link to its field.
export function openAnswers(page) {
  const place = page.find("open");
  const open = () => [...page.fields.values()].filter((field) => (field.required && (!field.read() || field.read() === ";")) || page.check.wrong(field));
  const line = (count) => (count ? page.texts.text("open-count", count) : page.texts.text("complete"));
  if (place) {
    place.hidden = false;
    let shown;
    page.watchers.push(() => {
      const fields = open();
      const names = fields.map((field) => field.name).join();
      if (names === shown) return;
      shown = names;
      const head = document.createElement("p");
      head.textContent = line(fields.length);
      const list = document.createElement("ul");
      list.append(...fields.map(item));
      place.replaceChildren(head, ...(fields.length ? [list] : []));
    });
  }
  return {
    // What is still open, in words.
    told() {
      const labels = open().map((field) => field.label);
      return line(labels.length) + (labels.length ? " – " + labels.join("; ") : "");
    },
  };
}

function item({ element, label }) {
  element.id ||= "ui:" + (element.dataset.field ?? element.name);
  const link = document.createElement("a");
  link.href = "#" + element.id;
  link.textContent = label;
  // The address may hold the key of a sealed page: it stays as it is.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    element.focus();
    element.scrollIntoView({ block: "center" });
  });
  const li = document.createElement("li");
  li.append(link);
  return li;
}
