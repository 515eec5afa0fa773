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
    this.kinds = runs(kinds, filters);
    this.filters = [];
    for (let i = 0; i < filters.length; i += 2) this.filters.push({ id: filters[i], name: filters[i + 1] });
    this.words = words.split(",").map((s, n) => {
      const [from, name] = s.split(" ");
      return { from, address: `${this.folder}w${n}.${name}.js` };
    });
    this.texts = firsts(texts, count);
    this.hash = hash;
    this.common = new Set(commonWords.split(" "));
    return this;
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

// eachPage calls found with every page of a term and the weight it has there.
export function eachPage(term, found) {
  const p = new Packed(term.packed, term.at);
  const pages = new Int32Array(term.pages);
  for (let i = 0, next = 0; i < pages.length; i++, next++) next = pages[i] = next + p.number();
  for (const page of pages) found(page, p.digit());
}

// runs unfolds the pages' kinds: a letter for each page.
function runs(packed, filters) {
  const p = new Packed(packed);
  const kinds = [];
  while (p.more) {
    const kind = filters[2 * (packed.charCodeAt(p.at++) - 97)] ?? "";
    for (let n = p.number(); n > 0; n--) kinds.push(kind);
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
