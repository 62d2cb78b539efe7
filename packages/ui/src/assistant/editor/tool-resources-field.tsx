'use client';

import type { ReactNode } from 'react';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';
import { EditorField, type EditorFieldProps } from './editor-field.tsx';

/** Ids of the files and vector stores for the selected tools. Renders a `<div>` for each tool with resources. */
export function ToolResourcesField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.ToolResources');
  return (
    <>
      {values.codeInterpreter && (
        <EditorField {...props} path="codeFiles" label={strings.codeFiles} hint={strings.codeFilesHint}>
          <textarea
            data-size="code"
            dir="ltr"
            rows={2}
            spellCheck={false}
            value={values.codeFiles}
            onChange={(event) => edit({ codeFiles: event.target.value })}
          />
        </EditorField>
      )}
      {values.fileSearch && (
        <EditorField
          {...props}
          path="vectorStores"
          label={strings.vectorStore}
          hint={strings.vectorStoreHint}
        >
          <input
            type="text"
            data-size="code"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={values.vectorStores}
            onChange={(event) => edit({ vectorStores: event.target.value })}
          />
        </EditorField>
      )}
    </>
  );
}
