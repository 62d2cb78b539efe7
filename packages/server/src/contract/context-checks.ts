import { expectThat, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import { contractInput } from './inputs.ts';

const SHORT = 'hello';
const LONG = 'The weather in Oslo is mild, with a light drizzle. '.repeat(20);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** Checks of how much an engine says that its model reads. */
export const contextChecks: readonly EngineCheck[] = [
  {
    name: 'the engine has a context window and a count of tokens that are whole numbers, or none',
    async check(make) {
      const { contextTokens, countTokens } = make();
      expectThat(contextTokens === undefined || (isCount(contextTokens) && contextTokens > 0), () => ({
        did: `The engine has ${show(contextTokens)} contextTokens.`,
        expected: 'The context window is a whole number of tokens above 0.',
        remedy: "Set the size from the model's documentation, or leave it undefined.",
      }));
      if (!countTokens) return;
      const { model } = contractInput();
      const [short, long] = [countTokens(SHORT, model), countTokens(LONG, model)];
      expectThat(isCount(short) && isCount(long) && short < long, () => ({
        did: `The engine counted ${show(short)} tokens in ${SHORT.length} characters, and ${show(long)} in ${LONG.length}.`,
        expected: 'A count is a whole number from 0, and grows with the text.',
        remedy: 'Return the number of tokens, not the tokens, for any model; or leave countTokens undefined.',
      }));
    },
  },
];
