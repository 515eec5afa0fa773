// What a reader needs and axe-core can't tell. Each function returns a list of
// complaints about the page as it is shown now.
(() => {
  const name = (e) => {
    const id = e.id ? "#" + e.id : "";
    const cls = typeof e.className === "string" && e.className ? "." + e.className.trim().replace(/\s+/g, ".") : "";
    const text = (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 30);
    return `${e.localName}${id}${cls} “${text}”`;
  };
  const shown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true }) && e.getClientRects().length > 0;
  const hiddenFromSight = (e) => { // but read aloud
    for (; e; e = e.parentElement) {
      const s = getComputedStyle(e);
      if (s.clipPath === "inset(50%)" || s.clip === "rect(0px, 0px, 0px, 0px)") return true;
    }
    return false;
  };

  // Colours, as sRGB over what lies below.
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1,
  });
  const ground = (e) => {
    const layers = [];
    for (; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (hi + 0.05) / (lo + 0.05);
  };

  // A link within a sentence, or alone on a line of prose with a line's room
  // around it, may be as small as the line (WCAG 2.5.8, inline and spacing).
  const inline = (e) => e.localName === "a" && getComputedStyle(e).display === "inline" &&
    ([...e.parentElement.childNodes].some((n) => n !== e && n.nodeType === Node.TEXT_NODE && n.data.trim() !== "") ||
      (e.closest(".prose") && parseFloat(getComputedStyle(e).lineHeight) >= 24));

  const interactive = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  window.checks = {
    // No word of a title is broken: not on a small screen, nor on a large one by a measure that is too narrow.
    titles() {
      const out = [];
      for (const h of document.querySelectorAll("h1")) {
        if (!shown(h) || hiddenFromSight(h)) continue;
        const texts = document.createTreeWalker(h, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          for (const m of texts.currentNode.data.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
            const range = new Range();
            range.setStart(texts.currentNode, m.index);
            range.setEnd(texts.currentNode, m.index + m[0].length);
            if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) out.push(`${name(h)} breaks “${m[0]}”`);
          }
        }
      }
      return out;
    },

    // Targets are 24 px or more each way (WCAG 2.5.8).
    targets() {
      const out = [];
      for (const e of document.querySelectorAll(interactive)) {
        if (!shown(e) || hiddenFromSight(e) || inline(e) || e.matches(".skip, [role=region]")) continue;
        let { width, height } = e.getBoundingClientRect();
        for (const part of ["::before", "::after"]) { // a target may be larger than what one sees
          const style = getComputedStyle(e, part);
          if (style.content !== "none" && style.position === "absolute") {
            width = Math.max(width, parseFloat(style.width) || 0);
            height = Math.max(height, parseFloat(style.height) || 0);
          }
        }
        const label = e.labels?.[0]?.getBoundingClientRect();
        if (label) [width, height] = [Math.max(width, label.width), Math.max(height, label.height)];
        if (width < 24 || height < 24) out.push(`target of ${Math.round(width)} × ${Math.round(height)} px: ${name(e)}`);
      }
      return out;
    },

    // Nothing needs scrolling sideways, but what scrolls by itself (WCAG 1.4.10).
    reflow() {
      const out = [];
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) out.push(`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${width}`);
      for (const e of document.body.querySelectorAll("*")) {
        if (!shown(e) || hiddenFromSight(e) || e.closest(".table, pre, svg, .skip")) continue;
        const r = e.getBoundingClientRect();
        if (r.right > width + 1 || r.left < -1) out.push(`beyond the screen's edge: ${name(e)}`);
      }
      return out.slice(0, 5);
    },

    // No text is cut off by the box that holds it.
    clipping() {
      const out = [];
      for (const e of document.body.querySelectorAll("*")) {
        if (!shown(e) || hiddenFromSight(e) || e.closest("svg") || e.textContent.trim() === "") continue;
        const s = getComputedStyle(e);
        if (!/hidden|clip/.test(s.overflowX + s.overflowY)) continue;
        if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) out.push(`text cut off: ${name(e)}`);
      }
      return out;
    },

    // The spacing that readers may set (WCAG 1.4.12).
    space() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    },
    unspace() { document.adoptedStyleSheets = []; },

    // Nothing moves where a reader wants nothing to move.
    motion() {
      const out = [];
      for (const e of document.querySelectorAll("*")) {
        const s = getComputedStyle(e);
        const moves = (list) => list.split(",").some((d) => parseFloat(d) > 0.01);
        if (moves(s.transitionDuration) || (s.animationName !== "none" && moves(s.animationDuration))) out.push(`moves: ${name(e)}`);
        if (s.scrollBehavior === "smooth") out.push(`scrolls smoothly: ${name(e)}`);
      }
      return out;
    },

    // How many places the keyboard reaches; of a group of radio buttons one.
    reachable() {
      const groups = new Set();
      return [...document.querySelectorAll(interactive)].filter((e) => {
        if (!shown(e) || e.disabled || e.tabIndex < 0) return false;
        if (e.type !== "radio") return true;
        return !groups.has(e.name) && groups.add(e.name);
      }).length;
    },

    // How the element with the focus shows it: an outline of 2 px or more that
    // stands out 3:1 from what is around it (WCAG 2.4.7, 2.4.13, 1.4.11), in sight.
    focus() {
      const e = document.activeElement;
      if (!e || e === document.body) return { end: true };
      const out = [];
      const forced = matchMedia("(forced-colors: active)").matches;
      let best = 0;
      for (const part of [null, "::after", "::before"]) {
        const s = getComputedStyle(e, part);
        if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) continue;
        const around = ground(parseFloat(s.outlineOffset) >= 0 && e.parentElement ? e.parentElement : e);
        best = Math.max(best, forced ? 21 : contrast(over(rgba(s.outlineColor), around), around));
      }
      if (best < 3) out.push(`focus hardly seen (${best.toFixed(1)}:1): ${name(e)}`);
      const r = e.getBoundingClientRect();
      const x = Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1);
      if (r.bottom < 0 || r.top > innerHeight || r.right < 0 || r.left > innerWidth) out.push(`focus out of sight: ${name(e)}`);
      else {
        const top = document.elementFromPoint(x, Math.min(Math.max(r.top + Math.min(r.height / 2, 10), 1), innerHeight - 1));
        if (top && !e.contains(top) && !top.contains(e) && getComputedStyle(top).position === "fixed") out.push(`focus covered by ${name(top)}: ${name(e)}`);
      }
      const last = window.checks.last;
      if (last === e) return { same: true }; // a part of a date
      if (last && !(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) out.push(`focus goes back from ${name(last)} to ${name(e)}`);
      window.checks.last = e;
      return { name: name(e), complaints: out };
    },
  };
})();
