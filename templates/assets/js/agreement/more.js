// Loads the agreement's second script and the words that it needs, once: what
// most visits do without. loader returns a function that gives a promise of what
// the script exports; one that failed is tried anew.
export function loader(page) {
  let loading;
  const load = () => (loading ??= Promise.all(["more", "words"].map((name) => run(page.form.dataset[name]))).then(([exported, { texts, prepare }]) => {
    page.texts.add(texts);
    page.prepare = prepare;
    return exported;
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

// What a script says with its "ready".
function run(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("ready", (event) => resolve(event.detail));
    script.addEventListener("error", reject);
    script.src = address;
    document.head.append(script);
  });
}
