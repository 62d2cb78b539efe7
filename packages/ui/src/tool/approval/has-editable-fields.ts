import { isRecord } from '@threadkit/core/internal';

// Apart from `argument-form.ts`, which is loaded with the form: this check decides whether to offer it.

/** Strings, numbers and booleans are editable. */
export function isEditable(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Whether at least one argument is editable. */
export function hasEditableFields(args: unknown): boolean {
  return isRecord(args) && Object.values(args).some(isEditable);
}
