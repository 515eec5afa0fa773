// Runs before the page is shown, so that a chosen scheme or role never
// flashes; kept this small because the page waits for it.
try {
  const set = (name, ...known) => {
    const chosen = localStorage.getItem("mentorbook-" + name);
    if (known.includes(chosen)) document.documentElement.dataset[name] = chosen;
  };
  set("scheme", "light", "dark");
  set("role", "mentor", "mentee");
} catch {
  // A browser that keeps nothing: the system's scheme holds.
}
