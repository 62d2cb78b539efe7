'use client';

import type { ThreadkitError } from '@threadkit/core';
import { createPartContext } from '../../internals/create-part-context.ts';
import type { AssistantDraft } from './assistant-draft.ts';
import type { Problem } from './problem.ts';

/** What the parts of an editor share. */
export interface EditorScope {
  readonly draft: AssistantDraft;
  edit(changes: Partial<AssistantDraft>): void;
  /** What is wrong at a place, once it is time to say so: after it was left, or after saving was tried. */
  problemAt(place: string): Problem | undefined;
  /** The person has gone on from this place. */
  leave(place: string): void;
  /** There is no such assistant yet. */
  readonly isNew: boolean;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Saved, and nothing typed since. */
  readonly isSaved: boolean;
  /** What no field is named for. */
  readonly error: ThreadkitError | undefined;
  save(): void;
  discard(): void;
}

const [EditorProvider, readEditor] = createPartContext<EditorScope>('AssistantEditor.Root');

export { EditorProvider };

/** What the parts of an editor share. @throws Outside of `AssistantEditor.Root`, naming `part`. */
export const useEditor: (part: string) => EditorScope = readEditor;
