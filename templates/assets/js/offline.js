// The page about reading without a connection: keeps the whole handbook on
// this device, or removes it. It works on the same store as the service worker.
const box = document.querySelector("[data-offline]");
const root = new URL(document.querySelector("script[data-worker]")?.dataset.worker ?? ".", location.href);
const scope = new URL("./", root);
const prefix = `mentorbook ${scope.pathname} `;
const listAddress = new URL(box.dataset.offline, location.href);

wanted();
if (window.caches && navigator.serviceWorker && /^https?:$/.test(location.protocol)) start();
else document.querySelector("[data-impossible]").hidden = false;

// wanted leads back to the page that could not be opened.
function wanted() {
  const path = new URLSearchParams(location.hash.slice(1)).get("wanted");
  if (path === null) return;
  const to = new URL(path, scope);
  if (to.origin !== scope.origin || !to.pathname.startsWith(scope.pathname)) return;
  const line = document.querySelector("[data-wanted]");
  line.querySelector("a").href = to.href;
  line.hidden = false;
}

async function start() {
  box.hidden = false;
  const [keep, drop] = box.querySelectorAll("button");
  keep.addEventListener("click", () => act(keep, drop, keepAll));
  drop.addEventListener("click", () => act(keep, drop, dropAll));
  await show(keep, drop);
}

// Buttons that were pressed keep the focus: they are not disabled, but do nothing meanwhile.
async function act(keep, drop, work) {
  if (box.getAttribute("aria-busy") === "true") return;
  busy(true);
  const pressed = document.activeElement;
  try {
    await work();
    await show(keep, drop);
  } catch {
    say("failed");
  }
  busy(false);
  if (pressed === drop && drop.hidden) keep.focus();
}

function busy(is) {
  box.setAttribute("aria-busy", is);
  for (const button of box.querySelectorAll("button")) button.setAttribute("aria-disabled", is);
}

function say(text, ...args) {
  box.querySelector("[role=status]").textContent = (box.dataset[text] ?? "").replace(/\{(\d)\}/g, (_, i) => args[i]);
}

async function store() {
  await navigator.serviceWorker.ready;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  return caches.open(names.at(-1));
}

async function show(keep, drop) {
  await navigator.serviceWorker.ready;
  const kept = await (await store()).match(listAddress);
  drop.hidden = !kept;
  say(kept ? "kept" : "read");
}

async function keepAll() {
  await navigator.storage?.persist?.();
  const cache = await store();
  const response = await fetch(listAddress, { cache: "no-cache" });
  if (!response.ok) throw new Error(response.statusText);
  const list = response.clone();
  const { files, lists } = await response.json();
  for (const address of lists) {
    await cache.add(new Request(new URL(address, scope), { cache: "no-cache" }));
    files.push(...(await (await cache.match(new URL(address, scope))).json()));
  }
  let done = 0;
  const rest = [...files];
  await Promise.all(Array.from({ length: 6 }, async () => {
    while (rest.length) {
      await cache.add(new Request(new URL(rest.pop(), scope), { cache: "no-cache" }));
      done++;
      if (done % 10 === 0 || done === files.length) say("progress", done, files.length);
    }
  }));
  await cache.put(listAddress, list);
}

async function dropAll() {
  const cache = await store();
  const core = new Set(JSON.parse(box.dataset.core).map((path) => new URL(path, scope).href));
  for (const request of await cache.keys()) if (!core.has(request.url)) await cache.delete(request);
}
