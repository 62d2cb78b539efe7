'use client';

import type { AssistantObject } from '@threadkit/core';
import type { ReactNode } from 'react';
import { CheckIcon } from '../../internals/icons/icons.tsx';
import type { AllStrings } from '../../locales/use-all-strings.ts';
import { useAllStrings } from '../../locales/use-all-strings.ts';

export interface AssistantOptionProps {
  assistant: AssistantObject;
  isSelected: boolean;
  onChoose: () => void;
}

/** What an assistant is called: its name, else words for none. */
export function assistantName({ name }: AssistantObject, strings: AllStrings): string {
  return name?.trim() || strings.assistantPicker.unnamed;
}

/** One assistant to choose: its name and model, and what it is for in at most two lines. */
export function AssistantOption({ assistant, isSelected, onChoose }: AssistantOptionProps): ReactNode {
  const strings = useAllStrings();
  return (
    <li
      data-slot="assistant-option"
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      onClick={onChoose}
    >
      <span data-slot="assistant-option-name">{assistantName(assistant, strings)}</span>
      <span data-slot="assistant-option-model">{assistant.model}</span>
      {assistant.description && <span data-slot="assistant-option-description">{assistant.description}</span>}
      {isSelected && <CheckIcon />}
    </li>
  );
}
