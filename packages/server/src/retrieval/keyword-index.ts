/** A document that was found. */
export interface KeywordHit {
  readonly id: string;
  /** Above 0 and below 1: the share of the best possible match of the query. */
  readonly score: number;
}

/** How soon further occurrences of a term stop counting, and how much long documents are discounted. The usual values. */
const K1 = 1.2;
const B = 0.75;

/** What a pair of neighbors counts for, as a share of its two words alone. */
const PAIR = 0.5;

/** The documents with one term. Documents are numbered, and numbers only grow. */
interface Postings {
  /** One of the bits above those of the count, for the entries of the term before. */
  readonly bit: number;
  /**
   * Two for each document: its number, and how often it has the term, up to 255, in the lowest 8 bits. The bits above it are those of the
   * terms that follow. Terms share bits, so that about a tenth of the documents with both words of a pair seem to have the pair.
   */
  entries: Uint32Array;
  /** Of documents. */
  length: number;
}

const COUNT_BITS = 8;
const MAX_COUNT = 2 ** COUNT_BITS - 1;
const FOLLOWER_BITS = 32 - COUNT_BITS;

/** An index of documents by their terms in memory, ranked with BM25, and by the pairs of neighbors that they share with the query. */
export class KeywordIndex {
  readonly #postings = new Map<string, Postings>();
  readonly #numbers = new Map<string, number>();
  /** By number. */
  readonly #ids: (string | undefined)[] = [];
  readonly #lengths: number[] = [];
  #totalLength = 0;

  /** Adds a document. Its id must not be in the index. */
  add(id: string, terms: readonly string[]): void {
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#lengths.push(terms.length);
    this.#numbers.set(id, number);
    this.#totalLength += terms.length;
    let before: Postings | undefined;
    for (const term of terms) {
      const postings = this.#postingsOf(term);
      countOccurrence(postings, number);
      if (before) addFollower(before, postings.bit);
      before = postings;
    }
  }

  /** Removes a document; its postings are dropped when most documents were removed. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.#ids[number] = undefined;
    this.#totalLength -= this.#lengths[number] ?? 0;
    if (this.#ids.length > 2 * this.#numbers.size) this.#compact();
  }

  /** The best documents for the terms of a query, best first, at most `limit`. */
  search(terms: readonly string[], limit: number, isWanted: (id: string) => boolean): readonly KeywordHit[] {
    const scores = new Float64Array(this.#ids.length);
    let best = 0;
    for (const term of new Set(terms)) {
      best += this.#weightOf(term) * (K1 + 1);
      this.#scoreTerm(term, scores);
    }
    for (const [term, follower] of distinctPairs(terms)) {
      const weight = PAIR * (this.#weightOf(term) + this.#weightOf(follower));
      best += weight;
      this.#scorePair(term, follower, weight, scores);
    }
    return this.#bestOf(scores, limit, isWanted).map(({ id, score }) => ({ id, score: score / best }));
  }

  #scoreTerm(term: string, scores: Float64Array): void {
    const { entries, length } = this.#postings.get(term) ?? NO_POSTINGS;
    const weight = this.#weightOf(term);
    const averageLength = this.#totalLength / Math.max(1, this.#numbers.size);
    for (let at = 0; at < length * 2; at += 2) {
      const number = entries[at] ?? 0;
      const count = (entries[at + 1] ?? 0) & MAX_COUNT;
      const relativeLength = (this.#lengths[number] ?? 0) / averageLength;
      const gain = (count * (K1 + 1)) / (count + K1 * (1 - B + B * relativeLength));
      scores[number] = (scores[number] ?? 0) + weight * gain;
    }
  }

  /** Adds to the scores of the documents with both terms, the second after the first. */
  #scorePair(term: string, follower: string, weight: number, scores: Float64Array): void {
    const first = this.#postings.get(term) ?? NO_POSTINGS;
    const second = this.#postings.get(follower) ?? NO_POSTINGS;
    let other = 0;
    for (let at = 0; at < first.length * 2; at += 2) {
      if (((first.entries[at + 1] ?? 0) & second.bit) === 0) continue;
      const number = first.entries[at] ?? 0;
      while (other < second.length * 2 && (second.entries[other] ?? 0) < number) other += 2;
      if (other === second.length * 2) return;
      if (second.entries[other] === number) scores[number] = (scores[number] ?? 0) + weight;
    }
  }

  /** The documents with the highest scores above 0, best first; of equal scores, that of the older document. */
  #bestOf(scores: Float64Array, limit: number, isWanted: (id: string) => boolean): readonly KeywordHit[] {
    const best: KeywordHit[] = [];
    for (let number = 0; number < scores.length; number += 1) {
      const score = scores[number] ?? 0;
      const isFull = best.length === limit;
      if (score === 0 || (isFull && score <= (best.at(-1)?.score ?? 0))) continue;
      const id = this.#ids[number];
      if (id === undefined || !isWanted(id)) continue;
      if (isFull) best.pop();
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
      best.splice(at, 0, { id, score });
    }
    return best;
  }

  /** A term counts more the rarer it is. */
  #weightOf(term: string): number {
    const documents = this.#postings.get(term)?.length ?? 0;
    return Math.log(1 + (this.#ids.length - documents + 0.5) / (documents + 0.5));
  }

  #postingsOf(term: string): Postings {
    const known = this.#postings.get(term);
    if (known) return known;
    const postings = newPostings(1 << (COUNT_BITS + (this.#postings.size % FOLLOWER_BITS)));
    this.#postings.set(term, postings);
    return postings;
  }

  #compact(): void {
    const renumbered = new Map<number, number>();
    const kept = this.#ids.flatMap((id, number) => (id === undefined ? [] : [{ id, number }]));
    const lengths = kept.map(({ number }) => this.#lengths[number] ?? 0);
    for (const [index, { id, number }] of kept.entries()) {
      renumbered.set(number, index);
      this.#numbers.set(id, index);
    }
    this.#ids.splice(0, Infinity, ...kept.map(({ id }) => id));
    this.#lengths.splice(0, Infinity, ...lengths);
    for (const [term, postings] of this.#postings) {
      const rest = newPostings(postings.bit);
      for (let at = 0; at < postings.length; at += 1) {
        const number = renumbered.get(postings.entries[at * 2] ?? -1);
        if (number !== undefined) append(rest, number, postings.entries[at * 2 + 1] ?? 0);
      }
      if (rest.length === 0) this.#postings.delete(term);
      else this.#postings.set(term, rest);
    }
  }
}

/** The terms that are neighbors, each pair once. */
function distinctPairs(terms: readonly string[]): readonly (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const [index, term] of terms.entries()) {
    const next = terms[index + 1];
    if (next !== undefined && next !== term) pairs.set(`${term} ${next}`, [term, next]);
  }
  return [...pairs.values()];
}

const newPostings = (bit: number): Postings => ({ bit, entries: new Uint32Array(2), length: 0 });

const NO_POSTINGS = newPostings(0);

/** The document is the last one, or a new one. */
function countOccurrence(postings: Postings, document: number): void {
  const { entries, length } = postings;
  const at = length * 2 - 2;
  if (length === 0 || entries[at] !== document) append(postings, document, 1);
  else if (((entries[at + 1] ?? 0) & MAX_COUNT) < MAX_COUNT) entries[at + 1] = (entries[at + 1] ?? 0) + 1;
}

/** In the last document. */
function addFollower({ entries, length }: Postings, bit: number): void {
  const at = length * 2 - 1;
  entries[at] = (entries[at] ?? 0) | bit;
}

function append(postings: Postings, document: number, bits: number): void {
  const at = postings.length * 2;
  if (at === postings.entries.length) {
    const longer = new Uint32Array(at * 2);
    longer.set(postings.entries);
    postings.entries = longer;
  }
  postings.entries[at] = document;
  postings.entries[at + 1] = bits;
  postings.length += 1;
}
