import type { EngineInput } from '../engines/engine.ts';
import { expectThat, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import { contractInput, IMAGE } from './inputs.ts';
import { makeModelCall, reasonOf, textOf } from './model-call.ts';

/** A check that the engine responds with text to an input. */
function respondsTo(name: string, input: EngineInput, asked: string): EngineCheck {
  return {
    name,
    async check(make) {
      const events = await makeModelCall(make(), input, asked);
      const text = textOf(events);
      expectThat(text !== '' && reasonOf(events) === 'stop', () => ({
        did: `The engine responded with the text ${show(text)} and finished with ${reasonOf(events)} when ${asked}.`,
        expected: 'It responds with text and finishes with the reason stop.',
        remedy:
          "Yield the provider's text as text events, and translate its reason for a complete response to stop.",
      }));
    },
  };
}

/** Checks of model calls without tools. */
export const textChecks: readonly EngineCheck[] = [
  respondsTo(
    'the engine responds in text, and finishes once at the end',
    contractInput(),
    'the user said hello',
  ),
  respondsTo(
    "the engine takes null settings for the model's defaults",
    contractInput({
      instructions: 'Be kind.',
      settings: {
        temperature: null,
        topP: null,
        maxCompletionTokens: null,
        responseFormat: null,
        toolChoice: null,
        reasoningEffort: null,
      },
    }),
    'all settings were null',
  ),
  respondsTo(
    'the engine responds when an image does not exist any more',
    contractInput({ messages: [IMAGE], resolveImage: async () => undefined }),
    'resolveImage resolved an image to undefined',
  ),
  respondsTo(
    'the engine responds when images cannot be resolved',
    contractInput({ messages: [IMAGE] }),
    'a message had an image, and the input had no resolveImage',
  ),
  {
    name: 'the engine reports usage that adds up',
    async check(make) {
      const finish = (await makeModelCall(make(), contractInput(), 'the user said hello')).at(-1);
      const usage = finish?.type === 'finish' ? finish.usage : undefined;
      expectThat((usage?.completion_tokens ?? 0) > 0, () => ({
        did: `The engine reported the usage ${show(usage)} for a response with text.`,
        expected: 'completion_tokens counts the tokens of the response: the budgets of a run depend on it.',
        remedy:
          "Ask the provider for usage, let the test's provider report it, and wait for it before the finish event.",
      }));
    },
  },
  {
    name: 'the engine stops at the token limit with the reason length',
    async check(make) {
      const input = contractInput({ settings: { maxCompletionTokens: 3 } });
      const reason = reasonOf(await makeModelCall(make(), input, 'maxCompletionTokens was 3'));
      expectThat(reason === 'length', () => ({
        did: `The engine finished with the reason ${reason} when maxCompletionTokens was 3.`,
        expected: 'A response that was cut off at the limit finishes with length.',
        remedy: "Send the limit to the provider, and translate the provider's reason.",
      }));
    },
  },
];
