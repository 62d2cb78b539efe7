import type { AssistantObject } from '@threadkit/core';
import type { ListStrings } from '../../locales/list-strings.ts';

export type PickerStrings = ListStrings['assistantPicker'];

/** The assistant's name, or the translated placeholder for assistants without one. */
export function assistantName({ name }: AssistantObject, { untitled }: PickerStrings): string {
  return name?.trim() || untitled;
}
