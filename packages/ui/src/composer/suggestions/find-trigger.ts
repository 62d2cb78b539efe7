import type { SuggestionTrigger } from './suggestion.ts';

/** A word under the caret that asks for suggestions. */
export interface FoundTrigger {
  readonly char: string;
  /** Where its character stands. */
  readonly from: number;
  /** The caret, up to which it is replaced. */
  readonly to: number;
  /** What was typed behind the character. */
  readonly query: string;
}

/** A word longer than this is no name any more: an address, a path. */
const MAX_QUERY = 60;

/** The word that ends at the caret, where it begins with a trigger's character; undefined where none does. */
export function findTrigger(
  text: string,
  caret: number,
  triggers: readonly Pick<SuggestionTrigger, 'char' | 'at'>[],
): FoundTrigger | undefined {
  // linear: of so many characters as may be a query
  const word = /\S*$/.exec(text.slice(Math.max(0, caret - MAX_QUERY - 1), caret))?.[0] ?? '';
  const trigger = triggers.find(({ char }) => word.startsWith(char));
  if (!trigger || word.length > MAX_QUERY) return undefined;
  const from = caret - word.length;
  if (trigger.at === 'start' && text.slice(0, from).trim() !== '') return undefined;
  return { char: trigger.char, from, to: caret, query: word.slice(trigger.char.length) };
}
