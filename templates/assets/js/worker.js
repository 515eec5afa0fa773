// Asks the browser to keep what is read. Only over the network: from disk a
// handbook needs no help. The page says where the worker is, or that there is
// none.
export function worker() {
  const { worker: address } = document.querySelector("script[data-worker]")?.dataset ?? {};
  if (!address || !("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  addEventListener("load", () => navigator.serviceWorker.register(address).catch(() => {}));
}
