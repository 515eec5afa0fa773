// Answers queries: each word of a query becomes a want, the terms that it may
// mean with how sure that is; pages are weighed by the wants they answer.
import { excerpter } from "./search-excerpts.js";
import { Index } from "./search-index.js";
import { best, rank } from "./search-rank.js";
import { bare, common, eachWord, slip } from "./search-words.js";

const fewShards = 18; // as many may all be read for a word that is in none of the likely ones
const guesses = 3; // pages shown at first where nothing fits and similar words stand in
const divisible = 8; // letters that a compound has at least

export class Engine {
  constructor(address, root) {
    this.index = new Index(address, root);
  }

  // find returns what pages answer a query, the best first: {total, counts by
  // kind, partly, instead, results}. Results are made for the pages from
  // `from` up to `to`, each as soon as its text is loaded.
  async find(query, { kind = "", from = 0, to = 5 } = {}) {
    const index = await this.index.open();
    const wants = await this.#wants(query);
    if (from === 0 && wants.some((w) => w.guessed)) to = Math.min(to, guesses);
    const { groups, sums, partly } = rank(wants, index.count);
    const counts = index.countKinds(groups);
    const chosen = kind ? groups.map((pages) => index.pagesOf(kind, pages)) : groups;
    const excerpts = excerpter(wants, index);
    const results = await Promise.all(best(chosen, sums, to).slice(from).map((page) => index.text(page).then(excerpts)));
    return {
      total: size(chosen), all: size(groups), counts, partly, results,
      instead: wants.filter((w) => w.guessed).map((w) => w.word),
    };
  }

  // wants reads a query. Words that most pages have are left out where there
  // are better ones.
  async #wants(query) {
    const words = [];
    eachWord(query.slice(0, 300), (w) => words.push(w));
    const joined = await this.#joined(query);
    const unique = [...new Set(words.filter((w) => !joined.some((j) => j.parts.has(w))))].slice(0, 12);
    const better = unique.filter((w) => !this.index.common.has(w) && w.length > 1);
    const chosen = better.length > 0 ? better : unique;
    const last = /[\p{L}\p{N}\p{M}]$/u.test(query) ? words.at(-1) : "";
    const wants = await Promise.all(chosen.map((w) => this.#want(w, w === last)));
    return [...joined.map((j) => j.want), ...wants.flat()];
  }

  // joined finds words that a query writes with hyphens and pages without.
  async #joined(query) {
    const list = [];
    if (!/[-‐‑]/.test(query)) return list;
    for (const [written] of query.slice(0, 300).matchAll(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu)) {
      const parts = new Set(), letters = [];
      eachWord(written, (w) => letters.push(w) && parts.add(w));
      const [want, ...more] = await this.#want(letters.join(""), false);
      if (want.sure && more.length === 0) list.push({ want, parts });
    }
    return list;
  }

  // want finds the terms that a word may mean. It returns several wants where
  // the word is a compound that no page has but whose parts some have.
  async #want(word, open, depth = 0) {
    const key = bare(word);
    const want = { word, key, open, terms: new Map() };
    spelled(want, await this.#read(this.index.shards(key, key + "\uffff").slice(0, key.length < 3 ? 1 : 2)));
    if (want.terms.size > 0) return [want];
    const terms = await this.#before(key, depth);
    inflected(want, terms, this.index.ending);
    if (want.sure) return [want];
    const parts = depth < 3 && key.length >= divisible ? await this.#parts(want, terms, depth) : [];
    if (parts.length > 0) return parts;
    if (depth > 0) return [want]; // not sure, so that the compound is taken apart elsewhere
    if (key.length >= 4) await this.#elsewhere(want, terms);
    want.guessed = want.terms.size === 0;
    if (want.guessed) alike(want, terms);
    return [want];
  }

  async #read(shards) {
    return (await Promise.all(shards.map((n) => this.index.terms(n)))).flat();
  }

  // before loads the terms that begin as a word does: of the shards up to its
  // own the last ones. What is left of a compound must be sure; where it will
  // not be taken apart again, what begins as most of it does is enough.
  #before(key, depth) {
    const begin = depth > 0 && key.length < divisible ? Math.max(5, Math.ceil(key.length * .75)) : 4;
    return this.#read(this.index.shards(key.slice(0, begin), key + "\uffff").slice(-4));
  }

  // parts takes a compound of the query apart: a form that begins it, the
  // longest first, then what is left of it.
  async #parts(want, terms, depth) {
    const first = new Map(); // length → term
    for (const t of terms) {
      for (const f of t.bare) {
        if (f.length > 3 && want.key.length - f.length >= 4 && want.key.startsWith(f)) first.set(f.length, t);
      }
    }
    for (const length of [...first.keys()].sort((a, b) => b - a)) {
      for (const link of want.key[length] === "s" ? [0, 1] : [0]) {
        const rest = await this.#want(want.key.slice(length + link), want.open, depth + 1);
        if (rest.every((w) => w.sure)) return [{ ...want, terms: new Map([[first.get(length), .9]]), sure: true }, ...rest];
      }
    }
    return [];
  }

  // elsewhere adds the terms that hold the word, or differ from it by a slip.
  // It reads all of a small index; of a large one, where none of those read
  // will do, what slips of the first letters lead to.
  async #elsewhere(want, terms) {
    const { key } = want;
    const { words } = this.index;
    const found = slips(want, terms);
    if (words.length <= fewShards) slips(want, await this.#read(words.map((_, n) => n)));
    else if (!found) {
      const near = [key[1] + key[0] + key.slice(2), key.slice(1), key[0] + key[2] + key[1]];
      slips(want, await this.#read([...new Set(near.flatMap((k) => this.index.shards(k)))]));
    }
  }
}

const size = (groups) => groups.reduce((sum, pages) => sum + pages.length, 0);

function raise(want, term, sure) {
  if ((want.terms.get(term) ?? 0) < sure) want.terms.set(term, sure);
}

// spelled adds the terms that have the word as one of their forms, and, of the
// word that is being typed, those that begin with it. Words typed without
// their accents count a little less, and not at all beside those with them.
function spelled(want, terms) {
  let exact = false, accents = false;
  const found = [];
  for (const t of terms) {
    for (let i = 0; i < t.forms.length; i++) {
      if (!t.bare[i].startsWith(want.key)) continue;
      const same = t.forms[i].startsWith(want.word);
      const whole = t.bare[i].length === want.key.length;
      exact ||= whole && same;
      accents ||= same;
      found.push({ t, whole, same, share: want.key.length / t.bare[i].length });
    }
  }
  for (const f of found) {
    if (accents && !f.same && want.word !== want.key) continue;
    const sure = f.whole ? 1 : exact ? (want.open ? .3 + .4 * f.share : 0) : .5 + .4 * f.share;
    if (sure > 0) raise(want, f.t, f.same ? sure : .8 * sure);
  }
  want.sure = want.terms.size > 0;
}

// inflected adds the terms with forms that share all but their ending with the
// word; sure, where what they share is most of it.
function inflected(want, terms, ending) {
  let length = Math.max(3, Math.ceil(want.key.length * .4));
  let best = [];
  for (const t of terms) {
    for (const f of t.bare) {
      const n = common(want.key, f);
      if (n < length || !ending(want.key.slice(n)) || !ending(f.slice(n))) continue;
      if (n > length) [length, best] = [n, []];
      best.push(t);
    }
  }
  for (const t of best) raise(want, t, .7);
  want.sure = best.length > 0 && length >= 5 && length >= .75 * want.key.length;
}

// slips adds the terms that hold the word, or differ from it by a slip, and
// reports whether there are any.
function slips(want, terms) {
  const { key, open } = want;
  let found = false;
  for (const t of terms) {
    for (const f of t.bare) {
      const longer = Math.abs(f.length - key.length) > 1;
      const sure = f.includes(key) ? .7 : f.length >= 4 && (open || !longer) && slip(key, f) ? (longer ? .5 : .75) : 0;
      if (sure === 0) continue;
      raise(want, t, sure);
      found = true;
    }
  }
  return found;
}

// alike adds the terms that share the longest beginning with a word that means nothing else.
function alike(want, terms) {
  let length = Math.max(3, Math.ceil(want.key.length * .5));
  let best = [];
  for (const t of terms) {
    for (const f of t.bare) {
      const n = common(want.key, f);
      if (n > length) [length, best] = [n, []];
      if (n === length) best.push(t);
    }
  }
  for (const t of best) raise(want, t, .3);
}
