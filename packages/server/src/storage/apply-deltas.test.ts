import type { MessageObject, RunStepObject, StreamEvent } from '@threadkit/core/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../engines/engine.ts';
import { newAssistantMessage } from '../runs/new-message.ts';
import { newStep } from '../runs/new-step.ts';
import { aRun } from '../testing/storage-fixture.ts';
import { testRecorder } from '../testing/test-recorder.ts';
import { applyDeltas } from './apply-deltas.ts';
import { toStoredEvents } from './to-stored-events.ts';

const citation = {
  type: 'file_citation' as const,
  text: '[1]',
  start_index: 0,
  end_index: 3,
  file_citation: { file_id: 'file-1' },
};

const pieces = (events: readonly EngineEvent[]) => events.filter((event) => event.type !== 'finish');

/** Pieces of one model call: text with citations and an image, hosted calls, function calls. */
const anyModelCall = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'bc', '\u0000', '\ud800', '😀'), { maxLength: 8 }),
    fc.array(fc.constantFrom('print(', '1', ')'), { maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(2), fc.constantFrom('{', '"x"', ':1}')), { maxLength: 8 }),
  )
  .map(([texts, inputs, calls]): EngineEvent[] => [
    ...inputs.map(
      (input): EngineEvent => ({
        type: 'hosted-call',
        index: 0,
        call: { type: 'code_interpreter', code_interpreter: { input } },
      }),
    ),
    ...inputs.slice(0, 2).map(
      (logs): EngineEvent => ({
        type: 'hosted-call',
        index: inputs.length > 3 ? 1 : 0,
        call: { type: 'code_interpreter', code_interpreter: { outputs: [{ index: 0, type: 'logs', logs }] } },
      }),
    ),
    ...texts.map((text): EngineEvent => ({ type: 'text', part: 0, text: `x${text}` })),
    ...(texts.length > 2
      ? ([
          { type: 'annotation', part: 0, annotation: citation },
          { type: 'image-file', part: 1, fileId: 'file-2' },
          { type: 'refusal', part: 2, text: 'No' },
          { type: 'refusal', part: 2, text: ', never.' },
          { type: 'annotation', part: 0, annotation: citation },
        ] satisfies EngineEvent[])
      : []),
    ...(calls.length > 0
      ? [0, 1, 2].map(
          (index): EngineEvent => ({
            type: 'tool-call',
            index,
            name: `tool_${index}`,
            arguments: '',
          }),
        )
      : []),
    ...calls.map(([index, text]): EngineEvent => ({ type: 'tool-call', index, arguments: text })),
  ]);

describe('applyDeltas', () => {
  it('applyDeltas restores the recorded object from its first stored state, however the events are divided into batches', () => {
    fc.assert(
      fc.property(anyModelCall, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (events, cuts) => {
        const recorder = testRecorder();
        const stored = new Map<string, { object: MessageObject | RunStepObject; since: number }>();
        const written: StreamEvent[] = [];
        pieces(events).forEach((event, index) => {
          recorder.record(event);
          if (!cuts[index]) return;
          const work = recorder.take();
          written.push(...work.events);
          for (const object of [...work.messages, ...work.steps]) {
            stored.set(object.id, { object, since: written.length });
          }
          for (const open of [recorder.open.message, recorder.open.step]) {
            if (!open) continue;
            const began = stored.get(open.id);
            if (!began) throw new Error(`${open.id} was not stored when it began`);
            const { object, since } = began;
            expect(applyDeltas(object, toStoredEvents(written.slice(since), since))).toEqual(open);
          }
        });
      }),
    );
  });

  it('deltas of other objects are left out', () => {
    const message = newAssistantMessage(aRun(), 'msg_1', 5);
    const delta = (id: string): StreamEvent => ({
      event: 'thread.message.delta',
      data: {
        id,
        object: 'thread.message.delta',
        delta: { content: [{ index: 0, type: 'text', text: { value: id } }] },
      },
    });
    expect(applyDeltas(message, toStoredEvents([delta('msg_2'), delta('msg_1')], 0))).toMatchObject({
      content: [{ text: { value: 'msg_1' } }],
    });
  });

  it('search results arrive whole and replace earlier ones', () => {
    const step = newStep(aRun(), 'step_1', { type: 'tool_calls', tool_calls: [] }, 5);
    const delta = (results: readonly object[], id?: string): StreamEvent => ({
      event: 'thread.run.step.delta',
      data: {
        id: 'step_1',
        object: 'thread.run.step.delta',
        delta: {
          step_details: {
            type: 'tool_calls',
            tool_calls: [
              { index: 0, ...(id !== undefined && { id }), type: 'file_search', file_search: { results } },
            ],
          },
        },
      },
    });
    const read: RunStepObject = applyDeltas(
      step,
      toStoredEvents([delta([{ file_id: 'a' }], 'call_1'), delta([{ file_id: 'b' }])], 0),
    );
    expect(read.step_details).toEqual({
      type: 'tool_calls',
      tool_calls: [{ id: 'call_1', type: 'file_search', file_search: { results: [{ file_id: 'b' }] } }],
    });
  });
});
