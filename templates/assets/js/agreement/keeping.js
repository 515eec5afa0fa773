// Keeps what is typed in this browser, and only there. The blank agreement's
// answers are one draft in all of the handbook's languages; a pair's own page keeps
// nothing unless it is told to.
const script = document.currentScript?.src;

export function keeping(page) {
  const how = page.find("how");
  const keep = page.find("keep");
  const clear = page.find("clear");
  const said = page.find("said");
  // Several handbooks may live on one host, or in one browser's files.
  const key = `mentorbook-agreement:${new URL(script ? ".." : ".", script || location.href).pathname}:${page.uid}`;
  const wanted = () => !page.pair || keep?.checked;
  let kept = true; // whether the browser does keep things

  const save = () => {
    if (!wanted()) return;
    const answers = differing(page);
    try {
      if (page.pair || Object.keys(answers).length) localStorage.setItem(key, JSON.stringify({ revision: page.revision, answers }));
      else localStorage.removeItem(key);
      kept = true;
    } catch {
      if (kept) page.say(page.texts.text("not-kept"), said);
      kept = false;
    }
  };
  const remove = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
  };
  const restore = () => {
    const found = load(key);
    if (!found) return;
    if (keep) keep.checked = true;
    page.fill(found.answers);
    if (found.revision !== page.revision) page.say(page.texts.text("kept-changed"), said);
  };

  if (how) how.hidden = false;
  restore();
  page.watchers.push(save);
  keep?.addEventListener("change", () => {
    if (!keep.checked) remove();
    else save();
    page.say(keep.checked && kept ? page.texts.text("kept-now") : "", said);
  });
  // Another tab, perhaps in another language, or a page that a browser had put aside.
  window.addEventListener("storage", (event) => {
    if (event.key !== key) return;
    if (event.newValue) restore();
    else if (keep) keep.checked = false;
    else page.fill({});
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) restore();
  });
  clearing(page, clear, said, () => {
    if (keep) keep.checked = false;
    page.fill({});
    remove();
  });
}

// differing returns the answers that are not those which the server rendered.
export function differing(page) {
  const answers = {};
  for (const field of page.fields.values()) {
    const answer = field.read();
    if (answer !== field.initial) answers[field.name] = answer;
  }
  return answers;
}

function load(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return typeof found?.answers === "object" && found.answers ? found : undefined;
  } catch {
    return undefined;
  }
}

// Clears at the second press: all of a pair's work is a lot to lose by one.
function clearing(page, button, said, clear) {
  if (!button) return;
  let sure = false;
  button.addEventListener("click", () => {
    if (sure) clear();
    page.say(page.texts.text(sure ? "cleared" : "clear-sure"), said);
    sure = !sure;
  });
  button.addEventListener("blur", () => {
    if (sure) page.say("", said);
    sure = false;
  });
}
