// Keeps what was read, so that it opens without a connection. Pages come from
// the network first, files with a hash in their name from what is kept. A
// pair's pages are never touched, nor any address with a query, but for the
// files of the search, whose query only tells versions apart.
//
// In front of this script stands what it is made for: self.handbook, with the
// version of the handbook, the folders of its languages, and the files that
// the page shown without a connection needs.
const { version, bases, core } = self.handbook;
const scope = new URL("./", self.location.href);
const prefix = `mentorbook ${scope.pathname} `;
const cacheName = prefix + version;
const patience = 4000; // milliseconds, where the page is kept already

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(core.map(fresh))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(carryOver().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const key = keyOf(event.request);
  if (!key) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, key));
  else if (/\/assets\/.*\.[0-9a-f]{10}\.\w+$/.test(key)) event.respondWith(keptFirst(event.request, key));
  else event.respondWith(networkFirst(event, key).catch(() => Response.error()));
});

// keyOf is the address under which a file is kept, or "" for what is not.
function keyOf(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return "";
  const path = url.pathname.slice(scope.pathname.length);
  if (url.search && !path.startsWith("search/")) return "";
  if (bases.some((base) => path.startsWith(base + "pairs/")) || path === "service-worker.js") return "";
  if (path === "" || path.endsWith("/")) return url.origin + url.pathname + "index.html";
  return url.origin + url.pathname + (request.mode === "navigate" && !/\.\w+$/.test(path) ? ".html" : "");
}

const fresh = (path) => new Request(new URL(path, scope), { cache: "no-cache" });

async function page(event, key) {
  try {
    return await networkFirst(event, key);
  } catch {
    const path = key.slice(scope.href.length);
    const base = bases.filter((b) => path.startsWith(b)).sort((a, b) => b.length - a.length)[0] ?? "";
    const to = new URL(base + "offline.html", scope);
    to.hash = "wanted=" + encodeURIComponent(path);
    return Response.redirect(to.href, 302);
  }
}

async function networkFirst(event, key) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(key);
  const asked = fetch(event.request).then(async (response) => {
    if (response.ok && response.type === "basic") await cache.put(key, await whole(response.clone()));
    return response;
  });
  if (!kept) return asked;
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience, kept));
  return Promise.race([asked.catch(() => kept), late]);
}

async function keptFirst(request, key) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(key);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(key, response.clone());
  return response;
}

// whole is a response that may answer a navigation: one that followed a
// redirect may not.
async function whole(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { status: response.status, headers: response.headers });
}

// carryOver brings what an older version kept up to date, so that no page
// stands beside a newer one's files. What can't be fetched stays as it was,
// with everything that it needs.
async function carryOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  const cache = await caches.open(cacheName);
  for (const name of names) {
    const old = await caches.open(name);
    const requests = await old.keys();
    const pages = requests.filter((r) => !r.url.includes("/assets/"));
    let missed = false;
    await inTurn(pages, async (request) => {
      if (await cache.match(request)) return;
      const response = await fetch(request.url, { cache: "no-cache" }).catch(() => null);
      if (response?.ok) await cache.put(request, await whole(response));
      else if (response?.status !== 404) { // a page that is gone is gone here too
        missed = true;
        await cache.put(request, await old.match(request));
      }
    });
    if (missed) for (const r of requests) if (!(await cache.match(r))) await cache.put(r, await old.match(r));
    await caches.delete(name);
  }
  for (const base of bases) { // a handbook that was kept whole stays whole
    const list = await cache.match(new URL(base + "offline.json", scope));
    if (!list) continue;
    const { files, lists } = await list.json();
    for (const address of lists ?? []) {
      const more = await fetch(fresh(address)).catch(() => null);
      if (more?.ok) files.push(address, ...(await more.json()));
    }
    await inTurn(files, async (path) => {
      if (!(await cache.match(new URL(path, scope)))) await cache.add(fresh(path)).catch(() => {});
    });
  }
}

async function inTurn(list, work) {
  const rest = [...list];
  await Promise.all(Array.from({ length: 6 }, async () => {
    while (rest.length) await work(rest.pop());
  }));
}
