import type { StepToolCall } from '@threadkit/core';

const KNOWN: ReadonlySet<string> = new Set<StepToolCall['type']>([
  'function',
  'code_interpreter',
  'file_search',
]);

/** The content of a call of an unknown type, without its id and type. `undefined` for known types. */
export function unknownCallContent(call: StepToolCall): Readonly<Record<string, unknown>> | undefined {
  const { id: _id, type, ...content } = call;
  return KNOWN.has(type) ? undefined : content;
}

export function isEmptyContent(content: Readonly<Record<string, unknown>>): boolean {
  return Object.values(content).every(
    (value) =>
      value === null || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0),
  );
}
