'use client';

import type { AssistantObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { RovingFocusItem } from '../../internals/roving-focus.tsx';
import { assistantName, type PickerStrings } from './assistant-name.ts';

export interface AssistantOptionProps {
  assistant: AssistantObject;
  isSelected: boolean;
  /** Icon of the selected option. */
  checkIcon: ReactNode;
  strings: PickerStrings;
  onSelect: () => void;
}

/** One option of the listbox: name, model and at most two lines of description. */
export function AssistantOption({
  assistant,
  isSelected,
  checkIcon,
  strings,
  onSelect,
}: AssistantOptionProps): ReactNode {
  return (
    <RovingFocusItem tabStopId={assistant.id}>
      <li data-slot="assistant-option" role="option" aria-selected={isSelected} onClick={onSelect}>
        <span data-slot="assistant-option-name">{assistantName(assistant, strings)}</span>
        <span data-slot="assistant-option-model">{assistant.model}</span>
        {assistant.description && (
          <span data-slot="assistant-option-description">{assistant.description}</span>
        )}
        {isSelected && checkIcon}
      </li>
    </RovingFocusItem>
  );
}
