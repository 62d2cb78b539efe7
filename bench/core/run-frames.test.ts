import { EMPTY_RUN_STATE, reduceEvent } from '@threadkit/core';
import { expect, it } from 'vitest';
import { runEvents, toFrames } from './run-frames.ts';

it('runEvents generates deltas that add up to the completed message and code', () => {
  let state = EMPTY_RUN_STATE;
  let written: unknown;
  const size = { messageDeltas: 200, toolDeltas: 50 };
  for (const event of runEvents(size, () => {
    written = state.messages[0]?.content;
  })) {
    if (event.event === 'thread.run.step.completed' && event.data.id === 'step_tool') {
      expect(state.steps[0]?.step_details).toEqual(event.data.step_details);
    }
    state = reduceEvent(state, event);
  }
  expect(state.run?.status).toBe('completed');
  expect(state.messages[0]?.content).toEqual(written);
  const part = state.messages[0]?.content[0];
  expect(part?.type === 'text' && part.text.value.length).toBe(800);
});

it('toFrames numbers every frame except done', () => {
  const frames = [...toFrames(runEvents({ messageDeltas: 1, toolDeltas: 0 }))];
  expect(frames[0]).toMatch(/^id: 1\nevent: thread\.run\.created\ndata: \{.*\}\n\n$/);
  expect(frames.at(-2)).toMatch(/^id: \d+\nevent: thread\.run\.completed\n/);
  expect(frames.at(-1)).toBe('event: done\ndata: [DONE]\n\n');
});
