import { defineTool } from '@threadkit/core/tools';
import { describe, expect, it } from 'vitest';
import { codeNotExecuted } from '../built-in/code-not-executed.ts';
import { createRunTools } from './run-tools.ts';

const lookUp = defineTool({ name: 'look_up', parameters: { type: 'object' }, execute: () => 'found' });
const functionNamed = (name: string) => ({ type: 'function' as const, function: { name } });
const tools = createRunTools(
  {
    tools: [
      functionNamed('get_weather'),
      functionNamed('look_up'),
      functionNamed('code_interpreter'),
      { type: 'code_interpreter' },
      { type: 'file_search' },
    ],
  },
  { isReserved: (name) => name === 'look_up' || name.startsWith('files__') },
  new Map([['look_up', lookUp]]),
  new Map([['code_interpreter', codeNotExecuted]]),
);

describe('createRunTools', () => {
  it('offers functions of the run, tools of the server and built-in tools, each name once', () => {
    expect(tools.offered.map(({ function: { name } }) => name)).toEqual([
      'get_weather',
      'look_up',
      'code_interpreter',
    ]);
    expect(tools.offered.at(-1)).toBe(codeNotExecuted.format.function);
  });

  it('knows who executes a call', () => {
    expect(tools.executorOf('get_weather')).toBe('client');
    expect(tools.executorOf('unknown')).toBe('client');
    expect(tools.executorOf('look_up')).toBe('server');
    expect(tools.executorOf('files__gone')).toBe('server');
    expect(tools.executorOf('code_interpreter')).toBe(codeNotExecuted.format);
    expect(tools.executorOf('file_search')).toBe('client');
  });
});
