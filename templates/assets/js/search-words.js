// Words as the index spells them. What is here has its like in
// generator/search/words.go, and a test that compares the two.

const word = /[\p{L}\p{N}\p{M}\u00ad]+/gu;
const spelled = { "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i" };
const plain = /^[\0-\x7f]*$/;
const nordic = /^[\0-\x7fåäö]*$/; // most words that are not plain

// eachWord calls found with each word of a text, in lower case and folded, and
// where it begins and ends.
export function eachWord(text, found) {
  for (const m of text.matchAll(word)) found(fold(m[0].toLowerCase()), m.index, m.index + m[0].length);
}

export const fold = (w) => (nordic.test(w) ? w : folded(w, "åäö"));
export const bare = (w) => (plain.test(w) ? w : nordic.test(w) ? w.replace(/[åäö]/g, (c) => (c === "ö" ? "o" : "a")) : folded(w, ""));

function folded(w, kept) {
  let out = "";
  for (const c of w.normalize("NFC")) {
    out += kept.includes(c) ? c : spelled[c] ?? c.normalize("NFD").replace(/\p{Mn}|\u00ad/gu, "");
  }
  return out.normalize("NFC");
}

export function common(a, b) {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

// What may follow the part that two forms of a word have in common, without
// accents: [a consonant of gradation][vowels][case][owner][particle] in
// Finnish, inflection and the commonest derivations in Swedish and English.
const endings = {
  fi: /^[dghjklmnprstv]{0,2}[aeiouy]{0,3}(?:[nt]|t?ta|ssa|sta|ll?[ae]|lta|na|ksi|kse|h[aeiouy]n|seen|siin|[dtj]?en|ja|tten|ist[ae]|mme|set|nen|minen|mis(?:en|ta|ssa|een|et|t[ae])|s|us|uu[ds]e?n?)?(?:ni|si|nsa|mme|nne)?(?:kin|kaan|ko|han|pa)?$/,
  sv: /^(?:[aeo]?r?(?:n|na|nas|ns)?s?|e[nt]s?|t|are|aren|arna|arnas|ande|andet|ad[et]?|at|ats|igt?|iga|ligt?|liga|het|heten|ning|ningen|ningar|ningarna|skap|skapet|else|elsen|elser)$/,
  en: /^(?:e?s|e?d|ing|ings|e?rs?|ly|e|y|ies|ied|ions?|ations?|ment|ments|al|ity|ful|ness|able|ive)$|^$/,
};
const shortEnding = /^.{0,3}$/u;

// endingOf returns the test for an ending in any of the languages.
export function endingOf(languages) {
  const tests = new Set([endings.en]);
  for (const l of languages) tests.add(endings[l.split("-")[0]] ?? shortEnding);
  return (s) => [...tests].some((t) => t.test(s));
}

// slip reports whether a word is a form, or the beginning of one, but for one
// letter that is wrong, missing or too much, or two that have changed places.
export function slip(word, form) {
  const i = common(word, form);
  const rest = word.slice(i + 1);
  return i === word.length || form.startsWith(rest, i + 1) || form.startsWith(rest, i) || form.startsWith(word.slice(i), i + 1) ||
    (word[i] === form[i + 1] && word[i + 1] === form[i] && form.startsWith(word.slice(i + 2), i + 2));
}
