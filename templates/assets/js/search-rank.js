// Weighs the pages by the terms that they have. What runs here runs once for
// each page of a large handbook, before a browser has learnt to run it fast.
import { raisePages } from "./search-index.js";

// rank returns the pages that answer the wants: in groups, those of the first
// being better than those of the next; their sums; and whether they answer
// only in part. It notes of each want how rare it is.
export function rank(wants, count) {
  const weights = wants.map((want) => weigh(want, count));
  const rare = wants.filter((w) => !w.frequent);
  const needed = rare.length > 0 ? rare : wants;
  const question = wants.length >= 4;
  const sums = new Float32Array(count);
  const shares = new Float64Array(count); // how much of the query each page has
  const has = new Uint8Array(count);
  wants.forEach((want, i) => add(weights[i], want.rare, needed.includes(want) ? 1 : 0, sums, shares, has));
  if (wants.length > 1) damp(sums, shares, wants.reduce((sum, w) => sum + w.rare, 0), question);
  return { sums, ...group(sums, has, needed.length, question) };
}

function weigh(want, count) {
  const weights = new Float32Array(count);
  let pages = 0;
  for (const [term, sure] of want.terms) pages += raisePages(weights, term, sure);
  want.rare = Math.log(1 + count / (pages + .5));
  want.frequent = 2 * pages > count;
  return weights;
}

function add(weights, rare, needed, sums, shares, has) {
  for (let p = 0; p < weights.length; p++) {
    if (weights[p] === 0) continue;
    sums[p] += weights[p] * rare;
    shares[p] += rare;
    has[p] += needed;
  }
}

// damp lets pages count less that lack some of the query.
function damp(sums, shares, whole, question) {
  for (let p = 0; p < sums.length; p++) {
    if (sums[p] === 0 || shares[p] === whole) continue;
    const share = shares[p] / whole;
    sums[p] *= question ? share : share * share;
  }
}

// group finds the pages that have all words. Where hardly any has, or where
// the words are as many as in a question, the best of those that have most of
// them are among them.
function group(sums, has, needed, question) {
  const all = [], some = [];
  for (let p = 0; p < sums.length; p++) {
    if (sums[p] === 0) continue;
    if (has[p] === needed) all.push(p);
    else if (2 * has[p] >= needed) some.push(p);
  }
  if (all.length >= 3 && !question) return { groups: [all], partly: false };
  const few = best([some], sums, 20);
  return { groups: question ? [[...all, ...few].sort((a, b) => a - b)] : [all, few], partly: all.length === 0 && some.length > 0 };
}

// best returns the first n pages of the groups, those with the largest sums
// first, then by their numbers. Few are wanted of many: nothing else is sorted.
export function best(groups, sums, n) {
  const list = [];
  for (const pages of groups) {
    const from = list.length;
    for (let i = 0; i < pages.length; i++) {
      const page = pages[i];
      if (list.length === n && (from === n || sums[page] <= sums[list[n - 1]])) continue;
      let at = list.length;
      while (at > from && (sums[list[at - 1]] < sums[page] || sums[list[at - 1]] === sums[page] && list[at - 1] > page)) at--;
      list.splice(at, 0, page);
      if (list.length > n) list.pop();
    }
  }
  return list;
}
