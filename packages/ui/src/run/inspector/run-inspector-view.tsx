'use client';

import type { RecordedEvent } from '@threadkit/react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { formatCount } from '../../internals/format.ts';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useCopy } from '../../internals/use-copy.ts';
import { useInspectorStrings } from '../../locales/inspector-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import { EventList } from './event-list.tsx';
import { groupEvents } from './group-events.ts';
import { RecordedState } from './recorded-state.tsx';
import { toFixture } from './to-fixture.ts';

/** Props of `RunInspectorView`. */
export interface RunInspectorViewProps extends Omit<PrimitiveProps<'section'>, 'children' | 'asChild'> {
  /** The events of one run with the state after each. May grow. */
  events: readonly RecordedEvent[];
  /** Rendered above the events, such as a notice that more could not be loaded. */
  children?: ReactNode;
}

/**
 * The events of a run and the state after each. Follows the newest event until an earlier one is selected. Renders a
 * `<section>`.
 */
export function RunInspectorView({ events, children, ...props }: RunInspectorViewProps): ReactNode {
  const { languageTag } = useStrings();
  const strings = useInspectorStrings();
  const { copied, copy } = useCopy();
  // Undefined follows the newest event.
  const [chosen, setChosen] = useState<number>();
  const last = events.length - 1;
  const index = Math.min(chosen ?? last, last);
  const recorded = events[index];
  const groups = useMemo(() => groupEvents(events), [events]);
  const choose = (next: number): void => setChosen(next === last ? undefined : next);
  const at = strings.positionText(
    formatCount(index + 1, languageTag),
    formatCount(events.length, languageTag),
  );
  return renderPart('section', 'run-inspector', {
    'aria-label': strings.label,
    ...props,
    children: (
      <>
        {children}
        {recorded && (
          <>
            <div data-slot="run-inspector-bar">
              <input
                type="range"
                data-slot="run-inspector-slider"
                aria-label={strings.position}
                aria-valuetext={`${at}: ${recorded.event.event}`}
                min={0}
                max={last}
                value={index}
                onChange={(event) => choose(event.currentTarget.valueAsNumber)}
              />
              <span data-slot="run-inspector-position">{at}</span>
              <Button onClick={() => copy(toFixture(events.map(({ event }) => event)))}>
                {copied ? strings.copied : strings.copy}
              </Button>
            </div>
            <div data-slot="run-inspector-panes">
              <EventList groups={groups} index={index} strings={strings} onChoose={choose} />
              <RecordedState recorded={recorded} strings={strings} />
            </div>
          </>
        )}
      </>
    ),
  });
}
