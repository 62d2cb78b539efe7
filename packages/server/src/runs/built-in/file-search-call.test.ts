import type { FileSearchToolCall } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { markerOf } from './citation.ts';
import { readQueries, searchArguments, searchOutput } from './file-search-call.ts';

const call = (fileSearch: FileSearchToolCall['file_search']): FileSearchToolCall => ({
  id: 'call_1',
  type: 'file_search',
  file_search: fileSearch,
});

describe('readQueries', () => {
  it.each([
    ['{"queries":["tea","green tea"]}', ['tea', 'green tea']],
    ['{"queries":"tea"}', ['tea']],
    ['{"query":"tea"}', ['tea']],
    ['["tea"]', ['tea']],
    ['"tea"', ['tea']],
    ['tea leaves', ['tea leaves']],
    ['{"queries":["tea",1,null," "]}', ['tea']],
    ['{"queries":["1","2","3","4","5","6"]}', ['1', '2', '3', '4', '5']],
    ['{}', []],
    ['', []],
  ])('reads %s', (text, expected) => {
    expect(readQueries(text)).toEqual(expected);
  });

  it('cuts a long query', () => {
    expect(readQueries(JSON.stringify({ queries: ['x'.repeat(5000)] }))).toEqual(['x'.repeat(1000)]);
  });
});

describe('searchOutput', () => {
  const result = { file_id: 'file-1', file_name: 'tea.txt', score: 0.5 };

  it('has the passages with their markers', () => {
    const found = { ...result, content: [{ type: 'text' as const, text: 'Tea is\n"green".' }] };
    const done = call({ queries: ['tea'], results: [found] });
    expect(JSON.parse(searchOutput(done))).toEqual({
      passages: [{ cite: markerOf(done, 0, found), file: 'tea.txt', text: 'Tea is\n"green".' }],
    });
  });

  it('says when nothing was found, and when there was no query', () => {
    expect(searchOutput(call({ queries: ['tea'], results: [] }))).toContain('Nothing was found.');
    expect(searchOutput(call({ queries: [], results: [] }))).toContain('There was no query.');
  });

  it('is read with the arguments from the step alone', () => {
    expect(JSON.parse(searchArguments(call({ queries: ['tea'] })))).toEqual({ queries: ['tea'] });
  });
});
