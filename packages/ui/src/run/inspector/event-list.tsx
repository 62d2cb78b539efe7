'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { formatCount, formatDuration } from '../../internals/format.ts';
import { RovingFocusItem, RovingFocusList } from '../../internals/roving-focus.tsx';
import type { InspectorStrings } from '../../locales/inspector-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import type { EventGroup } from './group-events.ts';

const PREFIX = 'thread.';

export interface EventListProps {
  groups: readonly EventGroup[];
  /** Index of the selected event. */
  index: number;
  strings: InspectorStrings;
  onChoose: (index: number) => void;
}

/** The events in order. One tab stop; the arrow keys move the focus and the selection. Renders an `<ol>`. */
export function EventList({ groups, index, strings, onChoose }: EventListProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const current = groups.findIndex(({ from, to }) => from <= index && index <= to);
  // Scroll the row that the slider selected into view. `scrollIntoView` would also scroll the page.
  useEffect(() => {
    const box = list.current;
    const row = box?.children[current];
    if (!box || !(row instanceof HTMLElement)) return;
    const top = row.offsetTop;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + row.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + row.offsetHeight - box.clientHeight;
    }
  }, [current]);
  return (
    <RovingFocusList
      tabStopId={groups[current] && idOf(groups[current])}
      onTabStopChange={(id) => {
        const group = groups.find((each) => idOf(each) === id);
        if (group) onChoose(group.to);
      }}
    >
      <ol ref={list} data-slot="run-inspector-events" aria-label={strings.events}>
        {groups.map((group, at) => (
          <li key={group.from}>
            <EventRow group={group} isCurrent={at === current} onChoose={() => onChoose(group.to)} />
          </li>
        ))}
      </ol>
    </RovingFocusList>
  );
}

function idOf({ from }: EventGroup): string {
  return String(from);
}

interface EventRowProps {
  group: EventGroup;
  isCurrent: boolean;
  onChoose: () => void;
}

function EventRow({ group, isCurrent, onChoose }: EventRowProps): ReactNode {
  const { languageTag } = useStrings();
  const count = group.to - group.from + 1;
  const hasPrefix = group.name.startsWith(PREFIX);
  return (
    <RovingFocusItem tabStopId={idOf(group)}>
      <button
        type="button"
        data-slot="run-inspector-event"
        aria-current={isCurrent ? 'step' : undefined}
        onClick={onChoose}
      >
        <span data-slot="run-inspector-name">
          {hasPrefix && <span>{PREFIX}</span>}
          {hasPrefix ? group.name.slice(PREFIX.length) : group.name}
        </span>
        {count > 1 && <span data-slot="run-inspector-count">{` × ${formatCount(count, languageTag)}`}</span>}
        {group.offsetMs !== undefined && (
          <span data-slot="run-inspector-offset">{formatDuration(group.offsetMs, languageTag)}</span>
        )}
        {group.summary !== '' && <span data-slot="run-inspector-event-summary">{group.summary}</span>}
      </button>
    </RovingFocusItem>
  );
}
