import type { JsonSchema } from '@threadkit/core';

/** One argument that a person can change in the approval. */
export interface EditableField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice';
  readonly value: string | number | boolean;
  /** For `choice`: what the schema allows. */
  readonly choices: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The arguments that can be edited in place: texts, numbers, yes-or-no and choices at the top level. Lists and
 * objects are not among them; they go on as the model wrote them.
 */
export function editableFields(args: unknown, schema: JsonSchema | undefined): readonly EditableField[] {
  if (!isRecord(args)) return [];
  return Object.entries(args).flatMap(([name, value]): EditableField[] => {
    const choices = schema?.properties?.[name]?.enum?.filter((choice) => typeof choice === 'string') ?? [];
    if (typeof value === 'string') {
      return [{ name, kind: choices.length > 0 ? 'choice' : 'text', value, choices }];
    }
    if (typeof value === 'number') return [{ name, kind: 'number', value, choices: [] }];
    if (typeof value === 'boolean') return [{ name, kind: 'boolean', value, choices: [] }];
    return [];
  });
}
