// Shows the print button, which would do nothing without a script.
export function printing() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
    button.hidden = false;
  }
}
