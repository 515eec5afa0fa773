// A link on every heading of the text, to copy the way to it. It is a real
// link: where a browser lets no script copy, it leads to its heading.
export function anchors() {
  const main = document.querySelector("main[data-copy]");
  if (!main) return;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  for (const heading of main.querySelectorAll(".prose :is(h2, h3, h4)[id]")) {
    const link = document.createElement("a");
    link.className = "anchor";
    link.href = "#" + encodeURIComponent(heading.id);
    link.setAttribute("aria-label", main.dataset.copy);
    link.setAttribute("aria-describedby", heading.id);
    link.addEventListener("click", () => {
      navigator.clipboard?.writeText(link.href).then(() => {
        said.textContent = main.dataset.copied;
        link.dataset.copied = main.dataset.copied;
        setTimeout(() => {
          said.textContent = "";
          delete link.dataset.copied;
        }, 2500);
      }, () => {});
    });
    if (!heading.querySelector("img")) heading.setAttribute("aria-label", heading.textContent); // the heading is called by its text alone
    heading.append(" ", link);
  }
}
