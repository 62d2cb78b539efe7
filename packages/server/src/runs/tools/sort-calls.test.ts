import type { RequiredFunctionToolCall } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { sortCalls, undeclaredOutput } from './sort-calls.ts';

const call = (name: string): RequiredFunctionToolCall => ({
  id: `call_${name}`,
  type: 'function',
  function: { name, arguments: '{}' },
});
const namesOf = (calls: readonly RequiredFunctionToolCall[]) => calls.map(({ function: { name } }) => name);

describe('sortCalls', () => {
  it('calls of functions of the run are left to the client, and all others are the server’s or undeclared', () => {
    const tools = [
      { type: 'function' as const, function: { name: 'of_page', parameters: {} } },
      { type: 'file_search' as const },
    ];
    const calls = ['of_page', 'of_server', 'invented', 'file_search'].map(call);
    const { own, undeclared } = sortCalls(calls, { tools }, (name) => name === 'of_server');
    expect(namesOf(own)).toEqual(['of_server']);
    expect(namesOf(undeclared)).toEqual(['invented', 'file_search']);
  });

  it('a name that the run and the server declare is the server’s', () => {
    const tools = [{ type: 'function' as const, function: { name: 'both', parameters: {} } }];
    expect(sortCalls([call('both')], { tools }, () => true)).toMatchObject({ own: [{}], undeclared: [] });
  });
});

describe('undeclaredOutput', () => {
  const tool = (name: string) => ({ type: 'function' as const, function: { name, parameters: {} } });

  it('the output of an undeclared call names the call and the tools there are', () => {
    expect(undeclaredOutput('get_wether', [tool('get_weather'), tool('pay')])).toBe(
      '{"error":"There is no tool named \\"get_wether\\", and nothing was executed. The tools are: get_weather, pay."}',
    );
    expect(undeclaredOutput('x'.repeat(1000), [])).toBe(
      `{"error":"There is no tool named \\"${'x'.repeat(64)}\\", and nothing was executed. There are no tools."}`,
    );
  });
});
