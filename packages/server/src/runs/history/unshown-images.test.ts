import type { RunStepObject, StepToolCall } from '@threadkit/core/api';
import { expect, it } from 'vitest';
import { aRun } from '../../testing/storage-fixture.ts';
import { newStep } from '../new-step.ts';
import { unshownImages } from './unshown-images.ts';

const step = (
  step_details: RunStepObject['step_details'],
  status: RunStepObject['status'] = 'completed',
) => ({
  ...newStep(aRun(), 'step_1', step_details, 1),
  status,
});
const drawing = (fileId: string, by: 'server' | 'provider' = 'server'): StepToolCall => ({
  id: 'call_1',
  type: 'code_interpreter',
  executed_by: by,
  code_interpreter: { input: '', outputs: [{ type: 'image', image: { file_id: fileId } }] },
});
const calls = (...toolCalls: StepToolCall[]) => step({ type: 'tool_calls', tool_calls: toolCalls });
const message = (status?: RunStepObject['status']) =>
  step({ type: 'message_creation', message_creation: { message_id: 'msg_1' } }, status);

it('unshownImages has the images since the last message that was completed', () => {
  expect(unshownImages([calls(drawing('a')), message(), calls(drawing('b'), drawing('c'))])).toEqual([
    'b',
    'c',
  ]);
  expect(unshownImages([calls(drawing('a')), message('failed')])).toEqual(['a']);
  expect(unshownImages([calls(drawing('a')), message()])).toEqual([]);
  expect(unshownImages([calls(drawing('a', 'provider'))])).toEqual([]);
});
