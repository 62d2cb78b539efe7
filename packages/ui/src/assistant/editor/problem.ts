import { formatCount } from '../../internals/format.ts';
import type { AllStrings } from '../../locales/list-strings.ts';

/** Why a field is invalid, or was refused by the backend. */
export type Problem =
  | { readonly kind: 'missing' | 'not-an-object' | 'no-parameters' | 'bad-name' | 'same-name' }
  | { readonly kind: 'too-long' | 'too-many'; readonly max: number }
  | { readonly kind: 'out-of-range'; readonly min: number; readonly max: number; readonly isWhole: boolean }
  /** Line and column, counted from 1; undefined if the engine does not report them. */
  | { readonly kind: 'not-json'; readonly at: { readonly line: number; readonly column: number } | undefined }
  /** The backend's message. */
  | { readonly kind: 'refused'; readonly message: string };

/** Reports a problem at a path in the form: a field, or `functions.key` and `metadata.key` for an item. */
export type Report = (path: string, problem: Problem) => void;

/** The message shown at the field. */
export function describeProblem(problem: Problem, strings: AllStrings): string {
  const { problem: messages } = strings.assistantEditor;
  const count = (value: number): string => formatCount(value, strings.languageTag);
  switch (problem.kind) {
    case 'missing':
      return messages.required;
    case 'not-an-object':
      return messages.notAnObject;
    case 'no-parameters':
      return messages.parameters;
    case 'bad-name':
      return messages.invalidName;
    case 'same-name':
      return messages.duplicateName;
    case 'too-long':
      return messages.tooLong(count(problem.max));
    case 'too-many':
      return messages.tooMany(count(problem.max));
    case 'out-of-range':
      return problem.isWhole
        ? messages.wholeNumber(count(problem.min), count(problem.max))
        : messages.number(count(problem.min), count(problem.max));
    case 'not-json':
      return problem.at
        ? messages.invalidJsonAt(count(problem.at.line), count(problem.at.column))
        : messages.invalidJson;
    case 'refused':
      return problem.message;
  }
}
