'use client';

import type { ReactNode } from 'react';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';
import { EditorField, type EditorFieldProps } from './editor-field.tsx';
import { EditorSelect } from './editor-select.tsx';
import type { FormatKind } from './form-values.ts';
import { JsonArea } from './json-area.tsx';

const FORMATS: readonly FormatKind[] = ['auto', 'text', 'json_object', 'json_schema'];

const NEW_SCHEMA = `{
  "name": "response",
  "strict": true,
  "schema": {
    "type": "object",
    "properties": {},
    "required": [],
    "additionalProperties": false
  }
}`;

/** The response format. Renders a `<div>`, and another one with the schema for `json_schema`. */
export function ResponseFormatField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.ResponseFormat');
  const choose = (responseFormat: FormatKind): void => {
    const needsSchema = responseFormat === 'json_schema' && values.jsonSchema === '';
    edit({ responseFormat, ...(needsSchema ? { jsonSchema: NEW_SCHEMA } : {}) });
  };
  return (
    <>
      <EditorField
        {...props}
        path="responseFormat"
        label={strings.responseFormat}
        hint={values.responseFormat === 'json_object' ? strings.jsonObjectHint : undefined}
      >
        <EditorSelect
          value={values.responseFormat}
          onChange={(event) => choose(event.target.value as FormatKind)}
        >
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {strings.formats[format]}
            </option>
          ))}
        </EditorSelect>
      </EditorField>
      {values.responseFormat === 'json_schema' && (
        <EditorField path="jsonSchema" label={strings.jsonSchema} hint={strings.jsonSchemaHint}>
          <JsonArea value={values.jsonSchema} onChange={(jsonSchema) => edit({ jsonSchema })} />
        </EditorField>
      )}
    </>
  );
}
