// A link that carries the answers in its fragment, and what comes with one.
import { fragment, hashOf } from "./fragment.js";
import { differing } from "./keeping.js";

const opened = fragment(); // links within the page may have replaced it since

export function sharing(page) {
  const button = page.find("share");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    page.root.querySelector(".link")?.remove();
    const { text } = page.texts;
    const link = linkTo(page);
    try {
      await copy(link);
      page.say(`${text("copied")} ${page.open.told()}`);
    } catch {
      const shown = await link.catch((problem) => page.say(text(problem instanceof RangeError ? "too-long" : "not-loaded")));
      if (shown) offerToCopy(page, shown);
    }
  });
}

// Looks for answers in the address, now and whenever it changes.
export function shared(page) {
  const look = async () => {
    const pairs = fragment();
    if (!pairs.has("answers") && !pairs.has("answers0")) return;
    try {
      const { offer } = await page.more();
      await offer(page, pairs);
    } catch {
      page.say(page.texts.text("not-loaded"), page.find("said"));
    }
  };
  window.addEventListener("hashchange", look);
  look();
}

async function linkTo(page) {
  const { pack } = await page.more();
  const packed = await pack({ v: 1, lang: page.lang, revision: page.revision, answers: differing(page) });
  if (!packed) throw new RangeError("too long");
  const key = fragment().get("k") ?? opened.get("k");
  const pairs = new Map(key ? [["k", key]] : []);
  return location.href.replace(/#.*/s, "") + hashOf(pairs.set(...packed));
}

// Some browsers copy only what a press asks for at once, so the clipboard is
// given a promise.
async function copy(link) {
  if (!window.ClipboardItem) return navigator.clipboard.writeText(await link);
  const blob = link.then((text) => new Blob([text], { type: "text/plain" }));
  blob.catch(() => {}); // told by what awaits the link
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

function offerToCopy(page, link) {
  page.say(page.texts.text("copy-failed"));
  const input = document.createElement("input");
  input.className = "link";
  input.readOnly = true;
  input.value = link;
  input.setAttribute("aria-label", page.texts.text("copy-failed"));
  page.find("status").after(input);
  input.focus();
  input.select();
}
