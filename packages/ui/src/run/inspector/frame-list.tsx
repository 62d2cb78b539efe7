'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { formatCount, formatDuration } from '../../internals/format.ts';
import type { InspectorStrings } from '../../locales/inspector-strings.ts';
import { useStrings } from '../../locales/locale-provider.tsx';
import type { FrameGroup } from './group-frames.ts';

const PREFIX = 'thread.';

export interface FrameListProps {
  groups: readonly FrameGroup[];
  /** Of the frame that is looked at. */
  index: number;
  strings: InspectorStrings;
  onChoose: (index: number) => void;
}

/** The events in their order. One stop for the keyboard; the arrows go up and down. Renders an `<ol>`. */
export function FrameList({ groups, index, strings, onChoose }: FrameListProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const current = groups.findIndex(({ from, to }) => from <= index && index <= to);
  // Joins the list's scrolling to the slider, which may choose a row out of sight. Only the list moves.
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
  const move = (event: KeyboardEvent<HTMLOListElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll('button')];
    const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
    next?.focus();
    next?.click();
  };
  return (
    <ol ref={list} data-slot="run-inspector-events" aria-label={strings.events} onKeyDown={move}>
      {groups.map((group, at) => (
        <li key={group.from}>
          <EventRow group={group} isCurrent={at === current} onChoose={() => onChoose(group.to)} />
        </li>
      ))}
    </ol>
  );
}

interface EventRowProps {
  group: FrameGroup;
  isCurrent: boolean;
  onChoose: () => void;
}

function EventRow({ group, isCurrent, onChoose }: EventRowProps): ReactNode {
  const { locale } = useStrings();
  const count = group.to - group.from + 1;
  const hasPrefix = group.name.startsWith(PREFIX);
  return (
    <button
      type="button"
      data-slot="run-inspector-event"
      aria-current={isCurrent ? 'step' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onChoose}
    >
      <span data-slot="run-inspector-name">
        {hasPrefix && <span>{PREFIX}</span>}
        {hasPrefix ? group.name.slice(PREFIX.length) : group.name}
      </span>
      {count > 1 && <span data-slot="run-inspector-count">{` × ${formatCount(count, locale)}`}</span>}
      {group.offsetMs !== undefined && (
        <span data-slot="run-inspector-offset">{formatDuration(group.offsetMs, locale)}</span>
      )}
      {group.gist !== '' && <span data-slot="run-inspector-gist">{group.gist}</span>}
    </button>
  );
}
