import type { Problem } from './problem.ts';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

/** A number as people write it, with a point or a comma; null for nothing. What is none is reported. */
export function readNumber(
  text: string,
  { min, max, isWhole }: NumberRange,
  report: (problem: Problem) => void,
): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  if (value >= min && value <= max && (!isWhole || Number.isInteger(value))) return value;
  report({ is: 'out-of-range', min, max, isWhole });
  return null;
}
