import type { Problem } from './problem.ts';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

/** Parses a number with a decimal point or comma; `null` for empty text. Reports invalid numbers. */
export function readNumber(
  text: string,
  { min, max, isWhole }: NumberRange,
  report: (problem: Problem) => void,
): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  if (value >= min && value <= max && (!isWhole || Number.isInteger(value))) return value;
  report({ kind: 'out-of-range', min, max, isWhole });
  return null;
}
