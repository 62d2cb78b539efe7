import type { ScriptedOptions } from '@threadkit/server';
import { engineGate } from '@threadkit/testing';
import type { InPageOptions } from './in-page.tsx';

type Script = NonNullable<ScriptedOptions['script']>;

const usage = { prompt_tokens: 412, completion_tokens: 96, total_tokens: 508 };

/** A response that pauses after `text`, with its run still in progress. */
export function stopAfter(text: string): InPageOptions {
  return {
    // Opens the gate for the pause before the text, but not for the pause after it.
    gate: engineGate({ closedAfter: 1 }),
    script: () => [
      { type: 'text', part: 0, text },
      { type: 'finish', reason: 'stop', usage },
    ],
  };
}

/** The first model call of a run calls these functions in parallel; later ones use the engine's default script. */
export function callFirst(...calls: readonly { name: string; args: unknown }[]): Script {
  return ({ messages }) =>
    messages.at(-1)?.role === 'user'
      ? [
          ...calls.map(({ name, args }, index) => ({
            type: 'tool-call' as const,
            index,
            name,
            arguments: JSON.stringify(args),
          })),
          { type: 'finish', reason: 'tool-calls', usage },
        ]
      : undefined;
}
