'use client';

import type { RunObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../code-block/copy-button.tsx';
import { Glyph } from '../icons/glyphs.tsx';
import { AgainIcon } from '../icons/icons.tsx';
import { Button } from '../internals/button.tsx';
import { formatCount, formatDuration } from '../internals/format.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useWords } from '../words/words-provider.tsx';
import { runDurationMs } from './run-duration.ts';

export interface ReceiptProps extends Omit<PartProps<'div'>, 'children'> {
  run: RunObject;
  /** Tool steps of the run; the message it wrote is not counted. */
  stepCount: number;
  /** What the copy button copies. */
  answer: () => string;
  onAgain?: (() => void) | undefined;
}

/** What a completed run took, with copy and run again at its end. Renders a `<div>`. */
export function Receipt({ run, stepCount, answer, onAgain, ...props }: ReceiptProps): ReactNode {
  const words = useWords();
  const duration = runDurationMs(run);
  const tokens = run.usage?.total_tokens ?? 0;
  const count = (value: number): string => formatCount(value, words.locale);
  const facts = [
    duration > 0 && formatDuration(duration, words.locale),
    stepCount > 0 && words.run.steps(stepCount, count(stepCount)),
    tokens > 0 && words.run.tokens(tokens, count(tokens)),
  ].filter((fact) => fact !== false);
  return renderPart('div', 'receipt', {
    role: 'group',
    'aria-label': words.run.summary,
    ...props,
    children: (
      <>
        <span data-slot="line-glyph" data-glyph="done">
          <Glyph name="done" />
        </span>
        <span data-slot="receipt-facts">{facts.join(' · ')}</span>
        <span data-slot="receipt-actions">
          <CopyButton text={answer} words={words.run} />
          {onAgain && (
            <Button look="icon" aria-label={words.run.again} title={words.run.again} onClick={onAgain}>
              <AgainIcon />
            </Button>
          )}
        </span>
      </>
    ),
  });
}
