import type { JsonSchema } from '@threadkit/core';
import { hasEditableFields, isEditable } from './has-editable-fields.ts';

/** An argument that can be edited in the approval. */
export interface EditableField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice';
  readonly value: string | number | boolean;
  /** For `choice`: the values of the schema's `enum`. */
  readonly choices: readonly string[];
}

/**
 * The editable arguments: strings, numbers, booleans and enum values at the top level. Lists and objects are not editable
 * and are passed on unchanged.
 */
export function toEditableFields(args: unknown, schema: JsonSchema | undefined): readonly EditableField[] {
  if (!hasEditableFields(args)) return [];
  return Object.entries(args as object).flatMap(([name, value]: [string, unknown]): EditableField[] => {
    if (!isEditable(value)) return [];
    const choices = schema?.properties?.[name]?.enum?.filter((choice) => typeof choice === 'string') ?? [];
    if (typeof value !== 'string') return [{ name, kind: kindOf(value), value, choices: [] }];
    return [{ name, kind: choices.length > 0 ? 'choice' : 'text', value, choices }];
  });
}

function kindOf(value: number | boolean): 'number' | 'boolean' {
  return typeof value === 'number' ? 'number' : 'boolean';
}

/** Applies form values to the arguments, converted to the type of each field. The form does not submit an invalid number; it would keep the old value. */
export function applyEdits(args: unknown, fields: readonly EditableField[], form: FormData): unknown {
  // Only an object has editable fields.
  if (fields.length === 0) return args;
  const edited: Record<string, unknown> = { ...(args as object) };
  for (const { name, kind, value } of fields) {
    const entry = form.get(name);
    if (kind === 'boolean') edited[name] = entry !== null;
    else if (typeof entry === 'string') {
      const number = Number(entry);
      edited[name] = kind !== 'number' ? entry : entry.trim() === '' || Number.isNaN(number) ? value : number;
    }
  }
  return edited;
}
