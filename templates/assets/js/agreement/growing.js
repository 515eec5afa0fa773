// Areas as high as their text.
export function growing(page) {
  const grown = new Map(); // an area → the text that it has the height of
  for (const area of page.form.querySelectorAll("textarea")) grown.set(area, "");
  const grow = () => {
    for (const [area, text] of grown) {
      if (area.value === text) continue;
      grown.set(area, area.value);
      area.style.blockSize = "auto";
      if (area.value) area.style.blockSize = area.scrollHeight + area.offsetHeight - area.clientHeight + "px";
    }
  };
  page.watchers.push(grow);
  window.addEventListener("resize", () => {
    for (const area of grown.keys()) grown.set(area, undefined);
    grow();
  });
}
