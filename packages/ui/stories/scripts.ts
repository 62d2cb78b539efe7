import type { ScriptedOptions } from '@threadkit/server';
import { engineGate } from '@threadkit/testing';
import type { InPageOptions } from './in-page.tsx';

type Script = NonNullable<ScriptedOptions['script']>;

const usage = { prompt_tokens: 412, completion_tokens: 96, total_tokens: 508 };

/** An answer that stands still after these words, with its run alive. */
export function stopAfter(text: string): InPageOptions {
  return {
    // The pause before the first word passes, the pause behind the words does not.
    gate: engineGate({ closedAfter: 1 }),
    script: () => [
      { type: 'text', part: 0, text },
      { type: 'finish', reason: 'stop', usage },
    ],
  };
}

/** The first turn calls these functions, all at once; later turns are the engine's own. */
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
