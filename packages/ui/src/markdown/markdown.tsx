'use client';

import { useShallowStable } from '@threadkit/react/internal';
import { memo, type ReactNode, useContext, useMemo, useState } from 'react';
import { lazyPart } from '../internals/lazy-part.tsx';
import { renderPart } from '../internals/render-part.tsx';
import { loadLazyParts } from '../load-lazy-parts.ts';
import { useStrings } from '../locales/locale-provider.tsx';
import { MarkdownContext, type MarkdownProps } from './markdown-components.ts';
import { renderBlocks, renderCode } from './render/render-blocks.tsx';
import { collectLinks, type Links, lex, NO_LINKS } from './streaming/lex.ts';
import { createOpenLexer } from './streaming/lex-open.ts';
import { EMPTY_PART, type MarkdownPart, PART_BLOCKS, refers } from './streaming/part-blocks.ts';
import { MAX_BLOCK, MAX_TEXT, readableLength } from './streaming/read-limits.ts';
import { createMarkdownReader } from './streaming/read-markdown.ts';
import type { Block } from './streaming/split-blocks.ts';

const LongText = lazyPart(loadLazyParts, (parts) => parts.LongText);
const NO_BLOCK: Block = { kind: 'text', source: '' };

/**
 * Renders untrusted markdown as elements, with the parser in the same bundle. Renders a `<div>`.
 *
 * GitHub-flavored Markdown. HTML is shown as text, links are `http`, `https` and `mailto` only, images become links.
 */
export function Markdown({
  text,
  isStreaming = false,
  components: ownComponents,
  ...props
}: MarkdownProps): ReactNode {
  const components = useShallowStable(ownComponents);
  const inherited = useContext(MarkdownContext);
  const contextValue = useMemo(
    () => (components ? { ...inherited, components: { ...inherited.components, ...components } } : inherited),
    [inherited, components],
  );
  const [read] = useState(createMarkdownReader);
  // Constant while mounted, so that no line moves when the stream ends.
  const [isStreamed] = useState(isStreaming);
  const length = readableLength(text, MAX_TEXT);
  const { parts, open: last, links } = read(text.slice(0, length));
  const rest = text.slice(length);
  const open = last ?? (rest === '' ? undefined : NO_BLOCK);
  const allLinks = open?.kind === 'text' && !isStreaming ? collectLinks(open.source, links) : links;
  const openAt = openPartIndex(parts);
  const shown = open && openAt === parts.length ? [...parts, EMPTY_PART] : parts;
  const element = renderPart(
    'div',
    'markdown',
    {
      ...props,
      children: shown.map((part, index) => (
        <Part
          // oxlint-disable-next-line react/no-array-index-key -- a part never moves
          key={index}
          part={part}
          open={index === openAt ? open : undefined}
          rest={index === openAt ? rest : ''}
          links={linksFor(part, index === openAt ? open : undefined, allLinks)}
          isStreaming={index === openAt && isStreaming && rest === ''}
        />
      )),
    },
    { streaming: isStreaming, streamed: isStreamed },
  );
  return components ? <MarkdownContext value={contextValue}>{element}</MarkdownContext> : element;
}

/** The part of the open block: the block stays in it when it closes. */
function openPartIndex(parts: readonly MarkdownPart[]): number {
  const last = parts.at(-1);
  return last && last.blocks.length < PART_BLOCKS ? parts.length - 1 : parts.length;
}

/** Parts without references are not rendered again when a definition arrives. */
function linksFor(part: MarkdownPart, open: Block | undefined, links: Links): Links {
  return part.mayRefer || (open && refers(open)) ? links : NO_LINKS;
}

interface OwnPartProps {
  part: MarkdownPart;
  open: Block | undefined;
  /** The text after the open block, over the length limit. */
  rest: string;
  links: Links;
  isStreaming: boolean;
}

const Part = memo(function Part({ part, open, rest, links, isStreaming }: OwnPartProps): ReactNode {
  // One list, so that a block is not remounted when it closes.
  const blocks = open ? [...part.blocks, open] : part.blocks;
  return (
    <div data-slot="markdown-part">
      {blocks.map((block, index) => (
        <MarkdownBlock
          // oxlint-disable-next-line react/no-array-index-key -- a block never moves
          key={index}
          block={block}
          links={refers(block) ? links : NO_LINKS}
          rest={block === open ? rest : ''}
          isStreaming={isStreaming && block === open}
        />
      ))}
    </div>
  );
});

interface MarkdownBlockProps {
  block: Block;
  rest: string;
  links: Links;
  isStreaming: boolean;
}

const MarkdownBlock = memo(function MarkdownBlock({
  block,
  rest,
  links,
  isStreaming,
}: MarkdownBlockProps): ReactNode {
  const strings = useStrings();
  const inherited = useContext(MarkdownContext);
  const options = useMemo(() => ({ ...inherited, strings }), [inherited, strings]);
  const [lexOpen] = useState(createOpenLexer);
  const blockText = block.kind === 'code' ? '' : block.source;
  const source = blockText.slice(0, readableLength(blockText, MAX_BLOCK));
  const read = isStreaming ? lexOpen : lex;
  const shown = useMemo(
    () => renderBlocks(read(source, links, inherited.lexer), options),
    [read, source, links, inherited.lexer, options],
  );
  const unformatted = blockText.slice(source.length) + rest;
  return (
    <>
      {block.kind === 'code'
        ? renderCode({ code: block.code, language: block.language, isStreaming }, options)
        : shown}
      {unformatted !== '' && <LongText text={unformatted} />}
    </>
  );
});
