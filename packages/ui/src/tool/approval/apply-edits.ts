import type { EditableField } from './editable-fields.ts';

/** The arguments with what the form holds, each in its field's type. A number that cannot be read stays as it was. */
export function applyEdits(args: unknown, fields: readonly EditableField[], form: FormData): unknown {
  // Only an object has fields.
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
