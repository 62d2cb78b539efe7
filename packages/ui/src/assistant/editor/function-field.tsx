'use client';

import type { ReactNode } from 'react';
import { Button } from '../../internals/button.tsx';
import { RemoveIcon } from '../../internals/icons/icons.tsx';
import { useAllStrings } from '../../locales/list-strings.ts';
import { FieldNotes, useControl } from './editor-field.tsx';
import type { FunctionFormValues } from './form-values.ts';
import { JsonArea } from './json-area.tsx';

export interface FunctionFieldProps {
  item: FunctionFormValues;
  /** Whether the field takes the focus on mount, for a function that was just added. */
  isNew: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
}

/** One function as JSON, with the position of a syntax error below. */
export function FunctionField({ item, isNew, onChange, onRemove }: FunctionFieldProps): ReactNode {
  const strings = useAllStrings().assistantEditor;
  const path = `functions.${item.key}`;
  const control = useControl(path, false);
  const name = nameIn(item.text);
  return (
    <div data-slot="editor-function">
      <div data-slot="editor-function-head">
        <label htmlFor={control.id}>{strings.functionField(name)}</label>
        <Button variant="icon" aria-label={strings.removeFunction(name)} onClick={onRemove}>
          <RemoveIcon />
        </Button>
      </div>
      <JsonArea {...control} value={item.text} autoFocus={isNew} onChange={onChange} />
      <FieldNotes id={control.id} path={path} />
    </div>
  );
}

/** The name of a function, also while its JSON is invalid. */
function nameIn(text: string): string {
  return /"name"\s*:\s*"([\w-]{1,64})"/.exec(text)?.[1] ?? '';
}
