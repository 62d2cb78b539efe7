import { expect, it } from 'vitest';
import type { RunStepDeltaObject, RunStepObject } from '../api/index.ts';
import { aCall, aMessage, aMessageStep, aReasoningStep, aRun, aToolStep } from '../testing/builders.ts';
import { readEvent, readObject } from './read-event.ts';

const messageOf = (content: unknown): unknown =>
  readObject('Message', { ...aMessage(''), content })?.['content'];
const callsOf = (...calls: readonly unknown[]): unknown => {
  const step = readObject('RunStep', {
    ...aToolStep([]),
    step_details: { type: 'tool_calls', tool_calls: calls },
  });
  return (step as unknown as { step_details: { tool_calls: unknown } }).step_details.tool_calls;
};

it.each([
  ['message', 'Message', aMessage('Noon.')],
  ['run', 'Run', aRun({ usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } })],
  ['step', 'RunStep', aMessageStep()],
  ['step of calls', 'RunStep', aToolStep([aCall()])],
  ['step of reasoning', 'RunStep', aReasoningStep('First the city.')],
])('a complete %s is read unchanged', (_name, kind, object) => {
  expect(readObject(kind, object)).toEqual(object);
});

it('a message keeps its text when other members are missing or null', () => {
  expect(messageOf(null)).toEqual([]);
  expect(messageOf('Noon.')).toEqual([{ type: 'text', text: { value: 'Noon.', annotations: [] } }]);
  expect(messageOf([null, 'text', 7, {}, { type: 'text', text: { value: 'Noon.' } }])).toEqual([
    { type: 'text', text: { value: 'Noon.', annotations: [] } },
  ]);
  expect(messageOf([{ type: 'text', text: { value: 'Noon.', annotations: null } }])).toEqual([
    { type: 'text', text: { value: 'Noon.', annotations: [] } },
  ]);
  expect(messageOf([{ type: 'text' }, { type: 'text', text: null }, { type: 'image_file' }])).toEqual([
    { type: 'text', text: { value: '', annotations: [] } },
    { type: 'text', text: { value: '', annotations: [] } },
    { type: 'image_file', image_file: { file_id: '' } },
  ]);
});

it('parts, annotations and calls of unknown types keep what they have', () => {
  const audio = { type: 'audio', audio: { file_id: 'f' } };
  expect(messageOf([audio])).toEqual([audio]);
  const link = {
    type: 'url_citation',
    url_citation: { url: 'https://example.com' },
    text: '[1]',
    start_index: 0,
    end_index: 3,
  };
  expect(
    messageOf([
      { type: 'text', text: { value: '[1]', annotations: [null, link, { type: 'file_citation' }] } },
    ]),
  ).toEqual([
    {
      type: 'text',
      text: {
        value: '[1]',
        annotations: [
          link,
          { type: 'file_citation', text: '', start_index: 0, end_index: 0, file_citation: { file_id: '' } },
        ],
      },
    },
  ]);
  const search = {
    id: 'call_1',
    type: 'bing_grounding',
    bing_grounding: { requesturl: 'https://example.com' },
  };
  const named = { id: 'call_2', type: 'constructor' };
  expect(callsOf(search, named)).toEqual([search, named]);
});

it('calls of known types get the members that readers rely on', () => {
  expect(
    callsOf(
      null,
      {},
      { id: 'a', type: 'function', function: null },
      { id: 'b', function: { name: 'wipe', arguments: { path: '/a' }, output: { ok: true } } },
      { id: 'c', type: 'file_search' },
      { id: 'd', type: 'code_interpreter', code_interpreter: { outputs: [null, { type: 'logs' }] } },
    ),
  ).toEqual([
    { id: 'a', type: 'function', function: { name: '', arguments: '', output: null } },
    {
      id: 'b',
      type: 'function',
      function: { name: 'wipe', arguments: '{"path":"/a"}', output: '{"ok":true}' },
    },
    { id: 'c', type: 'file_search', file_search: { results: undefined } },
    {
      id: 'd',
      type: 'code_interpreter',
      code_interpreter: { input: '', outputs: [{ type: 'logs', logs: '' }] },
    },
  ]);
});

it('a step without details gets empty ones of its type', () => {
  const details = (step: object): RunStepObject['step_details'] | undefined =>
    (readObject('RunStep', step) as unknown as RunStepObject | undefined)?.step_details;
  expect(details({ ...aToolStep([]), step_details: null })).toEqual({ type: 'tool_calls', tool_calls: [] });
  expect(details({ ...aMessageStep(), step_details: null })).toEqual({
    type: 'message_creation',
    message_creation: { message_id: '' },
  });
  const unknown = { type: 'memory', memory: [1] };
  expect(details({ ...aMessageStep(), step_details: unknown })).toEqual(unknown);
});

it('a run requires each call with an id once, with text arguments', () => {
  const calls = [
    { id: 'a', type: 'function', function: { name: 'wipe', arguments: { path: '/a' } } },
    { id: 'a', type: 'function', function: { name: 'wipe', arguments: '{}' } },
    { type: 'function', function: { name: 'wipe' } },
    null,
    { id: 'b', type: 'function' },
  ];
  const run = readObject('Run', {
    ...aRun({ status: 'requires_action' }),
    required_action: { submit_tool_outputs: { tool_calls: calls } },
    tools: [null, { type: 'function' }, { type: 'mcp', server: 's' }],
    last_error: 'no object',
    usage: { prompt_tokens: '5', total_tokens: null },
  });
  expect(run).toMatchObject({
    required_action: {
      submit_tool_outputs: {
        tool_calls: [
          { id: 'a', function: { name: 'wipe', arguments: '{"path":"/a"}' } },
          { id: 'b', function: { name: '', arguments: '' } },
        ],
      },
    },
    tools: [
      { type: 'function', function: { name: '' } },
      { type: 'mcp', server: 's' },
    ],
    last_error: null,
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  });
});

it('objects without an id, and runs and steps without a status, are dropped', () => {
  expect(readObject('Message', { ...aMessage(''), id: 7 })).toBeUndefined();
  expect(readObject('Run', { ...aRun(), status: null })).toBeUndefined();
  expect(readObject('RunStep', [aMessageStep()])).toBeUndefined();
});

it('an empty delta is dropped, and invalid parts of a delta are left out', () => {
  expect(readEvent('thread.message.delta', { id: 'msg_1', delta: null })).toBeUndefined();
  expect(readEvent('thread.run.delta', { id: 'run_1', status: 'queued' })).toBeUndefined();
  const delta = { content: [null, { type: 'text', text: 'It ' }, { index: 4, type: 'text', text: null }] };
  expect(readEvent('thread.message.delta', { id: 'msg_1', delta })).toMatchObject({
    data: {
      delta: {
        content: [
          { index: 0, text: { value: 'It ', annotations: [] } },
          { index: 4, text: { value: '', annotations: [] } },
        ],
      },
    },
  });
});

it.each([null, 7, {}, { text: null }, { text: ['First'] }])(
  'reasoning %j is read as an empty text',
  (reasoning) => {
    const details = { type: 'reasoning', reasoning };
    const empty = { type: 'reasoning', reasoning: { text: '' } };
    expect(readObject('RunStep', { ...aReasoningStep(''), step_details: details })).toMatchObject({
      step_details: empty,
    });
    const delta = readEvent('thread.run.step.delta', { id: 'step_1', delta: { step_details: details } });
    const read = (delta?.data as RunStepDeltaObject | undefined)?.delta.step_details;
    expect(read?.type === 'reasoning' && (read.reasoning?.text ?? '')).toBe('');
  },
);
