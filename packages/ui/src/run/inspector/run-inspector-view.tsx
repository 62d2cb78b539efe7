'use client';

import type { RunFrame } from '@threadkit/react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { formatCount } from '../../internals/format.ts';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useCopy } from '../../internals/use-copy.ts';
import { useInspectorStrings } from '../../locales/inspector-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { FrameList } from './frame-list.tsx';
import { FrameState } from './frame-state.tsx';
import { groupFrames } from './group-frames.ts';
import { toFixture } from './to-fixture.ts';

/** Props of `RunInspectorView`. */
export interface RunInspectorViewProps extends Omit<PartProps<'section'>, 'children' | 'asChild'> {
  /** The events of one run with the state after each. May grow. */
  frames: readonly RunFrame[];
  /** Rendered above the events, such as a notice that more could not be loaded. */
  children?: ReactNode;
}

/**
 * The events of a run and the state after each. Follows the newest event until an earlier one is selected. Renders a
 * `<section>`.
 */
export function RunInspectorView({ frames, children, ...props }: RunInspectorViewProps): ReactNode {
  const { locale } = useStrings();
  const strings = useInspectorStrings();
  const { copied, copy } = useCopy();
  // Undefined follows the newest event.
  const [chosen, setChosen] = useState<number>();
  const last = frames.length - 1;
  const index = Math.min(chosen ?? last, last);
  const frame = frames[index];
  const groups = useMemo(() => groupFrames(frames), [frames]);
  const choose = (next: number): void => setChosen(next === last ? undefined : next);
  const at = strings.positionText(formatCount(index + 1, locale), formatCount(frames.length, locale));
  return renderPart('section', 'run-inspector', {
    'aria-label': strings.label,
    ...props,
    children: (
      <>
        {children}
        {frame && (
          <>
            <div data-slot="run-inspector-bar">
              <input
                type="range"
                data-slot="run-inspector-slider"
                aria-label={strings.position}
                aria-valuetext={`${at}: ${frame.event.event}`}
                min={0}
                max={last}
                value={index}
                onChange={(event) => choose(event.currentTarget.valueAsNumber)}
              />
              <span data-slot="run-inspector-position">{at}</span>
              <Button onClick={() => copy(toFixture(frames.map(({ event }) => event)))}>
                {copied ? strings.copied : strings.copy}
              </Button>
            </div>
            <div data-slot="run-inspector-panes">
              <FrameList groups={groups} index={index} strings={strings} onChoose={choose} />
              <FrameState frame={frame} strings={strings} />
            </div>
          </>
        )}
      </>
    ),
  });
}
