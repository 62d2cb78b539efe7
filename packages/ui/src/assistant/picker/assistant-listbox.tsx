'use client';

import type { AssistantObject } from '@threadkit/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useAllStrings } from '../../locales/use-all-strings.ts';
import { AssistantOption, assistantName } from './assistant-option.tsx';
import { findByTyping, isInWord, type Typed, typeOn } from './find-by-typing.ts';

export interface AssistantListboxProps {
  assistants: readonly AssistantObject[];
  selectedId: string | undefined;
  onChoose: (assistantId: string) => void;
}

/** The assistants as a listbox: arrows, Home, End and letters go from one to another, Enter and Space choose. */
export function AssistantListbox({ assistants, selectedId, onChoose }: AssistantListboxProps): ReactNode {
  const strings = useAllStrings();
  const list = useRef<HTMLUListElement>(null);
  const typed = useRef<Typed>({ text: '', at: 0 });
  const optionAt = (index: number): HTMLElement | undefined =>
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[index];

  // Joins the document's focus: a list that has opened is where the person is.
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    (chosen ?? list.current?.querySelector<HTMLElement>('[role="option"]'))?.focus();
  }, []);

  const placeFor = (event: KeyboardEvent, current: number): number | undefined => {
    switch (event.key) {
      case 'ArrowDown':
        return Math.min(current + 1, assistants.length - 1);
      case 'ArrowUp':
        return Math.max(current - 1, 0);
      case 'Home':
        return 0;
      case 'End':
        return assistants.length - 1;
      default: {
        if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return undefined;
        typed.current = typeOn(typed.current, event.key, event.timeStamp);
        const names = assistants.map((assistant) => assistantName(assistant, strings));
        return findByTyping(names, current, typed.current);
      }
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const current = assistants.findIndex((_, index) => optionAt(index) === document.activeElement);
    if (event.key === 'Enter' || (event.key === ' ' && !isInWord(typed.current, event.timeStamp))) {
      event.preventDefault();
      const chosen = assistants[current];
      if (chosen) onChoose(chosen.id);
      return;
    }
    const place = placeFor(event, current);
    if (place === undefined) return;
    event.preventDefault();
    optionAt(place)?.focus();
  };
  return (
    <ul
      ref={list}
      data-slot="assistant-listbox"
      role="listbox"
      aria-label={strings.assistantPicker.label}
      onKeyDown={onKeyDown}
    >
      {assistants.map((assistant) => (
        <AssistantOption
          key={assistant.id}
          assistant={assistant}
          isSelected={assistant.id === selectedId}
          onChoose={() => onChoose(assistant.id)}
        />
      ))}
    </ul>
  );
}
