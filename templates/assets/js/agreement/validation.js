// Says beside a field what is wrong with its answer: when it was given, not at
// each key; taken away at once when it is right.
export function validation(page) {
  const check = {
    field(field) {
      const text = problem(field, page.texts);
      check.note(field.element, "error", text);
      if (text) field.element.setAttribute("aria-invalid", "true");
      else field.element.removeAttribute("aria-invalid");
    },
    wrong: (field) => problem(field, page.texts) !== "",
    all() {
      for (const field of page.fields.values()) check.field(field);
    },
    // Puts a note below what a control stands in and tells the control of it; "" takes it away.
    note(element, kind, text) {
      const id = `ui:${kind}:${element.dataset.field}`;
      let note = document.getElementById(id);
      if ((note?.textContent ?? "") === text) return;
      note?.remove();
      if (text) {
        note = document.createElement("span");
        note.className = kind;
        note.id = id;
        note.textContent = text;
        element.closest("p, li, td, div").append(note);
      }
      const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((old) => old && old !== id);
      if (text) ids.push(id);
      if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
      else element.removeAttribute("aria-describedby");
    },
  };
  const at = (event) => page.fields.get(event.target.dataset.field);
  const given = (event) => at(event) && check.field(at(event));
  page.form.addEventListener("change", given);
  page.form.addEventListener("focusout", given); // half a date changes nothing, and is no date
  page.form.addEventListener("input", (event) => {
    if (event.target.hasAttribute("aria-invalid")) given(event);
  });
  return check;
}

// What is wrong with a field's answer, "" where nothing is.
function problem({ type, element }, { text, number }) {
  const { validity, value, min, max } = element;
  if (type === "number" && (validity.badInput || validity.rangeUnderflow || validity.rangeOverflow)) {
    if (min && max) return text("bad-number", number(min), number(max));
    return min ? text("bad-number-least", number(min)) : max ? text("bad-number-most", number(max)) : text("bad-number-any");
  }
  if (type === "date" && (validity.badInput || (value && !/^(19|20|21)/.test(value)))) return text("bad-date");
  if (type === "time" && validity.badInput) return text("bad-time");
  // Several people may share a field.
  if (type === "email" && value && !value.split(/[,;]\s*/).every((one) => /^[^\s@]+@[^\s@]+$/.test(one))) return text("bad-email");
  return "";
}
