// A Mirror keeps a copy of the page as the server sent it. When a newer state
// comes, the copy and the newer one are compared, and only where they differ
// is the page itself touched: what scripts and readers have done to the rest
// (open lists, text in fields, focus, the place one has scrolled to) stays.
export class Mirror {
  #live = new WeakMap(); // node of the copy → node of the page
  #copy;

  constructor(page) {
    this.#copy = page.documentElement.cloneNode(true);
    this.#copy.removeAttribute("data-scheme"); // the reader's choice, made before this script ran
    this.#pair(this.#copy, page.documentElement);
  }

  // patch makes the page equal to a newer state. It returns false where only a
  // reload will do: other scripts.
  patch(next) {
    const before = scripts(this.#copy);
    const after = scripts(next);
    if (before.length !== after.length || before.some((src, i) => src !== after[i])) return false;
    this.#element(this.#copy, next.documentElement);
    return true;
  }

  #pair(copy, live) {
    this.#live.set(copy, live);
    for (let i = 0; i < copy.childNodes.length; i++) this.#pair(copy.childNodes[i], live.childNodes[i]);
  }

  #element(old, now) {
    this.#attributes(old, now);
    this.#children(old, now);
  }

  #attributes(old, now) {
    const live = this.#live.get(old);
    for (const { name } of [...old.attributes]) {
      if (now.hasAttribute(name)) continue;
      old.removeAttribute(name);
      live.removeAttribute(name);
    }
    for (const { name, value } of [...now.attributes]) {
      if (old.getAttribute(name) === value) continue;
      old.setAttribute(name, value);
      if (name === "href" && live.matches('link[rel="stylesheet"]')) this.#restyle(old, live, value);
      else live.setAttribute(name, value);
    }
  }

  // restyle puts a newer style sheet beside the old one, and takes that away
  // once the newer one is there, so that the page is never without.
  #restyle(old, live, href) {
    const next = live.cloneNode();
    next.setAttribute("href", href);
    this.#live.set(old, next);
    for (const event of ["load", "error"]) next.addEventListener(event, () => live.remove(), { once: true });
    live.after(next);
  }

  #children(old, now) {
    let last = null; // the child of the copy after which the next one stands
    for (const [before, after] of align([...old.childNodes], [...now.childNodes])) {
      if (!after) {
        this.#live.get(before).remove();
        before.remove();
      } else if (before) {
        this.#node(before, after);
        last = before;
      } else {
        last = this.#add(old, last, after);
      }
    }
  }

  #add(old, last, node) {
    const copy = document.importNode(node, true);
    const live = document.importNode(node, true);
    const beside = last && this.#live.get(last);
    last ? last.after(copy) : old.prepend(copy);
    beside?.parentNode ? beside.after(live) : this.#live.get(old).prepend(live);
    this.#pair(copy, live);
    return copy;
  }

  #node(old, now) {
    if (old.isEqualNode(now)) return;
    if (old.nodeType === Node.ELEMENT_NODE) return this.#element(old, now);
    old.data = now.data;
    this.#live.get(old).data = now.data;
  }
}

function scripts(root) {
  return [...root.querySelectorAll("script[src]")].map((s) => s.getAttribute("src"));
}

// align pairs two lists of nodes in order: [old, now], [old, undefined] for one
// that goes, [undefined, now] for one that comes. Equal nodes are paired first;
// what lies between them is paired by what it is.
function align(old, now) {
  let head = 0;
  while (head < old.length && head < now.length && old[head].isEqualNode(now[head])) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail].isEqualNode(now[now.length - 1 - tail])) tail++;
  return [
    ...old.slice(0, head).map((n, i) => [n, now[i]]),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map((n, i) => [n, now[now.length - tail + i]]),
  ];
}

// manyPairs is how large a table of comparisons may be; beyond it nodes are
// paired by their place.
const manyPairs = 40000;

// middle pairs by the best common sequence: an equal node counts more than one
// of the same kind.
function middle(old, now) {
  const n = old.length;
  const m = now.length;
  if (n * m > manyPairs) return byPlace(old, now);
  const score = (i, j) => (!alike(old[i], now[j]) ? 0 : old[i].isEqualNode(now[j]) ? 3 : 1);
  const best = Array.from({ length: n + 1 }, () => new Uint32Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const s = score(i, j);
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], s && s + best[i + 1][j + 1]);
    }
  }
  const pairs = [];
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    const s = score(i, j);
    if (s && best[i][j] === s + best[i + 1][j + 1]) pairs.push([old[i++], now[j++]]);
    else if (best[i][j] === best[i + 1][j]) pairs.push([old[i++], undefined]);
    else pairs.push([undefined, now[j++]]);
  }
  while (i < n) pairs.push([old[i++], undefined]);
  while (j < m) pairs.push([undefined, now[j++]]);
  return pairs;
}

function byPlace(old, now) {
  const pairs = [];
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    if (old[i] && now[i] && !alike(old[i], now[i])) pairs.push([old[i], undefined], [undefined, now[i]]);
    else pairs.push([old[i], now[i]]);
  }
  return pairs;
}

// alike reports whether one node may become the other.
function alike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "") && (a.name ?? "") === (b.name ?? "") && (a.type ?? "") === (b.type ?? "");
}
