import type { Annotation } from '@threadkit/core/api';
import type { EngineEvent, EngineInput } from '../engine.ts';
import { chunkText, countTokens } from './chunk-text.ts';
import { estimateUsage } from './estimate-usage.ts';
import type { ScriptStep } from './script-step.ts';

export interface PlayTextOptions {
  /** Index of the text's content part. @defaultValue 0 */
  readonly part?: number;
  /** Chunks per event. @defaultValue 1 */
  readonly chunksAtOnce?: number;
  /** Annotations in the order of the text; each is sent after its marker. */
  readonly annotations?: readonly Annotation[];
  /** Text written earlier in this model call, for the usage. */
  readonly before?: string;
  /** Reasoning before the text, for the usage. @defaultValue none */
  readonly thought?: string;
  /** Pause after a chunk, in multiples of the pace. */
  readonly pause?: (index: number) => number;
  /** @defaultValue 'stop' */
  readonly reason?: Extract<EngineEvent, { type: 'finish' }>['reason'];
}

/** Plays text up to the run's budget, and the end of the model call. */
export function* playText(
  input: EngineInput,
  text: string,
  options: PlayTextOptions = {},
): Generator<ScriptStep> {
  const { part = 0, before = '', thought = '', chunksAtOnce = 1, reason = 'stop' } = options;
  const budget = input.settings.maxCompletionTokens ?? Number.POSITIVE_INFINITY;
  const annotations = [...(options.annotations ?? [])];
  let written = '';
  for (const [index, chunk] of inGroups(chunkText(text), chunksAtOnce).entries()) {
    if (countTokens(thought + before + written + chunk) > budget) {
      yield { type: 'finish', reason: 'length', usage: estimateUsage(input, before + written, thought) };
      return;
    }
    written += chunk;
    yield { type: 'text', part, text: chunk };
    while ((annotations[0]?.end_index ?? Number.POSITIVE_INFINITY) <= written.length) {
      const annotation = annotations.shift();
      if (annotation) yield { type: 'annotation', part, annotation };
    }
    const pieces = options.pause?.(index) ?? 0;
    if (pieces > 0) yield { type: 'pause', pieces };
  }
  yield { type: 'finish', reason, usage: estimateUsage(input, before + written, thought) };
}

function inGroups(chunks: readonly string[], size: number): readonly string[] {
  if (size === 1) return chunks;
  const groups: string[] = [];
  for (let at = 0; at < chunks.length; at += size) groups.push(chunks.slice(at, at + size).join(''));
  return groups;
}
