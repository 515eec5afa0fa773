// What the preview adds to a page, and a published page never has: it listens
// for changes, patches the page in place, and shows what is to mend.
import { Mirror } from "./preview-mirror.js";
import { Notes } from "./preview-notes.js";

const { address, hash, source, state } = document.currentScript.dataset;
const mirror = new Mirror(document);
const notes = new Notes(source);
let shown = hash;
let since = state;
let stream;

// listen opens the stream of events. A hidden page closes its own, since a
// browser allows few to one place, and catches up when it is shown again.
function listen() {
  const query = new URLSearchParams({ address, hash: shown, source, since });
  stream = new EventSource(`/.mentorbook/events?${query}`);
  stream.addEventListener("open", () => notes.lost(false));
  stream.addEventListener("error", () => {
    notes.lost(true);
    if (stream.readyState === EventSource.CLOSED) stop(), setTimeout(follow, 1000);
  });
  stream.addEventListener("findings", (e) => notes.show(JSON.parse(e.data)));
  stream.addEventListener("moved", (e) => location.replace(e.data + location.hash));
  stream.addEventListener("page", patch);
  stream.addEventListener("files", (e) => refresh(JSON.parse(e.data)));
}

function stop() {
  stream?.close();
  stream = undefined;
}

function follow() {
  if (document.hidden) stop();
  else if (!stream) listen();
}

let patching = false;
let again = false;

// patch fetches the page and makes this one equal, one change at a time.
async function patch() {
  again = patching;
  if (patching) return;
  patching = true;
  try {
    do {
      again = false;
      const answer = await fetch(location.href.replace(/#.*/, ""), { cache: "no-store" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const tag = next.querySelector('script[src="/.mentorbook/preview.js"]');
      if (!tag || !mirror.patch(next)) return location.reload();
      shown = tag.dataset.hash;
      notes.source(tag.dataset.source);
      document.dispatchEvent(new CustomEvent("mentorbook:patched"));
    } while (again);
  } catch {
    // The preview has ended; the stream says so.
  } finally {
    patching = false;
  }
}

// refresh shows pictures anew whose files have other bytes.
function refresh({ state, addresses }) {
  since = state;
  for (const picture of document.images) {
    const url = new URL(picture.src);
    if (url.origin !== location.origin || !addresses.some((a) => a === "*" || "/" + a === decodeURI(url.pathname))) continue;
    url.searchParams.set("state", state);
    picture.src = url;
  }
}

document.addEventListener("visibilitychange", follow);
window.addEventListener("pagehide", stop);
window.addEventListener("pageshow", follow);
follow();
