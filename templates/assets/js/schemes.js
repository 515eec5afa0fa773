// The switch between light and dark. A choice that equals the system's is not
// kept, so that the page follows the system again.
export function schemes() {
  const button = document.querySelector("[data-scheme-switch]");
  if (!button) return;
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    const next = !dark();
    if (next === system.matches) delete root.dataset.scheme;
    else root.dataset.scheme = next ? "dark" : "light";
    keep(root.dataset.scheme);
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}

function keep(scheme) {
  try {
    if (scheme) localStorage.setItem("mentorbook-scheme", scheme);
    else localStorage.removeItem("mentorbook-scheme");
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}
