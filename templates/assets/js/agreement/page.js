// An agreement that can be filled in: the page's controls brought to life. The
// page that opens a sealed agreement calls this on what it put into the page.
import { fieldsOf } from "./fields.js";
import { following } from "./following.js";
import { foot } from "./foot.js";
import { growing } from "./growing.js";
import { keeping } from "./keeping.js";
import { loader } from "./more.js";
import { openAnswers } from "./open.js";
import { shared, sharing } from "./sharing.js";
import { textsOf } from "./texts.js";
import { validation } from "./validation.js";

// root holds all of an agreement's parts: the document, or an element in it.
export function agreementPage(root) {
  const form = root.querySelector("[data-agreement]");
  if (!form) return;
  const texts = textsOf(root);
  const page = {
    root, form, texts,
    fields: fieldsOf(form, texts),
    uid: form.dataset.uid, revision: form.dataset.revision, lang: form.closest("[lang]")?.lang, pair: "pair" in form.dataset,
    find: (name) => root.querySelector(`[data-${name}]`),
    // Announces a text, beside the agreement's buttons or where else it belongs.
    say(text, place = page.find("status")) {
      if (place) place.textContent = text;
    },
    watchers: [], // what is to be shown anew when an answer has changed
    changed() {
      for (const watcher of page.watchers) watcher();
    },
    // Puts answers into their fields; those of the server where none is given.
    fill(answers, rest = true) {
      for (const field of page.fields.values()) {
        const answer = field.fit(answers[field.name]);
        if (answer !== undefined) field.write(answer);
        else if (rest) field.write(field.initial);
      }
      page.follow.restart();
      page.check.all();
      page.changed();
    },
  };
  page.watchers.push(() => {
    for (const field of page.fields.values()) field.mirror();
  });
  page.follow = following(page);
  page.check = validation(page);
  page.open = openAnswers(page);
  growing(page);
  keeping(page);
  page.more = loader(page);
  sharing(page);
  calendar(page);
  printing(page);
  foot(page);
  form.addEventListener("input", () => {
    page.follow.now();
    page.changed();
  });
  page.changed();
  document.documentElement.classList.add("agreement-ready");
  shared(page);
}

function calendar(page) {
  const button = page.find("calendar");
  if (!button || !page.form.querySelector("[data-meeting]")) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = await page.more().then((more) => (more.calendarOf(page) ? "calendar-made" : "calendar-none"), () => "not-loaded");
    page.say(page.texts.text(said));
  });
}

function printing(page) {
  const button = page.find("outcome")?.querySelector("[data-print]");
  // What is missing is said before the browser's own dialogue stands in the way.
  button?.addEventListener("click", () => page.say(page.open.told()), true);
  if (button?.hidden) { // else the handbook's own script has made it work
    button.addEventListener("click", () => window.print());
    button.hidden = false;
  }
  window.addEventListener("beforeprint", () => page.changed());
}
