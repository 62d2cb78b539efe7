import type { SuggestionTrigger } from './suggestion.ts';

/** The word before the caret that starts with a trigger character. */
export interface FoundTrigger {
  readonly char: string;
  /** Offset of the trigger character. */
  readonly from: number;
  /** Offset of the caret: the end of the range that a suggestion replaces. */
  readonly to: number;
  /** The text between the trigger character and the caret. */
  readonly query: string;
}

/** Longer words are addresses or paths, not names. */
const MAX_QUERY = 60;

/** Finds the word that ends at the caret, if it starts with a trigger character. */
export function findTrigger(
  text: string,
  caret: number,
  triggers: readonly Pick<SuggestionTrigger, 'char' | 'at'>[],
): FoundTrigger | undefined {
  // linear: the text is at most as long as a query
  const word = /\S*$/.exec(text.slice(Math.max(0, caret - MAX_QUERY - 1), caret))?.[0] ?? '';
  const trigger = triggers.find(({ char }) => word.startsWith(char));
  if (!trigger || word.length > MAX_QUERY) return undefined;
  const from = caret - word.length;
  if (trigger.at === 'start' && text.slice(0, from).trim() !== '') return undefined;
  return { char: trigger.char, from, to: caret, query: word.slice(trigger.char.length) };
}
