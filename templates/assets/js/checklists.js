// Lists of what to do remember their ticks in this browser; a line says so,
// with a button that forgets them. Without a script they are plain lists.
export function checklists() {
  const note = document.querySelector("[data-checks]");
  const lists = document.querySelectorAll("ul.checks");
  if (!note || !lists.length) return;
  const key = "mentorbook-checks " + location.pathname;
  const ticked = new Set(read(key));
  const boxes = [];
  for (const list of lists) {
    list.classList.add("live");
    for (const item of list.children) {
      const box = document.createElement("input");
      const label = document.createElement("label");
      const text = item.textContent;
      box.type = "checkbox";
      box.checked = ticked.has(text);
      box.addEventListener("change", () => {
        box.checked ? ticked.add(text) : ticked.delete(text);
        write(key, [...ticked]);
        show();
      });
      label.append(box, ...item.childNodes);
      item.append(label);
      boxes.push(box);
    }
  }
  const clear = note.querySelector("button");
  const show = () => { clear.disabled = ticked.size === 0; };
  clear.addEventListener("click", () => {
    ticked.clear();
    for (const box of boxes) box.checked = false;
    write(key, []);
    boxes[0].focus();
    show();
  });
  show();
  note.hidden = false;
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return []; // a browser that keeps nothing
  }
}

function write(key, list) {
  try {
    if (list.length) localStorage.setItem(key, JSON.stringify(list));
    else localStorage.removeItem(key);
  } catch {
    // The ticks hold for this page.
  }
}
