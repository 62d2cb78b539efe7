import type { RunObject } from '@threadkit/core/api';
import { ModelCallRecorder, type RecorderTools } from '../runs/accumulators/model-call-recorder.ts';
import { aRun } from './storage-fixture.ts';

/** A recorder whose ids are counted and whose clock stands at 5. */
export function testRecorder(run: RunObject = aRun(), tools: Partial<RecorderTools> = {}): ModelCallRecorder {
  let ids = 0;
  return new ModelCallRecorder(run, {
    engine: 'e',
    newId: (prefix) => `${prefix}_${(ids += 1)}`,
    now: () => 5,
    ...tools,
  });
}
