'use client';

import { randomId } from '@threadkit/core/internal';
import { type ReactNode, useState } from 'react';
import { Button } from '../../internals/button.tsx';
import { NewIcon } from '../../internals/icons/icons.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { useEditor } from './editor-context.ts';
import { type EditorFieldProps, EditorGroup } from './editor-field.tsx';
import { FunctionField } from './function-field.tsx';
import { NumberField } from './plain-fields.tsx';

const NEW_FUNCTION = `{
  "name": "",
  "description": "",
  "parameters": {
    "type": "object",
    "properties": {},
    "required": []
  }
}`;

/** The assistant's tools: code interpreter, file search, and functions as JSON. Renders a `<div>`. */
export function ToolsField(props: EditorFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const { values, edit } = useEditor('AssistantEditor.Tools');
  const [added, setAdded] = useState<string>();
  const add = (): void => {
    const key = randomId();
    setAdded(key);
    edit({ functions: [...values.functions, { key, text: NEW_FUNCTION }] });
  };
  return (
    <EditorGroup field="tools" path="functions" legend={strings.tools} {...props}>
      <label data-slot="editor-check">
        <input
          type="checkbox"
          checked={values.codeInterpreter}
          onChange={(event) => edit({ codeInterpreter: event.target.checked })}
        />
        {strings.codeInterpreter}
      </label>
      <label data-slot="editor-check">
        <input
          type="checkbox"
          checked={values.fileSearch}
          onChange={(event) => edit({ fileSearch: event.target.checked })}
        />
        {strings.fileSearch}
      </label>
      {values.fileSearch && (
        <NumberField path="maxResults" label={strings.maxResults} hint={strings.maxResultsHint} />
      )}
      {values.functions.map((item) => (
        <FunctionField
          key={item.key}
          item={item}
          isNew={item.key === added}
          onChange={(text) =>
            edit({
              functions: values.functions.map((other) =>
                other.key === item.key ? { ...other, text } : other,
              ),
            })
          }
          onRemove={() => edit({ functions: values.functions.filter(({ key }) => key !== item.key) })}
        />
      ))}
      <Button data-slot="editor-add" variant="quiet" onClick={add}>
        <NewIcon />
        {strings.addFunction}
      </Button>
    </EditorGroup>
  );
}
