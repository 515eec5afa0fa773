// Shows the passages for one role only, or everything. The choice is kept in
// this browser; scheme.js applies it before the page is shown. On paper
// everything stands.
export function roles() {
  const box = document.querySelector("[data-roles]");
  if (!box) return;
  const root = document.documentElement;
  const buttons = [...box.querySelectorAll("button")];
  const show = () => {
    for (const b of buttons) b.setAttribute("aria-pressed", String(b.value === (root.dataset.role ?? "")));
  };
  for (const b of buttons) b.addEventListener("click", () => {
    if (b.value) root.dataset.role = b.value;
    else delete root.dataset.role;
    try {
      if (b.value) localStorage.setItem("mentorbook-role", b.value);
      else localStorage.removeItem("mentorbook-role");
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
    show();
  });
  show();
  box.hidden = false;
}
