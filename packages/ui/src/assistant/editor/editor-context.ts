'use client';

import type { ThreadkitError } from '@threadkit/core';
import { createPartContext } from '../../internals/create-part-context.ts';
import type { AssistantFormValues } from './form-values.ts';
import type { Problem } from './problem.ts';

/** Context of the editor's parts. */
export interface EditorContextValue {
  readonly values: AssistantFormValues;
  edit(changes: Partial<AssistantFormValues>): void;
  /** The problem at a path, after its field lost the focus or a submit failed. */
  problemAt(path: string): Problem | undefined;
  /** Called when a field loses the focus. */
  touch(path: string): void;
  /** Whether the assistant does not exist yet. */
  readonly isNew: boolean;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Whether the form was saved and not edited since. */
  readonly isSaved: boolean;
  /** An error that belongs to no field. */
  readonly error: ThreadkitError | undefined;
  save(): void;
  discard(): void;
}

const [EditorProvider, readEditor] = createPartContext<EditorContextValue>('AssistantEditor.Root');

export { EditorProvider };

/** Reads the editor's context. @throws Outside `AssistantEditor.Root`, with the name of `part`. */
export const useEditor: (part: string) => EditorContextValue = readEditor;
