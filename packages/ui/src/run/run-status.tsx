'use client';

import type { RunStatus } from '@threadkit/core';
import type { ReactNode } from 'react';
import { formatClock, formatDuration } from '../internals/format.ts';
import { LineIcon } from '../internals/icons/line-icon.tsx';
import type { IconName } from '../internals/icons/named-icon.tsx';
import { type PrimitiveProps, renderPart } from '../internals/render-part.tsx';
import { useStrings } from '../locales/locale-provider.tsx';

/** Props of `RunStatusLabel`. */
export interface RunStatusLabelProps extends Omit<PrimitiveProps<'div'>, 'children' | 'asChild'> {
  /** The status of the run; `sending` before the run exists. Selector: `[data-status]`. */
  status: 'sending' | RunStatus;
  /** Milliseconds since the run began. Shown from the first full second on. */
  elapsedMs?: number | undefined;
  /** Replaces the name of the status: "Running Python". */
  label?: string | undefined;
  /** Replaces the icon of the status. */
  icon?: IconName | undefined;
  /** Milliseconds until the run expires. Shown below two minutes. */
  expiresInMs?: number | undefined;
}

/** The time left is shown below this: two ticking times distract. */
export const NEAR_END_MS = 120_000;

const STATUS_ICONS: Partial<Record<RunStatusLabelProps['status'], IconName>> = {
  sending: 'queued',
  queued: 'queued',
  requires_action: 'waiting',
  cancelled: 'stopped',
  failed: 'failed',
  completed: 'done',
  incomplete: 'incomplete',
  expired: 'waiting',
};

/**
 * The status of a run: icon, label, elapsed time, and the time left if it is short. For active runs, and for ended runs
 * in places too small for `RunOutcome` and `RunSummary`. Renders a `<div>`.
 */
export function RunStatusLabel({
  status,
  elapsedMs = 0,
  label,
  icon = STATUS_ICONS[status] ?? 'live',
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
          <LineIcon name={icon} />
          <span data-slot="run-status-label">{label ?? strings.run.status[status]}</span>
          {seconds > 0 && (
            <span data-slot="run-status-elapsed">{formatDuration(seconds * 1000, strings.languageTag)}</span>
          )}
          {expiresInMs !== undefined && expiresInMs < NEAR_END_MS && (
            <span data-slot="run-status-expiry">
              {strings.run.expiresIn(formatClock(expiresInMs, strings.languageTag))}
            </span>
          )}
        </>
      ),
    },
    { status },
  );
}
