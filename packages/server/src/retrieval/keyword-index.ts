/** A document that was found. */
export interface KeywordHit {
  readonly id: string;
  /** Above 0 and below 1: the share of the best possible match of the query. */
  readonly score: number;
}

/** How soon further occurrences of a term stop counting, and how much long documents are discounted. The usual values. */
const K1 = 1.2;
const B = 0.75;

/** The documents with one term, and how often each has it. Documents are numbered, and numbers only grow. */
interface Postings {
  documents: Uint32Array;
  counts: Uint8Array;
  length: number;
}

/** An index of documents by their terms in memory, ranked with BM25. */
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
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const postings = this.#postings.get(term) ?? newPostings();
      append(postings, number, count);
      this.#postings.set(term, postings);
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
    const averageLength = this.#totalLength / Math.max(1, this.#numbers.size);
    let best = 0;
    for (const term of new Set(terms)) {
      const postings = this.#postings.get(term);
      const weight = this.#weightOf(postings?.length ?? 0);
      best += weight * (K1 + 1);
      if (!postings) continue;
      for (let at = 0; at < postings.length; at += 1) {
        const number = postings.documents[at] ?? 0;
        const count = postings.counts[at] ?? 0;
        const relativeLength = (this.#lengths[number] ?? 0) / averageLength;
        const gain = (count * (K1 + 1)) / (count + K1 * (1 - B + B * relativeLength));
        scores[number] = (scores[number] ?? 0) + weight * gain;
      }
    }
    return this.#bestOf(scores, limit, isWanted).map(({ id, score }) => ({ id, score: score / best }));
  }

  /** The documents with the highest scores above 0, best first; of equal scores, that of the older document. */
  #bestOf(scores: Float64Array, limit: number, isWanted: (id: string) => boolean): readonly KeywordHit[] {
    const best: KeywordHit[] = [];
    for (const [number, score] of scores.entries()) {
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
  #weightOf(documents: number): number {
    return Math.log(1 + (this.#ids.length - documents + 0.5) / (documents + 0.5));
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
      const rest = newPostings();
      for (let at = 0; at < postings.length; at += 1) {
        const number = renumbered.get(postings.documents[at] ?? -1);
        if (number !== undefined) append(rest, number, postings.counts[at] ?? 0);
      }
      if (rest.length === 0) this.#postings.delete(term);
      else this.#postings.set(term, rest);
    }
  }
}

const newPostings = (): Postings => ({ documents: new Uint32Array(2), counts: new Uint8Array(2), length: 0 });

function append(postings: Postings, document: number, count: number): void {
  const { length } = postings;
  if (length === postings.documents.length) {
    const documents = new Uint32Array(length * 2);
    const counts = new Uint8Array(length * 2);
    documents.set(postings.documents);
    counts.set(postings.counts);
    Object.assign(postings, { documents, counts });
  }
  postings.documents[length] = document;
  postings.counts[length] = Math.min(255, count);
  postings.length += 1;
}
