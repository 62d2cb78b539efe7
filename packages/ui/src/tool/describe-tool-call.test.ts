import { defineTool, type RunStepStatus, type StepToolCall, type ToolCallState } from '@threadkit/core';
import { declinedText, INTERRUPTED_TEXT } from '@threadkit/core/tools';
import { describe, expect, test } from 'vitest';
import { aWaitingCall } from '../../stories/waiting-call.ts';
import { aFunctionCall } from '../../stories/wire-objects.ts';
import { en } from '../locales/en.ts';
import { type Decision, describeToolCall, hasDetails, labelsForTool } from './describe-tool-call.ts';
import { toolView } from './tool-view.ts';

const row = (
  call: StepToolCall,
  stepStatus: RunStepStatus,
  live?: ToolCallState,
  decision?: Decision,
): string => {
  const { label, detail, note, icon } = describeToolCall({ call, stepStatus, live, decision }, en);
  return [icon, label, detail, note].filter(Boolean).join(' | ');
};

const args = { theme: 'dark' };
const base = { id: 'c', name: 'change_theme', runId: 'r', stepId: 's', rawArguments: '', args };
const open = aFunctionCall('change_theme', args, null);
const withOutput = aFunctionCall('change_theme', args, 'The theme is dark.');

describe('a stored call', () => {
  test.each([
    ['completed', withOutput, 'function | Change theme | dark'],
    [
      'completed',
      aFunctionCall('change_theme', args, { error: 'No.' }),
      'failed | Change theme | dark | failed',
    ],
    ['in_progress', open, 'waiting | Change theme | dark | Waiting for you'],
    ['cancelled', open, 'stopped | Change theme | dark | stopped'],
    ['expired', open, 'stopped | Change theme | dark | timed out'],
    ['failed', open, 'failed | Change theme | dark | failed'],
  ] as const)('describeToolCall of a stored call in a step with the status %s', (status, call, expected) => {
    expect(row(call, status)).toBe(expected);
  });

  test.each([
    ['server', 'in_progress', null, 'live | Change theme | dark'],
    ['provider', 'in_progress', null, 'live | Change theme | dark'],
    ['server', 'completed', 'Done.', 'function | Change theme | dark'],
    ['server', 'expired', null, 'stopped | Change theme | dark | timed out'],
    [
      'server',
      'completed',
      { error: declinedText('No.') },
      'stopped | Change theme | dark | declined by you',
    ],
    ['server', 'completed', { error: INTERRUPTED_TEXT }, 'failed | Change theme | dark | interrupted'],
    ['provider', 'completed', { error: declinedText('No.') }, 'failed | Change theme | dark | failed'],
    [
      undefined,
      'completed',
      { error: declinedText('No.') },
      'stopped | Change theme | dark | declined by you',
    ],
  ] as const)(
    'describeToolCall of a stored call that the %s executes, in a step that is %s with %j',
    (executor, status, output, expected) => {
      const call = aFunctionCall('change_theme', args, output, executor);
      expect(row(call, status)).toBe(expected);
    },
  );

  test('code_interpreter and file_search calls have built-in labels', () => {
    const python: StepToolCall = {
      id: 'p',
      type: 'code_interpreter',
      code_interpreter: { input: 'x', outputs: [] },
    };
    expect(row(python, 'in_progress')).toBe('live | Running Python');
    expect(row(python, 'completed')).toBe('code | Ran Python');
    const search: StepToolCall = {
      id: 'f',
      type: 'file_search',
      file_search: { results: [{ file_id: 'f', file_name: 'a.md', score: 1 }] },
    };
    expect(row(search, 'completed')).toBe('search | Searched files | a.md');
    expect(row({ ...search, file_search: {} }, 'in_progress')).toBe('live | Searching files');
  });

  test('a file_search call has its queries as detail, and says that nothing was found', () => {
    const search = (results?: readonly []): StepToolCall => ({
      id: 'f',
      type: 'file_search',
      file_search: { queries: ['tea', 'milk'], ...(results && { results: [...results] }) },
    });
    expect(row(search(), 'in_progress')).toBe('live | Searching files | tea, milk');
    expect(row(search([]), 'completed')).toBe('search | Searched files | tea, milk | nothing found');
    expect(row(search([]), 'failed')).toBe('failed | Search files | tea, milk | failed');
    expect(hasDetails(search())).toBe(true);
  });

  test.each([
    [{ id: 'b', type: 'bing_grounding', bing_grounding: {} }, false],
    [{ id: 'm', type: 'mcp', server_label: 'docs', output: 'Found.' }, true],
    [{ id: 'o', type: 'openapi', function: { name: 'f', arguments: '{}', output: '1' } }, true],
    [{ id: 'n', type: 'browser', browser: null }, false],
  ])('describeToolCall labels a call of an unknown type by its type: %j', (call, opens) => {
    const unknown = call as unknown as StepToolCall;
    const strings = en.tool.labelsFor(call.type);
    expect(row(unknown, 'completed')).toBe(`function | ${strings.done}`);
    expect(row(unknown, 'in_progress')).toBe(`live | ${strings.running}`);
    expect(hasDetails(unknown)).toBe(opens);
  });

  test('a function call without a name has the label of its type', () => {
    const nameless = aFunctionCall('', {}, 'ok');
    expect(row(nameless, 'completed')).toBe(`function | ${en.tool.labelsFor('function').done}`);
  });

  test('a call whose arguments are not JSON has no detail and does not throw', () => {
    const call = aFunctionCall('change_theme', args, 'ok');
    if (call.type === 'function') call.function.arguments = '{"theme":';
    expect(row(call, 'completed')).toBe('function | Change theme');
  });
});

describe('a live call', () => {
  test.each([
    [{ ...base, state: 'streaming' }, 'function | Change theme | dark | preparing'],
    [
      aWaitingCall({ name: 'change_theme', args, waitReason: 'unregistered' }),
      'waiting | Change theme | dark | waiting for this page to be ready',
    ],
    [{ ...base, state: 'running' }, 'live | Change theme | dark'],
    [{ ...base, state: 'settled', result: { ok: true, output: 'x' } }, 'function | Change theme | dark'],
    [
      { ...base, state: 'submitted', result: { ok: false, error: 'x' } },
      'failed | Change theme | dark | failed',
    ],
    [
      { ...base, state: 'closed', reason: 'elsewhere' },
      'stopped | Change theme | dark | handled in another tab',
    ],
    [{ ...base, state: 'closed', reason: 'expired' }, 'stopped | Change theme | dark | timed out'],
  ] as const)('describeToolCall of the live call %j is "%s"', (live, expected) => {
    expect(row(open, 'in_progress', live)).toBe(expected);
  });

  test('a view with only an action label shows it in every state', () => {
    const rollback = defineTool({ name: 'rollback_release', parameters: { type: 'object' } });
    const only = toolView(rollback, { labels: { action: 'Roll back' } });
    expect(labelsForTool('rollback_release', only, en)).toEqual({
      action: 'Roll back',
      running: 'Roll back',
      done: 'Roll back',
    });
    const own = toolView(rollback, { labels: { action: 'Roll back', done: 'Went back' } });
    expect(labelsForTool('rollback_release', own, en).done).toBe('Went back');
  });

  test('the note shows the decision of the user', () => {
    const done: ToolCallState = { ...base, state: 'submitted', result: { ok: true, output: 'x' } };
    expect(row(withOutput, 'completed', done, 'approved')).toBe(
      'function | Change theme | dark | approved by you',
    );
    const refused: ToolCallState = { ...base, state: 'submitted', result: { ok: false, error: 'declined' } };
    expect(row(open, 'in_progress', refused, 'declined')).toBe(
      'stopped | Change theme | dark | declined by you',
    );
  });
});
