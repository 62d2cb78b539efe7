'use client';

import { memo, type ReactNode, useState } from 'react';
import { CodeBlock } from '../code-block/code-block.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useWords } from '../words/words-provider.tsx';
import { collectLinks, type Links, lex, NO_LINKS } from './lex.ts';
import { createMarkdownReader } from './read-markdown.ts';
import { renderBlocks } from './render-blocks.tsx';
import { repairOpen } from './repair-open.ts';
import type { Block } from './split-blocks.ts';

export interface MarkdownProps extends Omit<PartProps<'div'>, 'children'> {
  /** The markdown. It may grow from render to render: what is finished is not read again. */
  text: string;
  /** More is to come: the end is shown as if it were finished. @defaultValue false */
  isStreaming?: boolean | undefined;
}

/**
 * Markdown of an untrusted author as elements. Renders a `<div>`.
 *
 * GitHub's flavour. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links.
 */
export function Markdown({ text, isStreaming = false, ...props }: MarkdownProps): ReactNode {
  const [read] = useState(createMarkdownReader);
  const { closed, open, links } = read(text);
  const allLinks = open?.kind === 'text' && !isStreaming ? collectLinks(open.source, links) : links;
  const children = closed.map((block, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a closed block keeps its place for good
    <MarkdownBlock key={index} block={block} links={linksFor(block, allLinks)} isOpen={false} />
  ));
  if (open) {
    children.push(
      <MarkdownBlock
        key={closed.length}
        block={open}
        links={linksFor(open, allLinks)}
        isOpen={isStreaming}
      />,
    );
  }
  return renderPart('div', 'markdown', { ...props, children }, { streaming: isStreaming });
}

/** Only a block with brackets can use a definition; the others need not be read again when one arrives. */
function linksFor(block: Block, links: Links): Links {
  return block.kind === 'text' && block.source.includes('[') ? links : NO_LINKS;
}

interface MarkdownBlockProps {
  block: Block;
  links: Links;
  isOpen: boolean;
}

const MarkdownBlock = memo(function MarkdownBlock({ block, links, isOpen }: MarkdownBlockProps): ReactNode {
  const words = useWords();
  if (block.kind === 'code') return <CodeBlock code={block.code} language={block.language} />;
  return renderBlocks(lex(isOpen ? repairOpen(block.source) : block.source, links), words);
});
