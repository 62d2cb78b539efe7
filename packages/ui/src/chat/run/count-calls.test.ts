import { expect, test } from 'vitest';
import { aFunctionCall, aStep } from '../../../stories/wire-objects.ts';
import { countCalls } from './count-calls.ts';

test('a step counts as often as it called something, and a message is no step of work', () => {
  const two = aStep([aFunctionCall('a', {}, 'x'), aFunctionCall('b', {}, 'y')]);
  const message = aStep([], {
    type: 'message_creation',
    step_details: { type: 'message_creation', message_creation: { message_id: 'msg_1' } },
  });
  expect(countCalls([two, message])).toBe(2);
});
