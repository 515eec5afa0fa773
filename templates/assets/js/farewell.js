// The service worker of a handbook that does not work offline (any more): it
// removes what an earlier one kept, and itself.
const prefix = `mentorbook ${new URL("./", self.location.href).pathname} `;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    await self.registration.unregister();
  })());
});
