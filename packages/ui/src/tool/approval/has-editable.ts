/** Texts, numbers and yes-or-no are changed in place. */
export function isEditable(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Whether a form would have any field. */
export function hasEditable(args: unknown): boolean {
  return (
    typeof args === 'object' &&
    args !== null &&
    !Array.isArray(args) &&
    Object.values(args).some((value) => isEditable(value))
  );
}
