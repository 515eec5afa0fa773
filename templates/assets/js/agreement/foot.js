// The foot of each printed page: which agreement it is, and which of its pages.
// Only a rule for the page's margin can say that, and only a script can put the
// agreement's own text into one; where the browser knows no such rules, the
// text stands below the agreement once.
export function foot(page) {
  const text = page.root.querySelector(".revision")?.textContent;
  if (!text || !window.CSSStyleSheet || !document.adoptedStyleSheets) return;
  const pages = quoted(page.texts.text("part.pages")).replace(/\{(pages?)\}/g, '" counter($1) "');
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`@page { @bottom-left { content: ${quoted(text)}; ${look} } @bottom-right { content: ${pages}; ${look} } }`);
  if (!sheet.cssRules[0].cssRules?.length) return;
  document.adoptedStyleSheets.push(sheet);
  document.documentElement.classList.add("agreement-foot");
}

const look = "font: 8pt sans-serif; color: #444; vertical-align: top; padding-block-start: 4mm; white-space: nowrap";

// A text as a string of a style sheet.
const quoted = (text) => `"${text.replace(/["\\\n]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
