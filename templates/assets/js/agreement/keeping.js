// Keeps what is typed in this browser, and only there. The blank agreement's
// answers are one draft in all of the handbook's languages; a pair's own page keeps
// nothing unless it is told to.
import { forgetMeetings, leaveMeetings } from "./meetings.js";

const script = document.currentScript?.src;

export function keeping(page) {
  const { text } = page.texts;
  const how = page.find("how");
  const keep = page.find("keep");
  const said = page.find("said");
  // Several handbooks may live on one host, or in one browser's files.
  const root = new URL(script ? ".." : ".", script || location.href).pathname;
  const key = `mentorbook-agreement:${root}:${page.uid}`;
  const meetings = `mentorbook-meetings:${root}`;
  let works = true; // this browser keeps things
  let following = false; // what another tab does
  let elsewhere = {}; // answers to fields that only another language's agreement has
  let revisions = {}; // by language, of the agreement's texts that the draft was written under

  const save = () => {
    if (following || (page.pair && !keep?.checked)) return;
    const answers = { ...elsewhere, ...differing(page) };
    revisions[page.lang] = page.revision;
    const empty = !page.pair && !Object.keys(answers).length;
    works = attempt(() => (empty ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify({ revisions, answers }))));
    if (works) attempt(() => leaveMeetings(page, meetings));
    else page.say(text("not-kept"), said);
  };
  const remove = () => attempt(() => {
    localStorage.removeItem(key);
    forgetMeetings(page, meetings);
  });
  const restore = () => {
    const found = load(key);
    if (!found) return;
    const changed = found.revisions[page.lang] && found.revisions[page.lang] !== page.revision;
    revisions = found.revisions;
    elsewhere = changed ? {} : Object.fromEntries(Object.entries(found.answers).filter(([name]) => !page.fields.has(name)));
    if (keep) keep.checked = true;
    page.fill(found.answers);
    if (changed) page.say(text("kept-changed"), said);
  };
  const clear = () => {
    if (keep) keep.checked = false;
    elsewhere = {};
    page.fill({});
    remove();
  };

  if (how) how.hidden = false;
  restore();
  page.watchers.push(save);
  keep?.addEventListener("change", () => {
    if (keep.checked) save();
    else remove();
    if (works) page.say(keep.checked ? text("kept-now") : "", said);
  });
  // Another tab, perhaps in another language; a page that the browser had put aside.
  const follow = () => {
    following = true;
    restore();
    following = false;
  };
  window.addEventListener("storage", (event) => {
    if (event.key !== key) return;
    if (event.newValue) follow();
    else if (page.pair) keep.checked = false;
    else page.fill({});
  });
  window.addEventListener("pageshow", (event) => event.persisted && follow());
  // What a pair has typed and told nobody to keep is not lost without a word.
  // Browsers ask also before they hand an address to a program for mail or
  // calls, though the page stays.
  let stays = false;
  document.addEventListener("click", (event) => {
    stays = Boolean(event.target.closest('a:is([href^="mailto:"], [href^="tel:"])'));
    setTimeout(() => (stays = false), 1000); // where this browser does not ask
  });
  window.addEventListener("beforeunload", (event) => {
    if (page.pair && !keep?.checked && !stays && Object.keys(differing(page)).length) event.preventDefault();
    stays = false;
  });
  clearing(page, page.find("clear"), said, clear);
}

function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
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
    const { revisions, answers } = JSON.parse(localStorage.getItem(key));
    return answers && revisions && { revisions: { ...revisions }, answers: { ...answers } };
  } catch {
    return undefined; // nothing is kept, or nothing that can be read
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
