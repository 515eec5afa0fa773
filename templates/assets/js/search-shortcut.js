// The key / opens the search. Who dictates or has keys of their own can switch
// it off (WCAG 2.2, 2.1.4); the choice stays in this browser.
import { element } from "./search-element.js";

export function shortcut(label) {
  const box = element("input", { type: "checkbox" });
  try {
    box.checked = localStorage.getItem("mentorbook-search-key") !== "off";
  } catch {
    box.checked = true;
  }
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem("mentorbook-search-key");
      else localStorage.setItem("mentorbook-search-key", "off");
    } catch {
      // A browser that keeps nothing: the key works.
    }
  });
  return element("label", {}, box, label);
}
