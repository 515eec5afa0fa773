// Answers that come with a link. Anybody can write one: what it says is shown,
// and nothing of it gets into the page before the reader has agreed.
import { fragment, hashOf } from "./fragment.js";
import { unpack } from "./packing.js";

// offer shows the answers of a fragment's pairs.
export async function offer(page, pairs) {
  let draft;
  try {
    draft = await unpack(pairs);
    if (draft.v !== 1 || typeof draft.answers !== "object" || !draft.answers || Array.isArray(draft.answers)) throw new TypeError("no draft");
  } catch {
    return told(page, "offer-bad");
  }
  const found = differences(page, draft.answers);
  if (!found.length) return told(page, "offer-same");
  show(page, found, draft.lang === page.lang && draft.revision !== page.revision);
}

// differences lists the fields whose answer in the link is another one than
// here. A field that the link leaves out stands, where the link was made, at the
// answer that the handbook suggests; if it suggests none, nothing was said.
function differences(page, answers) {
  const list = [];
  for (const field of page.fields.values()) {
    const given = Object.hasOwn(answers, field.name) ? field.fit(answers[field.name]) : field.initial || undefined;
    if (given !== undefined && given !== field.read()) list.push({ field, given });
  }
  return list;
}

function told(page, text) {
  forget();
  panel(page, element("p", page.texts.text(text)));
}

function show(page, found, changed) {
  const { text } = page.texts;
  const boxes = found.map(() => Object.assign(element("input"), { type: "checkbox", checked: true }));
  const list = element("dl");
  found.forEach(({ field, given }, i) => {
    const label = element("label");
    label.append(boxes[i], " ", element("span", field.label));
    const term = element("dt");
    term.append(label);
    list.append(term, side("offer-yours", field.read()), side("offer-theirs", given));

    function side(name, answer) {
      const dd = element("dd");
      dd.append(element("b", text(name)), " ", element("span", field.tell(answer) || text("offer-empty")));
      return dd;
    }
  });
  const here = found.some(({ field }) => field.read() !== field.initial);
  panel(page,
    element("p", text(here ? "offer-differs" : "offer-all")),
    ...(changed ? [element("p", text("offer-changed"))] : []),
    list,
    buttons(
      ["offer-take", "button", () => {
        const answers = {};
        found.forEach(({ field, given }, i) => {
          if (boxes[i].checked) answers[field.name] = given;
        });
        page.fill(answers, false);
        told(page, "offer-taken");
      }],
      ["offer-keep", "button plain", close],
    ));

  function buttons(...all) {
    const p = element("p");
    p.className = "actions";
    for (const [name, kind, press] of all) {
      const button = Object.assign(element("button", text(name)), { type: "button", className: kind });
      button.addEventListener("click", press);
      p.append(button, " ");
    }
    return p;
  }

  function close() {
    forget();
    page.find("offer").hidden = true;
    page.find("offer").replaceChildren();
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }
}

// Shows the offer and leads there.
function panel(page, ...content) {
  const place = page.find("offer");
  place.replaceChildren(...content);
  place.hidden = false;
  place.focus();
}

// Takes the answers out of the address, and leaves a sealed page's key in it.
function forget() {
  const pairs = fragment();
  pairs.delete("answers");
  pairs.delete("answers0");
  history.replaceState(history.state, "", location.href.replace(/#.*/s, "") + hashOf(pairs));
}

function element(name, text) {
  const e = document.createElement(name);
  if (text) e.textContent = text;
  return e;
}
