import type { ScriptedOptions } from '@threadkit/server';

type Script = NonNullable<ScriptedOptions['script']>;

const usage = { prompt_tokens: 412, completion_tokens: 96, total_tokens: 508 };

/** An answer that stands still after these words, with its run alive. */
export function stopAfter(text: string): ScriptedOptions {
  let sleeps = 0;
  return {
    paceMs: 1,
    script: () => [
      { type: 'text', part: 0, text },
      { type: 'finish', reason: 'stop', usage },
    ],
    // The thought before the first word is the first; the one after it never ends.
    setTimer(run, ms) {
      sleeps += 1;
      if (sleeps > 1) return () => undefined;
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
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
