'use client';

import type { RunStatus as WireRunStatus } from '@threadkit/core';
import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from '../icons/glyphs.tsx';
import { formatDuration } from '../internals/format.ts';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface RunStatusProps extends Omit<PartProps<'div'>, 'children'> {
  status: 'sending' | WireRunStatus;
  /** Milliseconds since the run began. Shown from the first full second on. */
  elapsedMs?: number | undefined;
  /** Stands in for the status word: "Running Python". */
  label?: string | undefined;
}

const GLYPH: Partial<Record<RunStatusProps['status'], GlyphName>> = {
  sending: 'queued',
  queued: 'queued',
  requires_action: 'waiting',
};

/** The end of the line of a run that lives: the one mark that moves, a word, the seconds. Renders a `<div>`. */
export function RunStatus({ status, elapsedMs = 0, label, ...props }: RunStatusProps): ReactNode {
  const words = useWords();
  const glyph = GLYPH[status] ?? 'live';
  const seconds = Math.floor(elapsedMs / 1000);
  return renderPart(
    'div',
    'run-status',
    {
      ...props,
      children: (
        <>
          <span data-slot="line-glyph" data-glyph={glyph}>
            <Glyph name={glyph} />
          </span>
          <span data-slot="run-status-label">{label ?? words.run.status[status]}</span>
          {seconds > 0 && (
            <span data-slot="run-status-elapsed">{formatDuration(seconds * 1000, words.locale)}</span>
          )}
        </>
      ),
    },
    { status },
  );
}
