import type { EngineInput } from '../engine.ts';
import { chunkText } from './chunk-text.ts';
import { playText } from './play-text.ts';
import type { ScriptStep } from './script-step.ts';

const THOUGHT = `**Reading the question**

The user wants the next train that reaches Hamburg before noon. Two trains leave Berlin this morning, at 8:05 and at 9:38, and the ride takes 1 hour and 45 minutes.

**Comparing the trains**

- 8:05 plus 1:45 is 9:50: early enough.
- 9:38 plus 1:45 is 11:23: early enough as well, and later than the first.

Both arrive before noon, so the later one leaves the most time in Berlin. A delay of more than half an hour would make it too late; the first train is the safe choice.`;

const RESPONSE = `Take the train at **9:38**: it arrives at 11:23, before noon.

If you cannot be late, take the one at 8:05 instead. *The thinking above was not a model's: this is the scripted engine.*`;

/** Plays reasoning, then a response. */
export function* playThink(input: EngineInput): Generator<ScriptStep> {
  for (const text of chunkText(THOUGHT)) yield { type: 'reasoning', text };
  yield { type: 'pause', pieces: 20 };
  yield* playText(input, RESPONSE, { thought: THOUGHT });
}
