// Cuts from a page's text what answers a query.
import { bare, eachWord } from "./search-words.js";

const length = 200; // of an excerpt, in characters, roughly
const before = 60; // at most so much of it stands before the first match
const sections = 2; // of a page are shown at most

// excerpter returns a function that makes a result of a page: {href, title,
// kind, lang, text, more}, more being sections with the same fields. Texts are
// lists of strings, those at odd places being matches.
export function excerpter(wants, index) {
  const match = matcher(wants);
  return ([address, title, kind, lang, parts]) => {
    const href = index.root + address.split("/").map(encodeURIComponent).join("/");
    const all = [];
    for (let i = 0; i < parts.length; i += 3) all.push(section(parts[i], parts[i + 1], parts[i + 2], match, wants));
    const open = all.find((s) => !s.anchor);
    const found = all.filter((s) => s.weight > 0);
    found.sort((a, b) => b.weight - a.weight);
    const best = found[0]?.weight ?? 0;
    const more = found.filter((s) => s.anchor && s.weight >= best / 2).slice(0, sections);
    return {
      href, kind, lang: lang || "", title: marked(title, match),
      text: open && (open.weight >= best / 2 || more.length === 0) ? excerpt(open, wants) : [],
      more: more.map((s) => ({ href: href + "#" + encodeURIComponent(s.anchor), title: marked(s.heading, match), text: excerpt(s, wants) })),
    };
  };
}

// matcher returns a function that tells which want a word answers, -1 if none.
// What it found of a word it knows when the word comes again.
function matcher(wants) {
  const known = new Map();
  wants.forEach((want, i) => {
    for (const t of want.terms.keys()) for (const f of t.forms) if (!known.has(f)) known.set(f, i);
  });
  const within = [];
  wants.forEach((want, i) => {
    for (const [t, sure] of want.terms) if (t.begin.length >= 4 && sure >= .6) within.push([t.begin, i]);
  });
  const open = [];
  wants.forEach((want, i) => {
    if (want.open && want.key.length > 1) open.push([want.key, i]);
  });
  return (word) => {
    let i = known.get(word);
    if (i === undefined) {
      const plain = open.length > 0 ? bare(word) : "";
      i = open.find(([key]) => plain.startsWith(key))?.[1] ?? within.find(([begin]) => word.length > begin.length + 3 && word.includes(begin))?.[1] ?? -1;
      known.set(word, i);
    }
    return i;
  };
}

// section finds the matches of a section and weighs it by them.
function section(anchor, heading, text, match, wants) {
  const hits = [];
  const seen = new Set();
  let weight = 0;
  eachWord(heading, (w) => {
    const i = match(w);
    if (i >= 0 && !seen.has(i)) weight += 2 * wants[i].rare;
    if (i >= 0) seen.add(i);
  });
  eachWord(text, (w, from, to) => {
    const want = match(w);
    if (want < 0) return;
    weight += wants[want].rare * (seen.has(want) ? .1 : 1);
    seen.add(want);
    hits.push({ want, from, to });
  });
  return { anchor, heading, text, hits, weight };
}

// excerpt cuts the stretch of a section with the most of the wanted words.
function excerpt({ text, hits }, wants) {
  let best = 0, from = 0;
  hits.forEach((first, i) => {
    const seen = new Set();
    let weight = 0;
    for (let k = i; k < hits.length && hits[k].to < first.from + length - before; k++) {
      weight += wants[hits[k].want].rare * (seen.has(hits[k].want) ? .1 : 1);
      seen.add(hits[k].want);
    }
    if (weight > best + 1e-6) [best, from] = [weight, beginning(text, first.from)];
  });
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), text.lastIndexOf("\n", to), from + before);
  const list = [from > 0 && !/[\n.!?] ?$/.test(text.slice(0, from)) ? "… " : ""];
  let at = from;
  for (const h of hits) {
    if (h.from < at || h.to > to) continue;
    list[list.length - 1] += lines(text.slice(at, h.from));
    list.push(text.slice(h.from, h.to), "");
    at = h.to;
  }
  list[list.length - 1] += lines(text.slice(at, to)) + (to < text.length ? " …" : "");
  return list;
}

// beginning is where an excerpt begins: at the sentence's or line's beginning
// where that is near, else at a word some way before the match.
function beginning(text, match) {
  const least = Math.max(0, match - before);
  const stretch = text.slice(least, match);
  const ends = [". ", "? ", "! "].map((mark) => stretch.lastIndexOf(mark) + 2).filter((n) => n > 1);
  const sentence = Math.max(stretch.lastIndexOf("\n") + 1, ...ends);
  if (sentence > 0 || least === 0) return least + sentence;
  return least + stretch.search(/\s/) + 1;
}

// lines shows where a line ends that no mark ends.
const lines = (text) => text.replace(/([^\n]?)\n/g, (_, c) => (/[.!?:;…]/.test(c) ? c + " " : c + " · "));

function marked(text, match) {
  const list = [""];
  let at = 0;
  eachWord(text, (w, from, to) => {
    if (match(w) < 0) return;
    list[list.length - 1] += text.slice(at, from);
    list.push(text.slice(from, to), "");
    at = to;
  });
  list[list.length - 1] += text.slice(at);
  return list;
}
