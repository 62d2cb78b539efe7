'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { type PartProps, renderPart } from '../../internals/render-part.tsx';
import { useAllWords } from '../../locales/use-all-words.ts';
import { useEditor } from './editor-context.ts';

/**
 * Saves or discards, and says that something is not saved yet: it stays in sight while that is so. Also shows an
 * error that belongs to no field. Renders a `<div>`.
 */
export function EditorActions(props: Omit<PartProps<'div'>, 'children' | 'asChild'>): ReactNode {
  const words = useAllWords().assistantEditor;
  const { isNew, isDirty, isSaving, isSaved, error, discard } = useEditor('AssistantEditor.Actions');
  const canSave = (isDirty || isNew) && !isSaving;
  const label = isNew ? words.create : words.save;
  const state = isSaving ? words.saving : isDirty ? words.unsaved : isSaved ? words.saved : '';
  return renderPart(
    'div',
    'editor-actions',
    {
      ...props,
      children: (
        <>
          {error && <ErrorNotice error={error} />}
          <Button
            type="submit"
            look={canSave ? 'primary' : 'plain'}
            aria-disabled={canSave ? undefined : true}
          >
            {label}
          </Button>
          {isDirty && !isSaving && (
            <Button look="quiet" onClick={discard}>
              {words.discard}
            </Button>
          )}
          <span data-slot="editor-state" role="status">
            {state}
          </span>
        </>
      ),
    },
    { dirty: isDirty },
  );
}
