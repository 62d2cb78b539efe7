import { stemWord } from './stem-word.ts';

const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
/** Scripts whose words are not separated by spaces, and Korean, which adds particles to them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const IDEOGRAPH = /\p{Script=Han}/u;
/** Where the parts of an identifier meet: `useThread`, `HTTPServer`, `max_tokens`. */
const PART_END = /(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_+/u;
const MARKS = /\p{M}+/gu;
const ASCII = /^[\x20-\x7E]*$/;
/** Most words: without parts. */
const PLAIN = /^(?:[A-Za-z][a-z]*|\d+)$/;
/** Longer words, such as encoded data, are cut. */
const MAX_CHARS = 64;

/** The terms of words that were read before, since words repeat. Only of short ones: a long one could keep its whole text in memory. */
const knownTerms = new Map<string, readonly string[]>();
const MAX_KNOWN_WORDS = 20_000;
const MAX_KNOWN_CHARS = 12;

/**
 * The terms by which a text is found, in their order, with repetitions: words without case and diacritics, without the endings of
 * English plurals and verbs, identifiers whole and in parts, and for scripts without spaces pairs of characters and single ideographs.
 * Queries have the same terms.
 */
export function searchTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of text.normalize('NFKC').match(WORD) ?? []) {
    for (const term of termsOfWord(word)) terms.push(term);
  }
  return terms;
}

function termsOfWord(word: string): readonly string[] {
  if (word.length > MAX_KNOWN_CHARS) return readWord(word);
  const known = knownTerms.get(word);
  if (known) return known;
  const terms = readWord(word);
  if (knownTerms.size === MAX_KNOWN_WORDS) knownTerms.clear();
  knownTerms.set(word, terms);
  return terms;
}

function readWord(word: string): readonly string[] {
  const terms: string[] = [];
  if (ASCII.test(word)) addWord(word, terms);
  else addMixedWord(word, terms);
  return terms;
}

function addMixedWord(word: string, terms: string[]): void {
  let end = 0;
  for (const match of word.matchAll(UNSPACED)) {
    addWord(word.slice(end, match.index), terms);
    addCharacters(match[0], terms);
    end = match.index + match[0].length;
  }
  addWord(word.slice(end), terms);
}

/** Pairs, and single ideographs, since many are words. */
function addCharacters(run: string, terms: string[]): void {
  const characters = Array.from(run);
  for (const character of characters) {
    if (characters.length === 1 || IDEOGRAPH.test(character)) terms.push(character);
  }
  for (let at = 1; at < characters.length; at += 1) terms.push(`${characters[at - 1]}${characters[at]}`);
}

function addWord(word: string, terms: string[]): void {
  if (PLAIN.test(word)) {
    terms.push(stemWord(word.slice(0, MAX_CHARS).toLowerCase()));
    return;
  }
  const parts = word.split(PART_END).filter((part) => part !== '');
  if (parts.length > 1) terms.push(toTerm(word.replaceAll('_', '')));
  for (const part of parts) terms.push(toTerm(part));
}

function toTerm(word: string): string {
  const lower = word.slice(0, MAX_CHARS).toLowerCase();
  if (ASCII.test(lower)) return stemWord(lower);
  return stemWord(lower.normalize('NFD').replaceAll(MARKS, '').replaceAll('ß', 'ss'));
}
