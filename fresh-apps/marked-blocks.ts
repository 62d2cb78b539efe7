/** A fenced code block of a document, with a comment before it that states its purpose. */
export interface MarkedBlock {
  /** `file`: a complete file of an app. `command`: a shell command. */
  readonly kind: 'file' | 'command';
  /** Path of the file in the app, or name of the command. */
  readonly name: string;
  readonly code: string;
}

const marked = /<!-- (file|command): (\S+) -->\s*\n```\w+\n([\s\S]*?)\n```/g;

/** Finds the blocks after `<!-- file: path -->` or `<!-- command: name -->`, in document order. */
export function markedBlocks(markdown: string): MarkedBlock[] {
  return [...markdown.matchAll(marked)].map(([, kind = '', name = '', code = '']) => ({
    kind: kind === 'file' ? 'file' : 'command',
    name,
    code: `${code}\n`,
  }));
}

/**
 * Returns the code of one block.
 *
 * @throws When the document has no block with that kind and name.
 */
export function markedBlock(markdown: string, kind: MarkedBlock['kind'], name: string): string {
  const block = markedBlocks(markdown).find((one) => one.kind === kind && one.name === name);
  if (!block) throw new Error(`No code block follows <!-- ${kind}: ${name} -->.`);
  return block.code;
}

/**
 * Replaces a part of a document. Fails when the document has changed so that the replacement no longer applies.
 *
 * @throws When the text does not contain the part exactly once.
 */
export function replaceOnce(text: string, part: string, replacement: string): string {
  const pieces = text.split(part);
  if (pieces.length !== 2)
    throw new Error(`"${part}" occurs ${pieces.length - 1} times, expected once:\n${text}`);
  return pieces.join(replacement);
}
