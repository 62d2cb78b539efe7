import type { RunCompletionUsage } from '@threadkit/core/api';
import type { Engine, EngineEvent, EngineInput } from '../engines/engine.ts';

export const USAGE: RunCompletionUsage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

type ModelCall = (play: Play, input: EngineInput, signal: AbortSignal) => Promise<void>;

interface Play {
  emit(event: EngineEvent): void;
  say(text: string): void;
  finish(reason?: Extract<EngineEvent, { type: 'finish' }>['reason']): void;
}

/**
 * An engine played by the test: each model call runs its own function, which may wait for the test. The last function plays
 * all further calls.
 */
export function stepEngine(...modelCalls: readonly ModelCall[]): Engine & { readonly inputs: EngineInput[] } {
  const inputs: EngineInput[] = [];
  return {
    name: 'step',
    inputs,
    async *generate(input, signal) {
      const modelCall = modelCalls[Math.min(inputs.length, modelCalls.length - 1)];
      inputs.push(input);
      if (!modelCall) throw new Error('The step engine has no model calls.');
      const events: EngineEvent[] = [];
      let wake = () => {};
      let over = false;
      let failure: unknown;
      const emit = (event: EngineEvent) => {
        events.push(event);
        wake();
      };
      const done = modelCall(
        {
          emit,
          say: (text) => emit({ type: 'text', part: 0, text }),
          finish: (reason = 'stop') => emit({ type: 'finish', reason, usage: USAGE }),
        },
        input,
        signal,
      )
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => {
          over = true;
          wake();
        });
      for (;;) {
        const event = events.shift();
        if (event) yield event;
        else if (over) break;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      await done;
      if (failure !== undefined) throw failure;
    },
  };
}

/** A promise that the test resolves with `open()`. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
