import { collectLinks, type Links, NO_LINKS } from './lex.ts';
import { appendBlocks, type MarkdownPart } from './part-blocks.ts';
import { type Block, type Split, splitBlocks } from './split-blocks.ts';

/** The blocks of a text, and the link definitions in the closed blocks. */
export interface ReadMarkdown {
  /** The closed blocks, grouped. */
  readonly parts: readonly MarkdownPart[];
  readonly open: Block | undefined;
  readonly links: Links;
}

/**
 * Creates a parser for one growing text. The same text returns the same object; a longer text is parsed only from the open
 * block on. A carriage return at the end is ignored until the next piece, which may begin with its line feed.
 */
export function createMarkdownReader(): (text: string) => ReadMarkdown {
  let split: Split | undefined;
  let read: ReadMarkdown | undefined;
  return (text) => {
    const lines = text.includes('\r') ? text.replace(/\r$/, '').replace(/\r\n?/g, '\n') : text;
    const next = splitBlocks(lines, split);
    if (read && next === split) return read;
    const continues = read !== undefined && split !== undefined && next.text.startsWith(split.text);
    const before = continues ? read : undefined;
    const fresh = next.closed.slice(before ? split?.closed.length : 0);
    let links = before?.links ?? NO_LINKS;
    for (const block of fresh) {
      if (block.kind === 'text') links = collectLinks(block.source, links);
    }
    split = next;
    read = { parts: appendBlocks(before?.parts ?? [], fresh), open: next.open, links };
    return read;
  };
}
