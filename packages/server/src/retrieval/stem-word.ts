const SUFFIX = /(?:ing|ed)$/;
const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgmnprt])\1$/;
/** Such a stem lost an `e`: `rat` of `rating`, but not `test` of `testing`. */
const LOST_E = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/;

/**
 * Removes the endings of English plurals and verbs, so that `cache`, `caches`, `caching` and `cached` are one term. Also cuts some
 * words of other languages, in texts and queries alike.
 *
 * @param word In lower case.
 */
export function stemWord(word: string): string {
  let stem = toSingular(word);
  // Twice for `embedding`, since `embed` itself loses an ending.
  for (let cut = removeSuffix(stem); cut !== stem; cut = removeSuffix(stem)) stem = cut;
  return stem.length > 3 && stem.endsWith('e') && !LOST_E.test(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
}

function toSingular(word: string): string {
  if (!word.endsWith('s') || word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|[cs]h)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function removeSuffix(word: string): string {
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const stem = word.replace(SUFFIX, '');
  if (stem === word || stem.length < 3 || !VOWEL.test(stem)) return word;
  if (stem.length > 3 && DOUBLED.test(stem)) return stem.slice(0, -1);
  return LOST_E.test(stem) ? `${stem}e` : stem;
}
