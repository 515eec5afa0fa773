// The index as its files hold it (generator/search): the catalogue, shards of
// words, shards of texts.
import { Files, Packed } from "./search-files.js";
import { bare, endingOf } from "./search-words.js";

export class Index {
  #files = new Files();

  constructor(address, root) {
    this.address = address;
    this.root = root;
  }

  open() {
    return this.#files.get(this.address, (data) => this.#catalogue(data));
  }

  #catalogue([lang, languages, count, kinds, filters, words, texts, hash, commonWords, names]) {
    this.lang = lang;
    this.count = count;
    this.names = names;
    this.folder = this.address.replace(/[^/]*$/, "");
    this.ending = endingOf(languages.split(" "));
    this.filters = [];
    for (let i = 0; i < filters.length; i += 2) this.filters.push({ id: filters[i], name: filters[i + 1] });
    this.kinds = runs(kinds, count, this.filters.length);
    this.words = words.split(",").map((s, n) => {
      const [from, name] = s.split(" ");
      return { from, address: `${this.folder}w${n}.${name}.js` };
    });
    this.texts = firsts(texts, count);
    this.hash = hash;
    this.common = new Set(commonWords.split(" "));
    return this;
  }

  // countKinds returns how many of the pages in all groups are of each kind, by its id.
  countKinds(groups) {
    const counts = new Uint32Array(noKind + 1);
    for (const pages of groups) for (let i = 0; i < pages.length; i++) counts[this.kinds[pages[i]]]++;
    return Object.fromEntries(this.filters.map((f, n) => [f.id, counts[n]]));
  }

  // pagesOf returns those of the pages that are of a kind.
  pagesOf(kind, pages) {
    const n = this.filters.findIndex((f) => f.id === kind);
    return pages.filter((page) => this.kinds[page] === n);
  }

  // shards returns the numbers of the shards that may hold words from low to high.
  shards(low, high = low) {
    const at = (key) => {
      let n = this.words.length - 1;
      while (n > 0 && this.words[n].from > key) n--;
      return n;
    };
    const list = [];
    for (let n = at(low); n <= at(high); n++) list.push(n);
    return list;
  }

  // terms loads a shard of words.
  terms(n) {
    return this.#files.get(this.words[n].address, ([text, packed]) => {
      const p = new Packed(packed);
      return text.split(" ").map((t) => {
        const [begin, ...endings] = t.split(",");
        const pages = p.number();
        const term = { begin, pages, packed, at: p.at, forms: endings.map((e) => begin + e) };
        term.bare = term.forms.map(bare);
        p.skip(pages);
        p.at += pages;
        return term;
      });
    });
  }

  // text loads the text of a page.
  async text(page) {
    let n = this.texts.length - 1;
    while (n > 0 && this.texts[n] > page) n--;
    const pages = await this.#files.get(`${this.folder}t${n}.js?${this.hash}`);
    return pages[page - this.texts[n]];
  }
}

// raisePages raises the weight of every page of a term to what it has there,
// times how sure the term is, and returns how many had none before.
export function raisePages(weights, term, sure) {
  const p = new Packed(term.packed, term.at);
  const pages = p.numbers(term.pages);
  let more = 0;
  for (let i = 0, page = -1; i < pages.length; i++) {
    page += pages[i] + 1;
    const weight = p.digit() * sure;
    if (weights[page] === 0) more++;
    if (weight > weights[page]) weights[page] = weight;
  }
  return more;
}

const noKind = 255;

// runs unfolds the pages' kinds: the number of a filter for each page.
function runs(packed, count, filters) {
  const p = new Packed(packed);
  const kinds = new Uint8Array(count);
  for (let from = 0; p.more;) {
    const kind = packed.charCodeAt(p.at++) - 97;
    const to = from + p.number();
    kinds.fill(kind < filters ? kind : noKind, from, to);
    from = to;
  }
  return kinds;
}

// firsts unfolds the number of the first page in each shard of texts.
function firsts(packed) {
  const p = new Packed(packed);
  const list = [];
  for (let next = 0; p.more; next += p.number()) list.push(next);
  return list;
}
