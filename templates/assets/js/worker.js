// Asks the browser to keep what is read, and tells it of the manifest. Only
// over the network: from disk a handbook needs no help, and a manifest there is
// an error. The page says where both are, or that there are none.
export function worker() {
  const { worker: address, manifest } = document.querySelector("script[data-worker]")?.dataset ?? {};
  if (!address || !("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
  addEventListener("load", () => navigator.serviceWorker.register(address).catch(() => {}));
}
