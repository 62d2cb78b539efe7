import type { RunObject, RunStepObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { assistantObject } from '../../routes/objects/assistant-object.ts';
import { runObject } from '../../routes/objects/run-object.ts';
import { applyDeltas } from '../../storage/apply-deltas.ts';
import { MESSAGE_WRITTEN, STEP_STARTED } from '../../testing/seen-events.ts';
import { USAGE } from '../../testing/step-engine.ts';
import { testRecorder } from '../../testing/test-recorder.ts';
import { modelCallsOfRun } from '../history/model-calls-of-run.ts';
import { newStep } from '../new-step.ts';
import type { ModelCallRecorder } from './model-call-recorder.ts';

const run = runObject(
  assistantObject({ model: 'm' }, 'asst_1', 1),
  {},
  { id: 'run_1', threadId: 'thread_1', at: 1 },
);

const recorder = (of: RunObject = run) => testRecorder(of);

const names = (recording: ModelCallRecorder) =>
  recording.take().events.map(({ event }) => event.replace('thread.', ''));

describe('ModelCallRecorder', () => {
  it('only the first call is kept when parallel_tool_calls is false', () => {
    const recording = recorder({ ...run, parallel_tool_calls: false });
    recording.record({ type: 'tool-call', index: 0, name: 'first', arguments: '{' });
    recording.record({ type: 'tool-call', index: 1, name: 'second', arguments: '{"a"' });
    recording.record({ type: 'tool-call', index: 0, arguments: '}' });
    recording.record({ type: 'tool-call', index: 1, arguments: ':1}' });
    recording.finish({ reason: 'tool-calls', usage: USAGE });
    expect(JSON.stringify(recording.take())).not.toContain('second');
    expect(recording.calls).toMatchObject([{ function: { name: 'first', arguments: '{}' } }]);
  });

  it('calls are dropped when tool_choice is none', () => {
    const recording = recorder({ ...run, tool_choice: 'none' });
    recording.record({ type: 'text', part: 0, text: 'No tool.' });
    recording.record({ type: 'tool-call', index: 0, name: 'first', arguments: '{}' });
    recording.record({ type: 'text', part: 0, text: ' Really.' });
    recording.finish({ reason: 'tool-calls', usage: USAGE });
    expect(JSON.stringify(recording.take())).toContain('No tool. Really.');
    expect(recording.calls).toEqual([]);
  });

  it('pieces of one part are merged into one delta, with the annotations of its text', () => {
    const recording = recorder();
    recording.record({ type: 'text', part: 0, text: 'See ' });
    recording.record({ type: 'text', part: 0, text: '[1]' });
    const annotation = {
      type: 'file_citation' as const,
      text: '[1]',
      start_index: 4,
      end_index: 7,
      file_citation: { file_id: 'file-1' },
    };
    recording.record({ type: 'annotation', part: 0, annotation });
    const { events, messages } = recording.take();
    expect(events.at(-1)).toEqual({
      event: 'thread.message.delta',
      data: {
        id: 'msg_1',
        object: 'thread.message.delta',
        delta: {
          content: [
            {
              index: 0,
              type: 'text',
              text: { value: 'See [1]', annotations: [{ index: 0, ...annotation }] },
            },
          ],
        },
      },
    });
    expect(messages.at(-1)?.content).toEqual([
      { type: 'text', text: { value: 'See [1]', annotations: [annotation] } },
    ]);
    recording.record({ type: 'text', part: 0, text: ' more' });
    expect(recording.take().events).toMatchObject([
      { data: { delta: { content: [{ text: { value: ' more' } }] } } },
    ]);
  });

  it('the message is completed before the first call, and the calls stay open', () => {
    const recording = recorder();
    recording.record({ type: 'text', part: 0, text: 'Let me look.' });
    recording.record({ type: 'tool-call', index: 0, name: 'f', arguments: '{' });
    recording.record({ type: 'tool-call', index: 0, arguments: '}' });
    recording.finish({ reason: 'tool-calls', usage: USAGE });
    expect(names(recording)).toEqual([
      ...MESSAGE_WRITTEN,
      ...STEP_STARTED,
      'run.step.delta',
      'run.step.delta',
    ]);
    expect(recording.open).toMatchObject({
      step: { type: 'tool_calls', status: 'in_progress' },
      message: undefined,
    });
    expect(recording.calls).toEqual([
      { id: expect.any(String), type: 'function', function: { name: 'f', arguments: '{}' } },
    ]);
  });

  it('id and name of a call are sent in its first delta only', () => {
    const recording = recorder();
    recording.record({ type: 'tool-call', index: 0, name: 'f', arguments: '{"a"' });
    recording.record({ type: 'tool-call', index: 1, name: 'g', arguments: '' });
    recording.record({ type: 'tool-call', index: 0, arguments: ':1}' });
    const deltas = recording
      .take()
      .events.flatMap((event) => (event.event === 'thread.run.step.delta' ? [event.data.delta] : []));
    expect(deltas.map((delta) => delta.step_details)).toMatchObject([
      { tool_calls: [{ index: 0, id: 'call_2', function: { name: 'f', arguments: '', output: null } }] },
      { tool_calls: [{ index: 0, function: { arguments: '{"a"' } }] },
      { tool_calls: [{ index: 1, id: 'call_3', function: { name: 'g', arguments: '', output: null } }] },
      { tool_calls: [{ index: 0, function: { arguments: ':1}' } }] },
    ]);
    expect(JSON.stringify(deltas).match(/call_2/g)).toHaveLength(1);
  });

  it('white space before calls creates no message', () => {
    const recording = recorder();
    recording.record({ type: 'text', part: 0, text: '\n\n' });
    recording.record({ type: 'tool-call', index: 0, name: 'f', arguments: '{}' });
    expect(names(recording)[0]).toBe('run.step.created');
    expect(recording.take().messages).toEqual([]);
  });

  it('white space before the first word is kept', () => {
    const recording = recorder();
    recording.record({ type: 'text', part: 0, text: ' ' });
    recording.record({ type: 'text', part: 0, text: '\n' });
    recording.record({ type: 'text', part: 0, text: 'Hi' });
    expect(recording.take().messages.at(-1)?.content).toMatchObject([{ text: { value: ' \nHi' } }]);
  });

  it('calls that were cut off are cancelled', () => {
    const recording = recorder();
    recording.record({ type: 'tool-call', index: 0, name: 'f', arguments: '{"a":' });
    recording.finish({ reason: 'length', usage: USAGE });
    expect(names(recording).at(-1)).toBe('run.step.cancelled');
    expect(recording.open.step).toBeUndefined();
  });

  it('an engine that skips a part or changes its type causes an error', () => {
    const skipping = recorder();
    expect(() => skipping.record({ type: 'text', part: 1, text: 'x' })).toThrow(/never began/);
    const changing = recorder();
    changing.record({ type: 'text', part: 0, text: 'x' });
    expect(() => changing.record({ type: 'refusal', part: 0, text: 'x' })).toThrow(/changed the kind/);
    expect(() => recorder().record({ type: 'tool-call', index: 0, arguments: 'x' })).toThrow(/never began/);
  });

  const search = { type: 'file_search' as const, file_search: {} };
  const code = (input: string) => ({ type: 'code_interpreter' as const, code_interpreter: { input } });

  it('consecutive hosted calls share a step, and another starts after text', () => {
    const recording = recorder();
    recording.record({ type: 'hosted-call', index: 0, call: code('a = 1') });
    recording.record({ type: 'hosted-call', index: 1, call: search });
    recording.record({ type: 'hosted-call', index: 0, call: code('\nb = 2') });
    recording.record({ type: 'text', part: 0, text: 'So far.' });
    recording.record({ type: 'hosted-call', index: 2, call: code('c = 3') });
    recording.record({ type: 'text', part: 0, text: 'Done.' });
    recording.finish({ reason: 'stop', usage: USAGE });
    const { steps, messages } = recording.take();
    const ended = steps.filter(({ status }) => status === 'completed');
    expect(ended.map(({ type, usage }) => [type, usage])).toEqual([
      ['tool_calls', null],
      ['message_creation', null],
      ['tool_calls', null],
      ['message_creation', USAGE],
    ]);
    expect(ended[0]?.step_details).toMatchObject({
      tool_calls: [{ code_interpreter: { input: 'a = 1\nb = 2', outputs: [] } }, { type: 'file_search' }],
    });
    expect(messages.filter(({ status }) => status === 'completed')).toHaveLength(2);
  });

  it('pieces of one input are merged into one delta, and the id of a call is sent once', () => {
    const recording = recorder();
    for (const input of ['a', ' = ', '1'])
      recording.record({ type: 'hosted-call', index: 0, call: code(input) });
    const logs = { outputs: [{ index: 0, type: 'logs' as const, logs: 'ok' }] };
    recording.record({
      type: 'hosted-call',
      index: 0,
      call: { type: 'code_interpreter', code_interpreter: logs },
    });
    const deltas = recording.take().events.slice(2);
    expect(deltas.map(({ data }) => ('delta' in data ? data.delta : undefined))).toEqual(
      [
        { index: 0, id: 'call_2', type: 'code_interpreter', code_interpreter: { input: 'a', outputs: [] } },
        { index: 0, type: 'code_interpreter', code_interpreter: { input: ' = 1' } },
        { index: 0, type: 'code_interpreter', code_interpreter: logs },
      ].map((call) => ({ step_details: { type: 'tool_calls', tool_calls: [call] } })),
    );
  });

  it('a tool of the provider is a function call with the output, which no client has to execute', () => {
    const recording = recorder();
    const pieces = [
      { name: 'web_search', arguments: '{"query":' },
      { arguments: '"Oslo"}' },
      { output: 'Rain in Oslo' },
    ];
    for (const piece of pieces)
      recording.record({ type: 'hosted-call', index: 0, call: { type: 'function', function: piece } });
    recording.record({ type: 'text', part: 0, text: 'It rains.' });
    recording.finish({ reason: 'stop', usage: USAGE });
    expect(recording.calls).toEqual([]);
    const { steps, events } = recording.take();
    const call = {
      type: 'function',
      executed_by: 'provider',
      function: { name: 'web_search', arguments: '{"query":"Oslo"}', output: 'Rain in Oslo' },
    };
    const ended = steps.find(({ type, status }) => type === 'tool_calls' && status === 'completed');
    expect(ended?.step_details).toMatchObject({ tool_calls: [call] });
    const deltas = events.filter(({ event }) => event === 'thread.run.step.delta');
    const begun = newStep(run, ended?.id ?? '', { type: 'tool_calls', tool_calls: [] }, 0);
    const stored = deltas.map(({ event, data }, index) => ({
      seq: index,
      event,
      json: JSON.stringify(data),
    }));
    expect(applyDeltas(begun, stored).step_details).toEqual(ended?.step_details);
    expect(
      modelCallsOfRun(
        [],
        steps.filter(({ status }) => status === 'completed'),
      ).modelCalls,
    ).toEqual([]);
  });

  describe('reasoning', () => {
    const thinking = (mode: 'omit' | 'stream' | 'keep') => {
      const recording = testRecorder(run, { reasoning: mode });
      recording.record({ type: 'reasoning', text: '  \n' });
      recording.record({ type: 'reasoning', text: 'First the city' });
      recording.record({ type: 'reasoning', text: ', then the weather.' });
      recording.record({ type: 'text', part: 0, text: 'It rains.' });
      recording.record({ type: 'reasoning', text: 'Too late.' });
      recording.finish({ reason: 'stop', usage: USAGE });
      return recording.take();
    };
    const textsOf = (steps: readonly RunStepObject[]) =>
      steps.flatMap(({ status, step_details: details }) =>
        details.type === 'reasoning' && status === 'completed' ? [details.reasoning.text] : [],
      );

    it('reasoning is a step of its own before the text, without usage', () => {
      const { events, steps } = thinking('keep');
      expect(events.map(({ event }) => event.replace('thread.', ''))).toEqual([
        ...STEP_STARTED,
        'run.step.delta',
        'run.step.completed',
        ...MESSAGE_WRITTEN,
      ]);
      expect(textsOf(steps)).toEqual(['First the city, then the weather.']);
      expect(steps.find(({ type, status }) => type === 'reasoning' && status === 'completed')).toMatchObject({
        id: expect.stringMatching(/^step_reasoning_/),
        usage: null,
      });
    });

    it("with 'stream', the event of its end has the text, and the stored step has not", () => {
      const { events, steps } = thinking('stream');
      expect(textsOf(steps)).toEqual(['']);
      const ended = events.flatMap((event) =>
        event.event === 'thread.run.step.completed' ? [event.data] : [],
      );
      expect(textsOf(ended)).toEqual(['First the city, then the weather.']);
    });

    it("with 'omit', there is none", () => {
      expect(JSON.stringify(thinking('omit'))).not.toContain('step_reasoning_');
    });

    it('its open step is read with the deltas after it', () => {
      const recording = testRecorder(run, { reasoning: 'stream' });
      recording.record({ type: 'reasoning', text: 'First' });
      const [begun] = recording.take().steps;
      recording.record({ type: 'reasoning', text: ' the city' });
      const { events } = recording.take();
      const stored = events.map(({ event, data }, index) => ({
        seq: index,
        event,
        json: JSON.stringify(data),
      }));
      if (!begun) throw new Error('no step');
      expect(applyDeltas(begun, stored).step_details).toEqual({
        type: 'reasoning',
        reasoning: { text: 'First the city' },
      });
      expect(recording.open.step?.type).toBe('reasoning');
    });
  });

  it('hosted calls are completed before function calls, and at the end of the model call', () => {
    const recording = recorder();
    recording.record({ type: 'hosted-call', index: 0, call: search });
    expect(recording.open.step).toMatchObject({ type: 'tool_calls', status: 'in_progress' });
    recording.record({ type: 'tool-call', index: 0, name: 'f', arguments: '{}' });
    expect(names(recording).filter((name) => name !== 'run.step.delta')).toEqual([
      ...STEP_STARTED,
      'run.step.completed',
      ...STEP_STARTED,
    ]);
    const alone = recorder();
    alone.record({ type: 'hosted-call', index: 0, call: search });
    alone.finish({ reason: 'stop', usage: USAGE });
    expect(alone.take().steps.at(-1)).toMatchObject({ status: 'completed', usage: USAGE });
    const cut = recorder();
    cut.record({ type: 'hosted-call', index: 0, call: search });
    cut.finish({ reason: 'length', usage: USAGE });
    expect(cut.take().steps.at(-1)).toMatchObject({ status: 'cancelled', usage: USAGE });
  });

  it('hosted calls that skip an index, change their type or follow function calls cause an error', () => {
    const skipping = recorder();
    skipping.record({ type: 'hosted-call', index: 0, call: search });
    expect(() => skipping.record({ type: 'hosted-call', index: 2, call: search })).toThrow(/never began/);
    expect(() => skipping.record({ type: 'hosted-call', index: 0, call: code('x') })).toThrow(
      /changed the kind/,
    );
    const late = recorder();
    late.record({ type: 'tool-call', index: 0, name: 'f', arguments: '{}' });
    expect(() => late.record({ type: 'hosted-call', index: 0, call: search })).toThrow(
      /after function calls/,
    );
    const image = recorder();
    expect(() => image.record({ type: 'image-file', part: 1, fileId: 'file-1' })).toThrow(/never began/);
  });

  it('recorded work is returned once', () => {
    const recording = recorder();
    recording.record({ type: 'text', part: 0, text: 'x' });
    expect(recording.pendingChars).toBe(1);
    recording.take();
    expect(recording.pendingChars).toBe(0);
    expect(recording.take()).toEqual({ events: [], messages: [], steps: [] });
  });
});
