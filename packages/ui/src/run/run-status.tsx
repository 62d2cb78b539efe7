'use client';

import type { RunStatus as WireRunStatus } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatClock, formatDuration } from '../internals/format.ts';
import { Glyph, type GlyphName } from '../internals/icons/glyphs.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useWords } from '../locales/locale-provider.tsx';

export interface RunStatusProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  status: 'sending' | WireRunStatus;
  /** Milliseconds since the run began. Shown from the first full second on. */
  elapsedMs?: number | undefined;
  /** Stands in for the status word: "Running Python". */
  label?: string | undefined;
  /** Stands in for the status's mark. */
  glyph?: GlyphName | undefined;
  /** Milliseconds until the run expires. Counted down where less than two minutes are left. */
  expiresInMs?: number | undefined;
}

/** Before that an end is far away, and a second clock would only be one more thing that moves. */
export const NEAR_END_MS = 120_000;

const GLYPH: Partial<Record<RunStatusProps['status'], GlyphName>> = {
  sending: 'queued',
  queued: 'queued',
  requires_action: 'waiting',
  cancelled: 'stopped',
  failed: 'failed',
  completed: 'done',
  incomplete: 'cut-off',
  expired: 'waiting',
};

/**
 * Where a run stands: a mark, a word, the seconds, and the time left where it is short. The end of the line of a run
 * that lives; how one ended is told by `RunEnding`, or by this where there is room for a word only. Renders a `<div>`.
 */
export function RunStatus({
  status,
  elapsedMs = 0,
  label,
  glyph = GLYPH[status] ?? 'live',
  expiresInMs,
  ...props
}: RunStatusProps): ReactNode {
  const words = useWords();
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
          {expiresInMs !== undefined && expiresInMs < NEAR_END_MS && (
            <span data-slot="run-status-expiry">
              {words.run.expiresIn(formatClock(expiresInMs, words.locale))}
            </span>
          )}
        </>
      ),
    },
    { status },
  );
}
