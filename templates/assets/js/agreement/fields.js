// The fields of an agreement. Whatever its controls are, a field's answer is a
// text: as typed; of a number with a decimal point; of a day yyyy-mm-dd; of a
// tick "1"; of options their places, and after a semicolon what stands beside
// them: "0,2;by post". "" is no answer. So an answer means the same in every
// language.
//
// A field can
//   read(initial)   its answer, or the one that the server rendered
//   write(answer)   put an answer into its controls
//   fit(answer)     what of a foreign answer fits the field; undefined if nothing
//   tell(answer)    an answer as one reads it
//   mirror()        show its answer wherever else it stands, and on paper
export const LINE = 300; // the longest answer in a line, in UTF-16 units
export const TEXT = 4000; // and in an area

// fieldsOf returns the fields by their names, in the order of the page.
export function fieldsOf(form, texts) {
  const fields = new Map();
  for (const element of form.querySelectorAll("[data-field], [data-options]")) {
    const field = element.dataset.options ? options(element) : element.type === "checkbox" ? tick(element, texts) : control(element, texts);
    field.name = element.dataset.field ?? element.dataset.options;
    field.required = "required" in element.dataset;
    field.initial = field.read(true);
    const outputs = form.querySelectorAll(`[data-of="${CSS.escape(field.name)}"]`);
    field.mirror = () => {
      for (const output of outputs) show(output, field.tell(field.read()));
      field.print();
    };
    fields.set(field.name, field);
  }
  return fields;
}

function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// What is printed in a control's place.
const beside = (element) => element.parentElement.querySelector(".written");

function control(element, texts) {
  if (element.dataset.type) element.type = element.dataset.type; // without a script a plain field, to be written in on paper
  const type = element.localName === "textarea" ? "longtext" : element.type;
  const tell = { date: texts.date, number: texts.number }[type] ?? ((answer) => answer);
  element.maxLength = type === "longtext" ? TEXT : LINE;
  return {
    type, element, tell,
    label: element.getAttribute("aria-label"),
    read: (initial) => (initial ? element.defaultValue : element.value),
    write: (answer) => { element.value = answer; },
    fit: (answer) => (isText(answer, element.maxLength) && (answer === "" || !looks[type] || looks[type](answer)) ? answer : undefined),
    print: () => show(beside(element), tell(element.value)),
  };
}

function tick(element, texts) {
  return {
    type: "yesno", element,
    label: nameOf(element),
    read: (initial) => ((initial ? element.defaultChecked : element.checked) ? "1" : ""),
    write: (answer) => { element.checked = answer === "1"; },
    fit: (answer) => (answer === "1" || answer === "" ? answer : undefined),
    tell: (answer) => texts.text(answer ? "answer.yes" : "answer.no"),
    print() {},
  };
}

function options(group) {
  const boxes = [...group.querySelectorAll("input[name]")];
  const listed = boxes.filter((box) => box.value !== "other");
  const otherBox = boxes.find((box) => box.value === "other");
  const other = group.querySelector("[data-other]");
  const one = boxes[0].type === "radio";
  // The options that an answer names, and what it says beside them.
  const parts = (answer) => {
    const [places, ...rest] = answer.split(";");
    return [listed.filter((box) => places.split(",").includes(box.value)), rest.length && other ? rest.join(";") : undefined];
  };
  const join = (picked, text) => picked.map((box) => box.value).join() + (text === undefined ? "" : ";" + text);
  for (const box of boxes) box.autocomplete = "off"; // some browsers would tick them again by themselves
  if (other) {
    other.maxLength = LINE;
    // Writing something else picks it; picking it by hand leads to where it is
    // written. A key that walks through the options only passes by.
    other.addEventListener("input", () => { if (other.value) otherBox.checked = true; });
    otherBox.addEventListener("click", (event) => { if (event.detail && otherBox.checked) other.focus(); });
  }
  return {
    type: one ? "choice" : "choices",
    element: boxes[0],
    label: nameOf(group),
    read(initial) {
      const is = (box) => box && (initial ? box.defaultChecked : box.checked);
      return join(listed.filter(is), is(otherBox) ? (initial ? other.defaultValue : other.value) : undefined);
    },
    write(answer) {
      const [picked, text] = parts(answer);
      for (const box of listed) box.checked = picked.includes(box);
      if (!other) return;
      otherBox.checked = text !== undefined;
      other.value = text ?? "";
    },
    fit(answer) {
      if (!isText(answer, LINE + 100)) return undefined;
      const [picked, text] = parts(answer);
      const count = picked.length + (text !== undefined);
      return answer !== "" && (!count || (one && count > 1)) ? undefined : join(picked, text?.slice(0, LINE));
    },
    tell(answer) {
      const [picked, text] = parts(answer);
      return [...picked.map((box) => box.closest("label").textContent.trim()), text].filter(Boolean).join(", ");
    },
    print() {
      if (other) show(beside(other), other.value);
    },
  };
}

const nameOf = (element) => element.closest("[aria-label]")?.getAttribute("aria-label") ?? "";

const isText = (value, most) => typeof value === "string" && value.length <= most && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(value);

// What an answer has to look like, by its field's type.
const looks = {
  number: (text) => /^-?\d{1,9}(\.\d{1,9})?$/.test(text),
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  date(text) {
    if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
    const day = new Date(text + "T00:00Z");
    return !isNaN(day) && day.toISOString().startsWith(text);
  },
};
