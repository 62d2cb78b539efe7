'use client';

import type { AssistantObject } from '@threadkit/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { RovingFocusList } from '../../internals/roving-focus.tsx';
import { assistantName, type PickerStrings } from './assistant-name.ts';
import { AssistantOption } from './assistant-option.tsx';
import { appendLetter, findByTyping, isTyping, type TypedText } from './find-by-typing.ts';

export interface AssistantListboxProps {
  assistants: readonly AssistantObject[];
  selectedId: string | undefined;
  /** Icon of the selected option. */
  checkIcon: ReactNode;
  strings: PickerStrings;
  onSelect: (assistantId: string) => void;
}

/** A listbox of assistants. Letters move the focus by name; Enter and Space select. Takes the focus on mount. */
export function AssistantListbox({
  assistants,
  selectedId,
  checkIcon,
  strings,
  onSelect,
}: AssistantListboxProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const typed = useRef<TypedText>({ text: '', at: 0 });
  const initial = assistants.find(({ id }) => id === selectedId) ?? assistants[0];
  const [focusedId, setFocusedId] = useState(initial?.id);

  // Focusing the list moves the focus to its tab stop.
  useEffect(() => list.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const isSelecting =
      event.key === 'Enter' || (event.key === ' ' && !isTyping(typed.current, event.timeStamp));
    if (isSelecting) {
      event.preventDefault();
      if (focusedId !== undefined) onSelect(focusedId);
      return;
    }
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    typed.current = appendLetter(typed.current, event.key, event.timeStamp);
    const names = assistants.map((assistant) => assistantName(assistant, strings));
    const current = assistants.findIndex(({ id }) => id === focusedId);
    const index = findByTyping(names, current, typed.current);
    const option = index === undefined ? undefined : list.current?.children[index];
    if (option instanceof HTMLElement) option.focus();
  };
  return (
    <RovingFocusList tabStopId={focusedId} onTabStopChange={setFocusedId}>
      <ul
        ref={list}
        data-slot="assistant-listbox"
        role="listbox"
        aria-label={strings.label}
        onKeyDown={onKeyDown}
      >
        {assistants.map((assistant) => (
          <AssistantOption
            key={assistant.id}
            assistant={assistant}
            isSelected={assistant.id === selectedId}
            checkIcon={checkIcon}
            strings={strings}
            onSelect={() => onSelect(assistant.id)}
          />
        ))}
      </ul>
    </RovingFocusList>
  );
}
