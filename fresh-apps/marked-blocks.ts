/** A fenced code block of a document that says in a comment before it what it is for. */
export interface MarkedBlock {
  /** `file`: the whole of a file of an app. `command`: a line for its shell. */
  readonly kind: 'file' | 'command';
  /** The file's path inside of an app, or the command's name. */
  readonly name: string;
  readonly code: string;
}

const marked = /<!-- (file|command): (\S+) -->\s*\n```\w+\n([\s\S]*?)\n```/g;

/** The blocks that follow `<!-- file: path -->` or `<!-- command: name -->`, in their order. */
export function markedBlocks(markdown: string): MarkedBlock[] {
  return [...markdown.matchAll(marked)].map(([, kind = '', name = '', code = '']) => ({
    kind: kind === 'file' ? 'file' : 'command',
    name,
    code: `${code}\n`,
  }));
}

/**
 * The code of one block.
 *
 * @throws when the document has none of that kind and name
 */
export function markedBlock(markdown: string, kind: MarkedBlock['kind'], name: string): string {
  const block = markedBlocks(markdown).find((one) => one.kind === kind && one.name === name);
  if (!block) throw new Error(`No code block follows <!-- ${kind}: ${name} -->.`);
  return block.code;
}

/**
 * Replaces what has to be there: an adaptation that no longer finds its place is a change of the document.
 *
 * @throws when the text does not contain it exactly once
 */
export function replaceOnce(text: string, part: string, replacement: string): string {
  const pieces = text.split(part);
  if (pieces.length !== 2)
    throw new Error(`"${part}" is there ${pieces.length - 1} times, not once:\n${text}`);
  return pieces.join(replacement);
}
