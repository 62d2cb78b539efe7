'use client';

import type { JsonSchema } from '@threadkit/core';
import { type ReactNode, useId } from 'react';
import { Button } from '../../internals/button.tsx';
import { useStrings } from '../../locales/locale-provider.tsx';
import { ApprovalForm } from './approval-form.tsx';
import { applyEdits, type EditableField, toEditableFields } from './argument-form.ts';

export interface EditArgumentsProps {
  args: unknown;
  schema?: JsonSchema | undefined;
  onSave: (args: unknown) => void;
  onCancel: () => void;
  /** Rendered after the buttons. */
  children?: ReactNode;
}

/** Form for the arguments of a call. Loaded when it is first opened. */
export function EditArguments({ args, schema, onSave, onCancel, children }: EditArgumentsProps): ReactNode {
  const strings = useStrings();
  const fields = toEditableFields(args, schema);
  return (
    <ApprovalForm
      submit={
        <Button type="submit" variant="primary">
          {strings.approval.saveEdit}
        </Button>
      }
      cancel={strings.approval.cancelEdit}
      onSubmit={(form) => onSave(applyEdits(args, fields, form))}
      onCancel={onCancel}
      after={children}
    >
      {fields.map((field, index) => (
        <FieldRow key={field.name} field={field} autoFocus={index === 0} />
      ))}
    </ApprovalForm>
  );
}

function FieldRow({ field, autoFocus }: { field: EditableField; autoFocus: boolean }): ReactNode {
  const id = useId();
  return (
    <div data-slot="tool-approval-field">
      <label htmlFor={id}>{field.name}</label>
      <FieldInput id={id} field={field} autoFocus={autoFocus} />
    </div>
  );
}

function FieldInput({
  id,
  field,
  autoFocus,
}: {
  id: string;
  field: EditableField;
  autoFocus: boolean;
}): ReactNode {
  const { name, kind, value, choices } = field;
  // The user pressed "Edit": focus the first field.
  const shared = { id, name, autoFocus };
  switch (kind) {
    case 'boolean':
      return <input {...shared} type="checkbox" defaultChecked={value === true} />;
    case 'number':
      // The browser says so when it is empty or no number, and does not submit the form.
      return <input {...shared} type="number" step="any" required defaultValue={Number(value)} />;
    case 'choice':
      return (
        <select {...shared} defaultValue={String(value)}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      );
    case 'text':
      return <input {...shared} type="text" defaultValue={String(value)} />;
  }
}
