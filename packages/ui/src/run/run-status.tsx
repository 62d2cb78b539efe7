'use client';

import type { RunStatus as WireRunStatus } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatClock, formatDuration } from '../internals/format.ts';
import { Icon, type IconName } from '../internals/icons/named-icon.tsx';
import { type PartProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

export interface RunStatusLabelProps extends Omit<PartProps<'div'>, 'children' | 'asChild'> {
  status: 'sending' | WireRunStatus;
  /** Milliseconds since the run began. Shown from the first full second on. */
  elapsedMs?: number | undefined;
  /** Stands in for the status word: "Running Python". */
  label?: string | undefined;
  /** Stands in for the status's mark. */
  icon?: IconName | undefined;
  /** Milliseconds until the run expires. Counted down where less than two minutes are left. */
  expiresInMs?: number | undefined;
}

/** Before that an end is far away, and a second clock would only be one more thing that moves. */
export const NEAR_END_MS = 120_000;

const GLYPH: Partial<Record<RunStatusLabelProps['status'], IconName>> = {
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
 * that lives; how one ended is told by `RunOutcome`, or by this where there is room for a word only. Renders a `<div>`.
 */
export function RunStatusLabel({
  status,
  elapsedMs = 0,
  label,
  icon = GLYPH[status] ?? 'live',
  expiresInMs,
  ...props
}: RunStatusLabelProps): ReactNode {
  const strings = useStrings();
  const seconds = Math.floor(elapsedMs / 1000);
  return renderPart(
    'div',
    'run-status',
    {
      ...props,
      children: (
        <>
          <span data-slot="line-icon" data-icon={icon}>
            <Icon name={icon} />
          </span>
          <span data-slot="run-status-label">{label ?? strings.run.status[status]}</span>
          {seconds > 0 && (
            <span data-slot="run-status-elapsed">{formatDuration(seconds * 1000, strings.locale)}</span>
          )}
          {expiresInMs !== undefined && expiresInMs < NEAR_END_MS && (
            <span data-slot="run-status-expiry">
              {strings.run.expiresIn(formatClock(expiresInMs, strings.locale))}
            </span>
          )}
        </>
      ),
    },
    { status },
  );
}
