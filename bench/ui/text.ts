/** A message of the history, in a neutral format that each candidate converts to its own. */
export interface HistoryMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** Seeded random numbers between 0 and 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'thread run step message answer reader stream delta frame block window scroll store cache row tool call output server client request event token page list table heading link code line value number state change order time limit budget measure paint layout script memory growth length'.split(
    ' ',
  );

const AVERAGE_MESSAGE_CHARS = 600;

interface Generator {
  /** One block of Markdown, without the blank line after it. */
  nextBlock(): string;
  sentence(): string;
}

function createGenerator(seed: number): Generator {
  const random = createRandom(seed);
  // Each text has a separate range of numbers, so that a number identifies its text.
  let sentences = seed * 20;
  const below = (limit: number): number => Math.floor(random() * limit);
  const word = (): string => WORDS[below(WORDS.length)] ?? 'word';
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const decorate = (text: string): string => {
    const dice = below(10);
    if (dice === 0) return `**${text}**`;
    if (dice === 1) return `\`${text}\``;
    if (dice === 2) return `[${text}](https://example.com/${word()})`;
    return text;
  };
  // The number identifies the position in the text: see `lastNumber`.
  const sentence = (): string => {
    sentences += 1;
    return `The ${words(3 + below(4))} and ${decorate(words(2))} of ${words(2 + below(4))} come to ${1000 + sentences}.`;
  };
  const rows = (count: number, row: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index)).join('\n');

  const blocks: readonly (() => string)[] = [
    () => `## ${words(4)}`,
    () => rows(3 + below(4), () => `- ${sentence()}`),
    () => rows(3 + below(3), (index) => `${index + 1}. ${sentence()}`),
    () =>
      `| ${word()} | ${word()} | ${word()} |\n| --- | ---: | --- |\n${rows(3 + below(4), () => `| ${words(2)} | ${below(1000)} | ${decorate(word())} |`)}`,
    () =>
      `\`\`\`ts\n${rows(4 + below(6), (index) => `const ${word()}${index} = ${word()}(${below(100)}, '${word()}');`)}\n\`\`\``,
  ];
  return {
    sentence,
    nextBlock() {
      const block = random() < 0.5 ? undefined : blocks[below(blocks.length)];
      return block ? block() : Array.from({ length: 2 + below(3) }, sentence).join(' ');
    },
  };
}

/**
 * Generates Markdown with paragraphs, headings, lists, tables, fences and links. Deterministic per seed; a longer text
 * starts with the shorter one.
 */
export function generateMarkdown(chars: number, seed: number): string {
  const generator = createGenerator(seed);
  const blocks: string[] = [];
  for (let length = 0; length < chars; ) {
    const block = generator.nextBlock();
    blocks.push(block);
    length += block.length + 2;
  }
  return blocks.join('\n\n').slice(0, chars);
}

/** Generates alternating user messages and responses of about 600 characters each; the last one is a response. */
export function generateHistory(count: number): HistoryMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    role: (count - index) % 2 === 1 ? 'assistant' : 'user',
    text: generateBlocks(AVERAGE_MESSAGE_CHARS, index + 1),
  }));
}

/** Generates complete blocks that end with a sentence. The length differs from `chars` by at most a paragraph. */
function generateBlocks(chars: number, seed: number): string {
  const generator = createGenerator(seed);
  const blocks: string[] = [];
  for (let length = 0; length < chars - 220; ) {
    const block = generator.nextBlock();
    blocks.push(block);
    length += block.length + 2;
  }
  return [...blocks, generator.sentence()].join('\n\n');
}

/** Splits a text into deltas of `chars` characters; the last one may be shorter. */
export function splitText(text: string, chars: number): string[] {
  return Array.from({ length: Math.ceil(text.length / chars) }, (_, index) =>
    text.slice(index * chars, (index + 1) * chars),
  );
}
