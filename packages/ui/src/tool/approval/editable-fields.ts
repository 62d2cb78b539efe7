import type { JsonSchema } from '@threadkit/core';
import { hasEditable, isEditable } from './has-editable.ts';

/** One argument that a person can change in the approval. */
export interface EditableField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice';
  readonly value: string | number | boolean;
  /** For `choice`: what the schema allows. */
  readonly choices: readonly string[];
}

/**
 * The arguments that can be edited in place: texts, numbers, yes-or-no and choices at the top level. Lists and
 * objects are not among them; they go on as the model wrote them.
 */
export function editableFields(args: unknown, schema: JsonSchema | undefined): readonly EditableField[] {
  if (!hasEditable(args)) return [];
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
