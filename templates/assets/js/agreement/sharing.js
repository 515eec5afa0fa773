// A link that carries the answers in its fragment.
import { fragment, hashOf, pack } from "./fragment.js";
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
      const shown = await link.catch(() => "");
      page.say(text(shown ? "copy-failed" : "too-long"));
      if (shown) offerToCopy(page, shown);
    }
  });
}

async function linkTo(page) {
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
  const input = document.createElement("input");
  input.className = "link";
  input.readOnly = true;
  input.value = link;
  input.setAttribute("aria-label", page.texts.text("copy-failed"));
  page.find("status").after(input);
  input.focus();
  input.select();
}
