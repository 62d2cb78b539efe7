import { isRecord } from '@threadkit/core/internal';
import type { Problem } from './problem.ts';

export type ReadJsonResult =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly problem: Problem };

/** Parses a JSON object, or reports where it is invalid. */
export function readJsonObject(text: string): ReadJsonResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: { kind: 'not-json', at: positionOf(text, error) } };
  }
  if (!isRecord(value)) {
    return { problem: { kind: 'not-an-object' } };
  }
  return { value };
}

/** Engines report the position in their messages in different ways, or not at all. */
function positionOf(text: string, error: unknown): { line: number; column: number } | undefined {
  const message = error instanceof Error ? error.message : '';
  const lineColumn = /line (\d+) column (\d+)/.exec(message);
  if (lineColumn) return { line: Number(lineColumn[1]), column: Number(lineColumn[2]) };
  const position = /position (\d+)/.exec(message)?.[1];
  const isCut = /end of (JSON|input|data)/i.test(message);
  if (position === undefined && !isCut) return undefined;
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
