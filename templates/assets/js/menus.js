// Opens the menu and the section's list where there is room for them, in
// browsers that can't do so by style alone, and closes an open menu by Escape.
export function menus() {
  const open = [["details.menu", "(min-width: 62rem)"], ["details.side", "(min-width: 52rem)"]];
  for (const [selector, query] of open) {
    const wide = window.matchMedia(query);
    const set = () => {
      for (const details of document.querySelectorAll(selector)) details.open = wide.matches;
    };
    set();
    wide.addEventListener("change", set);
  }
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector("details.menu[open]");
    if (event.key !== "Escape" || !menu || window.matchMedia("(min-width: 62rem)").matches) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
