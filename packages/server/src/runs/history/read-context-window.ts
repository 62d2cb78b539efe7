import type { ContextWindow } from '../../engines/engine.ts';
import { isContextSize } from '../../shared/is-context-size.ts';
import { createTextCounter } from './count-text.ts';
import { createTokenCounter, type TokenCounter } from './token-counter.ts';

/** The window of a model, and how to fill it. */
export interface ReadContextWindow {
  /** Undefined when it is not known. */
  readonly contextTokens: number | undefined;
  readonly count: TokenCounter;
}

/** Reads what an engine declares about its model. `onWarning` gets what is wrong with it, for the operator. */
export function readContextWindow(
  engine: ContextWindow | undefined,
  model: string,
  onWarning: (message: string) => void,
): ReadContextWindow {
  const { contextTokens } = engine ?? {};
  const isUsable = isContextSize(contextTokens);
  if (contextTokens !== undefined && !isUsable) {
    onWarning(
      'contextTokens of the engine is not a number from 1, so that the window counts as unknown. Set it to the tokens of the context window.',
    );
  }
  const ofText = createTextCounter(engine ?? {}, model, (reason) =>
    onWarning(
      `countTokens of the engine ${reason}, so that tokens are estimated. It must return the number of tokens of the text.`,
    ),
  );
  return { contextTokens: isUsable ? contextTokens : undefined, count: createTokenCounter(ofText) };
}
