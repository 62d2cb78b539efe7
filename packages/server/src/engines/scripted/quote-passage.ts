import { isRecord } from '../../shared/is-record.ts';
import { splitWords } from './words.ts';

const MAX_SENTENCE_CHARS = 400;
/** The sentences of a passage after these are not read. */
const MAX_SENTENCES = 200;
const NOTHING =
  'I searched the files, and **found nothing** that matches. Ask with words that the files may use.';

/** What the model reads of a search: see `searchOutput`. */
interface Passage {
  readonly cite: string;
  readonly text: string;
}

/** Quotes the sentence of the best passages that shares the most words with the queries, with its marker. */
export function quotePassage(argumentsText: string, output: unknown): string {
  const words = new Set(splitWords(argumentsText));
  const [best, ...others] = readPassages(output).map(({ cite, text }) => ({
    cite,
    ...bestSentence(text, words),
  }));
  if (!best) return NOTHING;
  const second = others.find(({ hits }) => hits > best.hits / 2);
  const quotes = [best, ...(second ? [second] : [])].map(
    ({ cite, sentence }) => `> ${escape(sentence)} ${cite}`,
  );
  return `The files say:\n\n${quotes.join('\n\n')}`;
}

function bestSentence(text: string, words: ReadonlySet<string>): { sentence: string; hits: number } {
  let best = { sentence: '', hits: -1 };
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  let left = MAX_SENTENCES;
  for (const { segment } of segments) {
    const hits = new Set(splitWords(segment).filter((word) => words.has(word))).size;
    if (hits > best.hits && segment.trim() !== '') best = { sentence: segment, hits };
    left -= 1;
    if (left === 0) break;
  }
  const sentence = best.sentence
    .replace(/[\s【】]+/g, ' ')
    .trim()
    .slice(0, MAX_SENTENCE_CHARS);
  return { sentence, hits: best.hits };
}

function readPassages(output: unknown): Passage[] {
  const passages = isRecord(output) && Array.isArray(output['passages']) ? output['passages'] : [];
  return passages.flatMap((passage: unknown) =>
    isRecord(passage) && typeof passage['cite'] === 'string' && typeof passage['text'] === 'string'
      ? [{ cite: passage['cite'], text: passage['text'] }]
      : [],
  );
}

/** Text of a file is not markdown. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~$-]/g, '\\$&');
}
