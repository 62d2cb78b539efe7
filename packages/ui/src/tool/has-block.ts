import type { StepToolCall } from '@threadkit/core';
import { isEmptyContent, unknownCallContent } from './unknown-call.ts';

/** Whether an opened row would have anything to show. */
export function hasBlock(call: StepToolCall): boolean {
  const unknown = unknownCallContent(call);
  if (unknown) return !isEmptyContent(unknown);
  if (call.type === 'function') return true;
  if (call.type === 'code_interpreter') return call.code_interpreter.input !== '';
  return (call.file_search.results ?? []).length > 0;
}
