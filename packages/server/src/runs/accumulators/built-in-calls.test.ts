import { describe, expect, it } from 'vitest';
import { applyDeltas } from '../../storage/apply-deltas.ts';
import { toStoredEvents } from '../../storage/to-stored-events.ts';
import { USAGE } from '../../testing/step-engine.ts';
import { aRun } from '../../testing/storage-fixture.ts';
import { testRecorder } from '../../testing/test-recorder.ts';
import { BUILT_IN_FORMATS } from '../built-in/built-in-format.ts';
import { markerOf } from '../built-in/citation.ts';
import { referencesOf } from '../built-in/references.ts';

const executorOf = (name: string) =>
  name === 'file_search' || name === 'code_interpreter' ? BUILT_IN_FORMATS[name] : 'client';

const result = { file_id: 'file-1', file_name: 'tea.txt', score: 1 };
const searched = { id: 'call_9', type: 'file_search' as const, file_search: { results: [result] } };
const references = referencesOf([{ step_details: { type: 'tool_calls', tool_calls: [searched] } }]);

function calls(step: { step_details: object } | undefined) {
  return step && 'tool_calls' in step.step_details ? step.step_details.tool_calls : undefined;
}

describe('ModelCallRecorder with built-in tools', () => {
  it('writes a call of file_search with its queries, beside a call of a function', () => {
    const recording = testRecorder(aRun(), { executorOf });
    recording.record({ type: 'tool-call', index: 0, name: 'file_search', arguments: '{"que' });
    recording.record({ type: 'tool-call', index: 0, arguments: 'ries":["tea"]}' });
    recording.record({ type: 'tool-call', index: 1, name: 'f', arguments: '{}' });
    recording.finish({ reason: 'tool-calls', usage: USAGE });
    expect(calls(recording.callStep)).toEqual([
      { id: 'call_2', type: 'file_search', executed_by: 'server', file_search: { queries: ['tea'] } },
      { id: 'call_3', type: 'function', function: { name: 'f', arguments: '{}', output: null } },
    ]);
    expect(recording.calls).toMatchObject([
      { id: 'call_2', function: { name: 'file_search', arguments: '{"queries":["tea"]}' } },
      { id: 'call_3' },
    ]);
  });

  it('sends code while it is written', () => {
    const recording = testRecorder(aRun(), { executorOf });
    recording.record({ type: 'tool-call', index: 0, name: 'code_interpreter', arguments: '{"code":"pri' });
    const { steps, events } = recording.take();
    recording.record({ type: 'tool-call', index: 0, arguments: 'nt(1)\\n' });
    recording.record({ type: 'tool-call', index: 0, arguments: '2"}' });
    const later = recording.take();
    recording.finish({ reason: 'tool-calls', usage: USAGE });
    expect(JSON.stringify(events)).toContain('"input":"pri"');
    expect(later.events.map(({ data }) => 'delta' in data && calls(data.delta as never))).toEqual([
      [{ index: 0, type: 'code_interpreter', code_interpreter: { input: 'nt(1)\n2' } }],
    ]);
    expect(calls(recording.callStep)).toEqual([
      {
        id: 'call_2',
        type: 'code_interpreter',
        executed_by: 'server',
        code_interpreter: { input: 'print(1)\n2', outputs: [] },
      },
    ]);
    // The stored step and its later deltas give the same.
    const read = steps[0] && applyDeltas(steps[0], toStoredEvents(later.events, 0));
    expect(calls(read)).toEqual(calls(recording.callStep));
  });

  it('annotates what the response cites, also in a message after another one', () => {
    const marker = markerOf(searched, 0, result);
    const recording = testRecorder(aRun(), { references });
    for (const piece of ['Tea ', marker.slice(0, 3), marker.slice(3), '.']) {
      recording.record({ type: 'text', part: 0, text: piece });
    }
    recording.finish({ reason: 'stop', usage: USAGE });
    const { messages } = recording.take();
    expect(messages.at(-1)?.content).toEqual([
      {
        type: 'text',
        text: {
          value: `Tea ${marker}.`,
          annotations: [
            {
              type: 'file_citation',
              text: marker,
              start_index: 4,
              end_index: 4 + marker.length,
              file_citation: { file_id: 'file-1' },
            },
          ],
        },
      },
    ]);
  });
});
