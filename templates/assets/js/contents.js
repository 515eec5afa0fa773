// The lists beside the text. Where there is room they are open: by style in
// browsers that can, here for all, since not every tool that reads a page aloud
// believes the style. While one reads, the table of contents marks the heading
// one is under.
export function contents() {
  open();
  let stop = follow();
  document.addEventListener("mentorbook:patched", () => { // in the preview: other headings
    stop?.();
    stop = follow();
  });
}

function open() {
  const wide = window.matchMedia("(min-width: 58rem)");
  const set = () => {
    for (const details of document.querySelectorAll(".rail details")) details.open = wide.matches;
  };
  set();
  wide.addEventListener("change", set);
}

function follow() {
  const links = new Map();
  for (const link of document.querySelectorAll('.toc a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  if (links.size < 2) return;
  const seen = new Set();
  let marked;
  const watch = new IntersectionObserver((entries) => {
    for (const e of entries) e.isIntersecting ? seen.add(e.target) : seen.delete(e.target);
    const first = [...links.keys()].find((target) => seen.has(target));
    if (!first || links.get(first) === marked) return;
    marked?.removeAttribute("aria-current");
    marked = links.get(first);
    marked.setAttribute("aria-current", "location");
  }, { rootMargin: "0px 0px -65% 0px" });
  for (const target of links.keys()) watch.observe(target);
  return () => {
    watch.disconnect();
    marked?.removeAttribute("aria-current");
  };
}
