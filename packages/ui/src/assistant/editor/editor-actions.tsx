'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { type PrimitiveProps, renderPart } from '../../internals/render-part.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';

/**
 * Save and discard buttons. Sticky while there are unsaved changes. Also shows an error that belongs to no field. Renders a
 * `<div>`.
 */
export function EditorActions(props: Omit<PrimitiveProps<'div'>, 'children' | 'asChild'>): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { isNew, isDirty, isSaving, isSaved, error, discard } = useEditor('AssistantEditor.Actions');
  const canSave = (isDirty || isNew) && !isSaving;
  const label = isNew ? strings.create : strings.save;
  const state = isSaving ? strings.saving : isDirty ? strings.unsaved : isSaved ? strings.saved : '';
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
            variant={canSave ? 'primary' : 'plain'}
            aria-disabled={canSave ? undefined : true}
          >
            {label}
          </Button>
          {isDirty && !isSaving && (
            <Button variant="quiet" onClick={discard}>
              {strings.discard}
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
