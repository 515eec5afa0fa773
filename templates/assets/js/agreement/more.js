// Loads the agreement's second script, once: what most visits do without.
// loader returns a function that gives a promise of what that exports; one that failed is tried anew.
export function loader(page) {
  let loading;
  const load = () => (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("ready", (event) => resolve(event.detail));
    script.addEventListener("error", reject);
    script.src = page.form.dataset.more;
    document.head.append(script);
  }).catch((problem) => {
    loading = undefined;
    throw problem;
  }));
  // Whoever comes near the buttons will want it at once.
  for (const event of ["pointerover", "focusin"]) {
    page.find("outcome")?.addEventListener(event, () => load().catch(() => {}), { once: true });
  }
  return load;
}
