'use client';

import { type ReactNode, useId, useState } from 'react';
import { ShowMoreButton } from '../../internals/use-show-more.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { LazyMarkdown } from '../../markdown/lazy-markdown.tsx';
import { cutToRows } from './cut-to-rows.ts';

export interface ReasoningTextProps {
  text: string;
  /** More text will follow. */
  isStreaming: boolean;
}

/**
 * The text of reasoning, formatted like that of a message. Beyond about twelve lines it is collapsed, also while it grows, so that
 * nothing below moves. Loaded with the first expanded row.
 */
export function ReasoningText({ text, isStreaming }: ReasoningTextProps): ReactNode {
  const strings = useStrings();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const beginning = cutToRows(text);
  const isLong = beginning.length < text.length;
  const isCollapsed = isLong && !isOpen;
  return (
    <div data-slot="reasoning-text">
      <div id={id} data-slot="reasoning-body" data-collapsed={isCollapsed ? '' : undefined}>
        <LazyMarkdown
          text={isCollapsed ? beginning : text}
          // Syntax at the cut is incomplete.
          isStreaming={isStreaming || isCollapsed}
        />
      </div>
      {isLong && (
        <ShowMoreButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} controls={id}>
          {isOpen ? strings.markdown.showLess : strings.tool.showMore}
        </ShowMoreButton>
      )}
    </div>
  );
}
