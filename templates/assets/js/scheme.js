// Runs before the page is shown, so that a chosen scheme never flashes; kept
// this small because the page waits for it.
try {
  const chosen = localStorage.getItem("mentorbook-scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that keeps nothing: the system's scheme holds.
}
