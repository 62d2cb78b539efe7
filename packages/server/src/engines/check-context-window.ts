import { isContextSize } from '../shared/is-context-size.ts';
import { describeValue, wrongOption } from '../shared/option-values.ts';
import type { ContextWindow } from './engine.ts';

/**
 * Checks what an engine declares about the window of its model, for engines that are written in JavaScript. `of` is whose options
 * they are, such as `chatCompletions`.
 *
 * @throws `RangeError` or `TypeError`
 */
export function checkContextWindow({ contextTokens, countTokens }: ContextWindow, of: string): void {
  if (contextTokens !== undefined && !isContextSize(contextTokens)) {
    throw new RangeError(
      `contextTokens of ${of} is ${describeValue(contextTokens)}. Set it to the number of tokens of the context window, such as 128000, or leave it out when it is not known.`,
    );
  }
  if (countTokens !== undefined && typeof countTokens !== 'function') {
    throw wrongOption(
      `countTokens of ${of}`,
      countTokens,
      'Pass a function that returns the number of tokens of a text, or leave it out for an estimate.',
    );
  }
}
