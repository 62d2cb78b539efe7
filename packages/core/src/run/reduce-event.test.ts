import { describe, expect, it } from 'vitest';
import type { RunStepObject, StreamEvent } from '../api/index.ts';
import { aCall, aMessage, aMessageStep, aReasoningStep, aRun, aToolStep } from '../testing/builders.ts';
import { normalizeRunState } from './normalize-run-state.ts';
import { type RunReducerInput, reduceEvent } from './reduce-event.ts';
import { EMPTY_RUN_STATE, type RunState } from './run-state.ts';

const openMessage = aMessage('', { status: 'in_progress', content: [], completed_at: null });
const openStep = aMessageStep({ status: 'in_progress', completed_at: null, usage: null });
const completed = aRun({ status: 'completed', started_at: 1, expires_at: null, completed_at: 2 });

const response: StreamEvent[] = [
  { event: 'thread.run.created', data: aRun() },
  { event: 'thread.run.queued', data: aRun() },
  { event: 'thread.run.in_progress', data: aRun({ status: 'in_progress', started_at: 1 }) },
  { event: 'thread.run.step.created', data: openStep },
  { event: 'thread.run.step.in_progress', data: openStep },
  { event: 'thread.message.created', data: openMessage },
  { event: 'thread.message.in_progress', data: openMessage },
  text('Hel'),
  text('lo'),
  { event: 'thread.message.completed', data: aMessage('Hello') },
  { event: 'thread.run.step.completed', data: aMessageStep() },
  { event: 'thread.run.completed', data: completed },
];

function text(value: string, index = 0): StreamEvent {
  return {
    event: 'thread.message.delta',
    data: {
      id: 'msg_1',
      object: 'thread.message.delta',
      delta: { content: [{ index, type: 'text', text: { value } }] },
    },
  };
}

function fold(events: readonly RunReducerInput[], start: RunState = EMPTY_RUN_STATE): RunState {
  return events.reduce(reduceEvent, start);
}

function textOf(state: RunState): string {
  const part = state.messages[0]?.content[0];
  return part?.type === 'text' ? part.text.value : '';
}

describe('reduceEvent', () => {
  it('deltas are appended to the message they name', () => {
    expect(textOf(fold(response.slice(0, 9)))).toBe('Hello');
  });

  it('the second of a created and in_progress pair is not appended', () => {
    const state = fold(response.slice(0, 7));
    expect(state.messages).toHaveLength(1);
    expect(state.steps).toHaveLength(1);
  });

  it('deltas are kept when in_progress comes late', () => {
    const late: StreamEvent = { event: 'thread.message.in_progress', data: openMessage };
    expect(textOf(fold([...response.slice(0, 9), late]))).toBe('Hello');
  });

  it('the terminal object replaces the text of deltas', () => {
    const state = fold([
      ...response.slice(0, 8),
      { event: 'thread.message.completed', data: aMessage('Hello') },
    ]);
    expect(textOf(state)).toBe('Hello');
  });

  it('reduceEvent tolerates completed without created, and late deltas', () => {
    const state = fold([{ event: 'thread.message.completed', data: aMessage('Hello') }, text(' again')]);
    expect(textOf(state)).toBe('Hello');
  });

  it('reduceEvent returns the same reference for an unknown event', () => {
    const state = fold(response);
    const unknown = { event: 'thread.run.applauded', data: {} } as unknown as RunReducerInput;
    expect(reduceEvent(state, unknown)).toBe(state);
  });

  it('reduceEvent returns the same reference for a duplicate', () => {
    const numbered = response.map((event, index) => ({ ...event, seq: index + 1 }));
    const state = fold(numbered);
    expect(numbered.reduce(reduceEvent, state)).toBe(state);
  });

  it('a terminal run never changes back', () => {
    const state = fold([
      ...response,
      { event: 'thread.run.in_progress', data: aRun({ status: 'in_progress' }) },
    ]);
    expect(state.run?.status).toBe('completed');
  });

  it('streamed arguments are appended, id and name are taken from the first delta', () => {
    const delta = (call: object): StreamEvent => ({
      event: 'thread.run.step.delta',
      data: {
        id: 'step_tools',
        object: 'thread.run.step.delta',
        delta: {
          step_details: { type: 'tool_calls', tool_calls: [{ index: 0, type: 'function', ...call }] },
        },
      },
    });
    const state = fold([
      { event: 'thread.run.step.created', data: aToolStep([]) },
      delta({ id: 'call_1', function: { name: 'wipe', arguments: '' } }),
      delta({ function: { arguments: '{"path"' } }),
      delta({ function: { arguments: ':"/a"}' } }),
    ]);
    expect(state.steps[0]?.step_details).toEqual({
      type: 'tool_calls',
      tool_calls: [aCall({ arguments: '{"path":"/a"}' })],
    });
  });

  it('reduceEvent fills the gap when a later part arrives first, and ignores an invalid index', () => {
    const state = fold([...response.slice(0, 7), text('second', 1), text('far', 2 ** 31), text('none', -1)]);
    expect(state.messages[0]?.content).toHaveLength(2);
  });

  it('a live stream, a replay with duplicates and a poll reach equal states', () => {
    const live = fold(response);
    const numbered = response.map((event, index) => ({ ...event, seq: index + 1 }));
    const replay = fold([...numbered.slice(0, 8), ...numbered]);
    const polled = fold([
      { event: 'snapshot', data: { run: aRun({ status: 'in_progress' }), messages: [], steps: [] } },
      { event: 'snapshot', data: { run: completed, messages: [aMessage('Hello')], steps: [aMessageStep()] } },
    ]);
    expect(normalizeRunState(replay)).toEqual(normalizeRunState(live));
    expect(normalizeRunState(polled)).toEqual(normalizeRunState(live));
  });

  it('a run reaches equal states wherever its stream is cut and polling continues', () => {
    const whole = normalizeRunState(fold(response));
    const snapshot: RunReducerInput = {
      event: 'snapshot',
      data: { run: completed, messages: [aMessage('Hello')], steps: [aMessageStep()] },
    };
    for (let cut = 0; cut <= response.length; cut += 1) {
      expect(normalizeRunState(fold([...response.slice(0, cut), snapshot]))).toEqual(whole);
    }
  });

  it('the longer of two open texts is kept when a poll races the stream', () => {
    const streamed = fold(response.slice(0, 9));
    const older: RunReducerInput = {
      event: 'snapshot',
      data: { messages: [aMessage('He', { status: 'in_progress' })] },
    };
    expect(reduceEvent(streamed, older)).toBe(streamed);
  });

  it('text is shown once when a replay follows a poll that was ahead', () => {
    const polled: RunReducerInput = {
      event: 'snapshot',
      data: { messages: [aMessage('Hello', { status: 'in_progress' })] },
    };
    const state = fold([...response.slice(0, 8), polled, text('lo')]);
    expect(textOf(state)).toBe('Hello');
    expect(textOf(fold([polled, ...response.slice(5, 9)]))).toBe('Hello');
    expect(normalizeRunState(fold(response.slice(9), state))).toEqual(normalizeRunState(fold(response)));
  });

  const delta = (index: number, call: object): RunReducerInput =>
    ({
      event: 'thread.run.step.delta',
      data: {
        id: 'step_tools',
        object: 'thread.run.step.delta',
        delta: { step_details: { type: 'tool_calls', tool_calls: [{ index, ...call }] } },
      },
    }) as unknown as RunReducerInput;
  const callsOf = (...deltas: readonly RunReducerInput[]): readonly object[] => {
    const details = fold([{ event: 'thread.run.step.created', data: aToolStep([]) }, ...deltas]).steps[0]
      ?.step_details;
    return details?.type === 'tool_calls' ? details.tool_calls : [];
  };

  it('a delta adds the arguments that the user edited, and later ones keep them', () => {
    const open = { id: 'a', type: 'function', function: { name: 'a', arguments: '{"n":1}' } };
    const edited = { type: 'function', edited_arguments: '{"n":2}' };
    const output = { type: 'function', function: { output: 'done' } };
    expect(callsOf(delta(0, open), delta(0, edited), delta(0, output))).toEqual([
      { ...open, ...edited, function: { ...open.function, output: 'done' } },
    ]);
  });

  it('a delta keeps who executes the call, and adds the output', () => {
    const open = {
      id: 'a',
      type: 'function',
      executed_by: 'server',
      function: { name: 'a', arguments: '{}' },
    };
    const output = { type: 'function', function: { output: 'done' } };
    expect(callsOf(delta(0, open), delta(0, output))).toEqual([
      { ...open, function: { ...open.function, output: 'done' } },
    ]);
  });

  describe('reasoning', () => {
    const step = (thought: string, status: RunStepObject['status'] = 'in_progress'): RunStepObject =>
      aReasoningStep(thought, { status });
    const deltaOf = (thought: string): RunReducerInput => ({
      event: 'thread.run.step.delta',
      data: {
        id: 'step_reasoning_1',
        object: 'thread.run.step.delta',
        delta: { step_details: { type: 'reasoning', reasoning: { text: thought } } },
      },
    });
    const live: readonly RunReducerInput[] = [
      { event: 'thread.run.step.created', data: step('') },
      { event: 'thread.run.step.in_progress', data: step('') },
      deltaOf('First '),
      deltaOf('the city.'),
    ];
    const ended = (thought: string): RunReducerInput => ({
      event: 'thread.run.step.completed',
      data: step(thought, 'completed'),
    });
    const polled = (thought: string, status?: RunStepObject['status']): RunReducerInput => ({
      event: 'snapshot',
      data: { run: undefined, steps: [step(thought, status)] },
    });

    it('deltas append to the text', () => {
      expect(fold(live).steps).toEqual([step('First the city.')]);
    });

    it('the end of a step has the whole text, also when its deltas were lost', () => {
      const whole = [step('First the city.', 'completed')];
      expect(fold([...live.slice(0, 3), ended('First the city.')]).steps).toEqual(whole);
      expect(fold([ended('First the city.')]).steps).toEqual(whole);
    });

    it.each([
      ['a terminal event', { event: 'thread.run.step.cancelled', data: step('', 'cancelled') } as const],
      ['a stored step', polled('', 'cancelled')],
    ])('%s without the text keeps the text that was streamed', (_name, end) => {
      expect(fold([...live, end]).steps).toEqual([step('First the city.', 'cancelled')]);
    });

    it('a replay brings the text of a step that was stored without it', () => {
      expect(fold([polled('', 'completed'), ...live, ended('First the city.')]).steps).toEqual([
        step('First the city.', 'completed'),
      ]);
    });

    it('a poll of an open step replaces the text only by a longer one', () => {
      expect(fold([...live, polled('First')]).steps).toEqual([step('First the city.')]);
      expect(fold([...live.slice(0, 3), polled('First the city.'), deltaOf('the city.')]).steps).toEqual([
        step('First the city.'),
      ]);
    });
  });

  it('calls that begin out of order are sorted, and no gap is filled with a copy', () => {
    const open = (id: string): object => ({ id, type: 'function', function: { name: id, arguments: '{' } });
    const close = { type: 'function', function: { name: '', arguments: '}' } };
    const third = callsOf(delta(2, open('c')));
    expect(third).toMatchObject([{ id: 'c' }]);
    const all = callsOf(
      delta(2, open('c')),
      delta(0, open('a')),
      delta(2, close),
      delta(1, open('b')),
      delta(1, close),
    );
    expect(all).toMatchObject([
      { id: 'a', function: { name: 'a', arguments: '{' } },
      { id: 'b', function: { name: 'b', arguments: '{}' } },
      { id: 'c', function: { name: 'c', arguments: '{}' } },
    ]);
    expect(callsOf(delta(-1, open('x')), delta(0.5, open('y')), delta(Number.NaN, open('z')))).toEqual([]);
  });

  it('a call of an unknown type is kept with its members, without a hole', () => {
    const grounding = {
      id: 'call_1',
      type: 'bing_grounding',
      bing_grounding: { requesturl: 'https://example.com' },
    };
    expect(callsOf(delta(0, grounding), delta(0, { type: '', function: undefined }))).toEqual([
      { ...grounding, function: undefined },
    ]);
    expect(callsOf(delta(0, { type: '' }))).toEqual([]);
  });

  it('a gap between annotations is filled with an empty one, not with a copy', () => {
    const citation = {
      type: 'file_citation',
      text: '[1]',
      start_index: 0,
      end_index: 3,
      file_citation: { file_id: 'f' },
    };
    const cited = {
      ...text('[1]'),
      data: {
        id: 'msg_1',
        delta: { content: [{ index: 0, type: 'text', text: { annotations: [{ index: 1, ...citation }] } }] },
      },
    } as unknown as RunReducerInput;
    const part = fold([...response.slice(0, 7), cited]).messages[0]?.content[0];
    expect(part?.type === 'text' && part.text.annotations.map((annotation) => annotation.text)).toEqual([
      '',
      '[1]',
    ]);
  });
});
