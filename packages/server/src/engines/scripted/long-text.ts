const SUBJECTS = ['A thread', 'A run', 'A step', 'The worker', 'A reader', 'The database', 'An event'];
const VERBS = ['keeps', 'carries', 'remembers', 'follows', 'outlives', 'repeats', 'counts'];
const OBJECTS = ['every word', 'its own number', 'the whole story', 'what was said before', 'one more round'];
const TAILS = [
  'so that nothing is lost.',
  'and **says so** at the end.',
  'even when nobody `listens`.',
  'which is *all* one can ask.',
  'as the next line shows.',
];

/** Exactly `words` words of markdown with all kinds of blocks; deterministic. */
export function longText(words: number): string {
  const blocks: string[] = [];
  let left = words;
  for (let index = 0; left > 0; index += 1) {
    const block = blockAt(index);
    const length = countWords(block);
    if (length > left) {
      blocks.push(plain(index, left));
      break;
    }
    blocks.push(block);
    left -= length;
  }
  return blocks.join('\n\n');
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function blockAt(index: number): string {
  const section = Math.floor(index / KINDS.length) + 1;
  return KINDS[index % KINDS.length]?.(index, section) ?? sentence(index);
}

const KINDS: readonly ((index: number, section: number) => string)[] = [
  (_index, section) => `## Part ${section}`,
  paragraph,
  (index) => [0, 1, 2].map((item) => `- ${sentence(index + item)}`).join('\n'),
  paragraph,
  (index, section) =>
    `| Part | Line |\n| --- | --- |\n${[1, 2].map((row) => `| ${section}.${row} | ${sentence(index + row)} |`).join('\n')}`,
  (index) => `> ${sentence(index + 3)}`,
  (_index, section) =>
    `\`\`\`ts\nconst part = await read(${section});\nfor (const line of part) console.log(line);\n\`\`\``,
  (index) => [1, 2, 3].map((item) => `${item}. ${sentence(index + item * 2)}`).join('\n'),
];

function paragraph(index: number): string {
  return [0, 1, 2, 3].map((offset) => sentence(index * 3 + offset)).join(' ');
}

function sentence(index: number): string {
  const pick = (words: readonly string[], step: number) => words[(index * step + step) % words.length] ?? '';
  return `${pick(SUBJECTS, 1)} ${pick(VERBS, 2)} ${pick(OBJECTS, 3)}, ${pick(TAILS, 4)}`;
}

/** Words without markup, so that the text can be cut anywhere. */
function plain(index: number, words: number): string {
  const text: string[] = [];
  for (let offset = 0; text.length < words; offset += 1) {
    text.push(
      ...sentence(index + offset)
        .replace(/[*`]/g, '')
        .split(' '),
    );
  }
  return text.slice(0, words).join(' ');
}
